"""Texts that slipped into the column beside their own, as rows do that are read from a page's picture."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.finding import Change, Finding, Severity, Where
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.report import Row

_SHORT = (ColumnKind.UNIT, ColumnKind.PERIOD)
_LONG = 150
"""Letters that no unit and no period takes."""
_STEP = re.compile(r"\(?(?:[0-9]{1,2}|[๐-๙]{1,2})[.)](?![0-9๐-๙])\s*\S")


def check_slips(subject: Subject) -> Iterator[Finding]:
    """Find lists in a column of units or periods.

    When exactly one column of lists has none in this row, the list can be moved there; what stood there
    stays under it.
    """
    for part, column in subject.cells:
        if column.kind in _SHORT:
            for row, text in subject.column(column.key):
                if len(text) > _LONG and (list_of := divided(text)[1]):
                    yield _finding(subject, row, part, column, list_of)


@lru_cache(maxsize=2048)
def divided(text: str) -> tuple[str, str]:
    """Return the lines of a text before its numbered list, and the list; "" when it has none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if _STEP.match(line)), len(lines))
    return "\n".join(lines[:at]), "\n".join(lines[at:])


def _finding(subject: Subject, row: Row, part: Part, column: Column, list_of: str) -> Finding:
    where = Where(part.key, row.id, column.key)
    free = [
        (owner, other)
        for owner, other in subject.cells
        if other.kind is ColumnKind.LIST and not divided(row.cells.get(other.key, ""))[1]
    ]
    message = "ข้อความยาวผิดปกติ น่าจะเลื่อนมาจากช่องอื่น กรุณาย้ายไปช่องที่ถูกต้อง"
    mend: tuple[Change, ...] = ()
    if len(free) == 1:
        ((owner, other),) = free
        there = row.cells.get(other.key, "")
        message = f"รายการในช่องนี้น่าจะเป็นของช่อง “{other.heading}” กรุณาย้ายไปช่องนั้น"
        mend = (
            Change(where, row.cells[column.key], divided(row.cells[column.key])[0]),
            Change(Where(owner.key, row.id, other.key), there, f"{list_of}\n{there}".rstrip("\n")),
        )
    return Finding("slipped-cell", Severity.DOUBTFUL, where, subject.place(where), message, mend)
