"""Rows as high as their text, measured only where they are looked at.

Measuring all rows of a long table freezes it for seconds, on every edit again. So a row is measured when
it comes into sight, and rows of a short table when the window is idle.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView

from ui.grid.cells import PADDING_Y, CellTexts
from ui.grid.group_bands import GroupBands
from ui.grid.model import ReportModel

_ROWS_AT_ONCE = 4
_SHORT_TABLE = 300
"""Rows up to which the idle window measures all, so that the scroll bar tells the truth."""


class RowHeights:
    """Keeps the heights of the rows of one view."""

    def __init__(self, view: QTableView, texts: CellTexts, bands: GroupBands) -> None:
        self._bands = bands
        self._view = view
        self._texts = texts
        self._known: dict[int, int] = {}
        self._fitting = False
        self.changed = True
        """Rows have another height than the scroll bar knows of."""
        self._idle = QTimer(view)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fit_some)
        self.smallest = texts.line_height + 2 * PADDING_Y + 1

    def forget(self) -> None:
        """Measure everything anew: other columns, other widths, another report."""
        self._known.clear()
        self.fit_visible()

    def follow_order(self) -> None:
        """Rows came, went or moved: under headings other rows may begin a group now."""
        if self._model().has_groups:
            self.forget()
        else:
            self.fit_visible()

    def forget_rows(self, first: int, last: int) -> None:
        """Measure these rows anew: their text changed; the row below may begin a group now."""
        rows = self._model().rows
        for at in range(first, min(last + 2, len(rows))):
            self._known.pop(rows[at].id, None)
        self.fit_visible()

    def fit_visible(self) -> None:
        """Give the rows in sight their height; what the reader looks at stays where it is."""
        if self._fitting:
            return
        self._fitting = True
        try:
            view, model = self._view, self._model()
            at, below = view.rowAt(0), view.viewport().height()
            while 0 <= at < len(model.rows) and view.rowViewportPosition(at) < below:
                self.fit(at)
                at += 1
        finally:
            self._fitting = False
        if len(model.rows) <= _SHORT_TABLE and len(self._known) < len(model.rows):
            self._idle.start()

    def fit(self, at: int) -> None:
        """Give one row its height; growth above the pane scrolls along."""
        view, row = self._view, self._model().rows[at]
        height = self._known.get(row.id)
        if height is None:
            height = self._known[row.id] = self._measure(at)
        grown = height - view.rowHeight(at)
        if not grown:
            return
        above = view.rowViewportPosition(at) < 0
        view.verticalHeader().resizeSection(at, height)
        self.changed = True
        if above:
            view.updateGeometries()
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + grown)

    def stretch(self, at: int, height: int) -> None:
        """Make one row at least this high, while its editor is open."""
        row = self._model().rows[at]
        own = self._known.setdefault(row.id, self._measure(at))
        self._view.verticalHeader().resizeSection(at, max(own, height + self._bands.height(at)))
        self.changed = True

    def _measure(self, at: int) -> int:
        view, model = self._view, self._model()
        high = self.smallest
        for column in range(len(model.columns)):
            if model.is_text(column) and not view.isColumnHidden(column):
                high = max(high, self._texts.height(model.text(at, column), view.columnWidth(column) - 1) + 1)
        return high + self._bands.height(at)

    def _fit_some(self) -> None:
        rows = self._model().rows
        unknown = [at for at, row in enumerate(rows) if row.id not in self._known][:_ROWS_AT_ONCE]
        for at in unknown:
            self.fit(at)
        if not unknown or len(rows) > _SHORT_TABLE:
            self._idle.stop()

    def _model(self) -> ReportModel:
        model = self._view.model()
        assert isinstance(model, ReportModel)  # the grid's views have no other
        return model
