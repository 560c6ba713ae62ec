"""Wrongly decoded Thai becomes Thai again, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.legacy import mended

WORDS = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม ที่ ๑๒/๒๕๖๗ (E-Service) ก ข้อ ๑"


def test_thai_that_was_read_as_western_letters_is_read_again():
    assert mended(WORDS.encode("cp874").decode("latin-1")) == WORDS


def test_thai_that_was_read_from_the_wrong_bytes_is_read_again():
    garbled = "".join(
        bytes([byte]).decode("cp874")
        if byte not in range(0x81, 0xA0) or byte == 0x85 or 0x91 <= byte <= 0x97
        else chr(byte)
        for byte in WORDS.encode("utf-8")
    )
    assert garbled.startswith("เธ")
    assert mended(garbled) == WORDS


@pytest.mark.parametrize("text", ["", "café Réunion naïve", "เธอเธอเธอ เนยเนยเนย", WORDS, "ราคา £½¾ บาท"])
def test_what_is_right_stays(text):
    assert mended(text) == text


@given(st.text())
def test_mending_any_text_ends_and_mends_it_once(text):
    once = mended(text)
    assert mended(once) == once or len(mended(once)) <= len(once)
