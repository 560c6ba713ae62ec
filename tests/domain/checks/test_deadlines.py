"""Deadlines in the texts of the table; the report is of fiscal year 2567."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("เผยแพร่ภายในเดือนกันยายน ๒๕๖๖", "ภายในเดือนกันยายน ๒๕๖๖"),
        ("ส่งภายในวันที่ ๓๑ มี.ค. ๖๖ และภายในเดือนมกราคม ๒๕๖๗", "ภายในวันที่ ๓๑ มี.ค. ๖๖"),
        ("ภายในสิ้นเดือนมีนาคม พ.ศ. 2566", "ภายในสิ้นเดือนมีนาคม พ.ศ. 2566"),
    ],
)
def test_a_deadline_that_was_over_before_the_year_began_is_found(checked, text, words):
    (found,) = checked({"what": "งาน", "result": text})
    assert (found.code, found.where.column) == ("deadline", "result")
    assert f"“{words}”" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "ภายในเดือนตุลาคม ๒๕๖๖",
        "ภายในเดือนธันวาคม ๒๕๖๗",
        "ภายใน ๑๕ วัน",
        "ประกาศเมื่อเดือนกันยายน ๒๕๖๖",
        "ภายในเดือนเมษายน ๓๑๑๐",
    ],
)
def test_a_deadline_of_the_year_or_later_and_other_months_are_left_alone(codes, text):
    assert "deadline" not in codes({"what": "งาน", "result": text})
