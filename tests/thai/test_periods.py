"""A period is read when it states a range of days; free text is left as text."""

from datetime import date

import pytest

from desktop_app.thai.periods import Period, parse_period, stated_period

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
