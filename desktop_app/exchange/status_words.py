"""Statuses as other programs' tables tell them: by a tick in a column, or in words."""

import re

from desktop_app.domain.report import STATUS_WORDS, Status

_UNTICKED = re.compile(r"(?:☐|□|[-–—._]|\uf0a8|\uf06f|<input(?![^<>]*\bchecked)[^<>]*>)*", re.I)
_MOST_LETTERS = 40
"""What tells a status in words is no longer than this."""


def is_ticked(cell: str) -> bool:
    """Return whether a cell in the column of a status holds a tick: anything but an empty box or a dash."""
    return _UNTICKED.fullmatch("".join(cell.split())) is None


def status_told(cell: str) -> Status | None:
    """Return the status that a cell names ("แล้วเสร็จ", "อยู่ระหว่างดำเนินการ"), None when it names none."""
    bare = "".join(cell.split())
    if not bare or len(bare) > _MOST_LETTERS:
        return None
    for status, words in STATUS_WORDS.items():
        if bare == words:
            return status
    if bare.startswith(("ไม่สามารถ", "ไม่ได้ดำเนินการ", "ไม่ดำเนินการ", "ยกเลิก")):
        return Status.CANNOT
    if bare.startswith(("ระหว่าง", "อยู่ระหว่าง", "กำลังดำเนินการ")):
        return Status.IN_PROGRESS
    if bare.startswith(("รอรายงาน", "รอดำเนินการ", "ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ")) or bare == "รอ":
        return Status.WAITING
    if bare.startswith(("ดำเนินการแล้วเสร็จ", "ดำเนินการเสร็จ", "แล้วเสร็จ", "เสร็จ", "ดำเนินการแล้ว")):
        return Status.DONE
    return None
