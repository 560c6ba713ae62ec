"""What stands before the table goes to the cover, the heading and the opening, by its shape alone."""

import pytest

from desktop_app.domain.form import Part, PartKind
from desktop_app.exchange.front import office_in, share_out
from desktop_app.exchange.lines import read_lines

COVER = Part(PartKind.COVER, "cover", "ปก")
HEADING = Part(PartKind.TEXT, "heading", "ชื่อ", centred=True)
INTRO = Part(PartKind.TEXT, "intro", "คำนำ")
TEXT = """
รายงานตัวอย่าง
ปี ๒๕๖๗

เทศบาลตำบลตัวอย่าง

รายงานตัวอย่าง
ปี ๒๕๖๗ ของเทศบาลตำบลตัวอย่าง

ตามที่ได้ดำเนินการแล้ว ขอรายงานดังนี้
"""
COVER_TEXT = "รายงานตัวอย่าง\nปี ๒๕๖๗\n\nเทศบาลตำบลตัวอย่าง"
HEADING_TEXT = "รายงานตัวอย่าง\nปี ๒๕๖๗ ของเทศบาลตำบลตัวอย่าง"
INTRO_TEXT = "ตามที่ได้ดำเนินการแล้ว ขอรายงานดังนี้"


def test_each_part_gets_its_own_lines():
    texts, left = share_out(read_lines(TEXT), (COVER, HEADING, INTRO))
    assert (texts, left) == ({"cover": COVER_TEXT, "heading": HEADING_TEXT, "intro": INTRO_TEXT}, [])


@pytest.mark.parametrize(
    ("parts", "keys", "left"),
    [
        ((COVER, INTRO), ["cover", "intro"], 0),
        ((HEADING, INTRO), ["heading", "intro"], 0),
        ((INTRO,), ["intro"], 0),
        ((COVER, HEADING), ["cover", "heading"], 1),
        ((), [], 6),
    ],
)
def test_a_form_without_a_part_loses_nothing_of_its_lines(parts, keys, left):
    texts, homeless = share_out(read_lines(TEXT), parts)
    assert (list(texts), len(homeless)) == (keys, left)
    assert "".join("".join([*texts.values(), *homeless]).split()) == "".join(TEXT.split())


def test_a_name_said_once_is_all_of_the_cover():
    texts, left = share_out(read_lines("รายงาน\n\nเทศบาลตำบลตัวอย่าง\n"), (COVER, HEADING, INTRO))
    assert (texts, left) == ({"cover": "รายงาน\n\nเทศบาลตำบลตัวอย่าง"}, [])


@pytest.mark.parametrize(
    ("text", "name", "district", "province"),
    [
        ("ของ อบต.ตัวอย่าง อ.เมืองตัวอย่าง จ.ตัวอย่าง", "องค์การบริหารส่วนตำบลตัวอย่าง", "เมืองตัวอย่าง", "ตัวอย่าง"),
        ("องค์การบริหารส่วนจังหวัดตัวอย่าง", "องค์การบริหารส่วนจังหวัดตัวอย่าง", "", ""),
        ("รายงานผล", "", "", ""),
    ],
)
def test_the_office_is_told_by_the_words_before_its_name(text, name, district, province):
    office = office_in([text])
    assert (office.name, office.district, office.province) == (name, district, province)
