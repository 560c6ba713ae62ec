"""The rows of a report as Qt's views see them. Holds frozen values and changes nothing by itself."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Report, Row, Status
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.grid.columns import STATUS_WORDS, GridColumn
from ui.grid.row_changes import Inserted, Moved, Removed, changed_places, steps

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
_USUAL = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemNeverHasChildren
_TEXT, _TICK = _USUAL | Flag.ItemIsEditable, _USUAL | Flag.ItemIsUserCheckable
_ROOT = QModelIndex()


class ReportModel(QAbstractTableModel):
    """One row per row of the report; tick columns answer with a check state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.columns: tuple[GridColumn, ...] = ()
        self._group_key: str | None = None
        self._required: tuple[str, ...] = ()
        self._complete: set[int] | None = None
        """The ids of the complete rows; None as long as nobody has counted them."""
        self.sorted_by = ("", False)
        """The id of the column that orders the rows ("": the report's order), and whether downwards."""
        self.frozen = False
        """Nothing can be typed or ticked: the report was issued."""
        self.ghost: Callable[[int, int], str] = lambda _row, _column: ""
        """Returns what is offered in an empty cell (row, column), "" for nothing."""

    def set_report(self, report: Report, columns: tuple[GridColumn, ...]) -> None:
        """Show another report, or another form."""
        self.beginResetModel()
        self.columns, self.sorted_by = columns, ("", False)
        self.rows = list(report.rows)
        self._group_key = next(
            (one.key for one in columns if one.column.kind is ColumnKind.GROUP and one.status is None), None
        )
        self._required = tuple(one.key for one in columns if one.column.required and one.status is None)
        self._complete = None
        self.endResetModel()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows of the same report, or in another order."""
        self.beginResetModel()
        self.rows = list(rows)
        self._complete = None
        self.endResetModel()

    def apply(self, rows: Sequence[Row]) -> bool:
        """Follow a change of the same report, touching what changed and nothing else.

        Returns whether rows came, went or moved.
        """
        others = changed_places(self.rows, rows)
        ordered = others is None
        if others is None:
            self.rows = list(self.rows)
            self._follow_order(rows)
            others = changed_places(self.rows, rows) or []
        before, self.rows = self.rows, list(rows)
        changed = [at for at in others if _differ(before[at], self.rows[at])]
        renumbered = []
        if ordered:
            renumbered = [at for at in others if before[at].number != self.rows[at].number]
        for at in changed:
            self._recount(self.rows[at])
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        if renumbered:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, renumbered[0], renumbered[-1])
        return ordered

    def _follow_order(self, rows: Sequence[Row]) -> None:
        for step in steps([row.id for row in self.rows], [row.id for row in rows]):
            if isinstance(step, Removed):
                self._remove(step)
            elif isinstance(step, Inserted):
                self._insert(step, list(rows[step.first : step.last + 1]))
            else:
                self._move(step)

    def _remove(self, step: Removed) -> None:
        self.beginRemoveRows(_ROOT, step.first, step.last)
        if self._complete is not None:
            self._complete -= {row.id for row in self.rows[step.first : step.last + 1]}
        del self.rows[step.first : step.last + 1]
        self.endRemoveRows()

    def _insert(self, step: Inserted, rows: list[Row]) -> None:
        self.beginInsertRows(_ROOT, step.first, step.last)
        self.rows[step.first : step.first] = rows
        self.endInsertRows()
        for row in rows:
            self._recount(row)

    def _move(self, step: Moved) -> None:
        before = step.target if step.target < step.source else step.target + 1
        self.beginMoveRows(_ROOT, step.source, step.source, _ROOT, before)
        self.rows.insert(step.target, self.rows.pop(step.source))
        self.endMoveRows()

    def place(self, row_id: int) -> int | None:
        """Return the 0-based place of a row, None when it is not there."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), None)

    def column_at(self, key: str) -> int | None:
        """Return the first grid column with this key."""
        return next((at for at, column in enumerate(self.columns) if column.key == key), None)

    def text(self, row: int, column: int) -> str:
        """Return the stored text of a cell, "" for a tick."""
        return self.rows[row].cells.get(self.columns[column].key, "") if self.is_text(column) else ""

    def is_text(self, column: int) -> bool:
        """Return whether the cells of this column hold text, not a tick."""
        return self.columns[column].status is None

    @property
    def has_groups(self) -> bool:
        """Whether rows stand under headings, in the report's order."""
        return self._group_key is not None and not self.sorted_by[0]

    def group(self, row: int) -> str:
        """Return the heading that a row stands under, on one line; "" for none."""
        key = self._group_key
        return " ".join(self.rows[row].cells.get(key, "").split()) if key is not None else ""

    def begins_group(self, row: int) -> bool:
        """Return whether a row is the first under its heading."""
        if not self.has_groups or not self.group(row):
            return False
        return row == 0 or self.group(row) != self.group(row - 1)

    def is_missing(self, row: int, column: int) -> bool:
        """Return whether a cell must be filled and is not."""
        return self.columns[column].column.required and not self.text(row, column).strip()

    def is_ticked(self, row: int, column: int) -> bool:
        """Return whether this tick stands for the row's status."""
        return self.rows[row].status is self.columns[column].status

    def shown_heading(self, column: int) -> str:
        """Return a heading as it is drawn: with a mark when it orders the rows."""
        one = self.columns[column]
        by, descending = self.sorted_by
        return one.heading if one.id != by else f"{one.heading} {'▼' if descending else '▲'}"

    def complete(self) -> int:
        """Return how many rows have all their required cells filled."""
        if self._complete is None:
            keys = self._required
            self._complete = {
                row.id for row in self.rows if all([row.cells.get(key, "").strip() for key in keys])
            }
        return len(self._complete)

    def _recount(self, row: Row) -> None:
        """Note whether a row is complete, once all have been counted."""
        if self._complete is None:
            return
        self._complete.discard(row.id)
        for key in self._required:
            if not row.cells.get(key, "").strip():
                return
        self._complete.add(row.id)

    # What Qt asks of a model

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if not self.is_text(column):
            return self._tick_data(row, column, role)
        if role in (Role.DisplayRole, Role.EditRole):
            return self.text(row, column)
        if role == Role.AccessibleDescriptionRole:
            missing = _("ต้องกรอก") if self.is_missing(row, column) else ""
            return " ".join(filter(None, (missing, self.ghost(row, column)))) or None
        return None

    def _tick_data(self, row: int, column: int, role: int) -> Any:
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row, column) else Qt.CheckState.Unchecked
        status = self.columns[column].status
        if role == Role.AccessibleTextRole and status is not None:
            return STATUS_WORDS[status]
        if status is Status.CANNOT and role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return (self.rows[row].reason or _("ยังไม่ได้ระบุเหตุผล")) if self.is_ticked(row, column) else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role in (Role.DisplayRole, Role.AccessibleTextRole) and section < len(self.rows):
                return numerals(str(self.rows[section].number))
            return None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.heading
        if column.status is None:
            return column.heading if role in (Role.ToolTipRole, Role.AccessibleTextRole) else None
        if role == Role.ToolTipRole:
            key = 1 + sum(one.status is not None for one in self.columns[:section])
            return _("{status} (กด {key} หรือเว้นวรรค)").format(
                status=STATUS_WORDS[column.status], key=numerals(key)
            )
        return STATUS_WORDS[column.status] if role == Role.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.frozen:
            return _USUAL
        return _TEXT if self.is_text(index.column()) else _TICK


def _differ(old: Row, new: Row) -> bool:
    return (old.status, old.reason, old.cells) != (new.status, new.reason, new.cells)


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return neighbouring places as (first, last)."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
