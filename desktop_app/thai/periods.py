"""Periods of work as people write them in a table: "ต.ค. ๖๕ - ก.ย. ๖๖", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖".

A period may also be free text ("เป็นประจำทุกเดือน"): then there is nothing to read and no error.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.dates import (
    ERA,
    MONTHS,
    fiscal_year_range,
    last_day,
    month_number,
    parse_date,
    read_year,
)
from desktop_app.thai.digits import numerals, swap_digits_to_arabic, to_thai
from desktop_app.thai.shown import short_day

_DASH = re.compile(r"\s*(?:[-–—−]|ถึง)\s*(?:เดือน\s*|วันที่\s*)?")
_ERA_MARK = re.compile(r"พ\s?\.?\s?ศ\s?\.?\s*(?=\d)")
_FISCAL_YEAR = re.compile(r"(?:ตลอด|ทั้ง|ใน)?\s*ปีงบประมาณ\s*(\d{4}|\d{2})")
_QUARTER = re.compile(r"ไตรมาส(?:ที่)?\s*([1-4])\s*(?:/|(?:ของ)?\s*ปีงบประมาณ)\s*(\d{4}|\d{2})")
_END = re.compile(r"(?:(?P<day>\d{1,2})\s*)?(?P<month>[ก-ฮะ-ฺเ-์.\s]+?)?\s*(?P<year>\d{4}|\d{2})?")


@dataclass(frozen=True, slots=True)
class Period:
    """A range of days, both included, in CE dates."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class _Mark:
    """One end of a range as it was written: parts that were left out are None."""

    day: int | None
    month: int | None
    year: int | None


def parse_period(text: str) -> Period | None:
    """Return the range of days that ``text`` states, or None when it states none that we can read.

    None as well for a range that ends before it starts.
    """
    stated = stated_period(text)
    return stated if stated is not None and stated.start <= stated.end else None


def stated_period(text: str) -> Period | None:
    """Return the range of days as ``text`` states it, even one that ends before it starts.

    Understands two ends parted by a dash or ถึง (months or full dates; the first may leave out what
    the last one states), one month, one date, a fiscal year, a quarter of a fiscal year.
    """
    try:
        return _read(text)
    except (KnownError, ValueError):
        return None


def period_fault(text: str) -> str:
    """Return the sentence about a day or a year in ``text`` that there cannot be, "" when all is well.

    Free text has no faults.
    """
    try:
        stated = _read(text)
    except KnownError as fault:
        return fault.sentence
    except ValueError:
        return _("ในช่วงเวลา “{text}” มีวันที่ที่ไม่มีในปฏิทิน กรุณาตรวจวันและเดือนอีกครั้ง").format(text=text.strip())
    if stated is not None and stated.end < stated.start:
        return _("ช่วงเวลา “{text}” สิ้นสุดก่อนเริ่ม กรุณาตรวจเดือนและปีอีกครั้ง").format(text=text.strip())
    return ""


def told_period(text: str) -> str:
    """Return how a text is understood: "๑ ต.ค. ๖๖ ถึง ๓๐ ก.ย. ๖๗"; the fault of one that cannot be meant."""
    stated = parse_period(text)
    if stated is None:
        return period_fault(text)
    if stated.start == stated.end:
        return short_day(stated.start)
    return _("{start} ถึง {end}").format(start=short_day(stated.start), end=short_day(stated.end))


def usual_periods(fiscal_year: int) -> tuple[tuple[str, str], ...]:
    """Return the periods of a BE fiscal year as they are written in a table, each with its name.

    The whole year, its halves, its quarters, its months.
    """
    whole, first, second = _("ทั้งปีงบประมาณ"), _("รอบ ๖ เดือนแรก"), _("รอบ ๖ เดือนหลัง")
    spans = [(whole, 0, 12), (first, 0, 6), (second, 6, 6)]
    spans += [(_("ไตรมาสที่ {quarter}").format(quarter=numerals(at + 1)), 3 * at, 3) for at in range(4)]
    spans += [(MONTHS[(9 + at) % 12][0], at, 1) for at in range(12)]
    return tuple((_written(fiscal_year, first, count), name) for name, first, count in spans)


def periods_for(
    fiscal_year: int, used: Iterable[str], typed: str = "", most: int = 3
) -> tuple[tuple[str, str], ...]:
    """Return what is offered for a period: up to ``most`` that were used and fit the year, then the usual.

    Each with its name, "" for one that speaks for itself. Free text fits any year. ``typed`` leaves those
    that hold it in text or name: "ไตรมาส 1" is ไตรมาสที่ ๑.
    """
    fitting = (text for text in used if _fits(fiscal_year, parse_period(text)))
    free = ((text, "") for text in ("เป็นประจำทุกเดือน", "ทุกไตรมาส"))
    offered = (*((text, "") for text in islice(fitting, most)), *usual_periods(fiscal_year), *free)
    key = _bare(typed)
    return tuple(one for one in offered if key in _bare(one[0]) or key in _bare(one[1]))


def _bare(text: str) -> str:
    return re.sub(r"\s|ที่", "", swap_digits_to_arabic(text))


def _fits(fiscal_year: int, period: Period | None) -> bool:
    first, last = fiscal_year_range(fiscal_year)
    return period is None or (first <= period.start and period.end <= last)


def _written(fiscal_year: int, first: int, count: int) -> str:
    """Return ``count`` months of a fiscal year from its month ``first`` (0 is October): "ต.ค. - ธ.ค. ๖๖"."""
    ends = []
    for at in (first, first + count - 1):
        year = fiscal_year - (at < 3)
        ends.append((MONTHS[(9 + at) % 12][1], to_thai(f"{year % 100:02d}")))
    (start, start_year), (end, end_year) = ends
    if count == 1:
        return f"{start} {start_year}"
    return (
        f"{start} - {end} {end_year}"
        if start_year == end_year
        else f"{start} {start_year} - {end} {end_year}"
    )


def _read(text: str) -> Period | None:
    """Return the range that a text states; raises KnownError or ValueError for what cannot be meant."""
    plain = _ERA_MARK.sub("", swap_digits_to_arabic(" ".join(text.split())))
    plain = re.sub(r"^(?:ตั้งแต่|ระหว่าง)?\s*(?:วันที่|เดือน)?\s*", "", plain.strip())
    return _fiscal(plain) or _range(plain)


def _fiscal(plain: str) -> Period | None:
    if found := _FISCAL_YEAR.fullmatch(plain):
        return Period(*fiscal_year_range(read_year(found[1]) + ERA))
    if found := _QUARTER.fullmatch(plain):
        year, first = read_year(found[2]), 10 + 3 * (int(found[1]) - 1)
        start = date(year - 1 + (first - 1) // 12, (first - 1) % 12 + 1, 1)
        return Period(start, last_day(start.year, start.month + 2))
    return None


def _range(plain: str) -> Period | None:
    if re.fullmatch(r"\d{1,2}[/\-.]\d{1,2}[/\-.]\d+", plain):
        return Period(parse_date(plain), parse_date(plain))
    marks = [_mark(end) for end in _DASH.split(plain)]
    first, last = marks[0], marks[-1]
    if len(marks) > 2 or first is None or last is None:
        return None
    return _between(first, last)


def _mark(end: str) -> _Mark | None:
    if numeric := re.fullmatch(r"\d{1,2}/\d{1,2}/\d+", end):
        whole = parse_date(numeric[0])
        return _Mark(whole.day, whole.month, whole.year)
    found = _END.fullmatch(end.strip())
    if not found or not (found["day"] or found["month"]):
        return None
    name = re.sub(r"^\s*เดือน", "", found["month"] or "")
    month = month_number(name) if name else None
    if name and month is None:
        return None
    day = int(found["day"]) if found["day"] else None
    return _Mark(day, month, read_year(found["year"]) if found["year"] else None)


def _between(first: _Mark, last: _Mark) -> Period | None:
    """Join two ends; what the first left out is the last one's: "ต.ค. - มี.ค. ๖๖" starts in ๖๕."""
    if last.month is None or last.year is None:
        return None
    month = first.month or last.month
    year = first.year or (last.year - 1 if month > last.month else last.year)
    start = date(year, month, 1 if first.day is None else first.day)
    end = last_day(last.year, last.month) if last.day is None else date(last.year, last.month, last.day)
    return Period(start, end)
