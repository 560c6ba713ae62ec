"""The columns the grid shows: one for each text column of the form, one for each status that gets a tick."""

from typing import NamedTuple

from desktop_app.domain.amounts import tidy_money, tidy_number
from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.report import Status
from desktop_app.errors import KnownError

STATUS_WORDS = {
    Status.WAITING: "รอรายงาน",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.DONE: "ดำเนินการแล้วเสร็จ",
    Status.CANNOT: "ไม่สามารถดำเนินการได้",
}
STATUS_HEADINGS = {
    Status.WAITING: "รอ",
    Status.IN_PROGRESS: "ระหว่าง",
    Status.DONE: "เสร็จ",
    Status.CANNOT: "ไม่ได้",
}
"""The same in one short word, for a column as wide as its tick."""

TICK_WIDTH = 54
_NARROWEST = {
    ColumnKind.TEXT: 104,
    ColumnKind.LIST: 128,
    ColumnKind.UNIT: 92,
    ColumnKind.PERIOD: 88,
    ColumnKind.GROUP: 104,
    ColumnKind.NUMBER: 60,
    ColumnKind.MONEY: 104,
}
"""Pixels below which a column of Thai cannot be read any more."""


_NARROWEST_TOLD = {ColumnKind.TEXT: 170, ColumnKind.LIST: 240}
"""The same for what is not printed in the table but told at length beside it."""


class GridColumn(NamedTuple):
    """One column of the grid. ``status`` is set for a tick column."""

    column: Column
    status: Status | None = None

    @property
    def key(self) -> str:
        """The key of the form's column; tick columns of one form column share it."""
        return self.column.key

    @property
    def id(self) -> str:
        """What tells this column from the others of the grid ("method", "status:done")."""
        return column_id(self.key, self.status)

    @property
    def heading(self) -> str:
        return self.column.heading if self.status is None else STATUS_HEADINGS[self.status]

    @property
    def full_heading(self) -> str:
        """The heading as another program's table has it: a tick's is its whole status."""
        return self.column.heading if self.status is None else STATUS_WORDS[self.status]

    @property
    def name(self) -> str:
        """The column's full name; a tick's tells which of the statuses ("สถานะ: เสร็จ")."""
        return self.heading if self.status is None else f"{self.column.heading}: {self.heading}"


def column_id(key: str, status: Status | None) -> str:
    """Return what tells a column of the grid from the others."""
    return key if status is None else f"{key}:{status}"


def grid_columns(part: Part | None) -> tuple[GridColumn, ...]:
    """Return the columns of a table in order; none for a form without a table."""
    found: list[GridColumn] = []
    for column in part.columns if part else ():
        if column.kind is ColumnKind.STATUS:
            found += [GridColumn(column, status) for status in column.statuses]
        else:
            found.append(GridColumn(column))
    return tuple(found)


def column_widths(columns: tuple[GridColumn, ...], room: int) -> list[int]:
    """Return pixels per column: ticks fixed, the rest of ``room`` by the form's shares.

    No column gets narrower than Thai can be read in; then the sum exceeds ``room``.
    """
    texts = [at for at, one in enumerate(columns) if one.status is None]
    widths = [TICK_WIDTH] * len(columns)
    left = room - TICK_WIDTH * (len(columns) - len(texts))
    open_shares = {at: columns[at].column.width or 1.0 for at in texts}
    while open_shares:
        whole = sum(open_shares.values()) or 1.0
        narrow = [
            at for at, share in open_shares.items() if left * share / whole < _narrowest(columns[at].column)
        ]
        if not narrow:
            break
        for at in narrow:
            widths[at] = _narrowest(columns[at].column)
            left -= widths[at]
            del open_shares[at]
    whole = sum(open_shares.values())
    for at, share in open_shares.items():
        widths[at] = int(left * share / whole)
    if open_shares:
        widths[max(open_shares)] += room - sum(widths) if sum(widths) < room else 0
    return widths


def _narrowest(column: Column) -> int:
    narrowest = _NARROWEST[column.kind]
    return narrowest if column.printed else _NARROWEST_TOLD.get(column.kind, narrowest)


def why_not(part: Part | None, key: str, text: str) -> str:
    """Return why a text cannot stand in a column, "" when it can."""
    try:
        tidy(part, key, text)
    except KnownError as fault:
        return fault.sentence
    return ""


def tidy(part: Part | None, key: str, text: str) -> str:
    """Return a typed text as its column keeps it; raises KnownError for what is no number in one of those."""
    kind = next((column.kind for column in part.columns if column.key == key), None) if part else None
    if kind is ColumnKind.MONEY:
        return tidy_money(text)
    return tidy_number(text) if kind is ColumnKind.NUMBER else text
