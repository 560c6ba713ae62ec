"""Numbers of rows and lists."""

import pytest


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
