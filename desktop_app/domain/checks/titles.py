"""The fiscal year and the round that a report's title states, against those it was made for."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject, Text
from desktop_app.domain.finding import Change, Finding, Severity
from desktop_app.domain.form import PartKind
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic, swap_digits_to_thai

_YEAR = re.compile(
    r"(?:ปีงบประมาณ|ประจำปี|พ\.\s?ศ\.)\s*(?:พ\.\s?ศ\.\s*)?(?P<said>2[45][0-9]{2}|๒[๔๕][๐-๙]{2})(?![0-9๐-๙])"
)
_ROUND = re.compile(r"รอบ\s*(?P<said>6|12|๖|๑๒)\s*เดือน")


def check_titles(subject: Subject) -> Iterator[Finding]:
    """Find titles that name another fiscal year or another round, as one copied from last year does."""
    report = subject.report
    for text in subject.texts:
        if not _is_title(text):
            continue
        for code, pattern, right, what in (
            ("title-year", _YEAR, str(report.fiscal_year), _("ปีงบประมาณ")),
            ("title-round", _ROUND, report.round.value, _("รอบ")),
        ):
            said = stated(text.text, pattern)
            if said and right not in {swap_digits_to_arabic(one) for one in said}:
                yield _finding(
                    subject,
                    text,
                    code,
                    pattern,
                    right,
                    _("{what}ที่ข้อความนี้บอกคือ {said}").format(what=what, said=said[0]),
                )


@lru_cache(maxsize=1024)
def stated(text: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the years or rounds that a title states, as they are written."""
    return tuple(dict.fromkeys(found["said"] for found in pattern.finditer(text)))


def _is_title(text: Text) -> bool:
    kind, column = text.part.kind, text.where.column
    centred = kind is PartKind.TEXT and text.part.centred
    return kind is PartKind.COVER or centred or (kind is PartKind.MEMO_HEAD and column == "subject")


def _finding(
    subject: Subject, text: Text, code: str, pattern: re.Pattern[str], right: str, what: str
) -> Finding:
    message = numerals(
        _("{what} แต่รายงานฉบับนี้เป็นของ {right} กรุณาแก้ข้อความ หรือแก้ปีและรอบที่เมนูรายงาน").format(
            what=what, right=right
        )
    )
    mend: tuple[Change, ...] = ()
    if len(stated(text.text, pattern)) == 1:
        new = pattern.sub(lambda found: _put(found, right), text.text)
        mend = (Change(text.where, text.text, new),)
    return Finding(code, Severity.WRONG, text.where, subject.place(text.where), message, mend)


def _put(found: re.Match[str], right: str) -> str:
    """Return what was found with the right number in the digits of the wrong one."""
    whole, start = found.group(), found.start("said") - found.start()
    there = right if found["said"].isascii() else swap_digits_to_thai(right)
    return whole[:start] + there + whole[start + len(found["said"]) :]
