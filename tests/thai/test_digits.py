"""Digits change one for one, and only where a reader would not mind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.digits import apply_policy, to_arabic, to_thai, without_codes


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
        ("อีเมลoffice2567@tambon1.go.thครับ 1", "อีเมลoffice2567@tambon1.go.thครับ ๑"),
        ("5.ITA ปี 2567", "๕.ITA ปี ๒๕๖๗"),
        ("1.1 O35 2.O36 (3)O37", "๑.๑ O35 ๒.O36 (๓)O37"),
        ("ISO 9001:2015 ปี 2558", "ISO 9001:2015 ปี ๒๕๕๘"),
        ("ISO/IEC 27001:2022 และ PM 2.5", "ISO/IEC 27001:2022 และ PM 2.5"),
        ("กระดาษ A4 2 แผ่น v2.0 H1N1 PM2.5 IPv4", "กระดาษ A4 ๒ แผ่น v2.0 H1N1 PM2.5 IPv4"),
        ("2566-O35 2566_O35 O35-2566 1,500USD", "2566-O35 2566_O35 O35-2566 1,500USD"),
        ("แนบ 2567.pdf และ รายงาน_2567.docx หน้า 3", "แนบ 2567.pdf และ รายงาน_2567.docx หน้า ๓"),
        ("2567.tambon1.go.th/a/2 2", "2567.tambon1.go.th/a/2 ๒"),
        ("“https://a1.go.th/2567” 3 ข้อ", "“https://a1.go.th/2567” ๓ ข้อ"),
        ("โทร 0 2123 4567 ต่อ 12 สาย 1784", "โทร ๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๒ สาย ๑๗๘๔"),
        ("ตย 0017.2/ว123 ก1", "ตย ๐๐๑๗.๒/ว๑๒๓ ก๑"),
        ("Q1/2567 ไตรมาส 1 100% 25°C", "Q1/๒๕๖๗ ไตรมาส ๑ ๑๐๐% ๒๕°C"),
        ("ข้อ 1-3, 10.30 น. 1/2567 12:00", "ข้อ ๑-๓, ๑๐.๓๐ น. ๑/๒๕๖๗ ๑๒:๐๐"),
        ("Line: @tambon2567 fb.com/tambon2567 2567", "Line: @tambon2567 fb.com/tambon2567 ๒๕๖๗"),
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


PARTS = [
    *"@.-_/ :,()”1๑",
    "www.",
    "https://",
    "tambon",
    "go.th",
    "O35",
    "4G",
    "ISO",
    "PM",
    ".pdf",
    "2567",
    "๒๕",
]


@given(
    st.one_of(
        st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙กขคaO.-/@:_, \n"),
        st.lists(
            st.sampled_from(PARTS),
            max_size=9,
        ).map("".join),
        st.text(max_size=20),
    )
)
def test_a_policy_never_changes_anything_but_digits_and_asking_twice_changes_nothing(text):
    for changed in (to_thai(text), to_arabic(text)):
        assert len(changed) == len(text)
        assert all(a == b or (a.isdecimal() and int(a) == int(b)) for a, b in zip(text, changed, strict=True))
    assert to_thai(to_thai(text)) == to_thai(text)
    assert to_arabic(to_arabic(text)) == to_arabic(text)
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)


def test_a_long_text_is_changed_in_a_time_that_grows_with_it():
    for text in ("1" * 50_000, "1." * 25_000, "a." * 25_000, "1-" * 25_000, "_" * 50_000 + "x"):
        assert len(to_thai(text)) == len(text)


def test_codes_and_addresses_can_be_left_out_without_moving_the_rest():
    text = "ข้อ O35 ปี ๒๕๖๗ ที่ www.example.org/2567"
    bare = without_codes(text)
    assert len(bare) == len(text)
    assert "".join(sign for sign in bare if sign != "\uffff") == "ข้อ  ปี ๒๕๖๗ ที่ "
