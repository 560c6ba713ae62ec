"""What a page cannot show as it was meant is told, with its place; everything else in silence."""

import pytest

from desktop_app.documents.blocks import (
    Column,
    Cover,
    Document,
    LeaderField,
    LeaderLine,
    Opinion,
    Paragraph,
    RowGroup,
    Signature,
    Table,
    Title,
)
from desktop_app.documents.compose import compose
from desktop_app.documents.shortcomings import shortcomings
from desktop_app.domain.office import Office
from desktop_app.forms.library import load_forms

ODD = "\U0001f9a9"
SIGNATURE = Signature(("(นางสาวตัวอย่าง ใจดี)", "นิติกร"))


def table(heading="หัว", *rows):
    return Table((Column(heading, 1.0), Column("ข", 1.0)), rows or (("ก", "ข"),))


def test_a_usual_document_has_none(document):
    assert shortcomings(document()) == ()


def test_ticks_spaces_joiners_and_what_stands_in_are_no_shortcoming():
    text = "☑ ☐ ✓ ก\u200bข\u200d\u00a0é ½ € ḥ \n\t ก"
    assert shortcomings(Document("ชื่อ", (Paragraph(text),), secrecy="ลับ")) == ()


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (Title(f"บันทึก{ODD}"), "หัวเอกสาร"),
        (LeaderLine((LeaderField("ที่", "ก"), LeaderField("วันที่", ODD))), "ช่องวันที่"),
        (Paragraph(ODD, hang="เรียน"), "ช่องเรียน"),
        (Paragraph(f"ข้อความ {ODD}"), "ข้อความ"),
        (table(ODD), "หัวตาราง"),
        (table("หัว", ("ก", "ข"), ("ค", f"ง{ODD}")), "ตารางแถวที่ ๒"),
        (table("หัว", RowGroup(ODD), ("ค", "ง")), "หัวข้อในตาราง"),
        (table("หัว", RowGroup("กลุ่ม"), ("ค", ODD)), "ตารางแถวที่ ๑"),
        (Cover((f"ปก {ODD}",)), "ปก"),
        (SIGNATURE._replace(lines=(ODD,)), "ช่องลงชื่อ"),
        (Opinion("ความเห็นปลัด", f"ทราบ {ODD}", SIGNATURE), "ความเห็นปลัด"),
    ],
)
def test_a_character_that_cannot_be_printed_is_told_with_its_first_place(block, place):
    (told,) = shortcomings(Document("ชื่อ", (Paragraph("ก่อน"), block, Paragraph(ODD))))
    assert told.startswith(place)
    assert f"“{ODD}”" in told
    assert "[U+1F9A9]" in told
    assert "กรุณา" in told


def test_a_control_character_is_told_by_its_number_alone():
    (told,) = shortcomings(Document("ชื่อ", (Paragraph("ก\x07ข"),)))
    assert "[U+0007]" in told
    assert "\x07" not in told


def test_many_are_told_in_a_few_sentences():
    many = "".join(chr(0x1F600 + at) for at in range(30))
    told = shortcomings(Document("ชื่อ", (Paragraph(many),)))
    assert len(told) == 6
    assert "๒๕" in told[-1]


def test_a_family_that_is_not_installed_is_told(memo):
    report = memo(office=Office(name="เทศบาลตำบลตัวอย่าง", font="TH SarabunPSK"))
    (told,) = shortcomings(compose(report, load_forms()["memo"]))
    assert "TH SarabunPSK" in told
    assert "TH Sarabun New" in told
