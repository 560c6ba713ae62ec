"""Writes the reports that all printers print, and what the others need to print the same page.

Run: python -m bench.printing.reports FOLDER ROWS…

FOLDER/ROWS.json is an exported report; FOLDER/ROWS.look.json tells how our own page looks: the size of its
table's text and the widths of its columns (points), the height of a line above and below its baseline (ems),
and where the emblem lies.
A process of its own, because a child's peak memory counts from that of its parent.
"""

import base64
import json
import random
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.printing.rows import many_rows, real_rows
from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.page import Text
from desktop_app.domain.office import picture_size
from desktop_app.exchange.emblem import candidates
from desktop_app.exchange.report_json import report_from_json
from desktop_app.forms.library import load_forms
from desktop_app.resources import resource

SEED = 2567
MOST_FOR_OTHERS = 1000
"""The longest report that the other printers print."""


def sample_emblem() -> bytes:
    """Return the emblem of the sample office as a PNG."""
    return candidates(resource("sample", "seal.svg"))[0].image


def long_report(rows: int, emblem: bytes) -> dict[str, Any]:
    """Return the sample report with an emblem and so many rows."""
    report = json.loads(resource("sample", "memo.json").read_text(encoding="utf-8"))
    report["office"] = {"name": report["head"]["office"], "emblem": base64.b64encode(emblem).decode("ascii")}
    cells = many_rows(rows, random.Random(SEED + rows), real_rows())
    report["rows"] = [{"number": at, "cells": each, "status": "done"} for at, each in enumerate(cells, 1)]
    return report


def look(text: str) -> Mapping[str, Any]:
    """Return how a report's pages look: see above."""
    report = report_from_json(text)
    pages = lay_out(compose(report, load_forms()[report.form_id])).pages
    sizes = Counter(
        item.size
        for page in pages
        for group in page.groups
        for item in group.items
        if isinstance(item, Text) and group.areas
    )
    widths = {area.column: area.width for page in pages for area in page.areas()}
    regular = face()
    return {
        "size": sizes.most_common(1)[0][0],
        "widths": [widths[at] for at in sorted(widths)],
        "rise": regular.leading - regular.descent,
        "drop": regular.descent,
    }


def main(folder: Path, counts: list[int]) -> None:
    """Write the emblem, a report of each length and its look."""
    emblem = sample_emblem()
    (folder / "emblem.png").write_bytes(emblem)
    for rows in counts:
        text = json.dumps(long_report(rows, emblem), ensure_ascii=False)
        (folder / f"{rows}.json").write_text(text, encoding="utf-8")
        if rows <= MOST_FOR_OTHERS:
            said = {
                **look(text),
                "emblem": str(folder / "emblem.png"),
                "size_of_emblem": picture_size(emblem),
            }
            (folder / f"{rows}.look.json").write_text(json.dumps(said), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]])
