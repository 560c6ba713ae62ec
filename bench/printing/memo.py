"""What the printers written in Python need to set the memo of a report alike: its words in their order."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bench.printing.rows import COLUMNS
from desktop_app.thai.dates import official_date

HEADINGS = (
    "มาตรการ/แนวทาง",
    "วิธีการดำเนินการ",
    "ผู้รับผิดชอบ",
    "ระยะเวลาดำเนินการ",
    "สรุปผลการดำเนินการตามมาตรการ/กิจกรรม",
    "ผลสำเร็จของการดำเนินการ",
    "ข้อเสนอแนะ",
)
FAMILY = "TH Sarabun New"
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "th-sarabun-new"
CM = 72 / 2.54
"""Points."""
LEFT, RIGHT, TOP, BOTTOM = 3 * CM, 2 * CM, 2.5 * CM, 2 * CM
"""Margins of the memo in points."""
EMBLEM = 1.5 * CM
"""Height of the emblem in points."""


class Line(NamedTuple):
    """A paragraph outside of the table; sizes in points."""

    text: str
    size: float = 16.0
    bold: bool = False
    centred: bool = False
    indent: float = 0.0


class Memo(NamedTuple):
    """A report to be printed: what stands before the table, the table, what stands behind it."""

    before: tuple[Line, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[Line, ...]
    size: float
    widths: tuple[float, ...]
    emblem: Path
    emblem_width: float
    """In points; its height is EMBLEM."""


def read_memo(report: Path, look: Path) -> Memo:
    """Return the memo of an exported report with the look of our own page."""
    data = json.loads(report.read_text(encoding="utf-8"))
    how = json.loads(look.read_text(encoding="utf-8"))
    rows = tuple(tuple(row["cells"][key] for key in COLUMNS) for row in data["rows"])
    width, height = how["size_of_emblem"]
    texts = tuple(_before(data)), rows, tuple(_after(data))
    return Memo(*texts, how["size"], tuple(how["widths"]), Path(how["emblem"]), EMBLEM * width / height)


def _before(data: dict[str, Any]) -> Iterator[Line]:
    head = data["head"]
    yield Line("บันทึกข้อความ", 29, bold=True, centred=True)
    yield Line(f"ส่วนราชการ  {head['unit']}  โทร. {head['telephone']}")
    yield Line(f"ที่  {head['number']}    วันที่  {official_date(date.fromisoformat(head['date']))}")
    yield Line(f"เรื่อง  {head['subject']}")
    yield Line(f"เรียน  {head['addressee']}")
    yield from _paragraphs(data["texts"]["opening"])


def _after(data: dict[str, Any]) -> Iterator[Line]:
    yield from _paragraphs(data["texts"]["closing"])
    for signoff in data["signoffs"]:
        if signoff["part"] == "opinions":
            yield Line(f"ความเห็น{signoff['role']}", bold=True)
            yield from _paragraphs(signoff["opinion"])
        yield Line(f"({signoff['name']})", centred=True)
        yield Line(" ".join((signoff["position"], signoff["acting_word"])).strip(), centred=True)


def _paragraphs(text: str) -> Iterator[Line]:
    for paragraph in text.split("\n"):
        yield Line(paragraph, indent=2.5 * CM)
