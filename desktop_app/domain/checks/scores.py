"""ITA scores stated in a text: their difference, and whether they rose or fell."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Change, Finding, Severity
from desktop_app.domain.scores import (
    FELL,
    RISES,
    ROSE,
    STATED,
    StatedPair,
    score_text,
    stated_pairs,
    value_of,
)
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_thai


class Fault(NamedTuple):
    """What is wrong with a stated difference. ``new`` is to stand from ``start`` to ``end``."""

    code: str
    message: str
    start: int
    end: int
    new: str


def check_scores(subject: Subject) -> Iterator[Finding]:
    """Find score differences that do not add up, with the wrong verb, or printed below zero."""
    for text in subject.texts:
        for fault in score_faults(text.text):
            new = text.text[: fault.start] + fault.new + text.text[fault.end :]
            place = subject.place(text.where)
            mend = (Change(text.where, text.text, new),)
            yield Finding(fault.code, Severity.WRONG, text.where, place, fault.message, mend)


def check_entered(subject: Subject) -> Iterator[Finding]:
    """Find scores that a cell states otherwise than they were entered for their indicator and year."""
    entered = {(one.indicator, one.year): one for one in subject.report.scores}
    for text in subject.texts if entered else ():
        for pair in pairs_in(text.text):
            one = entered.get((pair.indicator, pair.year or subject.report.fiscal_year))
            if one is None:
                continue
            for said, there, year in (
                (pair.score, one.score, one.year),
                (pair.previous, one.previous, one.year - 1),
            ):
                if there is not None and said != there:
                    message = _(
                        "ข้อความว่าตัวชี้วัดที่ {indicator} ปี {year} ได้ {said} คะแนน แต่คะแนนที่กรอกไว้คือ {there} "
                        "กรุณาแก้ให้ตรงกัน"
                    ).format(
                        indicator=one.indicator, year=year, said=score_text(said), there=score_text(there)
                    )
                    place = subject.place(text.where)
                    yield Finding("score-entered", Severity.WRONG, text.where, place, numerals(message))


@lru_cache(maxsize=2048)
def pairs_in(text: str) -> tuple[StatedPair, ...]:
    """Return the pairs of scores that a text states."""
    return tuple(stated_pairs(text))


@lru_cache(maxsize=2048)
def score_faults(text: str) -> tuple[Fault, ...]:
    """Return the faults of the score differences stated in a text."""
    if "คะแนน" not in text:
        return ()
    return tuple(fault for stated in STATED.finditer(text) if (fault := _fault(stated)))


def _fault(stated: re.Match[str]) -> Fault | None:
    now = stated["later"] or stated["now"]
    if now is None:
        return None
    difference = value_of(now) - value_of(stated["before"])
    is_thai = not stated["stated"].isascii()
    amount = _written(abs(difference), stated["stated"], is_thai)
    start, end = stated.span("stated")
    shown = stated["stated"]
    if abs(difference) != value_of(shown):
        message = _("คะแนนต่างกัน {amount} คะแนน แต่ข้อความว่า {shown} คะแนน กรุณาแก้ตัวเลข").format(
            amount=amount, shown=shown
        )
        return Fault("score-difference", message, stated.start("sign"), end, amount)
    if difference and (difference > 0) != (stated["verb"] in RISES):
        right = ROSE if difference > 0 else FELL
        message = _("คะแนน{right} {amount} คะแนน แต่ข้อความว่า “{stated}” กรุณาแก้คำ").format(
            right=_(right), amount=amount, stated=stated["verb"]
        )
        return Fault("score-verb", message, *stated.span("verb"), right)
    if stated["sign"]:
        message = _("มีคำว่า “{stated}” แล้ว กรุณาตัดเครื่องหมายลบหน้า {shown} ออก").format(
            stated=stated["verb"], shown=shown
        )
        return Fault("score-negative", message, stated.start("sign"), start, "")
    return None


def _written(amount: Decimal, like: str, is_thai: bool) -> str:
    """Return an amount in the digits, and at least as many decimals as needed, of the one it replaces."""
    plain = f"{amount.normalize():f}"
    decimals = len(like.partition(".")[2])
    if decimals > len(plain.partition(".")[2]):
        plain = f"{amount:.{decimals}f}"
    return swap_digits_to_thai(plain) if is_thai else plain
