"""The rows of a copied table as they will be, for looking at before they are pasted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import STATUS_WORDS
from desktop_app.exchange.landing import Landing
from desktop_app.thai.shown import numerals
from ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_LINE_END = " ↵ "
_MARK = "▲ "


class LandingModel(QAbstractTableModel):
    """One row per landed row; the columns are those of the form that something goes to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._landing = Landing(())
        self._columns: tuple[Column, ...] = ()
        self._misfits: dict[tuple[int, str], str] = {}

    def show(self, landing: Landing, columns: Sequence[Column]) -> None:
        """Show these rows in these columns."""
        self.beginResetModel()
        self._landing, self._columns = landing, tuple(columns)
        self._misfits = {(one.row, one.key): one.sentence for one in landing.misfits}
        self.endResetModel()

    def column_of(self, key: str) -> int:
        """Return where a column of the form is shown; 0 when it is not."""
        return next((at for at, column in enumerate(self._columns) if column.key == key), 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._landing.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._landing.rows[index.row()], self._columns[index.column()]
        misfit = self._misfits.get((index.row(), column.key), "")
        if column.kind is ColumnKind.STATUS:
            text = STATUS_WORDS[row.status] if row.status else ""
        else:
            text = row.cells.get(column.key, "")
        if role == Role.DisplayRole:
            return (_MARK if misfit else "") + text.replace("\n", _LINE_END)
        if role == Role.ToolTipRole:
            return misfit or text or None
        if role == Role.AccessibleDescriptionRole:
            return misfit or None
        if role == Role.ForegroundRole and misfit:
            return QColor(theme.tokens().error)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return numerals(section + 1)
        return self._columns[section].heading if 0 <= section < len(self._columns) else None
