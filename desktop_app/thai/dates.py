"""Dates as a Thai office writes them. Values are CE dates; the Buddhist era exists only in the text.

The months are named as in Babel's locale data (a test holds that; reading them there takes 9 ms of every
start). The era and the digits are ours: Babel prints "ค.ศ." and Latin digits. An official date is
"๑๘ มีนาคม ๒๕๖๗", without the words วันที่, เดือน, พ.ศ. (typing manual, rule 12.3). Years before BE 2484, when
the year began in April, are read as if it began in January.
"""

import re
from datetime import date, timedelta
from functools import cache

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic, swap_digits_to_thai

ERA = 543
"""Buddhist year minus CE year."""
FIRST_YEAR, LAST_YEAR = 2400, 2700
"""The Buddhist years that can be meant; outside of them the typist meant something else."""

FIRST_CE_YEAR = 1800
"""The first year that is told to be one of the common era."""

MONTHS = (
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
)
"""The months, full and abbreviated."""

YEAR = r"(?:พ\s?\.?\s?ศ\s?\.?\s*)?(?P<year>\d+)"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(rf"(?P<day>\d{{1,2}})\s*[/\-. ]\s*(?P<month>\d{{1,2}})\s*[/\-. ]\s*{YEAR}")
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})\s*[/\-. ]?\s*(?:เดือน\s*)?(?P<month>[ก-ฮะ-ฺเ-์.\s]+?)\s*[/\-. ]?\s*{YEAR}"
)
_HOW = _("กรุณาพิมพ์เช่น ๑๘ มี.ค. ๖๗ หรือ ๑๘/๓/๒๕๖๗")


def official_date(day: date) -> str:
    """Return "๑๘ มีนาคม ๒๕๖๗"."""
    return swap_digits_to_thai(f"{day.day} {MONTHS[day.month - 1][0]} {day.year + ERA}")


def short_date(day: date) -> str:
    """Return "๑๘ มี.ค. ๖๗"."""
    return swap_digits_to_thai(f"{day.day} {MONTHS[day.month - 1][1]} {(day.year + ERA) % 100:02d}")


def fiscal_year_of(day: date) -> int:
    """Return the BE fiscal year of a day: year n runs from 1 October of n-1 to 30 September of n."""
    return day.year + ERA + (day.month >= 10)


def fiscal_year_range(fiscal_year: int) -> tuple[date, date]:
    """Return the first and last day of a BE fiscal year."""
    year = fiscal_year - ERA
    return date(year - 1, 10, 1), date(year, 9, 30)


def parse_date(text: str) -> date:
    """Read one date in Buddhist years: "๑๘ มี.ค. ๖๗", "18/3/2567", "วันที่ ๑๘ เดือนมีนาคม พ.ศ. ๒๕๖๗".

    ISO (2024-03-18) is read as CE. Two-digit years are of the 2500s. Raises KnownError with the mend
    for anything else: a CE year, an impossible year (3106), a day that does not exist.
    """
    plain = _plain(text)
    if not plain:
        raise KnownError(_("ยังไม่ได้พิมพ์วันที่ {how}").format(how=_HOW))
    if iso := _ISO.fullmatch(plain):
        return _iso_date(text.strip(), *map(int, iso.groups()))
    found = _NUMERIC.fullmatch(plain) or _NAMED.fullmatch(plain)
    month = found and month_number(found["month"])
    if not found or not month:
        raise KnownError(_("อ่านวันที่ “{text}” ไม่ออก {how}").format(text=text.strip(), how=_HOW))
    return _day(int(found["day"]), month, read_year(found["year"]))


def date_of_other_era(text: str) -> date | None:
    """Return the day that a date means whose year is of the era we do not read there, else None.

    "18/03/2024" is ๑๘ มีนาคม ๒๕๖๗, and so is "2567-03-18". None as well for a day that does not exist.
    """
    plain = _plain(text)
    if iso := _ISO.fullmatch(plain):
        year, month, day = map(int, iso.groups())
        year = year - ERA if year >= FIRST_YEAR else 0
    else:
        found = _NUMERIC.fullmatch(plain) or _NAMED.fullmatch(plain)
        month = (found and month_number(found["month"])) or 0
        day, year = (int(found["day"]), int(found["year"])) if found else (0, 0)
    try:
        return date(year, month, day) if FIRST_CE_YEAR <= year <= LAST_YEAR - ERA else None
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """Return 1-12 for "3", "มีนาคม", "มี.ค.", "มีค", "มีนา"; None for anything else."""
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= 12 else None
    bare = _bare(name)
    return _months_by_name().get(bare) if bare else None


def read_year(digits: str) -> int:
    """Return the CE year for a Buddhist one of four digits or two ("67" is 2567).

    Raises KnownError when the year cannot be Buddhist.
    """
    year = int(digits)
    if len(digits) == 2:
        year += 2500
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year - ERA
    shown = numerals(digits)
    if FIRST_CE_YEAR <= year <= LAST_YEAR - ERA:
        meant = numerals(year + ERA)
        raise KnownError(
            _("ปี {shown} เป็นปี ค.ศ. กรุณาพิมพ์เป็นปี พ.ศ. คือ {meant}").format(shown=shown, meant=meant)
        )
    raise KnownError(_("ปี พ.ศ. {shown} เป็นไปไม่ได้ กรุณาตรวจปีอีกครั้ง เช่น ๒๕๖๗ หรือ ๖๗").format(shown=shown))


def last_day(year: int, month: int) -> date:
    """Return the last day of a month of a CE year."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@cache
def _months_by_name() -> dict[str, int]:
    names: dict[str, int] = {}
    for number, (full, short) in enumerate(MONTHS, start=1):
        for name in (full, short, re.sub("(?:คม|ยน|พันธ์)$", "", full)):  # มีนาคม, มี.ค., มีนา
            names.setdefault(_bare(name), number)
    return names


def _plain(text: str) -> str:
    """Return a typed date with Arabic digits, without the word before it and what cannot be seen."""
    return re.sub(r"^วันที่\s*|[\u200b\ufeff]", "", swap_digits_to_arabic(text).strip()).strip()


def _bare(name: str) -> str:
    return re.sub(r"[.\s]", "", name)


def _iso_date(text: str, year: int, month: int, day: int) -> date:
    if year >= FIRST_YEAR:
        raise KnownError(_("วันที่ “{text}” ใช้ปี พ.ศ. ในรูปแบบของปี ค.ศ. {how}").format(text=text, how=_HOW))
    try:
        return date(year, month, day)
    except ValueError:
        raise KnownError(_("ไม่มีวันที่ “{text}” ในปฏิทิน {how}").format(text=text, how=_HOW)) from None


def _day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        from desktop_app.thai.shown import month_name  # it is made of what stands here

        shown = numerals(f"{month_name(month)} {year + ERA}")
        last = numerals(last_day(year, month).day)
        count = numerals(day)
        raise KnownError(
            _("{shown} ไม่มีวันที่ {count} กรุณาพิมพ์วันที่ ๑ ถึง {last}").format(shown=shown, count=count, last=last)
        ) from None
