"""Numbers of rows and lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.checks.numbering import renumbered, sequence_faults


def rows(*numbers):
    return [{"what": f"{number} งาน"} for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "code", "at"),
    [
        (("๑.", "๒.", "๔."), "row-number-gap", 103),
        (("1.", "2.", "2."), "row-number-double", 103),
        (("(๑)", "(๓)", "(๒)"), "row-number-gap", 102),
    ],
)
def test_a_rows_number_left_out_or_twice_is_found(checked, numbers, code, at):
    first, *_ = checked(*rows(*numbers))
    assert (first.code, first.where.row, first.where.column) == (code, at, "what")


@pytest.mark.parametrize(
    "numbers", [("๑.", "๒.", "๓."), ("๑.", "๒.", "๑.", "๒."), ("๓.", "", "", ""), ("๑.๕", "๑.๗", "๑.๙")]
)
def test_numbers_in_order_new_groups_and_other_numbers_are_left_alone(codes, numbers):
    assert codes(*rows(*numbers)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("๑. หนึ่ง\n๒. สอง\n๔. สี่", "list-gap"),
        ("(๑) หนึ่ง\n(๒) สอง\n(๒) สองอีก", "list-double"),
        ("๑) หนึ่ง\n๓) สาม\n๒) สอง", "list-gap"),
        ("๑.๑ หนึ่ง\n๑.๓ สาม", "list-gap"),
        ("- ๑. หนึ่ง\n- ๓. สาม", "list-gap"),
    ],
)
def test_an_item_left_out_or_twice_is_found(codes, text, code):
    assert codes({"what": "งาน", "how": text})[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "๑. หนึ่ง\n๒. สอง\n๓. สาม",
        "(๑) ก\n(๒) ข ได้แก่\n(๑) ค\n(๒) ง\n(๓) จ",
        "(๑) ก\n(๒) ข\n(๑) ค\n(๒) ง\n(๓) จ\n(๔) ฉ",
        "๑. ก\n๑.๑ ข\n๑.๒ ค\n๒. ง\n๒.๑ จ",
        "๐๙.๓๐ น. เปิดประชุม\n๑๑.๐๐ น. ปิดประชุม",
        "๙๘.๙๙ คะแนน\n๙๑.๓๑ คะแนน",
        "๓. สาม",
    ],
)
def test_lists_in_order_lists_inside_lists_and_amounts_are_left_alone(codes, text):
    assert codes({"what": "งาน", "how": text}) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("หนึ่ง\n๒. สอง\n๓. สาม", "๑. หนึ่ง\n๒. สอง\n๓. สาม"),
        ("หนึ่ง\n๒.สอง", "๑.หนึ่ง\n๒.สอง"),
        ("หนึ่ง\n(2) สอง", "(1) หนึ่ง\n(2) สอง"),
    ],
)
def test_a_first_item_without_its_number_gets_it(checked, text, mended):
    (found,) = checked({"what": "งาน", "how": text})
    assert (found.code, found.mend[0].new) == ("list-first", mended)


@pytest.mark.parametrize("text", ["ดำเนินการดังนี้\n๒. สอง", "๒. สอง\n๓. สาม", "หนึ่ง\n๓. สาม", "๑.๒ หนึ่ง\n๒. สอง"])
def test_what_announces_a_list_or_goes_on_elsewhere_gets_no_number(codes, text):
    assert codes({"what": "งาน", "how": text}) == []


@pytest.mark.parametrize(
    ("numbers", "mended"),
    [
        (("๑.", "๒.", "๔.", "๕."), {103: "๓. งาน", 104: "๔. งาน"}),
        (("1.", "2.", "2.", "3."), {103: "3. งาน", 104: "4. งาน"}),
        (("(๑)", "(๓)", "(๑)", "(๒)"), {102: "(๒) งาน"}),
        (("๙.", "๑๐.", "๑๒."), {103: "๑๑. งาน"}),
    ],
)
def test_rows_are_numbered_anew_in_one_mend(checked, numbers, mended):
    first, *_ = checked(*rows(*numbers))
    assert {change.where.row: change.new for change in first.mend} == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("๑. หนึ่ง\n๒. สอง\n๔. สี่", "๑. หนึ่ง\n๒. สอง\n๓. สี่"),
        ("(1) หนึ่ง\n(2) สอง\n(2) สองอีก\n(3) สาม", "(1) หนึ่ง\n(2) สอง\n(3) สองอีก\n(4) สาม"),
        ("- ๑. ก\n- ๓. ข\n  ต่อ", "- ๑. ก\n- ๒. ข\n  ต่อ"),
        ("(๑) ก\n(๓) ข\n(๑) ค\n(๒) ง\n(๔) จ", "(๑) ก\n(๒) ข\n(๑) ค\n(๒) ง\n(๓) จ"),
    ],
)
def test_a_list_is_numbered_anew_in_one_mend(checked, text, mended):
    first, *_ = checked({"what": "งาน", "how": text})
    assert [change.new for change in first.mend] == [mended]


@pytest.mark.parametrize("text", ["๑) หนึ่ง\n๓) สาม\n๒) สอง", "๑. ก\n๓. ข\n๓.๑ ค\n๓.๒ ง"])
def test_where_the_items_may_be_what_is_wrong_nothing_is_numbered_anew(checked, text):
    found = checked({"what": "งาน", "how": text})
    assert found
    assert all(one.mend == () for one in found)


@given(st.lists(st.integers(1, 6), max_size=9))
def test_numbered_anew_there_is_nothing_to_be_found(numbers):
    before = tuple(numbers)
    after = renumbered(before)
    assert len(after) == len(before)
    if after != before:
        assert sequence_faults(after) == ()
    elif all(kind != "order" for _, kind, _ in sequence_faults(before)):
        assert sequence_faults(before) == ()
