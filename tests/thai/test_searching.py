"""What somebody looks for is found however it was typed."""

import pytest

from desktop_app.thai.searching import search_key, search_words, spans_of


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ปี ๒๕๖๗", "ปี 2567"),
        ("ITA  O๓๕", "ita o35"),
        ("น\u0e4d\u0e32ใจ", "นำใจ"),
        ("ก\u200bข\nค", "กข ค"),
        ("  ", ""),
    ],
)
def test_texts_are_compared_as_they_are_read(typed, key):
    assert search_key(typed) == key


def test_a_query_asks_for_all_its_words_once():
    assert search_words("ทุจริต  ปี ๖๗ ทุจริต") == ("ทุจริต", "ปี", "67")


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("เจตจำนง", "ประกาศเจตจำนงสุจริต", ["เจตจำนง"]),
        ("2567 ita", "ITA ปี ๒๕๖๗", ["ITA", "๒๕๖๗"]),
        ("น้ำ", "ไฟฟ้า", []),
        ("นำ", "น\u0e4d\u0e32ใจ", ["น\u0e4d\u0e32"]),
        ("a.b", "axb a.b", ["a.b"]),
        ("", "ใดใด", []),
    ],
)
def test_the_words_found_are_told_with_their_places(query, text, found):
    assert [text[start:end] for start, end in spans_of(query, text)] == found
