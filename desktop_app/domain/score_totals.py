"""What the ITA scores of a year come to: each instrument, the weighted total, its grade.

The rule (domain rules, section 3): an instrument's score is the mean of its indicators, the total the sum
of the instruments by their weights. What is shown has two decimals, a half rounded up; nothing is rounded
on the way, and the grade is that of the shown total, for the bands of the state have two decimals too.
Nothing is guessed: an instrument with an indicator missing has no score, and then there is no total.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from desktop_app.domain.form import Part
from desktop_app.domain.report import Report
from desktop_app.domain.scores import delta_words, score_text
from desktop_app.domain.yearly import Instrument, Section, YearRules

GRADED_BY = (Section.INSTRUMENTS, Section.INDICATORS, Section.GRADES)
"""The tables that a total and its grade come from."""
_GRADE = "ระดับผลการประเมิน"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the scores of one year come to; two decimals, None and "" where something is missing."""

    instruments: Mapping[str, Decimal]
    """The score of each instrument that is complete, by its code."""
    total: Decimal | None = None
    grade: str = ""


class TotalLine(NamedTuple):
    """One value of two years: of the instrument with this ``code``, of all together when it is ""."""

    code: str
    words: str
    previous: Decimal | None
    score: Decimal | None

    @property
    def delta(self) -> Decimal | None:
        """How much it rose; None when one of the two is not known."""
        return None if self.score is None or self.previous is None else self.score - self.previous


@dataclass(frozen=True, slots=True)
class Totals:
    """Two years side by side, each by the rules of its own."""

    rules: YearRules
    rules_before: YearRules
    now: Standing
    before: Standing

    def lines(self) -> list["TotalLine"]:
        """Return what can be told, instruments first, the total last; a line without values is left out."""
        now, before = self.now.instruments, self.before.instruments
        told = [
            TotalLine(one.code, _words(one, self.rules), before.get(one.code), now.get(one.code))
            for one in self.rules.instruments
        ]
        told.append(TotalLine("", "คะแนนรวม", self.before.total, self.now.total))
        return [line for line in told if line.score is not None or line.previous is not None]

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return the same as texts, and the grades: name, the year before, this year, the difference."""
        rows = [
            (line.words, score_text(line.previous), score_text(line.score), delta_words(line.delta))
            for line in self.lines()
        ]
        if self.now.grade or self.before.grade:
            rows.append((_GRADE, self.before.grade, self.now.grade, ""))
        return rows


def totals_of(report: Report, part: Part, year: int) -> Totals | None:
    """Return what the scores of a BE year come to; None for a form whose indicators are its own."""
    rules = report.rules_of(year)
    if not part.yearly or not rules.instruments or not rules.indicators:
        return None
    mine = [one for one in report.scores if one.year == year]
    now = {one.indicator: one.score for one in mine if one.score is not None}
    before = {one.indicator: one.previous for one in mine if one.previous is not None}
    earlier = report.rules_of(year - 1)
    return Totals(rules, earlier, _standing(now, rules), _standing(before, earlier))


def _standing(scores: Mapping[int, Decimal], rules: YearRules) -> Standing:
    """Work out one year."""
    means: dict[str, Decimal] = {}
    for one in rules.instruments:
        numbers = numbers_of(one.code, rules)
        if numbers and all(number in scores for number in numbers):
            means[one.code] = sum((scores[number] for number in numbers), Decimal(0)) / len(numbers)
    shown = {code: _rounded(mean) for code, mean in means.items()}
    if not means or len(means) < len(rules.instruments):
        return Standing(shown)
    total = _rounded(sum((means[one.code] * one.weight for one in rules.instruments), Decimal(0)) / 100)
    return Standing(shown, total, grade_of(total, list(shown.values()), rules))


def grade_of(total: Decimal, instruments: Sequence[Decimal], rules: YearRules) -> str:
    """Return the word of the highest band that a total reaches, "" when it reaches none.

    A band may ask that each of the instruments reaches something too.
    """
    for band in rules.grades:
        if total >= band.at_least and (band.each is None or min(instruments) >= band.each):
            return band.word
    return ""


def numbers_of(code: str, rules: YearRules) -> list[int]:
    """Return the numbers of the indicators that an instrument measures."""
    return [number for number, one in enumerate(rules.indicators, start=1) if one.instrument == code]


def _words(one: Instrument, rules: YearRules) -> str:
    numbers = numbers_of(one.code, rules)
    span = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}" if numbers else ""
    return f"{one.code} (ตัวชี้วัดที่ {span} น้ำหนัก {one.weight.normalize():f})"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_UP)
