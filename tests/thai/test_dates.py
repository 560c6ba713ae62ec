"""The Buddhist era exists only in what is typed and printed."""

from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import KnownError
from desktop_app.thai.dates import (
    MONTHS,
    date_of_other_era,
    fiscal_year_of,
    fiscal_year_range,
    official_date,
    parse_date,
    short_date,
)

DAY = date(2024, 3, 18)


@pytest.mark.parametrize(
    "typed",
    [
        "๑๘ มีนาคม ๒๕๖๗",
        "18 มีนาคม 2567",
        "18 มี.ค. 67",
        "18 มี.ค.67",
        "18มีค67",
        "๑๘ มี. ค. ๖๗",
        "18 มีนา 67",
        "18-มี.ค.-2567",
        "18/มี.ค./2567",
        "๑๘/๓/๒๕๖๗",
        "18/03/67",
        "18-3-2567",
        "18.3.2567",
        "18 3 2567",
        "  วันที่ ๑๘ เดือนมีนาคม พ.ศ. ๒๕๖๗ ",
        "วันที่ ๑๘ เดือน มีนาคม พ.ศ.๒๕๖๗",
        "๑๘ มีนาคม พ. ศ. ๒๕๖๗",
        "2024-03-18",
        "๒๐๒๔-๐๓-๑๘",
    ],
)
def test_every_usual_way_of_writing_a_date_is_understood(typed):
    assert parse_date(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "part_of_the_mend"),
    [
        ("18/03/2024", "๒๕๖๗"),
        ("18 มีนาคม ๒๐๒๔", "ค.ศ."),
        ("18/3/3106", "๓๑๐๖"),
        ("18/3/256", "เป็นไปไม่ได้"),
        ("2567-03-18", "พ.ศ."),
        ("2024-02-30", "ปฏิทิน"),
        ("31 เมษายน 2567", "๓๐"),
        ("29 ก.พ. 2566", "๒๘"),
        ("0 มี.ค. 67", "ไม่มีวันที่"),
        ("18/13/2567", "อ่านวันที่"),
        ("18 มีนวคม 2567", "อ่านวันที่"),
        ("มีนาคม ๒๕๖๗", "อ่านวันที่"),
        ("18 March 2567", "อ่านวันที่"),
        ("เร็ว ๆ นี้", "อ่านวันที่"),
        ("   ", "ยังไม่ได้พิมพ์"),
    ],
)
def test_a_date_that_cannot_be_meant_is_refused_with_the_mend(typed, part_of_the_mend):
    with pytest.raises(KnownError) as refused:
        parse_date(typed)
    assert part_of_the_mend in refused.value.sentence
    assert "กรุณา" in refused.value.sentence


def test_an_official_date_is_day_full_month_and_year_in_thai_digits():
    assert official_date(DAY) == "๑๘ มีนาคม ๒๕๖๗"
    assert short_date(DAY) == "๑๘ มี.ค. ๖๗"
    assert short_date(date(2057, 1, 2)) == "๒ ม.ค. ๐๐"


@given(st.dates(date(1858, 1, 1), date(2156, 12, 31)))
def test_what_is_printed_is_read_back_as_the_same_day(day):
    assert parse_date(official_date(day)) == day
    assert parse_date(day.isoformat()) == day


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_a_short_date_is_read_back_as_the_same_day(day):
    assert parse_date(short_date(day)) == day


def test_the_months_are_named_as_the_locale_data_of_thai_names_them():
    full, short = (get_month_names(width, locale="th") for width in ("wide", "abbreviated"))
    assert tuple((full[month], short[month]) for month in range(1, 13)) == MONTHS


def test_a_fiscal_year_runs_from_october_to_september():
    assert fiscal_year_of(date(2022, 9, 30)) == 2565
    assert fiscal_year_of(date(2022, 10, 1)) == 2566
    assert fiscal_year_range(2566) == (date(2022, 10, 1), date(2023, 9, 30))


@given(st.dates(date(1900, 1, 1), date(2156, 12, 31)))
def test_every_day_lies_in_its_fiscal_year(day):
    first, last = fiscal_year_range(fiscal_year_of(day))
    assert first <= day <= last


@pytest.mark.parametrize("typed", ["18/03/2024", "๑๘ มีนาคม ๒๐๒๔", "18 มี.ค. 2024", "2567-03-18"])
def test_a_year_of_the_other_era_is_understood_for_the_question(typed):
    assert date_of_other_era(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["18/3/2567", "18/3/67", "2024-03-18", "31/2/2024", "18/3/3106", "พรุ่งนี้", ""]
)
def test_nothing_is_asked_about_a_date_that_can_be_read_or_cannot_be_meant(typed):
    assert date_of_other_era(typed) is None
