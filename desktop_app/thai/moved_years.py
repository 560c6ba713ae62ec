"""Years in last year's text that have to go with the fiscal year, moved in the way they are written.

Moved are years that clearly mean the fiscal year or the one before it: "ปีงบประมาณ พ.ศ. ๒๕๖๖", "ปี 2566",
"ต.ค. ๖๕ - ก.ย. ๖๖". Kept are a day that something happened on ("๕ มกราคม ๒๕๖๖"), the year of a law or an
order ("ระเบียบ… พ.ศ. ๒๕๖๕"), a span that is no part of one fiscal year ("พ.ศ. ๒๕๖๖ - ๒๕๗๐"), codes, addresses.
"""

import re
from calendar import isleap
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from desktop_app.thai.dates import ERA, MONTHS, month_number
from desktop_app.thai.digits import swap_digits_to_arabic, swap_digits_to_thai, without_codes

_D = "0-9๐-๙"
_DASH = r"\s*(?:[-–—−]|ถึง)\s*(?:วันที่\s*)?"
_LAW = re.compile(
    r"(?:พระราช|พ\s?\.\s?ร\s?\.\s?[บฎก]|รัฐธรรมนูญ|ประมวล|ระเบียบ|ประกาศ|กฎกระทรวง|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|คำสั่ง|มติ)"
    rf"(?:(?![{_D}]{{4}})[^\n]){{0,160}}$"
)
"""Words that a law's year may follow, with no other year between."""
_REACH = 200
"""So many letters before a year may hold the words that say what it is."""
_FEBRUARY = 2

Year = re.Match[str]
"""A year as `_told` finds it: with the day, the month or the word before it."""


def moved_in_text(text: str, fiscal_year: int, by: int) -> str:
    """Return running text of a report of ``fiscal_year`` (BE) as it reads ``by`` years later."""
    meant = (fiscal_year - 1, fiscal_year)
    spans = [span for span in _spans(text) if _is_all_of(span, meant) and _may_go(text, span)]
    return _moved(text, by, spans)


def moved_period(text: str, fiscal_year: int, by: int) -> str:
    """Return what a cell for periods reads ``by`` years later: all its years are moved, or none.

    None, when one of them is further than a year from ``fiscal_year`` (BE). The last day of February stays
    the last day.
    """
    spans = list(_spans(text, bare=True))
    meant = (fiscal_year - 1, fiscal_year, fiscal_year + 1)
    return _moved(text, by, spans if all(_is_all_of(span, meant) for span in spans) else [])


def _spans(text: str, bare: bool = False) -> Iterator[list[Year]]:
    """Give every year that is told as such, those at both ends of a span together.

    ``bare``: four digits are a year without any word that says so.
    """
    plain = without_codes(text)
    span: list[Year] = []
    for year in _told().finditer(plain):
        goes_on = bool(span) and re.fullmatch(_DASH, plain[span[-1].end() : year.start()])
        if span and not goes_on:
            yield span
            span = []
        if goes_on or year["lead"] or year["era"] or (bare and len(year["year"]) == 4):
            span.append(year)
    if span:
        yield span


def _is_all_of(span: Sequence[Year], meant: Collection[int]) -> bool:
    return all(_number(year) in meant for year in span)


def _may_go(text: str, span: Sequence[Year]) -> bool:
    """Tell whether the years of running text are no single day's and no law's."""
    first = span[0]
    before = text[max(0, first.start() - _REACH) : first.start()]
    if len(span) > 1 or _open_span().search(before):
        return True
    if first["day"] or first["slashed"]:
        return False
    return not (first["era"] and not first["lead"] and _LAW.search(before))


def _moved(text: str, by: int, spans: Sequence[Sequence[Year]]) -> str:
    for year in reversed([year for span in spans for year in span]):
        number = _number(year)
        text = _put(text, year, "year", (number + by) % 10 ** len(year["year"]))
        if year["day"] and month_number(year["month"]) == _FEBRUARY:
            last = _last_of_february(number)
            if int(swap_digits_to_arabic(year["day"])) == last:
                text = _put(text, year, "day", _last_of_february(number + by))
    return text


def _put(text: str, year: Year, group: str, number: int) -> str:
    """Put a number in the place of one that is as long, in the digits that were used there."""
    digits = str(number).zfill(len(year[group]))
    new = digits if year[group].isascii() else swap_digits_to_thai(digits)
    return text[: year.start(group)] + new + text[year.end(group) :]


def _last_of_february(year: int) -> int:
    return 29 if isleap(year - ERA) else 28


def _number(year: Year) -> int:
    number = int(swap_digits_to_arabic(year["year"]))
    return number + 2500 if number < 100 else number


@cache
def _told() -> re.Pattern[str]:
    """Return the pattern of a year, with what before it says that it is one."""
    return re.compile(
        rf"(?P<lead>(?<![{_D}/])(?P<slashed>[{_D}]{{1,2}}/[{_D}]{{1,2}}/)"
        rf"|(?:(?<![{_D}./])(?P<day>[{_D}]{{1,2}})\s*(?:เดือน\s*)?)?(?P<month>{_months()})\s*"
        rf"|ไตรมาส(?:ที่)?\s*[{_D}]\s*/\s*|(?<![{_D}])(?<![{_D}]\s)ปี(?:\s?งบประมาณ)?\s*)?"
        r"(?P<era>พ\s?\.?\s?ศ\s?\.?\s*)?"
        rf"(?<![{_D}])(?P<year>[{_D}]{{4}}|[{_D}]{{2}})(?![{_D}])"
    )


@cache
def _open_span() -> re.Pattern[str]:
    """Return the pattern of a span's first end that leaves its year to the second one."""
    return re.compile(rf"(?:{_months()}){_DASH}$")


@cache
def _months() -> str:
    short = (name.split(".")[:2] for _, name in MONTHS)
    spelt = [rf"(?:(?<![ก-ฮ])|(?<=เดือน)|(?<=ถึง)){first}\.?\s?{last}\.?" for first, last in short]
    return "|".join([*(full for full, _ in MONTHS), *spelt])
