"""Names spelt otherwise than in the settings and in the directory."""

import pytest

from desktop_app.domain.office import Office


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลตัวอยางงามได้ดำเนินการ",
        "ของ เทศบาลตำบลตัวอย่างงาน",
        "นายกเทศมนตรีตำบลตัวอย่งงาม",
        "ทต.ต้วอย่างงาม",
        "เทศบาล ตำบล ตัวอย่างวาม",
    ],
)
def test_the_office_in_another_spelling_is_found_and_mended(checked, text):
    (found,) = checked(opening=text)
    assert found.code == "office-name"
    (change,) = found.mend
    assert change.old == text
    assert "ตัวอย่างงาม" in change.new


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลตัวอย่างงามได้ดำเนินการ",
        "เทศบาล ตำบล ตัวอย่างงาม",
        "เทศบาลตำบลตัวอย่าง งาม",
        "เทศบาลตำบลบ้านสมมุติ",
        "เทศบาลตำบลและหน่วยงานอื่น",
        "เทศบาล และประชาชน",
        "ตัวอยางงามไม่มีคำว่าเทศบาลนำหน้า",
    ],
)
def test_the_office_as_it_is_and_other_offices_are_left_alone(codes, text):
    assert codes(opening=text) == []


def test_one_spelling_in_many_places_is_one_finding_and_one_mend(checked):
    wrong = "เทศบาลตำบลตัวอยางงาม"
    (found,) = checked({"what": wrong}, {"what": f"{wrong} และ{wrong}"}, opening=wrong)
    assert (found.where.part, [where.row for where in found.also]) == ("opening", [101, 102])
    assert "๔ แห่ง" in found.message
    assert [change.new.count("ตัวอย่างงาม") for change in found.mend] == [1, 1, 2]


def test_towns_that_begin_alike_are_two_towns(codes, checked):
    own = Office(name="เทศบาลตำบลหนองสมมา")
    assert codes(opening="เทศบาลตำบลหนองทดลอง", office=own) == []
    assert codes(opening="เทศบาลตำบลหนองสมมี", office=own) == ["office-name"]


def test_without_a_name_in_the_settings_nothing_is_compared(codes):
    assert codes(opening="เทศบาลตำบลตัวอยางงาม", office=Office()) == []


def test_a_person_in_another_spelling_is_found_and_mended(checked):
    (found,) = checked(opening="โดย นางสาวสมมุต ใจดียิ่ง เป็นผู้รายงาน")
    assert found.code == "person-name"
    assert found.mend[0].new == "โดย นางสาวสมมุติ ใจดียิ่ง เป็นผู้รายงาน"


@pytest.mark.parametrize(
    "text",
    [
        "นางสาวสมมุติ ใจดียิ่งเป็นผู้รายงาน",
        "นางสาวทดลอง ใจดียิ่ง",
        "นายจำลอง มีสุขมาก",
        "นายกเทศมนตรี และปลัดเทศบาล",
        "นายทะเบียน ตั้งมั่นคง",
    ],
)
def test_other_people_and_words_are_left_alone(codes, text):
    assert codes(opening=text) == []


def test_a_signer_is_compared_with_the_directory_too(checked, signed):
    (found,) = checked(signoffs=[signed(name="นางสาวสมมุติ ใจดียึ่ง")])
    assert (found.code, found.where.signoff, found.where.column) == ("person-name", 7, "name")


def test_a_spelling_that_stands_more_often_than_the_settings_one_asks_to_look_there(checked):
    once = "เทศบาลตำบลตัวอย่างงาม"
    (rare,) = checked(opening=f"{once} {once} เทศบาลตำบลตัวอยางงาม")
    (frequent,) = checked(opening=f"{once} " + "เทศบาลตำบลตัวอยางงาม " * 3)
    assert "ตั้งค่าหน่วยงาน" not in rare.message
    assert "ตั้งค่าหน่วยงาน" in frequent.message
