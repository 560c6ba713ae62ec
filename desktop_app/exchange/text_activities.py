"""The activities at the end of a report: paragraphs that begin with the day ("เมื่อวันที่ ๗ มีนาคม ๒๕๖๖ ณ …")."""

import re
from collections.abc import Sequence
from datetime import date

from desktop_app.domain.report import Activity
from desktop_app.errors import KnownError
from desktop_app.exchange.lines import Line
from desktop_app.thai.dates import parse_date

_DAY = re.compile(
    r"(?:เมื่อ)?\s*วันที่\s*(?P<day>[0-9๐-๙]{1,2}\s*[ก-๎.]+(?:\s*[ก-๎.]+)?\s*[0-9๐-๙]{2,4})(?![0-9๐-๙])\s*"
)
_PLACE = re.compile(r"ณ\s+(?P<place>\S+)\s*")


_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\s[^<>]*>|\S+\.(?:jpe?g|png|heic|gif|webp)", re.IGNORECASE)
"""What a converted document leaves of a picture: Markdown, HTML, the name of a file."""


def without_pictures(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Take out lines that only name a picture; return the others, and those."""
    pictures = [line.text for line in lines if _PICTURE.fullmatch(line.text)]
    return [line for line in lines if not _PICTURE.fullmatch(line.text)], pictures


def read_activities(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Activity, ...]]:
    """Part lines into those before the first activity, and the activities; nothing is left out.

    A paragraph that begins with a day begins an activity; others go on with the one before. The word after
    a ณ that follows the day is the place.
    """
    first = next((at for at, line in enumerate(lines) if _day(line.text)), len(lines))
    found: list[Activity] = []
    for line in lines[first:]:
        if started := _day(line.text):
            day, rest = started
            place = _PLACE.match(rest)
            caption = rest[place.end() :] if place else rest
            found.append(Activity(day, place["place"] if place else "", caption))
        else:
            last = found[-1]
            found[-1] = Activity(last.date, last.place, f"{last.caption}\n{line.text}".strip("\n"))
    return lines[:first], tuple(found)


def _day(text: str) -> tuple[date, str] | None:
    """Return the day that a line begins with, and what follows it."""
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return parse_date(found["day"]), text[found.end() :]
    except KnownError:
        return None
