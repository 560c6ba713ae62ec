"""Lists as clerks type them: which paragraphs begin with a list mark, and which list they belong to.

Marks are ๑. ๑.๑ ๑) (๑) and their like in either digits, the bullets - – • ● ○ ▪ ◦ *, boxes and ticks,
and a bullet with a number behind it. No mark is what only looks like one: a year (๒๕๖๗), a score (๙๘.๙๙
คะแนน), a time (๐๙.๓๐ น.), an amount (๑.๕ ล้านบาท), a number below zero (-๕), a ruled line (-----).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_COUNT = "[1-9๑-๙][0-9๐-๙]?"
_FEW = "(?:[1๑][0-9๐-๙]|[2๒][0๐]|[1-9๑-๙])(?![0-9๐-๙])"
"""1 to 20: what a number with a point in it may have on either side to be taken for ๑.๑."""
_MEASURES = (
    "คะแนน|บาท|สตางค์|ล้าน|แสน|หมื่น|พัน|เปอร์เซ็นต์|ร้อยละ|เท่า|น\\.|กม\\.|ตร\\.|ม\\.|กิโล|ตาราง|เมตร|เซนติ|ไร่|ชั่วโมง|"
    "นาที|วินาที|ลิตร|ตัน|องศา|ปี|เดือน|วัน|%|[+×=/–-]\\s*[0-9๐-๙]"
)
"""What follows an amount or a time."""
_NUMBER = (
    rf"\({_COUNT}(?:\.{_COUNT})*\)\.?"
    rf"|{_COUNT}(?:\.{_COUNT})*(?:\)\.?|\.(?![0-9๐-๙.]))"
    rf"|{_FEW}(?:\.{_FEW})+(?=\s+(?!\s|{_MEASURES}))"
)
_BULLET = r"(?:[-–—](?![-–—0-9๐-๙])|[•●○▪◦□■☐☑☒✓✔]|\*(?!\*))"
_MARK = re.compile(rf"\s*(?:{_BULLET}\s*(?:\({_COUNT}\)\.?)?|{_NUMBER})\s*(?=\S)")


def list_mark(paragraph: str) -> str:
    """Return the list mark that a paragraph begins with, its spaces included; "" for none."""
    mark = _MARK.match(paragraph)
    return mark.group() if mark else ""


def is_bullet(mark: str) -> bool:
    """Tell whether a list mark begins with a bullet; the others begin with a number."""
    return mark.lstrip()[0] not in "(0123456789๐๑๒๓๔๕๖๗๘๙"


class Entry(NamedTuple):
    """What a paragraph is in its text: its mark, the list it belongs to, the list around that one.

    Lists are numbered from 0 in the order in which they begin; -1: none.
    """

    mark: str
    list: int = -1
    around: int = -1


def entries(paragraphs: Sequence[str]) -> list[Entry]:
    """Tell for each paragraph of a text which list it belongs to.

    A mark of another kind opens a list inside the one before it; a mark of a kind that is still open goes
    on with that list. A paragraph without a mark ends all lists, an empty one none.
    """
    found: list[Entry] = []
    open_lists: list[tuple[str, int]] = []
    count = 0
    for paragraph in paragraphs:
        mark = list_mark(paragraph)
        if not mark:
            found.append(Entry(""))
            open_lists = [] if paragraph.strip() else open_lists
            continue
        kind = _kind(mark)
        kinds = [each for each, _ in open_lists]
        if kind in kinds:
            del open_lists[kinds.index(kind) + 1 :]
        else:
            open_lists.append((kind, count))
            count += 1
        around = open_lists[-2][1] if len(open_lists) > 1 else -1
        found.append(Entry(mark, open_lists[-1][1], around))
    return found


def _kind(mark: str) -> str:
    """Return what marks of one list have in common: the mark without its numbers."""
    return re.sub("[0-9๐-๙]+", "1", "".join(mark.split())).rstrip(".")
