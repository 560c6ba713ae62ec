"""A name in a column: parted before the surname when it must be, and nowhere else while its parts fit."""

import pytest

from desktop_app.documents.typeset.atoms import natural_width
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.lines import break_lines

NAMES = [
    ("นางสาวตัวอย่าง", "ใจดี"),
    ("นายสมมุติการดี", "งามประเสริฐเลิศ"),
    ("ว่าที่ร้อยตรี สมมุติ", "มั่นคงยืนยง"),
    ("นางฟ้าใส", "การงานก้าวหน้า"),
    ("นายกิตติ", "ณ ตัวอย่าง"),
    ("พันจ่าเอก สมมุติ", "รักความดี"),
    ("ดร.ตัวอย่าง", "วิชาการดี"),
]
AROUND = [
    "{}",
    "({})",
    "ลงชื่อ {} ผู้รายงาน",
    "โดย{} ตำแหน่งปลัดเทศบาล",
    "**{}** นายกเทศมนตรี",
    "๑. {}",
    "มอบให้ {}, และคณะ",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("given", "surname"), NAMES)
@pytest.mark.parametrize("known", [True, False])
def test_a_name_is_parted_only_before_the_surname(around, given, surname, known):
    name = f"{given} {surname}"
    text = around.format(name)
    begin = text.index(name)
    inside = {begin + at for at in range(1, len(name))} - {begin + len(given) + 1}
    terms = frozenset({name}) if known else frozenset()
    narrowest = max(natural_width(part, face()) for part in (f"๑. ({given}", f"**{surname}**"))
    width = narrowest
    while width < natural_width(name, face()) + 2:
        at = 0
        for line in break_lines(text, face(), width, terms=terms):
            assert at not in inside, f"{text[:at]}|{text[at:]} at {width:.1f} em"
            at += sum(
                len(atom.word.text) + (len(atom.space.text) if atom.space else 0) for atom in line.atoms
            )
        width += 0.37
