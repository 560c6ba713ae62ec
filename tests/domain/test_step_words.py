"""Names of steps are stored in Thai and shown in the language spoken."""

import pytest

from desktop_app.domain.step_words import shown_step
from desktop_app.language import ENGLISH, THAI, choose


@pytest.fixture
def in_english():
    choose(ENGLISH)
    yield
    choose(THAI)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("ลบแถว", "Delete row"),
        ("แก้วันที่", "Change Date"),
        ("แก้สถานที่ของกิจกรรม", "Change Place of an activity"),
        ("แก้คะแนนตัวชี้วัดที่ ๓", "Change the score of indicator 3"),
        ("ปรับ นายสมมุติ มีสุข ตามทำเนียบ", "Bring นายสมมุติ มีสุข in line with the directory"),
        ("ชื่อที่ไม่มีใครรู้จัก", "ชื่อที่ไม่มีใครรู้จัก"),
        ("", ""),
    ],
)
def test_a_stored_name_is_said_in_english(in_english, stored, shown):
    assert shown_step(stored) == shown


def test_in_thai_it_is_said_as_it_was_stored():
    assert shown_step("แก้คะแนนตัวชี้วัดที่ ๓") == "แก้คะแนนตัวชี้วัดที่ ๓"
