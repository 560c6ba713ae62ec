"""Columns as wide as the form's shares say, until the clerk draws one wider."""

from PySide6.QtWidgets import QTableView

from ui.grid.columns import column_widths
from ui.grid.model import ReportModel


class ColumnWidths:
    """Keeps the widths of the columns of one view."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._chosen: dict[int, int] = {}
        self._working = False

    def forget(self) -> None:
        """Give all columns the width the form wants: another report is shown."""
        self._chosen.clear()
        self.lay_out()

    def lay_out(self) -> bool:
        """Share the present room among the columns; returns whether any width changed."""
        view, model = self._view, self._view.model()
        assert isinstance(model, ReportModel)  # the grid's views have no other
        wanted = column_widths(model.columns, view.viewport().width())
        before = [view.columnWidth(column) for column in range(len(wanted))]
        self._working = True
        for column, width in enumerate(wanted):
            view.setColumnWidth(column, self._chosen.get(column, width))
        self._working = False
        view.updateGeometries()
        return before != [view.columnWidth(column) for column in range(len(wanted))]

    def was_drawn(self, column: int, width: int) -> bool:
        """Remember the width the clerk drew a column to; False when it was set from here."""
        if not self._working:
            self._chosen[column] = width
            self._view.updateGeometries()
        return not self._working
