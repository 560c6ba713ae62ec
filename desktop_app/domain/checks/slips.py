"""Texts that slipped into the column beside their own, as rows do that are read from a page's picture."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.report import Row
from desktop_app.language import _

_SHORT = (ColumnKind.UNIT, ColumnKind.PERIOD)
_LONG = 150
"""Letters that no unit and no period takes."""
_Cell = tuple[Part, Column]
_STEP = re.compile(r"\(?(?:[0-9]{1,2}|[๐-๙]{1,2})[.)](?![0-9๐-๙])\s*\S")


def check_slips(subject: Subject) -> Iterator[Finding]:
    """Find lists in a column of units or periods.

    When exactly one column of lists has none in this row, the list can be moved there, and what stood there
    stays under it, unless it only says the beginning of the row again. Lists of columns between the two are
    moved one column on.
    """
    for part, column in subject.cells:
        if column.kind in _SHORT:
            for row, text in subject.column(column.key):
                if len(text) > _LONG and divided(text)[1]:
                    yield _finding(subject, row, part, column)


@lru_cache(maxsize=2048)
def divided(text: str) -> tuple[str, str]:
    """Return the lines of a text before its numbered list, and the list; "" when it has none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if _STEP.match(line)), len(lines))
    return "\n".join(lines[:at]), "\n".join(lines[at:])


def _finding(subject: Subject, row: Row, part: Part, column: Column) -> Finding:
    where = Where(part.key, row.id, column.key)
    message = _("ข้อความยาวผิดปกติ น่าจะเลื่อนมาจากช่องอื่น กรุณาย้ายไปช่องที่ถูกต้อง")
    mend: tuple[Change, ...] = ()
    if way := _way(subject, row, (part, column)):
        further = _(" ข้อความของช่องถัดไปก็เลื่อนตามกันไป") if len(way) > 2 else ""
        message = _("รายการในช่องนี้น่าจะเป็นของช่อง “{heading}”{further} กรุณากดแก้ให้ หรือย้ายเอง").format(
            heading=way[1][1].heading, further=further
        )
        mend = _moved(row, way, _beginning(subject, row, column))
    also = tuple(change.where for change in mend if change.where != where)
    return Finding("slipped-cell", Severity.DOUBTFUL, where, subject.place(where), message, mend, also)


def _way(subject: Subject, row: Row, start: _Cell) -> list[_Cell]:
    """Return the cells from the slipped one to the only one that lacks its list; [] without such a one.

    Between them stand the columns of lists, each with the list of its neighbour: that is so only when the
    last of them has nothing of its own.
    """
    lists = [
        (at, cell)
        for at, cell in enumerate(subject.cells)
        if cell[1].kind is ColumnKind.LIST or cell == start
    ]
    free = [at for at, (_unused, column) in lists if not divided(row.cells.get(column.key, ""))[1]]
    if len(free) != 1:
        return []
    here, (there,) = subject.cells.index(start), free
    between = [cell for at, cell in lists if min(here, there) < at < max(here, there)]
    last = subject.cells[there]
    text = row.cells.get(last[1].key, "")
    if between and text and not _says_again(text, _beginning(subject, row, start[1])):
        return []
    return [start, *(between if here < there else reversed(between)), last]


def _beginning(subject: Subject, row: Row, column: Column) -> list[str]:
    """Return the texts with which a row begins, up to those before the list of the slipped column."""
    columns = [other for _unused, other in subject.cells if other.kind is not ColumnKind.GROUP]
    before = [row.cells.get(other.key, "") for other in columns[: columns.index(column)]]
    return [*before, divided(row.cells.get(column.key, ""))[0]]


def _moved(row: Row, way: Sequence[_Cell], beginning: Sequence[str]) -> tuple[Change, ...]:
    """Return the changes that move every list one cell on along the way."""
    first, *lists, last = (row.cells.get(column.key, "") for _unused, column in way)
    own, list_of = divided(first)
    carried = [own, list_of, *lists]
    if last and not _says_again(last, beginning):
        carried[-1] = f"{carried[-1]}\n{last}"
    return tuple(
        Change(Where(part.key, row.id, column.key), old, new)
        for (part, column), old, new in zip(way, [first, *lists, last], carried, strict=True)
    )


def _says_again(text: str, beginning: Sequence[str]) -> bool:
    """Tell whether a text only repeats the last of the texts that a row begins with."""
    bare = _bare(text)
    return any(bare == _bare("".join(beginning[at:])) for at in range(len(beginning)))


def _bare(text: str) -> str:
    return "".join(text.split())
