"""Numbers and sums of money in cells: text as typed, values as Decimal, never float."""

import re
from decimal import Decimal

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.digits import swap_digits_to_arabic

_NUMBER = re.compile(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?P<part>\.[0-9]{1,6})?\.?")
_MONEY = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?P<part>\.[0-9]{1,2})?(?:\.?-)?\s*(?:บาท)?"
)
_LONGEST = 40
_NO_AMOUNT = re.compile(r"[-–—\s]*")


def money_of(text: str) -> Decimal | None:
    """Return the baht that a cell tells ("๑,๒๕๐.๕๐", "500.-", "20,000 บาท"); None when it tells none.

    At most two decimals, for that is what money has.
    """
    return _value(text, _MONEY)


def number_of(text: str) -> Decimal | None:
    """Return the number that a cell tells ("๓", "๓.", "12.5"); None when it tells none."""
    return _value(text, _NUMBER)


def money_text(amount: Decimal) -> str:
    """Return money as it is printed: thousands parted, two decimals ("1,250.00")."""
    return f"{amount:,.2f}"


def tidy_money(text: str) -> str:
    """Return a typed sum as it is kept ("1250" becomes "1,250.00"), "" and a dash as they are.

    Raises KnownError for what is no sum of money.
    """
    text = text.strip()
    amount = money_of(text)
    if amount is not None:
        return money_text(amount)
    if _NO_AMOUNT.fullmatch(text):
        return text
    raise KnownError(
        _("“{shown}” ไม่ใช่จำนวนเงิน กรุณาพิมพ์เป็นตัวเลข ทศนิยมไม่เกินสองตำแหน่ง เช่น 20,000.00").format(
            shown=_shown(text)
        )
    )


def tidy_number(text: str) -> str:
    """Return a typed number as it is kept, "" and a dash as they are; raises KnownError for no number."""
    text = text.strip()
    if number_of(text) is not None or _NO_AMOUNT.fullmatch(text):
        return text
    raise KnownError(_("“{shown}” ไม่ใช่ตัวเลข กรุณาพิมพ์เป็นตัวเลข เช่น 12").format(shown=_shown(text)))


def is_amount(text: str, *, money: bool) -> bool:
    """Tell whether a cell of its kind holds a number, a dash for none, or nothing."""
    value = money_of(text) if money else number_of(text)
    return value is not None or bool(_NO_AMOUNT.fullmatch(text))


def _value(text: str, pattern: re.Pattern[str]) -> Decimal | None:
    found = pattern.fullmatch(swap_digits_to_arabic(text.strip()[:_LONGEST]))
    return Decimal(found["whole"].replace(",", "") + (found["part"] or "")) if found else None


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
