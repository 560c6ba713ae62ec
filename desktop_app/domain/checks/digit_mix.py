"""Thai and Arabic digits side by side in one part that prints digits as they were typed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject, Text
from desktop_app.domain.finding import Change, Finding, Severity
from desktop_app.domain.form import Part
from desktop_app.domain.report import DigitPolicy
from desktop_app.language import _
from desktop_app.thai.digits import numerals, to_arabic, to_thai, without_codes

_RUN = re.compile("[0-9]+|[๐-๙]+")


def check_digits(subject: Subject) -> Iterator[Finding]:
    """Find parts that mix the two: the fewer are to become like the more, Thai ones when they are as many.

    Codes and addresses keep their digits and do not count; neither does a telephone number.
    """
    for part in subject.form.parts:
        if part.digits is DigitPolicy.AS_TYPED:
            counted = [
                (text, digit_counts(text.text))
                for text in subject.texts
                if text.part is part and text.where.column != "telephone"
            ]
            thai, arabic = (
                sum(each[0] for _unused, each in counted),
                sum(each[1] for _unused, each in counted),
            )
            if thai and arabic:
                is_thai = thai >= arabic
                odd = [text for text, each in counted if each[1 if is_thai else 0]]
                yield _finding(subject, part, odd, is_thai)


def _finding(subject: Subject, part: Part, odd: list[Text], is_thai: bool) -> Finding:
    few, many = (_("อารบิก"), _("ไทย")) if is_thai else (_("ไทย"), _("อารบิก"))
    count = numerals(len(odd))
    message = _("{title}ส่วนใหญ่ใช้เลข{many} แต่มีเลข{few}ปนอยู่ใน {count} ช่อง กรุณาใช้เลขแบบเดียวกัน").format(
        title=part.title, many=many, few=few, count=count
    )
    changes = tuple(Change(text.where, text.text, in_digits(text.text, is_thai)) for text in odd)
    first, *others = (text.where for text in odd)
    return Finding(
        "mixed-digits", Severity.DOUBTFUL, first, subject.place(first), message, changes, tuple(others)
    )


@lru_cache(maxsize=2048)
def digit_counts(text: str) -> tuple[int, int]:
    """Return how many numbers of a text are in Thai digits and how many in Arabic ones, codes left out."""
    if not _RUN.search(text):
        return 0, 0
    runs = _RUN.findall(without_codes(text))
    thai = sum(1 for run in runs if not run.isascii())
    return thai, len(runs) - thai


@lru_cache(maxsize=2048)
def in_digits(text: str, is_thai: bool) -> str:
    """Return a text in Thai or in Arabic digits, codes and addresses untouched."""
    return to_thai(text) if is_thai else to_arabic(text)
