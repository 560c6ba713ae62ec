"""Words are offered by what was typed of them, those that are used most before the others."""

import pytest

from desktop_app.domain.form import ColumnKind
from desktop_app.domain.words_offered import parts_of, typed_part, words_offered

USED = ["๑. จัดทำคู่มือ\n๒. จัดประชุมชี้แจง", "- จัดประชุมชี้แจง", "ประชุมประจำเดือน"]


def test_lines_are_offered_without_their_numbers_the_most_used_first():
    words = words_offered(USED, ["จัดอบรม"], ColumnKind.LIST)
    assert words.beginning("จัด") == ("จัดประชุมชี้แจง", "จัดทำคู่มือ", "จัดอบรม")


def test_what_holds_the_typed_words_comes_after_what_begins_with_them():
    words = words_offered(USED, [], ColumnKind.LIST)
    assert words.beginning("ประชุม") == ("ประชุมประจำเดือน", "จัดประชุมชี้แจง")


def test_a_single_letter_offers_only_what_begins_with_it():
    assert words_offered(USED, [], ColumnKind.LIST).beginning("ค") == ()


def test_what_is_typed_in_full_is_not_offered():
    assert words_offered(["กองคลัง"], [], ColumnKind.UNIT).beginning("กองคลัง") == ()


def test_thai_and_arabic_digits_are_the_same():
    assert words_offered(["รายงานทุก ๖ เดือน"], [], ColumnKind.TEXT).beginning("รายงานทุก 6") == (
        "รายงานทุก ๖ เดือน",
    )


def test_with_nothing_typed_the_likeliest_are_offered():
    assert words_offered(USED, [], ColumnKind.LIST).beginning("")[0] == "จัดประชุมชี้แจง"


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("กองคลัง, กองช่าง\nสำนักปลัด", ColumnKind.UNIT, ["กองคลัง", "กองช่าง", "สำนักปลัด"]),
        ("ต.ค. ๖๕ - ก.ย. ๖๖", ColumnKind.PERIOD, ["ต.ค. ๖๕ - ก.ย. ๖๖"]),
        ("๑) หนึ่งเดียว\n\n๒) สองคน", ColumnKind.LIST, ["หนึ่งเดียว", "สองคน"]),
        ("  ", ColumnKind.PERIOD, []),
    ],
)
def test_a_cell_falls_into_the_parts_that_can_be_used_again(text, kind, parts):
    assert parts_of(text, kind) == parts


@pytest.mark.parametrize(
    ("before", "kind", "typed"),
    [
        ("๑. จัดทำ\n๒. ประชุม", ColumnKind.LIST, "ประชุม"),
        ("กองคลัง, กองช", ColumnKind.UNIT, "กองช"),
        ("กองคลัง\nกองช", ColumnKind.UNIT, "กองช"),
        ("ต.ค. ๖", ColumnKind.PERIOD, "ต.ค. ๖"),
        ("", ColumnKind.TEXT, ""),
        ("๑. ", ColumnKind.LIST, ""),
    ],
)
def test_only_the_part_under_the_caret_is_completed(before, kind, typed):
    assert before[typed_part(before, kind) :] == typed
