"""Prints a report with Typst.

Run: python -m bench.printing.typst_peer REPORT.json REPORT.look.json FILE.pdf
"""

import sys
from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "resources" / "fonts" / "th-sarabun-new"


def main(report: str, look: str, out: str) -> None:
    """Compile memo.typ with the report as its data."""
    typst.compile(
        HERE / "memo.typ",
        output=out,
        root="/",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": report, "look": look},
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
