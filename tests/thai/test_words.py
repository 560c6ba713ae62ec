"""Where a line of Thai may end, and where it never does."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.thai.clusters import clusters
from desktop_app.thai.words import inner, pieces, with_breaks

OFFICE = "เทศบาลตำบลตัวอย่าง"
NAME = "นางสาวตัวอย่าง ใจดี"

MARKED = [
    "ตามที่|ได้|ดำเนินการ|วิเคราะห์|ผล|การประเมิน |ITA |ของ|เทศบาลตำบลตัวอย่าง",
    "ประจำ|ปีงบประมาณ |พ.ศ. ๒๕๖๖ |(๑ ตุลาคม ๒๕๖๕ |ถึง |๓๐ กันยายน ๒๕๖๖)",
    "ต.ค. ๖๕ - |ก.ย. ๖๖",
    "๑ ต.ค. ๖๖ - |๓๐ ก.ย. ๖๗",
    "ต.ค. ๖๕-|ธ.ค. ๖๕",
    "(www.example.go.th) |และ|เพจ |(เทศบาลตำบลตัวอย่าง |จ.จันทบุรี)",
    "ณ จุดให้บริการ/|ที่ทำการ",
    "ปี ๒๕๖๗ |(๙๘.๙๙ คะแนน) |เพิ่มขึ้น |จำนวน ๐.๔๖ คะแนน",
    "ข้อมูล|ต่าง ๆ |เช่น |(Line, |Facebook) ฯลฯ",
    "แนวทางฯ/|แจ้งเวียน",
    "อยู่|ใน |จ.ฟ้าใสเย็นใจ |แล้ว",
    '“ร่วมใจ” |"อ้าง" |Dos&Don\'t |E-PlanNACC |O35 |4G |ระบบ|E-service',
    "โทร. ๐-๐๐๐๐-๐๐๐๐ |เวลา |๐๘.๓๐ - |๑๖.๓๐ น. |ทุกวัน",
    "- เผยแพร่ |๑. การวิเคราะห์ |(๑) ประเด็น |๑.รายงาน",
    "การปฏิบัติงาน|การให้บริการ|ของ|หน่วยงาน",
    "(นางสาวตัวอย่าง ใจดี) |นายสมมุติ งามดี |ปลัดเทศบาล",
    "ผู้ร้องเรียน |ความตระหนัก|แก่|บุคลากร",
    "ที่ |สป. - /๒๕๖๗",
    "ทั้ง ๕ หลักเกณฑ์ |จำนวน ๓ คู่มือ |รอบ ๖ เดือน |ของ|ปี ๒๕๖๖ |ข้อ ๕ |หนังสือ|ที่|ส่ง",
    "(๒) ๓.๑ ระบบ|ยื่นคำร้อง |จำนวน -๓.๕๖ คะแนน |ผ่าน |๘๕ % ขึ้นไป",
    "ไม่รับ – |ไม่ให้ |(E – PlanNACC) |๐๐๐ - ๐๐๐๐๐๐๐ |อุปโภค-บริโภค",
    "ภายใน|เดือน มีนาคม พ.ศ.๒๕๖๖ |ต.ค ๖๕- |มี.ค.๖๖ |ประจำเดือนมีนาคม ๒๕๖๖",
    "สามารถ|ดำเนินการได้ |จึง|ได้|ดำเนินการ |ที่|กำหนดไว้|อย่างเคร่งครัด |แล้วเสร็จแล้ว",
    "นิติกรชำนาญการ |ตำแหน่ง |สำนักงาน ป.ป.ช. |ครั้งที่ ๑ |ตัวชี้วัดที่ ๑ |การใช้อำนาจ",
    "ปลัดเทศบาลตำบลตัวอย่าง |อำเภอเมืองกกกข |จังหวัดกกกข |โดย|นายสมมุติ งามดี |และ|คณะ",
    "นายกเทศมนตรี |นายกองค์การบริหารส่วนตำบลกกกข |นายช่างโยธา |นางฟ้าใส ใจดี |นายกิตติ ใจดี",
    "แผน|การใช้จ่าย|งบประมาณ |พัฒนา|การให้บริการ |พัฒนาการ|เด็ก",
    "สำนัก ปลัดเทศบาล |ทรัพยากร บุคคล |การ ทุจริต",
    "รวม|เป็น|เงิน|ทั้งสิ้น |๒,๔๐๐ บาท |(สองพันสี่ร้อยบาทถ้วน) |ไม่เกิน|หนึ่งเดือน |วรรคหนึ่ง |๓๐ ตัน|ต่อเดือน",
    "ร้อยละ ๙๒.๔๕ |อยู่|ใน|อัตราร้อยละ ๐.๑๐ |ของ|ราคา |ชั้น ๒ |วันละ ๘๐๐ บาท",
    "หนังสือ|กรมบัญชีกลาง |ที่ |กค ๐๔๐๙.๒/ว ๑๑๘ |ลงวันที่ ๑๕ สิงหาคม ๒๕๖๕",
    "พันจ่าเอก สมมุติ รักงาม |ดร.ตัวอย่าง ใจดี |ว่าที่ร้อยตรี สมมุติ มั่นคง |ส.ต.อ.สมมุติ งามดี |หัวหน้าสำนักปลัด",
    "๑.๑ การเปิดเผย|ข้อมูลข่าวสาร |(x = ๔.๗๕) |ตาม|มาตรา ๕๖ |และ|ตอบสนอง|ความต้องการ",
    "สำนักปลัดเทศบาลนครตัวอย่าง |ผู้อำนวยการ|สำนักปลัดเทศบาล |ปลัดเทศบาลเมืองตัวอย่าง",
    "中|文。|「字」|abc|한|국|어 |x|中 |العربية |ພາສາ |👍🏽|👨\u200d👩\u200d👧|🇹🇭|☑",
    "รองนายกเทศมนตรีนครตัวอย่าง |สาย|บ้านนาดี |หมู่ที่ ๔ |ตำบลนาดี |กว้าง |๔.๐๐ เมตร",
]


@pytest.mark.parametrize("marked", MARKED)
def test_a_line_may_end_where_a_thai_reader_expects_it(marked):
    assert pieces(marked.replace("|", ""), [OFFICE, NAME]) == marked.split("|")


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        ("องค์กรปกครองส่วนท้องถิ่น", ["องค์กร", "ปกครอง", "ส่วนท้องถิ่น"]),
        ("(เทศบาลตำบลตัวอย่าง", ["(เทศบาลตำบล", "ตัวอย่าง"]),
        ("๑ ต.ค. ๖๖ - ", ["๑ ต.ค. ", "๖๖ - "]),
        ("๓๐ กันยายน ๒๕๖๗", ["๓๐ กันยายน ", "๒๕๖๗"]),
        ("๓๐ กันยายน", ["๓๐ ", "กันยายน"]),
        ("วันที่ ๑๒ ตุลาคม ๒๕๖๖", ["วันที่ ", "๑๒ ตุลาคม ", "๒๕๖๖"]),
        ("วันที่ ๓๑ เดือนมีนาคม พ.ศ. ๒๕๖๖", ["วันที่ ๓๑ เดือนมีนาคม ", "พ.ศ. ๒๕๖๖"]),
        ("จำนวน ๑,๒๐๐ ครั้ง", ["จำนวน ", "๑,๒๐๐ ครั้ง"]),
        ("พ.ศ. ๒๕๖๖", ["พ.ศ. ", "๒๕๖๖"]),
        ("ว่าที่ร้อยตรี ตัวอย่าง ใจดี", ["ว่าที่ร้อยตรี ตัวอย่าง ", "ใจดี"]),
        ("นางสาวตัวอย่าง ใจดี", ["นางสาวตัวอย่าง ", "ใจดี"]),
        ("https://www.example.go.th/a-b", ["https://", "www.", "example.", "go.", "th/", "a-", "b"]),
        ("E-PlanNACC", ["E-", "PlanNACC"]),
        ("ประสิทธิภาพ", ["ประสิทธิ", "ภาพ"]),
        ("ตลาด", ["ตลาด"]),
        ("กกกกกกกกก", ["กกกกกกกกก"]),
    ],
)
def test_what_does_not_fit_its_line_is_parted_at_its_inner_words(piece, parts):
    assert inner(piece, [OFFICE, NAME]) == parts


def test_an_unknown_place_name_stays_together():
    assert pieces("ของเทศบาลตำบลนาปลาฝุกและประชาชน") == ["ของ", "เทศบาลตำบลนาปลาฝุก", "และ", "ประชาชน"]


def test_a_given_term_wins_over_the_dictionary():
    assert "ฟ้าใสใจเย็น" in pieces("โครงการฟ้าใสใจเย็นของเทศบาล", ["ฟ้าใสใจเย็น"])
    assert "ฟ้าใสใจเย็น" not in pieces("โครงการฟ้าใสใจเย็นของเทศบาล")


@pytest.mark.parametrize("office", ["เทศบาลตำบลฟ้าใสใจเย็น", "อบต.ฟ้าใสใจเย็น", "องค์การบริหารส่วนตำบล ฟ้าใสใจเย็น"])
def test_the_place_of_a_given_office_stays_whole_wherever_it_stands(office):
    assert "ฟ้าใสใจเย็น" in pieces("ประชาชนฟ้าใสใจเย็นพึงพอใจ", [office])


@pytest.mark.parametrize("text", ["", " ", "  ก", "\n", "ๆ", ")", "่", "(", "ฯลฯ"])
def test_crumbs_of_text_come_back_as_they_are(text):
    assert "".join(pieces(text)) == with_breaks(text) == text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("เปี๊ยะ", ["เปี๊ยะ"]),
        ("น้ำใจ", ["น้ำ", "ใจ"]),
        ("สิทธิ์", ["สิทธิ์"]),
        ("วงศ์", ["วงศ์"]),
        ("เดือน", ["เดือ", "น"]),
        ("โปร่ง", ["โปร่", "ง"]),
        ("่ก", ["่", "ก"]),
        ("👍🏽x", ["👍🏽", "x"]),
    ],
)
def test_clusters_hold_a_consonant_with_all_that_belongs_to_it(word, expected):
    assert list(clusters(word)) == expected


LETTERS = st.text(
    st.sampled_from("กขคงจชดตทนบปผฝพฟมยรลวสหอฮญฐฏเแโใไะาำิีึืุูั็่้๊๋์ๆฯ๑๒๓.,()“”/-–:; \n\"'aBc123😀中ລ"), max_size=60
)
PROSE = st.lists(
    st.sampled_from(
        [
            *(word for marked in MARKED for word in marked.split("|")),
            "น้ำ",
            "ๆ",
            " ",
            "(",
            ")",
            "ฯลฯ",
            "“",
            "๑. ",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(LETTERS, PROSE))
def test_no_break_loses_text_cuts_a_cluster_or_strands_a_mark(text):
    parts = pieces(text, [OFFICE, NAME])
    assert "".join(parts) == text
    assert with_breaks(text).replace("\u200b", "") == text
    at = 0
    for part in parts[:-1]:
        at += len(part)
        assert text[at] not in "ๆฯ)”.,:;/ะาำิีึืุูั็่้๊๋์"
        assert part.rstrip()[-1:] not in ("(", "“")
        assert part[-1] not in "เแโใไ"
        assert not re.match("[ก-ฮ][ิุ]?์", text[at:])


@settings(max_examples=100, deadline=None)
@given(st.one_of(LETTERS, PROSE))
def test_inner_parts_make_up_the_piece(text):
    for piece in pieces(text):
        assert "".join(inner(piece)) == piece


def test_twenty_thousand_characters_without_a_space_are_divided():
    text = "ฆฌฏฒ" * 5000
    assert "".join(pieces(text)) == "".join(inner(text)) == text
