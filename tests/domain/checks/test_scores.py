"""Score differences in a text."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.domain.report import Score

RISE = "ในปี ๒๕๖๗ ({now} คะแนน) เพิ่มขึ้นจากปี ๒๕๖๖ ({before} คะแนน) จำนวน {stated} คะแนน"
ARABIC = RISE.replace("๒๕๖๗", "2567").replace("๒๕๖๖", "2566")
FALL = RISE.replace("เพิ่มขึ้น", "ลดลง")


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        (RISE.format(now="๙๑.๑๐", before="๙๐.๐๐", stated="๑.๒๐"), "score-difference", "จำนวน ๑.๑๐ คะแนน"),
        (ARABIC.format(now="91.10", before="90", stated="2"), "score-difference", "จำนวน 1.1 คะแนน"),
        (RISE.format(now="๙๐", before="๙๑.๕", stated="๑.๕"), "score-verb", "ลดลงจาก"),
        (FALL.format(now="๙๐.๐๐", before="๙๓.๕๖", stated="-๓.๕๖"), "score-negative", "จำนวน ๓.๕๖ คะแนน"),
        ("เพิ่มขึ้นจากปีก่อน (๘๐ คะแนน) เป็น (๘๕ คะแนน) จำนวน ๔ คะแนน", "score-difference", "จำนวน ๕ คะแนน"),
    ],
)
def test_a_difference_that_does_not_add_up_is_found_and_mended(checked, text, code, mended):
    (found,) = checked({"what": "งาน", "result": text})
    assert found.code == code
    assert mended in found.mend[0].new
    assert checked({"what": "งาน", "result": found.mend[0].new}) == ()


@pytest.mark.parametrize(
    "text",
    [
        RISE.format(now="๑๐๐", before="๙๖.๕๐", stated="๓.๕"),
        ARABIC.replace("เพิ่มขึ้น", "ลดลง").format(now="91.31", before="94.87", stated="3.56"),
        "ได้ ๙๑ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน จำนวน ๓ ครั้ง",
        "เพิ่มขึ้นจากปีก่อน (๘๐ คะแนน)",
    ],
)
def test_a_difference_that_adds_up_is_left_alone(codes, text):
    assert codes({"what": "งาน", "result": text}) == []


def test_a_score_that_a_cell_states_otherwise_than_it_was_entered_is_found(checked):
    said = "ตัวชี้วัดที่ ๕ ในปี ๒๕๖๗ (๙๑.๓๑ คะแนน) ลดลงจากปี ๒๕๖๖ (๙๔.๘๗ คะแนน) จำนวน ๓.๕๖ คะแนน"
    row = {"what": "งาน", "result": said}
    entered = Score(5, 2567, Decimal("91.30"), Decimal("94.87"))
    (found,) = checked(row, scores=[entered])
    assert (found.code, found.where.column) == ("score-entered", "result")
    assert "๙๑.๓๑" in found.message
    assert "๙๑.๓๐" in found.message
    assert (
        checked(row, scores=[replace(entered, score=Decimal("91.31")), replace(entered, indicator=4)]) == ()
    )
