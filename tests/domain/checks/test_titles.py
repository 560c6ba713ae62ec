"""Titles that name another year or round than the report was made for."""

from dataclasses import replace

import pytest

from desktop_app.domain.form import Part, PartKind
from tests.domain.checks.conftest import FORM, HEAD

COVERED = replace(FORM, parts=(Part(PartKind.COVER, "opening", "ปก"), FORM.part("head"), *FORM.parts[2:]))


@pytest.mark.parametrize(
    ("title", "code", "mended"),
    [
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "title-year", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("ประจำปีงบประมาณ พ.ศ.2566 (รอบ 12 เดือน)", "title-year", "ประจำปีงบประมาณ พ.ศ.2567 (รอบ 12 เดือน)"),
        ("ประจำปี ๒๕๖๗\nรอบ ๖ เดือน", "title-round", "ประจำปี ๒๕๖๗\nรอบ ๑๒ เดือน"),
    ],
)
def test_a_title_of_another_year_or_round_is_found_and_mended(checked, title, code, mended):
    (found,) = checked(opening=title, form=COVERED)
    assert (found.code, found.where.part, found.mend[0].new) == (code, "opening", mended)


def test_the_subject_of_a_memo_is_a_title_too(checked):
    (found,) = checked(head=replace(HEAD, subject="รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"))
    assert (found.code, found.where.column) == ("title-year", "subject")
    assert "๒๕๖๘" in found.message


@pytest.mark.parametrize(
    "title",
    [
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "แผน (พ.ศ. ๒๕๖๖ - ๒๕๗๐) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๑๒ เดือน",
        "รายงานผล",
        "รอบ ๙ เดือน",
    ],
)
def test_a_title_of_its_own_year_is_left_alone(codes, title):
    assert codes(opening=title, form=COVERED) == []


def test_running_text_may_speak_of_any_year(codes):
    assert codes(opening="ตามผลการประเมิน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖") == []
