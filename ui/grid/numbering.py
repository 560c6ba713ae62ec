"""Numbered and dashed lines in list cells: the next line goes on counting."""

import re

from desktop_app.thai.digits import THAI, swap_digits_to_thai

_ITEM = re.compile(r"(?P<before>\s*\(?)(?P<number>[0-9๐-๙]{1,3})(?P<after>[.)]+\s*)|(?P<dash>\s*[-–•]\s*)")


def next_mark(line: str) -> str:
    """Return how the line after ``line`` begins: "๒. " after "๑. …", "- " after "- …", else ""."""
    found = _ITEM.match(line)
    if found is None:
        return ""
    if found["dash"]:
        return found["dash"]
    number = str(int(found["number"]) + 1)
    if found["number"][0] in THAI:
        number = swap_digits_to_thai(number)
    return f"{found['before']}{number}{found['after']}"


def is_bare_mark(line: str) -> bool:
    """Return whether a line is a mark with nothing behind it, that is, the end of its list."""
    found = _ITEM.match(line)
    return found is not None and not line[found.end() :].strip()
