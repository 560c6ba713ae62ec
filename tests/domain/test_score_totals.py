"""What ITA scores come to: exact, rounded once at the end, and never guessed."""

from decimal import Decimal

import pytest

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.office import Office
from desktop_app.domain.report import Report, Round, Score
from desktop_app.domain.score_totals import grade_of, totals_of
from desktop_app.domain.yearly import Section, YearlyTable, rules_of
from desktop_app.forms.yearly_file import shipped_tables

PART = Part(PartKind.SCORES, "scores", "คะแนน", yearly=True)
YEARS = {year: rules_of(shipped_tables(), year) for year in (2564, 2565, 2566, 2567)}
BEFORE = ("98.53", "97.58", "94.00", "96.50", "94.87", "90.00", "91.00", "92.00", "100.00", "96.50")
NOW = ("98.99", "100.00", "95.81", "98.31", "91.31", "90.01", "91.00", "92.00", "96.44", "100.00")


def report(now=NOW, before=BEFORE, year=2567, years=None) -> Report:
    scores = tuple(
        Score(number, year, Decimal(one) if one else None, Decimal(other) if other else None)
        for number, (one, other) in enumerate(zip(now, before, strict=True), start=1)
    )
    own = YEARS if years is None else years
    return Report(1, "measures", year, Round.TWELVE_MONTHS, Office(), scores=scores, years=own)


def test_each_instrument_is_the_mean_and_the_total_goes_by_the_weights():
    totals = totals_of(report(), PART, 2567)
    assert totals.now.instruments == {
        "IIT": Decimal("96.88"),
        "EIT": Decimal("91.00"),
        "OIT": Decimal("98.22"),
    }
    assert (totals.before.total, totals.now.total) == (Decimal("95.49"), Decimal("95.65"))
    assert totals.rows()[3] == ("คะแนนรวม", "95.49", "95.65", "เพิ่มขึ้น 0.16 คะแนน")
    assert totals.rows()[2] == ("OIT (ตัวชี้วัดที่ 9-10 น้ำหนัก 40)", "98.25", "98.22", "ลดลง 0.03 คะแนน")


def test_a_total_below_ninety_five_in_one_instrument_is_graded_one_lower_from_2567_on():
    totals = totals_of(report(), PART, 2567)
    assert totals.now.grade == "ผ่านดี"
    assert totals_of(report(year=2565), PART, 2565).now.grade == "AA"


def test_nothing_is_rounded_on_the_way_and_a_half_is_rounded_up():
    even = ("90.00",) * 5 + ("90.00", "90.00", "90.01") + ("90.00", "90.01")
    totals = totals_of(report(now=even), PART, 2567)
    assert totals.now.instruments == {
        "IIT": Decimal("90.00"),
        "EIT": Decimal("90.00"),
        "OIT": Decimal("90.01"),
    }
    assert totals.now.total == Decimal("90.00")  # 27 + 27.001 + 36.002 = 90.003; by rounded means 90.004
    half = ("90.00",) * 8 + ("90.00", "90.03")
    assert totals_of(report(now=half), PART, 2567).now.total == Decimal("90.01")  # 90.006
    assert totals_of(report(now=half), PART, 2567).now.instruments["OIT"] == Decimal("90.02")  # 90.015


@pytest.mark.parametrize("missing", range(10))
def test_one_missing_score_leaves_its_instrument_and_the_total_out(missing):
    now = tuple("" if at == missing else score for at, score in enumerate(NOW))
    totals = totals_of(report(now=now), PART, 2567)
    assert (len(totals.now.instruments), totals.now.total, totals.now.grade) == (2, None, "")
    assert totals.before.total == Decimal("95.49")
    assert totals.rows()[-2][2:] == ("", "")


def test_without_scores_nothing_is_told():
    assert totals_of(report(now=("",) * 10, before=("",) * 10), PART, 2567).rows() == []


def test_a_form_with_indicators_of_its_own_and_a_report_without_tables_have_no_total():
    own = Part(PartKind.SCORES, "scores", "คะแนน", indicators=("หนึ่ง",))
    assert totals_of(report(), own, 2567) is None
    assert totals_of(report(years={}), PART, 2567) is None


@pytest.mark.parametrize(
    ("year", "total", "lowest", "word"),
    [
        (2565, "95", "0", "AA"),
        (2565, "94.99", "0", "A"),
        (2565, "85", "0", "A"),
        (2565, "84.99", "0", "B"),
        (2565, "75", "0", "B"),
        (2565, "65", "0", "C"),
        (2565, "55", "0", "D"),
        (2565, "50", "0", "E"),
        (2565, "49.99", "0", "F"),
        (2567, "95", "95", "ผ่านดีเยี่ยม"),
        (2567, "99", "94.99", "ผ่านดี"),
        (2567, "95", "84.99", "ผ่าน"),
        (2567, "85", "85", "ผ่านดี"),
        (2567, "84.99", "84.99", "ต้องปรับปรุง"),
        (2567, "70", "10", "ต้องปรับปรุง"),
        (2567, "69.99", "69.99", "ต้องปรับปรุงโดยด่วน"),
        (2567, "0", "0", "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_the_grade_is_that_of_the_year_at_the_very_edge(year, total, lowest, word):
    assert grade_of(Decimal(total), [Decimal(100), Decimal(lowest)], YEARS[year]) == word


def test_another_weight_counts_at_once():
    table = YearlyTable(
        Section.INSTRUMENTS, 2567, 2567, (("IIT", "0"), ("EIT", "0"), ("OIT", "100")), own=True
    )
    years = {**YEARS, 2567: YEARS[2567].with_tables([table])}
    assert totals_of(report(years=years), PART, 2567).now.total == Decimal("98.22")
