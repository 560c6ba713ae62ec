"""Periods of work as people write them in a table: "ต.ค. ๖๕ - ก.ย. ๖๖", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖".

A period may also be free text ("เป็นประจำทุกเดือน"): then there is nothing to read and no error.
"""

import re
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import KnownError
from desktop_app.thai.dates import ERA, fiscal_year_range, last_day, month_number, parse_date, read_year
from desktop_app.thai.digits import swap_digits_to_arabic

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
    plain = _ERA_MARK.sub("", swap_digits_to_arabic(" ".join(text.split())))
    plain = re.sub(r"^(?:ตั้งแต่|ระหว่าง)?\s*(?:วันที่|เดือน)?\s*", "", plain.strip())
    try:
        return _fiscal(plain) or _range(plain)
    except (KnownError, ValueError):
        return None


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
