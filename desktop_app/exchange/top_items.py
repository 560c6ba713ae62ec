"""The items of a list that are no part of another: steps (๑) to (๑๑), each with its own lines below it."""

import re

from desktop_app.thai.digits import swap_digits_to_arabic

_MARK = re.compile(r"(?P<open>\(?)(?P<number>[0-9๐-๙]{1,2})(?P<close>[.)]+)(?![0-9๐-๙])")
_SUB_MARK = re.compile(r"\(?(?P<major>[0-9๐-๙]{1,2})\.(?P<number>[0-9๐-๙]{1,2})(?:\)|\.|(?=\s))")


def top_items(text: str) -> list[str]:
    """Return the items of a list, with what stands below each in its lines.

    A number that goes on where the last item ended begins an item. A list inside begins at ๑ or with a
    number like ๓.๑; as long as its own numbers go on, a number that would fit both belongs to it. Where
    nothing is numbered, every line is an item.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(_MARK.match(line) for line in lines):
        return lines
    found: list[str] = []
    last, inside = 0, 0
    for line in lines:
        sub, mark = _SUB_MARK.match(line), _MARK.match(line)
        number = _value(mark["number"]) if mark and not sub else 0
        if sub:
            inside = _value(sub["number"])
        elif number and inside and number == inside + 1:
            inside = number
        elif number == last + 1 or (number and not found):
            last, inside = number, 0
            found.append(line)
            continue
        elif number == 1:
            inside = 1
        if found:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _value(digits: str) -> int:
    return int(swap_digits_to_arabic(digits))
