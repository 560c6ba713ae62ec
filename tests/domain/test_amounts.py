"""Numbers and money as people type them."""

from decimal import Decimal

import pytest

from desktop_app.domain.amounts import is_amount, money_of, number_of, tidy_money, tidy_number
from desktop_app.errors import KnownError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20000", "20000"),
        ("๒๐,๐๐๐.๕๐", "20000.50"),
        (" 500.- ", "500"),
        ("1,250 บาท", "1250"),
        ("0.00", "0.00"),
    ],
)
def test_money_is_read_as_people_write_it(text, value):
    assert money_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "ห้าร้อย", "1,2", "1.234", "-5", "1 2", "12%", "9" * 30])
def test_what_is_no_money_has_no_value(text):
    assert money_of(text) is None


def test_a_number_may_carry_a_dot_and_more_decimals():
    assert [number_of(text) for text in ("๓.", "12.345", "ก")] == [Decimal(3), Decimal("12.345"), None]


def test_what_is_typed_is_kept_tidy():
    assert [tidy_money(text) for text in ("1250", "๐", "", " - ")] == ["1,250.00", "0.00", "", "-"]
    assert [tidy_number(text) for text in (" ๓ ", "", "-")] == ["๓", "", "-"]


@pytest.mark.parametrize(("tidy", "text"), [(tidy_money, "ยังไม่ได้รับจัดสรร" * 9), (tidy_number, "สาม")])
def test_what_is_none_is_told_with_what_to_do(tidy, text):
    with pytest.raises(KnownError, match=r"ไม่ใช่.*กรุณาพิมพ์เป็นตัวเลข") as told:
        tidy(text)
    assert len(told.value.sentence) < 160


def test_a_dash_and_nothing_are_allowed_where_money_belongs():
    assert [is_amount(text, money=True) for text in ("", "-", "5", "ห้า")] == [True, True, True, False]
