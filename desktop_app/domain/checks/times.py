"""Periods and dates: outside the fiscal year, ending before they start, in another era."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.cover_memo import date_field
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.domain.form import SIGNED_KINDS, ColumnKind, PartKind
from desktop_app.language import _
from desktop_app.thai.dates import (
    ERA,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    fiscal_year_of,
    fiscal_year_range,
)
from desktop_app.thai.digits import (
    numerals,
    swap_digits_to_arabic,
    swap_digits_to_thai,
    without_codes,
)
from desktop_app.thai.periods import stated_period
from desktop_app.thai.shown import short_day

_FOUR_DIGITS = re.compile("[0-9]{4}|[๐-๙]{4}")
_FIRST_CE, _LAST_CE = 1900, LAST_YEAR - ERA
_FAR = 2
"""So many fiscal years may lie between a report and the date it bears."""


class WrongYear(NamedTuple):
    """A year of another era in a text, and the Buddhist one that is meant."""

    start: int
    end: int
    year: str
    meant: str


def check_periods(subject: Subject) -> Iterator[Finding]:
    """Find periods that end before they start, or lie outside the report's fiscal year."""
    first, last = fiscal_year_range(subject.report.fiscal_year)
    for part, column in subject.cells:
        if column.kind is not ColumnKind.PERIOD:
            continue
        for row, text in subject.column(column.key):
            if (fault := period_fault(text, first, last)) is not None:
                code, severity, message = fault
                where = Where(part.key, row.id, column.key)
                yield Finding(code, severity, where, subject.place(where), message)


@lru_cache(maxsize=2048)
def period_fault(text: str, first: date, last: date) -> tuple[str, Severity, str] | None:
    """Return code, severity and sentence of what is wrong with a period in the year ``first`` to ``last``."""
    stated = stated_period(text) if text else None
    if stated is None:
        return None
    start, end = short_day(stated.start), short_day(stated.end)
    if stated.start > stated.end:
        message = _("สิ้นสุด ({end}) ก่อนเริ่ม ({start}) กรุณาตรวจเดือนและปี").format(end=end, start=start)
        return "period-reversed", Severity.WRONG, message
    year = numerals(last.year + ERA)
    if stated.end < first or stated.start > last:
        message = _("{start} ถึง {end} อยู่นอกปีงบประมาณ {year} กรุณาตรวจปี").format(
            start=start, end=end, year=year
        )
        return "period-outside", Severity.WRONG, message
    if stated.start < first or stated.end > last:
        message = _("{start} ถึง {end} เกินออกนอกปีงบประมาณ {year} กรุณาตรวจเดือนและปี").format(
            start=start, end=end, year=year
        )
        return "period-outside", Severity.DOUBTFUL, message
    return None


def check_years_in_texts(subject: Subject) -> Iterator[Finding]:
    """Find years in a text that are not Buddhist: 2024, or 3106 where 543 was added twice."""
    for text in subject.texts:
        if not (years := wrong_years(text.text)):
            continue
        new = text.text
        for year in reversed(years):
            new = new[: year.start] + year.meant + new[year.end :]
        pairs = " ".join(
            _("“{year}” เป็น {meant}").format(year=year.year, meant=year.meant)
            for year in dict.fromkeys(years)
        )
        message = _("ปีไม่ใช่ พ.ศ. ที่ใช้ได้ กรุณาแก้ {pairs}").format(pairs=pairs)
        mend = (Change(text.where, text.text, new),)
        yield Finding("era", Severity.WRONG, text.where, subject.place(text.where), message, mend)


@lru_cache(maxsize=2048)
def wrong_years(text: str) -> tuple[WrongYear, ...]:
    """Return the years of another era in a text. One after ค.ศ., in a code or an address is meant so."""
    if not _FOUR_DIGITS.search(text):
        return ()
    found = []
    for dated in _dated().finditer(without_codes(text)):
        if (meant := _meant(dated["year"])) and not dated["christian"]:
            found.append(WrongYear(*dated.span("year"), dated["year"], meant))
    return tuple(found)


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Find dates of the head and of signatures that are far from the report's fiscal year."""
    for where, day in _dates(subject):
        if abs(fiscal_year_of(day) - subject.report.fiscal_year) > _FAR:
            year = numerals(subject.report.fiscal_year)
            message = _("วันที่ {day} ห่างจากปีงบประมาณ {year} ที่รายงาน กรุณาตรวจปี").format(
                day=short_day(day), year=year
            )
            if day.year + ERA > LAST_YEAR:
                message = _("ปีของวันที่เกินไป ๕๔๓ ปี ({year}) กรุณากรอกวันที่ใหม่").format(
                    year=numerals(day.year + ERA)
                )
            yield Finding("date-far", Severity.DOUBTFUL, where, subject.place(where), message)


def check_activities(subject: Subject) -> Iterator[Finding]:
    """Find activities of another fiscal year than the report's."""
    first, last = fiscal_year_range(subject.report.fiscal_year)
    for part in subject.parts(PartKind.ACTIVITIES):
        for number, activity in enumerate(subject.report.activities, start=1):
            if activity.date is not None and not first <= activity.date <= last:
                where = Where(part.key, column="date", activity=number)
                year = numerals(subject.report.fiscal_year)
                message = _("วันที่ {day} อยู่นอกปีงบประมาณ {year} กรุณาตรวจปี").format(
                    day=short_day(activity.date), year=year
                )
                yield Finding("date-outside", Severity.DOUBTFUL, where, subject.place(where), message)


def _dates(subject: Subject) -> Iterator[tuple[Where, date]]:
    for part in subject.parts(PartKind.MEMO_HEAD):
        day = getattr(subject.report.head, date_field(part))
        if day is not None:
            yield Where(part.key, column=date_field(part)), day
    for part in subject.parts(*SIGNED_KINDS):
        for signoff in subject.report.signoffs:
            if signoff.part == part.key and signoff.signed_date is not None:
                yield Where(part.key, column="signed_date", signoff=signoff.id), signoff.signed_date


def _meant(year: str) -> str | None:
    """Return the Buddhist year that was meant by one that is not; None for a good year."""
    number = int(swap_digits_to_arabic(year))
    if _FIRST_CE <= number <= _LAST_CE:
        number += ERA
    elif number > LAST_YEAR and FIRST_YEAR <= number - ERA <= LAST_YEAR:
        number -= ERA
    else:
        return None
    return str(number) if year.isascii() else swap_digits_to_thai(str(number))


@cache
def _dated() -> re.Pattern[str]:
    """Return the pattern of a year that belongs to a date or is called a year."""
    months = "|".join(re.escape(name) for names in MONTHS for name in names)
    return re.compile(
        rf"(?:(?:{months})\s*|[0-9๐-๙]{{1,2}}/[0-9๐-๙]{{1,2}}/|ปีงบประมาณ\s*|ปี\s*|พ\.\s?ศ\.\s*)"
        r"(?:พ\.\s?ศ\.\s*)?(?P<christian>ค\.\s?ศ\.\s*)?(?P<year>[0-9]{4}|[๐-๙]{4})(?![0-9๐-๙])"
    )
