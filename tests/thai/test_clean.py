"""Cleaning takes out what nobody can see, and loses no letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.clean import clean_text, visible_text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("ก\r\nข\rค\u2028ง", "ก\nข\nค\nง"),
        ("ก\x00ข\u200bค\ufeffง\xad", "กขคง"),
        ("ก\u00a0ข\tค", "ก ข ค"),
        ("\n\n  ก  \nข \n\n", "ก\nข"),
        ("ก\n\nข", "ก\n\nข"),
        ("<p>๑. ก</p> <p>๒. ข</p>", "๑. ก\n๒. ข"),
        ('ก<br/>ข<ul style="x"><li>ค</li><li>- ง</li><li>๑) จ</li></ul>', "ก\nข\n- ค\n- ง\n๑) จ"),
        ("<P CLASS=x><b>ก</b><span lang=TH>ข</span></P>", "กข"),
        ("Dos&amp;Don't &lt; ๕ &nbsp;&#3585;", "Dos&Don't < ๕  ก"),
        ("Dos&Don't R&D <ชื่อ> น้อยกว่า < 50", "Dos&Don't R&D <ชื่อ> น้อยกว่า < 50"),
        ("นํ้า ทํา น้ํา", "น้ำ ทำ น้ำ"),
        ("ก่ำ กู่", "ก่ำ กู่"),
        ("\ud800ก", "ก"),
        ("", ""),
    ],
)
def test_text_is_made_plain(raw, clean):
    assert clean_text(raw) == clean


def test_of_what_is_typed_only_what_nobody_sees_is_taken_out():
    seen = "  <p>นํ้า &amp; ก\u00a0ข\t“ค” \uf0b7 😀 \n\n"
    assert visible_text(seen) == seen
    assert visible_text("ก\x00\u200b\u202eข\r\nค\x0bง\x85จ\x0cฉ") == "กข\nค\nง\nจ\nฉ"


@given(st.text(alphabet=list("กำําู่้ <>/pbrliu&;amp\n\t\r\x00\u200b-๑.#x3")))
def test_cleaning_clean_text_changes_nothing(text):
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text(alphabet="กขคาิีุูเแ่้๊๋ ๑๒\n\u200b"))
def test_no_thai_letter_is_lost(text):
    def letters(value):
        return sorted(letter for letter in value if "ก" <= letter <= "๛")

    assert letters(clean_text(text)) == letters(text)
