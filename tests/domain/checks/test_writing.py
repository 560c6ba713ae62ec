"""Letters, digits, texts that stand twice."""

import pytest

LONG = "จัดประชุมชี้แจงแนวทางการปฏิบัติงานให้บุคลากรทุกคนได้ทราบและถือปฏิบัติเป็นแนวเดียวกันทั้งหน่วยงาน"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("ที่่ทำการ", "ที่ทำการ"),
        ("เเผนงาน", "แผนงาน"),
        ("ดําเนินการ", "ดำเนินการ"),
        ("เปน็ี", None),
        ("ทุจริต ิ", None),
        ("ท่ีทำการ", "ที่ทำการ"),
        ("เ มื่อวาน", None),
    ],
)
def test_marks_that_no_spelling_has_are_found(checked, text, mended):
    (found,) = checked(opening=text)
    assert found.code == "mark"
    assert [change.new for change in found.mend] == ([mended] if mended else [])


@pytest.mark.parametrize(
    "text", ["สิทธิ์ พันธุ์ ศิลป์", "น้ำ ก๋วยเตี๋ยว เก๊", "ฯลฯ ต่าง ๆ", "ความเสี่ยง ITA", "เสร็จ เล่ม เปี่ยม"]
)
def test_good_spellings_are_left_alone(codes, text):
    assert codes(opening=text) == []


def test_what_nobody_can_see_is_found_and_taken_out(checked):
    (found,) = checked(opening="เทศ\u200bบาล")
    assert (found.code, found.mend[0].new) == ("invisible", "เทศบาล")


def test_two_kinds_of_digits_in_one_part_are_one_finding(checked):
    first, second = {"what": "๑. งาน ๒๕๖๗"}, {"what": "2. งาน", "result": "มี 5 ครั้ง O35"}
    (found,) = checked(first, first | {"what": "๒. งาน ๓ ครั้ง ๔ คน"}, second | {"what": "3. งาน"})
    assert (found.code, len(found.mend)) == ("mixed-digits", 2)
    assert [change.new for change in found.mend] == ["๓. งาน", "มี ๕ ครั้ง O35"]


def test_digits_of_two_parts_codes_and_a_part_with_a_policy_are_left_alone(codes):
    assert codes({"what": "งาน 5 ครั้ง"}, opening="ปี ๒๕๖๗") == []
    assert codes(opening="ปี ๒๕๖๗ ข้อ O35 ที่ www.example.org/2567 ISO 9001") == []
    assert codes(closing="ปี ๒๕๖๗ และ 2568") == []


def test_a_long_text_in_two_rows_is_found_and_a_short_one_is_not(checked, codes):
    (found,) = checked({"what": f"๑. {LONG}"}, {"what": "๒. งานอื่น"}, {"what": f"๓. {LONG}"})
    assert (found.code, found.where.row) == ("same-text", 103)
    assert "แถวที่ ๑" in found.message
    assert codes({"what": "ทุกกอง"}, {"what": "ทุกกอง"}) == []
    assert codes({"what": LONG, "result": LONG}) == []


def test_a_word_typed_twice_is_one_finding_for_all_its_places(checked):
    row = {"what": "แสดงความความเห็น", "result": "แผนผังแผนผังและความความสะดวก"}
    found, _ = checked(row, {"what": "งาน"})
    assert (found.code, len(found.also)) == ("word-twice", 1)
    assert "“ความความ” ๒ แห่ง" in found.message
    assert [change.new for change in found.mend] == ["แสดงความเห็น", "แผนผังแผนผังและความสะดวก"]


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการการเลือกตั้ง",
        "เจ้าหน้าที่ที่เกี่ยวข้อง",
        "มาตรการการสร้างความโปร่งใส",
        "สำนักงานงานนิติการ",
        "ต่าง ๆ ของงานนานาชาติ",
    ],
)
def test_words_that_may_follow_each_other_are_left_alone(codes, text):
    assert codes({"what": text}) == []
