"""A name typed whole is taken apart into rank, title and name, and put together letter by letter."""

import pytest

from desktop_app.domain.office import Person
from desktop_app.domain.person_names import RANKS, TITLES, full_name, name_parts


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("นางสาวตัวอย่าง ใจดี", ("", "นางสาว", "ตัวอย่าง ใจดี")),
        ("นางตัวอย่าง ใจดี", ("", "นาง", "ตัวอย่าง ใจดี")),
        ("นาย ตัวอย่าง ใจดี", ("", "นาย", "ตัวอย่าง ใจดี")),
        ("น.ส.ตัวอย่าง ใจดี", ("", "น.ส.", "ตัวอย่าง ใจดี")),
        ("ดร.ตัวอย่าง ใจดี", ("", "ดร.", "ตัวอย่าง ใจดี")),
        ("ผู้ช่วยศาสตราจารย์ ดร.ตัวอย่าง ใจดี", ("", "ผู้ช่วยศาสตราจารย์ ดร.", "ตัวอย่าง ใจดี")),
        ("ว่าที่ร้อยตรี ตัวอย่าง ใจดี", ("ว่าที่ร้อยตรี", "", "ตัวอย่าง ใจดี")),
        ("ว่าที่ร้อยตรีหญิงตัวอย่าง ใจดี", ("ว่าที่ร้อยตรีหญิง", "", "ตัวอย่าง ใจดี")),
        ("จ่าสิบเอก นายตัวอย่าง ใจดี", ("จ่าสิบเอก", "นาย", "ตัวอย่าง ใจดี")),
        ("  พันตำรวจโทตัวอย่าง ใจดี", ("พันตำรวจโท", "", "ตัวอย่าง ใจดี")),
    ],
)
def test_rank_and_title_are_told_by_how_a_name_begins(typed, parts):
    assert tuple(name_parts(typed)) == parts


@pytest.mark.parametrize("typed", ["", "ตัวอย่าง ใจดี", "นายิกา", "นาย", "จ่าเอก", "นางสาว ตัวอย่าง", "เอกชัย ใจดี"])
def test_what_is_no_title_before_a_whole_name_stays_a_name(typed):
    assert tuple(name_parts(typed)) == ("", "", typed)


@pytest.mark.parametrize("word", [*TITLES, *RANKS])
def test_every_word_that_is_offered_is_recognised(word):
    parts = name_parts(f"{word}ตัวอย่าง ใจดี")
    assert word in (parts.rank, parts.title)
    assert parts.given == "ตัวอย่าง ใจดี"


def test_a_title_is_followed_by_the_name_without_a_space():
    assert full_name("นางสาว", " ตัวอย่าง ใจดี ") == "นางสาวตัวอย่าง ใจดี"
    assert Person(1, "นาย ตัวอย่าง ใจดี", title="นาย").given == "ตัวอย่าง ใจดี"
