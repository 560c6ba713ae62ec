"""A period is read when it states a range of days; free text is left as text."""

from datetime import date, timedelta

import pytest

from desktop_app.thai.dates import fiscal_year_range
from desktop_app.thai.periods import (
    Period,
    parse_period,
    period_fault,
    periods_for,
    stated_period,
    told_period,
    usual_periods,
)

YEAR = (date(2022, 10, 1), date(2023, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค. ๖๕ - ก.ย. ๖๖",
        "ต.ค. ๖๕-ก.ย. ๖๖",
        "ต.ค. - ก.ย. ๖๖",
        "ต.ค.๖๕ – ก.ย.๖๖",
        "ตุลาคม 2565 ถึงกันยายน 2566",
        "เดือนตุลาคม ๒๕๖๕ - เดือนกันยายน ๒๕๖๖",
        "๑ ต.ค. ๖๕\n-\n๓๐ ก.ย. ๖๖",
        "๑ ตุลาคม ๒๕๖๕ ถึง ๓๐ กันยายน ๒๕๖๖",
        "ตั้งแต่วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕ ถึงวันที่ ๓๐ กันยายน พ.ศ.๒๕๖๖",
        "1/10/2565 - 30/9/2566",
        "1/10/65-30/9/66",
        "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ปีงบประมาณ 2566",
    ],
)
def test_a_fiscal_year_is_read_however_it_is_written(text):
    assert parse_period(text) == Period(*YEAR)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ต.ค. ๖๕- ธ.ค. ๖๕", date(2022, 10, 1), date(2022, 12, 31)),
        ("ต.ค. ๖๕ - มี.ค. ๖๖", date(2022, 10, 1), date(2023, 3, 31)),
        ("๑ มกราคม - ๓๐ มิถุนายน ๒๕๖๖", date(2023, 1, 1), date(2023, 6, 30)),
        ("๑-๑๕ มี.ค. ๖๗", date(2024, 3, 1), date(2024, 3, 15)),
        ("ก.พ. ๖๗", date(2024, 2, 1), date(2024, 2, 29)),
        ("๑๘ มี.ค. ๖๗", date(2024, 3, 18), date(2024, 3, 18)),
        ("18/3/2567", date(2024, 3, 18), date(2024, 3, 18)),
        ("18-3-2567", date(2024, 3, 18), date(2024, 3, 18)),
        ("ไตรมาสที่ ๑ ปีงบประมาณ ๒๕๖๖", date(2022, 10, 1), date(2022, 12, 31)),
        ("ไตรมาส 2/2566", date(2023, 1, 1), date(2023, 3, 31)),
        ("ไตรมาส ๔/๖๖", date(2023, 7, 1), date(2023, 9, 30)),
    ],
)
def test_months_and_days_become_the_first_and_last_day_they_mean(text, start, end):
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "เป็นประจำทุกเดือน",
        "เป็นประจำทุก เดือน, รอบ ไตรมาส",
        "ก.ย. ๖๖ - ต.ค. ๖๕",
        "ต.ค. 2022 - ก.ย. 2023",
        "๓๑ ก.พ. ๖๗",
        "๐ - ๓ มี.ค. ๖๗",
        "๖๕ - ๖๖",
        "ต.ค. - ก.ย.",
        "มกรวคม ๖๖",
        "ม.ค. - มี.ค. - พ.ค. ๖๖",
        "ภายในเดือนมีนาคม ๒๕๖๖",
        "ปี ๒๕๖๖",
    ],
)
def test_what_states_no_range_stays_free_text(text):
    assert parse_period(text) is None


def test_a_period_as_stated_may_end_before_it_starts():
    stated = stated_period("มี.ค. ๖๗ - ม.ค. ๖๗")
    assert (stated.start, stated.end) == (date(2024, 3, 1), date(2024, 1, 31))
    assert parse_period("มี.ค. ๖๗ - ม.ค. ๖๗") is None


@pytest.mark.parametrize("year", [2566, 2567, 2598])
def test_every_usual_period_is_read_as_what_it_is_called(year):
    start, end = fiscal_year_range(year)
    periods = {name: parse_period(text) for text, name in usual_periods(year)}
    assert None not in periods.values()
    assert periods["ทั้งปีงบประมาณ"] == Period(start, end)
    assert periods["รอบ ๖ เดือนแรก"].end + timedelta(days=1) == periods["รอบ ๖ เดือนหลัง"].start
    assert periods["ไตรมาสที่ ๑"].start == start
    assert periods["ไตรมาสที่ ๔"].end == end
    assert periods["มกราคม"] == Period(date(end.year, 1, 1), date(end.year, 1, 31))


def test_usual_periods_are_written_as_offices_write_them():
    texts = [text for text, _ in usual_periods(2567)]
    assert texts[:4] == ["ต.ค. ๖๖ - ก.ย. ๖๗", "ต.ค. ๖๖ - มี.ค. ๖๗", "เม.ย. - ก.ย. ๖๗", "ต.ค. - ธ.ค. ๖๖"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ต.ค. ๖๕ - ก.ย. ๖๖", "๑ ต.ค. ๖๕ ถึง ๓๐ ก.ย. ๖๖"),
        ("18 มี.ค. 67", "๑๘ มี.ค. ๖๗"),
        ("เป็นประจำทุกเดือน", ""),
        ("", ""),
    ],
)
def test_it_is_told_how_a_period_is_understood(text, told):
    assert told_period(text) == told


@pytest.mark.parametrize(
    ("text", "part_of_the_sentence"),
    [
        ("๓๑ ก.พ. ๖๗", "ปฏิทิน"),
        ("31/2/2567 - 5/3/2567", "กุมภาพันธ์"),
        ("ต.ค. 2023 - ก.ย. 2024", "ค.ศ."),
        ("ต.ค. ๖๗ - ก.ย. ๖๖", "ก่อนเริ่ม"),
        ("18/3/3106", "๓๑๐๖"),
    ],
)
def test_a_period_with_a_day_that_cannot_be_is_told(text, part_of_the_sentence):
    assert part_of_the_sentence in period_fault(text)


@pytest.mark.parametrize("text", ["เป็นประจำทุกเดือน", "ต.ค. ๖๕ - ก.ย. ๖๖", "", "ภายใน ๓๐ วัน", "ทุกวันที่ ๕"])
def test_free_text_and_sound_periods_have_no_fault(text):
    assert period_fault(text) == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ไตรมาส 1", "ต.ค. - ธ.ค. ๖๖"),
        ("ทั้งปี", "ต.ค. ๖๖ - ก.ย. ๖๗"),
        ("๖ เดือนหลัง", "เม.ย. - ก.ย. ๖๗"),
        ("ม.ค. ", "ม.ค. - มี.ค. ๖๗"),
    ],
)
def test_a_period_is_found_by_its_name_as_well(typed, first):
    assert periods_for(2567, [], typed)[0][0] == first


def test_what_was_used_and_fits_the_year_is_offered_before_the_usual_periods():
    used = ["ต.ค. ๖๕ - ก.ย. ๖๖", "ทุกเดือน", "พ.ย. ๖๖", "ธ.ค. ๖๖"]
    offered = [text for text, _ in periods_for(2567, used, most=2)]
    assert offered[:3] == ["ทุกเดือน", "พ.ย. ๖๖", "ต.ค. ๖๖ - ก.ย. ๖๗"]
