"""Steps get lines of their own, torn lines read on, and not a character changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.steps import glue, join_pieces, split_steps


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("๑. จัดทำ ๒. เผยแพร่ ๓. รายงาน", ["๑. จัดทำ", "๒. เผยแพร่", "๓. รายงาน"]),
        ("1) จัดทำ 2) เผยแพร่", ["1) จัดทำ", "2) เผยแพร่"]),
        ("๑.จัดทำ ๒.เผยแพร่", ["๑.จัดทำ", "๒.เผยแพร่"]),
        ("ดังนี้ (๑) จัดทำ (๒) เผยแพร่", ["ดังนี้", "(๑) จัดทำ", "(๒) เผยแพร่"]),
        (
            "๑. ก (๑) ข (๒) ค ๒. ง (๑) จ (๒) ฉ",
            ["๑. ก", "(๑) ข", "(๒) ค", "๒. ง", "(๑) จ", "(๒) ฉ"],
        ),
        ("๑. ก ๒. ข ๒.๑ ค ๒.๒ ง ๓. จ", ["๑. ก", "๒. ข", "๒.๑ ค", "๒.๒ ง", "๓. จ"]),
        ("- จัดทำ - เผยแพร่", ["- จัดทำ", "- เผยแพร่"]),
        ("- จัดทำคู่มือ- เผยแพร่(แล้ว)- รายงาน", ["- จัดทำคู่มือ", "- เผยแพร่(แล้ว)", "- รายงาน"]),
        ("- ประจำปี ๒๕๖๗ - ประชาชนทราบ", ["- ประจำปี ๒๕๖๗", "- ประชาชนทราบ"]),
        ("หัวข้อ -ข่าว -งาน", ["หัวข้อ", "-ข่าว", "-งาน"]),
        ("๒. ต่อจากหน้าก่อน ๓. รายงาน", ["๒. ต่อจากหน้าก่อน", "๓. รายงาน"]),
    ],
)
def test_steps_in_one_line_become_lines(line, lines):
    assert split_steps([line]) == lines


@pytest.mark.parametrize(
    "line",
    [
        "ประกอบด้วย (๒ ประเด็นที่ต้องวิเคราะห์)",
        "ปี พ.ศ. ๒๕๖๖ จ.ตัวอย่าง",
        "ตามข้อ ๑. และข้อ ๒. ของระเบียบ",
        "ตาม (๑) และ (๒)",
        "ตาม (๑) หรือ (๒)",
        "มี ๓. เท่านั้น",
        "เพียง (๑) ข้อเดียว",
        "- ตั้งแต่ ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖",
        "- ตั้งแต่ ต.ค. ๖๕ - มี.ค. ๖๖",
        "จัดทำคู่มือ- เผยแพร่",
        "งบ ๑.๕ ล้าน และ ๒.๕ ล้าน",
        "๑. เวลา ๑๐.๓๐ น. ถึง ๒.๓๐ น.",
        "ตัวชี้วัดที่ ๑. ก ตัวชี้วัดที่ ๒. ข",
        "ต.ค. - ธ.ค. ๖๕",
        "- ทำใน ต.ค. - ธ.ค. ๖๕",
        "อุปโภค -บริโภค",
    ],
)
def test_what_only_looks_like_a_step_stays_in_its_line(line):
    assert split_steps([line]) == [line]


def test_a_sequence_goes_on_from_line_to_line():
    assert split_steps(["๑. ก", "๒. ข ๓. ค"]) == ["๑. ก", "๒. ข", "๓. ค"]


@pytest.mark.parametrize(
    ("earlier", "later", "whole"),
    [
        ("เทศบาล", "ตำบลตัวอย่าง", "เทศบาลตำบลตัวอย่าง"),
        ("และ", "ปรับปรุง", "และปรับปรุง"),
        ("สื่อ Social", "Media", "สื่อ Social Media"),
        ("เว็บไซต์", "(www.a.go.th)", "เว็บไซต์ (www.a.go.th)"),
        ("(๑)", "ประเด็น", "(๑) ประเด็น"),
        ("พ.ศ.", "๒๕๖๖", "พ.ศ. ๒๕๖๖"),
        ("(หน่วยงาน", ")", "(หน่วยงาน)"),
        ("มาตรการ/", "แนวทาง", "มาตรการ/แนวทาง"),
        ("ต่าง", "ๆ", "ต่างๆ"),
        ("ครบถ้วน", "พร้อมทั้งรายงาน", "ครบถ้วน พร้อมทั้งรายงาน"),
        ("", "ก", "ก"),
    ],
)
def test_a_torn_line_reads_on(earlier, later, whole):
    assert glue(earlier, later) == whole


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (["ก"], ["ข", "ค"], ["กข", "ค"]),
        (["ก"], ["๒. ข"], ["ก", "๒. ข"]),
        (["ก"], ["- ข"], ["ก", "- ข"]),
        (["ก เป็นต้น"], ["ข"], ["ก เป็นต้น", "ข"]),
        ([], ["ข"], ["ข"]),
        (["ก"], [], ["ก"]),
    ],
)
def test_a_continued_cell_goes_on_in_its_line_or_on_a_new_one(before, after, lines):
    join_pieces(before, after)
    assert before == lines


@given(st.lists(st.text(alphabet="๐๑๒๓12.()-– กขและเพื่อ/", min_size=1).map(str.strip).filter(bool)))
def test_not_a_character_changes_but_white_space(lines):
    assert "".join("".join(split_steps(lines)).split()) == "".join("".join(lines).split())
    joined: list[str] = []
    for line in lines:
        join_pieces(joined, [line])
    assert "".join("".join(joined).split()) == "".join("".join(lines).split())
