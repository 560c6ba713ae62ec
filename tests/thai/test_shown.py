"""The screen writes numbers and dates as its reader does; the Buddhist year stays in both languages."""

from datetime import date

import pytest

from desktop_app.language import ENGLISH, THAI, choose
from desktop_app.thai.shown import long_day, month_name, numerals, short_day

DAY = date(2024, 3, 18)


@pytest.fixture
def in_english():
    choose(ENGLISH)
    yield
    choose(THAI)


def test_thai_has_thai_digits_and_months():
    assert (numerals("แถว 12"), numerals(7)) == ("แถว ๑๒", "๗")
    assert (short_day(DAY), long_day(DAY), month_name(3)) == ("๑๘ มี.ค. ๖๗", "๑๘ มีนาคม ๒๕๖๗", "มีนาคม")


def test_english_has_arabic_digits_english_months_and_says_which_era_it_is(in_english):
    assert (numerals("Row 12"), numerals(7)) == ("Row 12", "7")
    assert (short_day(DAY), long_day(DAY)) == ("18 Mar 2567 BE", "18 March 2567 BE")
    assert month_name(3) == "March"
