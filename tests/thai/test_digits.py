"""Digits change one for one, and only where a reader would not mind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.digits import apply_policy, to_arabic, to_thai


@pytest.mark.parametrize(
    ("typed", "thai"),
    [
        ("ปี 2567 ข้อ 12.3", "ปี ๒๕๖๗ ข้อ ๑๒.๓"),
        ("0-3939-9534", "๐-๓๙๓๙-๙๕๓๔"),
        ("ITA 2567 ได้ 98.53", "ITA ๒๕๖๗ ได้ ๙๘.๕๓"),
        ("ข้อ O35, O12/2567", "ข้อ O35, O12/๒๕๖๗"),
        ("4G COVID-19 E-PlanNACC2 1.5GB", "4G COVID-19 E-PlanNACC2 1.5GB"),
        ("www.tambon1.go.th/page2 ปี 2567", "www.tambon1.go.th/page2 ปี ๒๕๖๗"),
        ("(https://a1.go.th/2567) 3", "(https://a1.go.th/2567) ๓"),
        ("tambon1.go.th 1", "tambon1.go.th ๑"),
        ("office2567@tambon1.go.th 1", "office2567@tambon1.go.th ๑"),
    ],
)
def test_thai_digits_leave_codes_and_addresses_alone(typed, thai):
    assert to_thai(typed) == thai


def test_arabic_digits_leave_codes_and_addresses_alone():
    assert to_arabic("ปี ๒๕๖๗ www.ก๑.go.th/๒ O๓๕") == "ปี 2567 www.ก๑.go.th/๒ O๓๕"


def test_a_policy_of_as_typed_changes_nothing():
    assert apply_policy("ปี 2567 ๒๕๖๖", "as_typed") == "ปี 2567 ๒๕๖๖"
    assert apply_policy("ปี 2567 ๒๕๖๖", "thai") == "ปี ๒๕๖๗ ๒๕๖๖"
    assert apply_policy("ปี 2567 ๒๕๖๖", "arabic") == "ปี 2567 2566"


def test_an_unknown_policy_is_refused():
    with pytest.raises(ValueError, match="roman"):
        apply_policy("1", "roman")


@given(st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙กขคaO.-/@: \n"))
def test_a_policy_never_changes_anything_but_digits(text):
    for changed in (to_thai(text), to_arabic(text)):
        assert len(changed) == len(text)
        assert all(a == b or (a.isdecimal() and int(a) == int(b)) for a, b in zip(text, changed, strict=True))
    assert to_thai(to_thai(text)) == to_thai(text)
