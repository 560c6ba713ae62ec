"""Scores are exact decimals; what a text states of an indicator is found, and nothing else."""

from decimal import Decimal

import pytest

from desktop_app.domain.office import Office
from desktop_app.domain.report import Report, Round, Row, Score
from desktop_app.domain.scores import delta_words, in_order, score_of, score_text, stated_scores
from desktop_app.errors import KnownError
from desktop_app.forms.library import load_forms

FORMS = load_forms()
SAID = "ตัวชี้วัดที่ {number} การตัวอย่าง ในปี {year} ({now} คะแนน) เพิ่มขึ้นจากปี {before} ({then} คะแนน) จำนวน ๑ คะแนน"


def said(number="๑", year="๒๕๖๗", now="๙๑.๕", before="๒๕๖๖", then="๙๐"):
    return SAID.format(number=number, year=year, now=now, before=before, then=then)


def found(*texts, form="measures"):
    """The scores that cells with these texts state, in a report of 2567."""
    rows = tuple(Row(at, at, {"outcome": text}) for at, text in enumerate(texts, start=1))
    return stated_scores(Report(1, form, 2567, Round.TWELVE_MONTHS, Office(), rows=rows), FORMS[form])


def score(indicator=1, now="91.5", then="90", year=2567):
    return Score(indicator, year, Decimal(now), Decimal(then))


@pytest.mark.parametrize(
    ("typed", "kept"), [("๙๘.๙๙", "98.99"), (" 0 ", "0.00"), ("100.00", "100.00"), ("7.5", "7.50")]
)
def test_a_score_is_read_in_either_digits_and_kept_with_two_decimals(typed, kept):
    assert score_text(score_of(typed)) == kept


@pytest.mark.parametrize(
    "typed", ["", "-1", "100.01", "101", "98.999", "98,5", "๙๘.", "1e1", "NaN", "มาก", "9" * 99]
)
def test_what_is_no_score_is_told_in_one_sentence(typed):
    with pytest.raises(KnownError, match="ไม่ใช่คะแนน กรุณาพิมพ์ตัวเลข") as told:
        score_of(typed)
    assert len(told.value.sentence) < 150


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("98.99", "98.53", "เพิ่มขึ้น 0.46 คะแนน"),
        ("91.31", "94.87", "ลดลง 3.56 คะแนน"),
        ("100", "96.5", "เพิ่มขึ้น 3.50 คะแนน"),
        ("90", "90.00", "เท่าเดิม"),
    ],
)
def test_a_difference_is_told_with_its_verb_and_never_below_zero(now, then, words):
    assert delta_words(score(now=now, then=then).delta) == words


def test_a_difference_waits_for_both_scores():
    half = Score(1, 2567, Decimal(90)), Score(1, 2567, None, Decimal(90))
    assert [(one.delta, delta_words(one.delta)) for one in half] == [(None, "")] * 2


def test_scores_are_ordered_by_year_and_indicator_and_empty_ones_left_out():
    assert in_order([score(2), Score(3, 2567), score(1), score(9, year=2566)]) == (
        score(9, year=2566),
        score(1),
        score(2),
    )


def test_scores_stated_after_their_indicator_are_found_in_either_digits():
    arabic = said("10", "2567", "91.50", "2566", "90")
    assert found(said("๒"), arabic) == (score(2), score(10))
    assert found(f"{said('๑')} และ{said('๒')}") == (score(1), score(2))
    later = "ตัวชี้วัดที่ ๓ ลดลงจากปี ๒๕๖๖ (๙๐ คะแนน) เป็น (๘๘.๕๐ คะแนน) จำนวน ๑.๕๐ คะแนน"
    assert found(later) == (score(3, "88.5"),)
    assert found(said().replace("ในปี ๒๕๖๗ ", "")) == (score(),)
    assert found(said(year="๒๕๖๖", before="๒๕๖๕")) == (score(year=2566),)


@pytest.mark.parametrize(
    "text",
    [
        said(number="๑๑"),
        said(number="๐"),
        said(now="๑๐๑"),
        said(then="๙๐.๑๒๓"),
        said(before="๒๕๖๔"),
        said(year="2024", before="2023"),
        said().replace("ตัวชี้วัดที่ ๑", ""),
        "ตัวชี้วัดที่ ๑ ได้ ๙๑ คะแนน",
        "ตัวชี้วัดที่ ๑ เพิ่มขึ้นจากปี ๒๕๖๖ (๙๐ คะแนน) จำนวน ๑ คะแนน",
    ],
)
def test_what_is_not_two_scores_of_an_indicator_in_following_years_is_left(text):
    assert found(text) == ()


def test_an_indicator_of_which_two_cells_say_different_things_is_left_to_the_clerk():
    assert found(said(), said()) == (score(),)
    assert found(said(), said(now="๙๒"), said("๒")) == (score(2),)


def test_a_form_without_scores_states_none():
    assert found(said(), form="memo") == ()
