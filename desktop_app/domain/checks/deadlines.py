"""Deadlines stated in the table ("ภายในเดือนกันยายน ๒๕๖๕") that were over before the fiscal year began."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Finding, Severity
from desktop_app.domain.form import ColumnKind
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.dates import MONTHS, fiscal_year_range, last_day, month_number, read_year
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_TOLD = (ColumnKind.TEXT, ColumnKind.LIST)


def check_deadlines(subject: Subject) -> Iterator[Finding]:
    """Find deadlines before the report's fiscal year; one after it may well be meant."""
    first, _unused = fiscal_year_range(subject.report.fiscal_year)
    for text in subject.texts:
        if text.column is None or text.column.kind not in _TOLD:
            continue
        if early := early_deadline(text.text, first):
            year = numerals(subject.report.fiscal_year)
            message = _("กำหนด “{early}” อยู่ก่อนปีงบประมาณ {year} กรุณาตรวจเดือนและปี").format(
                early=early, year=year
            )
            yield Finding("deadline", Severity.DOUBTFUL, text.where, subject.place(text.where), message)


@lru_cache(maxsize=2048)
def early_deadline(text: str, first: date) -> str:
    """Return the words of the first deadline that was over before the day ``first``; "" for none."""
    if "ภายใน" not in text:
        return ""
    for stated in _stated().finditer(text):
        month = month_number(stated["month"])
        try:
            year = read_year(swap_digits_to_arabic(stated["year"]))
        except KnownError:
            continue
        if month and last_day(year, month) < first:
            return stated.group()
    return ""


@cache
def _stated() -> re.Pattern[str]:
    """Return the pattern of a deadline with its month and year."""
    months = "|".join(re.escape(name) for names in MONTHS for name in names)
    return re.compile(
        r"ภายใน\s*(?:สิ้น)?(?:วันที่)?\s*(?:[0-9๐-๙]{1,2}\s*)?(?:เดือน)?\s*"
        rf"(?P<month>{months})\s*(?:พ\.\s?ศ\.\s*)?(?P<year>[0-9๐-๙]{{4}}|[0-9๐-๙]{{2}})(?![0-9๐-๙])"
    )
