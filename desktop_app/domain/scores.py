"""ITA scores: what is one, how a difference is told, and the pairs of scores that a text states."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.form import FormSpec, Part, PartKind
from desktop_app.domain.report import Report, Score
from desktop_app.domain.yearly import YearRules
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from desktop_app.thai.dates import FIRST_YEAR, LAST_YEAR
from desktop_app.thai.digits import swap_digits_to_arabic

ROSE, FELL, SAME = N_("เพิ่มขึ้น"), N_("ลดลง"), "เท่าเดิม"
RISES = (ROSE, "สูงขึ้น")
_NUMBER = r"[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,4})?"
STATED = re.compile(
    rf"(?:(?P<now>{_NUMBER})\s*คะแนน\s*\)?\s*)?(?P<verb>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)\s*จาก(?P<between>[^\n]{{0,80}}?)"
    rf"\(?\s*(?P<before>{_NUMBER})\s*คะแนน\s*\)?(?:\s*(?P<then>เป็น|มาเป็น|ในปี)[^\n]{{0,60}}?"
    rf"(?P<later>{_NUMBER})\s*คะแนน\s*\)?)?\s*(?:โดย)?\s*(?:คิดเป็น|เป็น)?\s*จำนวน\s*(?P<sign>[-–−]?)\s*(?P<stated>{_NUMBER})\s*คะแนน"
)
"""A stated difference: "(now) เพิ่มขึ้นจาก … (before) จำนวน z คะแนน"; or "(now)" follows "(before) เป็น"."""
_INDICATOR = re.compile(r"ตัวชี้วัด\s*(?:ที่)?\s*([0-9๐-๙]{1,2})(?![0-9๐-๙])")
_YEAR = re.compile(r"ปี[^0-9๐-๙\n]{0,25}([0-9๐-๙]{4})(?![0-9๐-๙])")
_SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_HIGHEST = Decimal(100)
_LONGEST = 20


class StatedPair(NamedTuple):
    """The scores of an indicator that a text states. ``year`` and ``year_before`` are BE, None: not told."""

    indicator: int
    year: int | None
    year_before: int | None
    score: Decimal
    previous: Decimal


def score_key(year: int, field: str) -> str:
    """Name a field of the scores of a BE year, the column of a ``Where``."""
    return f"{year} {field}"


def score_of(text: str) -> Decimal:
    """Return a typed score with two decimals ("๙๘.๙๙"); raises KnownError for what is none."""
    plain = swap_digits_to_arabic(text.strip())
    value = Decimal(plain) if _SCORE.fullmatch(plain) else None
    if value is None or value > _HIGHEST:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        raise KnownError(
            _("“{shown}” ไม่ใช่คะแนน กรุณาพิมพ์ตัวเลขตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง เช่น 98.99").format(
                shown=shown
            )
        )
    return value.quantize(Decimal("0.01"))


def score_text(score: Decimal | None) -> str:
    """Return a score as it is shown: two decimals, "" for none."""
    return "" if score is None else f"{score:.2f}"


def delta_words(delta: Decimal | None) -> str:
    """Return a difference in words, verb and absolute amount; "" while it is not known."""
    if delta is None:
        return ""
    return f"{ROSE if delta > 0 else FELL} {abs(delta):.2f} คะแนน" if delta else SAME


def indicators_of(form: FormSpec, rules: YearRules) -> tuple[str, ...]:
    """Return the names of the indicators that a form has scores of in a year; () for a form without."""
    part = next((part for part in form.parts if part.kind is PartKind.SCORES), None)
    return names_of(part, rules) if part else ()


def names_of(part: Part, rules: YearRules) -> tuple[str, ...]:
    """Return the names of the indicators 1, 2, 3 …: those of the year where the form asks for them."""
    names = tuple(one.name for one in rules.indicators) if part.yearly else ()
    return names or part.indicators


def years_of(report: Report) -> list[int]:
    """Return the BE years that scores are of, the fiscal year of the report among them."""
    return sorted({report.fiscal_year, *(one.year for one in report.scores)})


def in_order(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return the scores by year and indicator, without the empty ones."""
    return tuple(
        sorted((one for one in scores if not one.is_empty), key=lambda one: (one.year, one.indicator))
    )


def stated_scores(report: Report, form: FormSpec) -> tuple[Score, ...]:
    """Return the scores that the cells of a report state of the indicators of its form.

    A pair is of the report's fiscal year unless it says of which. Left out: pairs that are not of a year and
    the one before it, values that are no score, and an indicator of which two cells state different scores.
    """
    found: dict[tuple[int, int], set[Score]] = {}
    for text in (text for row in report.rows for text in row.cells.values()):
        for pair in stated_pairs(text):
            year = pair.year or report.fiscal_year
            fits = (
                FIRST_YEAR <= year <= LAST_YEAR
                and 0 < pair.indicator <= len(indicators_of(form, report.rules_of(year)))
                and pair.year_before in (None, year - 1)
            )
            if fits and max(pair.score, pair.previous) <= _HIGHEST:
                score = Score(pair.indicator, year, pair.score, pair.previous)
                found.setdefault((year, pair.indicator), set()).add(score)
    return in_order(one for (one, *others) in found.values() if not others)


def stated_pairs(text: str) -> list[StatedPair]:
    """Return the pairs of scores stated after the number of their indicator, in their order."""
    pairs: list[StatedPair] = []
    end = 0
    for stated in STATED.finditer(text) if "ตัวชี้วัด" in text else ():
        start, end = end, stated.end()
        now = stated["later"] or stated["now"]
        indicators = list(_INDICATOR.finditer(text, start, stated.start()))
        if now is None or not indicators:
            continue
        told = text[stated.end("before") : stated.start("later")] if stated["later"] else ""
        year = _year(told or text[indicators[-1].end() : stated.start()])
        values = (value_of(now), value_of(stated["before"]))
        if all(value == value.quantize(Decimal("0.01")) for value in values):
            number = int(swap_digits_to_arabic(indicators[-1][1]))
            pairs.append(StatedPair(number, year, _year(stated["between"]), *values))
    return pairs


def value_of(number: str) -> Decimal:
    """Return the value of a number of STATED, whatever its digits."""
    return Decimal(swap_digits_to_arabic(number))


def _year(text: str) -> int | None:
    found = _YEAR.findall(text)
    return int(swap_digits_to_arabic(found[-1])) if found else None
