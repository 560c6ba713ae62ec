"""The name of an issued file follows the rule for e-mailed letters and can be kept on Windows."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.issued import issued_name
from desktop_app.domain.office import Office
from desktop_app.domain.report import Head, Report, Round


def report(number="", day=None):
    return Report(7, "memo", 2567, Round.TWELVE_MONTHS, Office(), Head(number=number, date=day))


@pytest.mark.parametrize(
    ("number", "day", "name"),
    [
        ("OPM 0913/56", date(2021, 5, 4), "2564_OPM0913_56.pdf"),
        ("ตย ๕๒๐๐๑/๑๒", date(2024, 3, 18), "2567_ตย52001_12.pdf"),
        ("ตย ๕๒๐๐๑.๒/ว ๑๒", date(2024, 3, 18), "2567_ตย52001.2_ว12.pdf"),
        ("สป. ๑๕/๒๕๖๖", date(2024, 3, 18), "2566_สป15.pdf"),
        ("สป. - ๑๕ /๒๕๖๖", None, "2566_สป_15.pdf"),
        ("ตย ๕๒๐๐๑/๑๒", None, "2567_ตย52001_12.pdf"),
        ("ที่ ตย ๕๒๐๐๑/๑๒", None, "2567_ที่_ตย52001_12.pdf"),
    ],
)
def test_the_name_is_made_of_year_code_and_register_number(number, day, name):
    assert issued_name(report(number, day), 1) == name


@pytest.mark.parametrize("number", ["", "สป. - /๒๕๖๗", "ตย ๕๒๐๐๑/", "-"])
def test_a_number_left_for_the_pen_gives_a_name_of_its_own_to_each_report(number):
    assert issued_name(report(number), 1) == "2567_memo_12_7.pdf"


def test_a_later_revision_has_another_name():
    assert issued_name(report("ตย 1/2"), 2) == "2567_ตย1_2_ครั้งที่2.pdf"


@given(st.text(max_size=200))
def test_any_number_gives_a_name_that_windows_takes(number):
    name = issued_name(report(number), 1)
    assert re.match(r"2[456]\d\d_", name)
    assert not re.search(r'[\\/:*?"<>|\s\x00-\x1f]', name)
    assert not re.search("[๐-๙]", name)
    assert not name.removesuffix(".pdf").endswith((".", "_"))
    assert len(name) <= 100
