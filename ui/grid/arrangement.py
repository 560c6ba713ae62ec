"""Which rows of a report the grid shows, and in which order. The report keeps its own order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCollator, QLocale

from desktop_app.domain.amounts import money_of, number_of
from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Row, Status
from desktop_app.thai.digits import swap_digits_to_arabic
from ui.grid.columns import GridColumn

_STATUSES = tuple(Status)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown: rows that hold ``text`` and have one of ``statuses`` (none: any status).

    ``sort`` is the id of the grid's column that orders them, "" for the order of the report.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    sort: str = ""
    descending: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether every row is shown in the report's order."""
        return not (self.text.strip() or self.statuses or self.sort)


class Arrangement:
    """Arranges the rows of one report. A row that is shown stays when an edit makes it fit no more."""

    def __init__(self) -> None:
        self.wish = Wish()
        self._shown: Sequence[Row] = ()
        self._known: Sequence[Row] = ()

    def arrange(self, rows: Sequence[Row], columns: Sequence[GridColumn]) -> Sequence[Row]:
        """Return the rows that the wish is for, in its order."""
        found = [row for row in rows if self._fits(row, columns)]
        column = next((one for one in columns if one.id == self.wish.sort), None)
        if column is not None:
            found = _sorted(found, column, self.wish.descending)
        return self._note(rows, found)

    def follow(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the same rows after a change of the report; a new one comes below the one before it."""
        if self.wish.is_plain:
            return self._note(rows, rows)
        by_id = {row.id: row for row in rows}
        order = [row.id for row in self._shown if row.id in by_id]
        known = {row.id for row in self._known}
        places = {row_id: at for at, row_id in enumerate(order)}
        before = 0
        for row in rows:
            if row.id not in known:
                at = places.get(before, len(order) - 1) + 1
                order.insert(at, row.id)
                places = {row_id: at for at, row_id in enumerate(order)}
            before = row.id
        return self._note(rows, [by_id[row_id] for row_id in order])

    def _note(self, rows: Sequence[Row], shown: Sequence[Row]) -> Sequence[Row]:
        self._shown, self._known = shown, rows
        return shown

    def _fits(self, row: Row, columns: Sequence[GridColumn]) -> bool:
        if self.wish.statuses and row.status not in self.wish.statuses:
            return False
        wanted = _bare(self.wish.text)
        texts = (row.cells.get(one.key, "") for one in columns if one.status is None)
        return not wanted or any(wanted in _bare(text) for text in texts)


def _sorted(rows: list[Row], column: GridColumn, descending: bool) -> list[Row]:
    """Return the rows by one column, empty cells last, as Thai dictionaries and numbers are ordered."""
    if column.status is not None:
        return sorted(rows, key=lambda row: _STATUSES.index(row.status), reverse=descending)
    kind, key = column.column.kind, column.key
    filled = [row for row in rows if row.cells.get(key, "").strip()]
    empty = [row for row in rows if not row.cells.get(key, "").strip()]
    if kind in (ColumnKind.MONEY, ColumnKind.NUMBER):
        value = money_of if kind is ColumnKind.MONEY else number_of
        told = [(value(row.cells[key]), row) for row in filled]
        numbers = sorted((one for one in told if one[0] is not None), key=_first, reverse=descending)
        return [*(row for _value, row in numbers), *(row for one, row in told if one is None), *empty]
    collator = QCollator(QLocale(QLocale.Language.Thai))
    collator.setNumericMode(True)
    keys = {row.id: collator.sortKey(swap_digits_to_arabic(row.cells[key])) for row in filled}
    return [*sorted(filled, key=lambda row: _Ordered(keys[row.id]), reverse=descending), *empty]


class _Ordered:
    """Lets Python sort by keys of Qt's."""

    def __init__(self, key: object) -> None:
        self.key = key

    def __lt__(self, other: "_Ordered") -> bool:
        return self.key.compare(other.key) < 0


def _first(pair: tuple) -> object:
    return pair[0]


def _bare(text: str) -> str:
    return " ".join(swap_digits_to_arabic(text).casefold().split())
