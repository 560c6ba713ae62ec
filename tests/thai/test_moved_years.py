"""Last year's years go with the fiscal year, written as they were; what only looks like one stays."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.dates import ERA, official_date, short_date
from desktop_app.thai.moved_years import moved_in_text, moved_period
from desktop_app.thai.periods import parse_period


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("ประจำปีงบประมาณ\nพ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ\nพ.ศ. ๒๕๖๗"),
        ("ผลประเมินปี 2565 ใช้ในปี 2566", "ผลประเมินปี 2566 ใช้ในปี 2567"),
        ("ปีงบประมาณ ๖๖ และ พ.ศ.๒๕๖๕", "ปีงบประมาณ ๖๗ และ พ.ศ.๒๕๖๖"),
        ("เดือนตุลาคม ๒๕๖๕ ถึงมีนาคม ๒๕๖๖", "เดือนตุลาคม ๒๕๖๖ ถึงมีนาคม ๒๕๖๗"),
        ("ต.ค. ๖๕ - ก.ย. ๖๖", "ต.ค. ๖๖ - ก.ย. ๖๗"),
        ("ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕ ถึงวันที่ ๓๐ กันยายน ๒๕๖๖", "ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๖ ถึงวันที่ ๓๐ กันยายน ๒๕๖๗"),
        ("๑ ตุลาคม - ๓๑ มีนาคม ๒๕๖๖", "๑ ตุลาคม - ๓๑ มีนาคม ๒๕๖๗"),
        ("ประชุมไตรมาสที่ ๑/๒๕๖๖", "ประชุมไตรมาสที่ ๑/๒๕๖๗"),
        ("ประกาศนโยบาย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ประกาศนโยบาย ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("ตามระเบียบ พ.ศ. ๒๕๖๐ รายงานของ พ.ศ. ๒๕๖๖", "ตามระเบียบ พ.ศ. ๒๕๖๐ รายงานของ พ.ศ. ๒๕๖๗"),
    ],
)
def test_a_year_that_is_told_as_one_goes_on(before, after):
    assert moved_in_text(before, 2566, 1) == after
    assert moved_in_text(after, 2567, -1) == before


@pytest.mark.parametrize(
    "text",
    [
        "ลงวันที่ ๕ มกราคม ๒๕๖๖",
        "เมื่อ 5/1/2566",
        "ระเบียบว่าด้วยการตัวอย่าง (ฉบับที่ ๒) พ.ศ. ๒๕๖๕",
        "พ.ร.บ. ตัวอย่าง พ.ศ. ๒๕๖๖",
        "แผน ๕ ปี (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
        "แผนพัฒนา ปี ๒๕๖๖ – ๒๕๗๐",
        "คำสั่งที่ ๑๒/๒๕๖๖",
        "ผู้เข้าร่วม ๖๖ คน จาก ๒๕๖๖ ครัวเรือน",
        "อายุเกิน ๖๐ ปี ๖๖ คน",
        "รหัส O2566 ที่ https://example.go.th/ปี2566",
        "ปี ๒๕๖๐ และปี ค.ศ. 2023",
        "",
    ],
)
def test_what_only_looks_like_the_reports_year_stays(text):
    assert moved_in_text(text, 2566, 1) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ต.ค. ๖๕ - ก.ย. ๖๖", "ต.ค. ๖๖ - ก.ย. ๖๗"),
        ("ตค.65-กย.66", "ตค.66-กย.67"),
        ("๑/๑๐/๖๕ - 30/9/2566", "๑/๑๐/๖๖ - 30/9/2567"),
        ("ภายใน ๓๑ มีนาคม ๒๕๖๖", "ภายใน ๓๑ มีนาคม ๒๕๖๗"),
        ("๑ - ๒๘ ก.พ. ๖๖", "๑ - ๒๙ ก.พ. ๖๗"),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("2566", "2567"),
        ("ต.ค. ๖๖ - ก.ย. ๖๗", "ต.ค. ๖๗ - ก.ย. ๖๘"),
    ],
)
def test_a_period_goes_on_in_the_way_it_is_written(before, after):
    assert moved_period(before, 2566, 1) == after


@pytest.mark.parametrize(
    "text", ["เป็นประจำทุกเดือน, รอบไตรมาส", "ทุกวันที่ ๒๕", "๒๕๖๖ - ๒๕๗๐", "ต.ค. ๖๓ - ก.ย. ๖๖", "มี.ค. 2023", ""]
)
def test_a_period_of_other_years_stays_whole(text):
    assert moved_period(text, 2566, 1) == text


def test_a_year_in_every_line_of_a_long_text_is_found_at_once():
    text = "ประกาศ พ.ศ. ๒๕๖๖ และปี ๒๕๖๕\n" * 2000
    began = process_time()
    assert moved_in_text(text, 2566, 1) == "ประกาศ พ.ศ. ๒๕๖๖ และปี ๒๕๖๖\n" * 2000
    assert process_time() - began < 2


def test_a_leap_day_goes_to_the_last_of_february():
    assert moved_period("๒๙ ก.พ. ๖๗", 2567, 1) == "๒๘ ก.พ. ๖๘"


FIRST_DAYS = st.dates(date(2021, 10, 1), date(2024, 9, 30))


@given(FIRST_DAYS, st.integers(0, 400), st.sampled_from([short_date, official_date]), st.sampled_from("-–"))
def test_any_span_of_days_is_read_as_the_same_days_a_year_on(start, days, write, dash):
    end = start + timedelta(days=days)
    text = f"{write(start)} {dash} {write(end)}"
    before, after = parse_period(text), parse_period(moved_period(text, end.year + ERA, 1))
    if start.year < end.year - 1:
        assert after == before
        return
    for one, other in ((before.start, after.start), (before.end, after.end)):
        assert (other.year, other.month) == (one.year + 1, one.month)
        assert other.day == one.day or one.month == 2
