"""A copy of a report that was issued, and the name of its file."""

import re
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.report import Report
from desktop_app.thai.digits import swap_digits_to_arabic

ERA = 543
LONGEST_NAME = 80
"""Characters before the ending: with any folder it stays below what Windows can open."""
_YEAR = re.compile(r"/\s*(2[45]\d\d|26\d\d)\s*$")
_CODE_AND_NUMBER = re.compile(r"(?<=[^\W\d_])\.?\s+(?=\d)")
_UNSAFE = re.compile(r"[^\w.\-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+|[.-](?!\w)|(?<!\w)[.-]")
"""What is no letter, digit or Thai mark, and a point or dash that does not stand inside a word."""


@dataclass(frozen=True, slots=True)
class IssuedCopy:
    """One issued copy (ฉบับจริง) in the archive, without its bytes. ``issued_at`` is aware."""

    id: int
    report_id: int
    revision: int
    """1 for the first copy of a report."""
    issued_at: datetime
    file_name: str
    sha256: str
    reopened: bool = False
    """The report is being changed since, for the next revision."""


def plain_name(report: Report) -> str:
    """Return a file name for any report: year, form, round, its number in the list."""
    return f"{report.fiscal_year}_{report.form_id}_{report.round.value}_{report.id}.pdf"


def issued_name(report: Report, revision: int) -> str:
    """Return the file name of an issued copy, safe on Windows: "2564_OPM0913_56.pdf".

    Buddhist year first (of the register number, else of the date, else the fiscal year), Arabic digits,
    "_" for spaces and for the stroke. From the second revision on the name ends with it. Without a
    register number (left for the pen) it is ``plain_name``.
    Source: the file names of e-mailed letters, สารบรรณ amendment 2564.
    """
    number = swap_digits_to_arabic(report.head.number)
    told = _YEAR.search(number)
    if told:
        number = number[: told.start()]
    stem = plain_name(report).removesuffix(".pdf")
    if re.search(r"\d", re.split("[-/]", number)[-1]):
        stem = f"{int(told[1]) if told else _year(report)}_{_safe(_CODE_AND_NUMBER.sub('', number))}"
    again = f"_ครั้งที่{revision}" if revision > 1 else ""
    return f"{stem[:LONGEST_NAME]}{again}.pdf"


def _year(report: Report) -> int:
    return report.letter_date.year + ERA if report.letter_date else report.fiscal_year


def _safe(text: str) -> str:
    return re.sub("_+", "_", _UNSAFE.sub("_", text)).strip("_-.")
