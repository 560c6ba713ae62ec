"""The head of a memo (หัวบันทึกข้อความ), read by its labels: ส่วนราชการ, ที่, วันที่, เรื่อง, เรียน."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from desktop_app.domain.report import Head, Round
from desktop_app.errors import KnownError
from desktop_app.exchange.lines import Line, one_spaced, without_leaders
from desktop_app.exchange.steps import glue, starts_with_mark
from desktop_app.language import _
from desktop_app.thai.dates import FIRST_YEAR, LAST_YEAR, parse_date
from desktop_app.thai.digits import swap_digits_to_arabic
from desktop_app.thai.periods import parse_period

_TITLE = "บันทึกข้อความ"
_AFTER = r"\s*[:：]?\s*"
_LABELS = {
    "unit": re.compile(rf"ส่วนราชการ{_AFTER}"),
    "number": re.compile(rf"ที่(?=[\s.…_:]|$){_AFTER}"),
    "date": re.compile(rf"วันที่{_AFTER}"),
    "subject": re.compile(rf"เรื่อง{_AFTER}"),
    "addressee": re.compile(rf"เรียน(?!รู้){_AFTER}"),
}
_DATE_IN_LINE = re.compile(r"(?:^|\s)(?=วันที่)")
_TELEPHONE = re.compile(r"\s*โทร(?:ศัพท์|\.)?(?!สาร)\s*[:.]?\s*(?=[0-9๐-๙(.…_+]|$)")
_MARKS = {
    "urgency": ("ด่วนที่สุด", "ด่วนมาก", "ด่วน"),
    "secrecy": ("ลับที่สุด", "ลับมาก", "ลับ"),
}
OPENERS = ("ตามที่", "ด้วย", "เนื่องจาก", "อนุสนธิ", "ตามหนังสือ", "ตามคำสั่ง", "ตามประกาศ", "จาก", "ในการ")
_SHORT = {
    "ทต.": "เทศบาลตำบล",
    "ทม.": "เทศบาลเมือง",
    "ทน.": "เทศบาลนคร",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
}
_OFFICE = re.compile(
    r"(?P<kind>เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|(?:ทต|ทม|ทน|อบต|อบจ)\.)"
    r"\s*(?P<name>[^\s(),]+)"
)
_FISCAL_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(\d{4})")
_RANGE = re.compile(r"\(([^()]*(?:[-–]|ถึง)[^()]*)\)")
_MONTHS = re.compile(r"(?:รอบ|ระยะ)\s*(?:ระยะเวลา)?\s*(6|12|หก|สิบสอง)\s*เดือน")


_FARTHEST = 4
"""How many lines a label's text may fill before the head is taken to be over."""


@dataclass(frozen=True, slots=True)
class HeadFound:
    """The head, the lines after it (the opening text), and what had no place."""

    head: Head
    body: tuple[Line, ...]
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]
    labelled: bool
    """Whether there were labels at all; without them every line is of the body."""


def read_head(lines: Sequence[Line]) -> HeadFound:
    """Read the head out of the lines before the table; the date stays None when it is left to the pen."""
    lines = [part for line in lines for part in _number_and_date(line)]
    labels = _labels(lines)
    texts, end = _texts(lines, labels)
    start = min(labels, default=0)
    marks, unplaced = _before_labels(lines[:start])
    unit, telephone = _unit_and_telephone(texts.get("unit", ""))
    day, warnings = _date(texts.get("date", ""))
    head = Head(
        office=office_name(unit) or office_name(texts.get("subject", "")),
        unit=unit,
        telephone=telephone,
        number=texts.get("number", ""),
        date=day,
        subject=texts.get("subject", ""),
        addressee=texts.get("addressee", ""),
        urgency=marks.get("urgency", ""),
        secrecy=marks.get("secrecy", ""),
    )
    if warnings:
        unplaced.append(f"วันที่ {texts['date']}")
    body = tuple(line for line in lines[end:] if "".join(line.text.split()) != _TITLE)
    return HeadFound(head, body, tuple(unplaced), warnings, bool(labels))


def fiscal_year_and_round(texts: Iterable[str]) -> tuple[int | None, Round | None]:
    """Return the BE fiscal year that is named first, and the round when a text tells it.

    A range of days in brackets tells the round as well: half a year or a whole one.
    """
    plain = swap_digits_to_arabic("\n".join(texts))
    years = [int(year) for year in _FISCAL_YEAR.findall(plain)]
    year = next((year for year in years if FIRST_YEAR <= year <= LAST_YEAR), None)
    if months := _MONTHS.search(plain):
        return year, Round.SIX_MONTHS if months[1] in ("6", "หก") else Round.TWELVE_MONTHS
    rounds = (_round_of(inside) for inside in _RANGE.findall(plain))
    return year, next((found for found in rounds if found), None)


def _round_of(text: str) -> Round | None:
    period = parse_period(text)
    days = (period.end - period.start).days + 1 if period else 0
    return {
        182: Round.SIX_MONTHS,
        183: Round.SIX_MONTHS,
        365: Round.TWELVE_MONTHS,
        366: Round.TWELVE_MONTHS,
    }.get(days)


def _number_and_date(line: Line) -> list[Line]:
    """Part "ที่ … วันที่ …" into two lines."""
    inside = _DATE_IN_LINE.search(line.text)
    if not inside or not _LABELS["number"].match(line.text):
        return [line]
    texts = (line.text[: inside.start()], line.text[inside.end() :])
    return [replace(line, text=text, cells=(text,)) for text in texts]


def _labels(lines: Sequence[Line]) -> dict[int, str]:
    """Return the label of every line that has one, in the order that a memo has; one label is none."""
    found: dict[int, str] = {}
    waiting = list(_LABELS)
    for number, line in enumerate(lines):
        label = next((name for name in waiting if _LABELS[name].match(line.text)), None)
        if label:
            found[number] = label
            waiting = waiting[waiting.index(label) + 1 :]
        elif found and number - max(found) > _FARTHEST:
            break
    return found if len(found) > 1 else {}


def _texts(lines: Sequence[Line], labels: dict[int, str]) -> tuple[dict[str, str], int]:
    """Return the text of every label, and where the body begins."""
    texts: dict[str, str] = {}
    ends = [*list(labels)[1:], _end_of_last(lines, max(labels))] if labels else []
    for (number, label), end in zip(labels.items(), ends, strict=True):
        first = _LABELS[label].sub("", lines[number].text, count=1)
        pieces = [first, *(line.text for line in lines[number + 1 : end])]
        texts[label] = reduce(glue, filter(None, map(without_leaders, pieces)), "")
    return texts, ends[-1] if ends else 0


def _end_of_last(lines: Sequence[Line], number: int) -> int:
    """Return where the text of the last label ends: it may wrap over lines that touch and are short."""
    end = number + 1
    while end < min(len(lines), number + 3) and _wraps(lines[end]):
        end += 1
    return end


def _wraps(line: Line) -> bool:
    apart = line.gap or line.indented or line.text.startswith(OPENERS) or starts_with_mark(line.text)
    return not apart and len(line.text) < 60


def _before_labels(lines: Sequence[Line]) -> tuple[dict[str, str], list[str]]:
    """Read urgency and secrecy; the title goes, everything else is unplaced."""
    marks: dict[str, str] = {}
    unplaced = []
    for line in lines:
        rest = "".join(line.text.split()).replace(_TITLE, "") if _is_title(line) else line.text
        kind = next((kind for kind, words in _MARKS.items() if rest in words and kind not in marks), None)
        if kind:
            marks[kind] = rest
        elif rest:
            unplaced.append(rest)
    return marks, unplaced


def _is_title(line: Line) -> bool:
    bare = "".join(line.text.split())
    return _TITLE in bare and len(bare) < len(_TITLE) + 12


def _unit_and_telephone(text: str) -> tuple[str, str]:
    found = _TELEPHONE.search(text)
    if not found:
        return text, ""
    return text[: found.start()], one_spaced(text[found.end() :])


def office_name(text: str) -> str:
    """Return the name of the first local office that a text names, its kind written out; "" for none."""
    found = _OFFICE.search(text)
    return _SHORT.get(found["kind"], found["kind"]) + found["name"] if found else ""


def _date(text: str) -> tuple[date | None, tuple[str, ...]]:
    if not text:
        return None, ()
    try:
        return parse_date(text), ()
    except KnownError as error:
        return None, (_("หัวบันทึก: {sentence}").format(sentence=error.sentence),)
