"""Periods, dates and eras, in a report of fiscal year 2567 (October 2023 to September 2024)."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.finding import Severity
from desktop_app.domain.report import Activity
from tests.domain.checks.conftest import HEAD


def when(text):
    return {"what": "งาน", "when": text}


def test_a_period_that_ends_before_it_starts_is_found(checked):
    (found,) = checked(when("มี.ค. ๖๗ - ม.ค. ๖๗"))
    assert (found.code, found.severity, found.where.column) == ("period-reversed", Severity.WRONG, "when")


def test_a_period_of_another_year_is_wrong_and_one_that_sticks_out_is_doubtful(checked):
    (outside,) = checked(when("ต.ค. ๖๔ - ก.ย. ๖๕"))
    (over,) = checked(when("ต.ค. ๖๖ - ธ.ค. ๖๗"))
    assert (outside.code, outside.severity) == ("period-outside", Severity.WRONG)
    assert (over.code, over.severity) == ("period-outside", Severity.DOUBTFUL)


@pytest.mark.parametrize(
    "text", ["ต.ค. ๖๖ - ก.ย. ๖๗", "๑ ต.ค. ๖๖ - ๓๐ ก.ย. ๖๗", "เป็นประจำทุกเดือน", "ปีงบประมาณ ๒๕๖๗", ""]
)
def test_a_period_within_the_year_and_free_text_are_left_alone(codes, text):
    assert codes(when(text)) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("เมื่อวันที่ 18 มีนาคม 2024 ได้ประชุม", "18 มีนาคม 2567"),
        ("ประจำปีงบประมาณ พ.ศ. ๓๑๑๐", "พ.ศ. ๒๕๖๗"),
        ("ณ 18/3/2024", "18/3/2567"),
        ("ในปี ๒๐๒๔", "ปี ๒๕๖๗"),
    ],
)
def test_a_year_of_another_era_is_found_and_mended(checked, text, mended):
    (found,) = checked(opening=text)
    assert found.code == "era"
    assert mended in found.mend[0].new


@pytest.mark.parametrize(
    "text",
    [
        "๑๘ มีนาคม ๒๕๖๗",
        "ปี ค.ศ. 2024",
        "มีผู้เข้าร่วม 2024 คน",
        "https://example.org/ปี/2024/3106",
        "หนังสือ 2024-O35",
    ],
)
def test_buddhist_years_and_other_numbers_are_left_alone(codes, text):
    assert codes(opening=text) == []


def test_a_date_far_from_the_year_is_found_at_its_field(checked, signed):
    (early,) = checked(head=replace(HEAD, date=date(2014, 3, 18)))
    (twice,) = checked(signoffs=[signed(signed_date=date(2567, 3, 18))])
    assert (early.code, early.where.part, early.where.column) == ("date-far", "head", "date")
    assert (twice.code, twice.where.signoff, twice.where.column) == ("date-far", 7, "signed_date")
    assert "๕๔๓" in twice.message


def test_a_date_in_the_next_year_is_left_alone(codes):
    assert codes(head=replace(HEAD, date=date(2024, 11, 1))) == []


def test_an_activity_of_another_year_is_found_at_its_date(checked):
    inside, outside = Activity(date(2023, 10, 1), "ห้องประชุม", "ประชุม"), Activity(date(2023, 9, 30))
    (found,) = checked(activities=[inside, outside])
    assert (found.code, found.where.activity, found.where.column) == ("date-outside", 2, "date")
    assert found.place == "กิจกรรมที่ ๒ · วันที่"
