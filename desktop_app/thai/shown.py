"""Numbers and dates as the screen shows them: Thai in Thai; in English 18 Mar 2567 BE.

What belongs to the printed page (a field of the form, its preview) is Thai in every language; this is only
for what the program itself says. English month names come from Babel.
"""

from datetime import date
from functools import cache

from desktop_app.language import THAI, spoken
from desktop_app.thai.dates import ERA, MONTHS, official_date, short_date
from desktop_app.thai.digits import numerals

__all__ = ["long_day", "month_name", "numerals", "short_day"]


def short_day(day: date) -> str:
    """Return "๑๘ มี.ค. ๖๗", or "18 Mar 2567 BE"."""
    return short_date(day) if spoken() == THAI else f"{day.day} {_english(day.month)[1]} {day.year + ERA} BE"


def long_day(day: date) -> str:
    """Return "๑๘ มีนาคม ๒๕๖๗", or "18 March 2567 BE"."""
    if spoken() == THAI:
        return official_date(day)
    return f"{day.day} {_english(day.month)[0]} {day.year + ERA} BE"


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12: "มีนาคม" or "March"."""
    return MONTHS[month - 1][0] if spoken() == THAI else _english(month)[0]


@cache
def _english(month: int) -> tuple[str, str]:
    from babel.localedata import load

    names = load("en", merge_inherited=False)["months"]["format"]
    return names["wide"][month], names["abbreviated"][month]
