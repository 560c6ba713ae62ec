"""Tick columns that stay in sight at the right edge while the texts scroll beneath them.

They are the table's own last columns, only drawn and hit elsewhere: keys, selection and row heights know
nothing of it. On a wide window, where all columns fit, nothing is pinned.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem, QTableView

from ui import theme
from ui.grid.model import ReportModel

_SHADE = 5
"""Pixels of shade that the pinned columns throw on the texts beneath."""


class PinnedTicks:
    """Where the trailing tick columns of a view are drawn."""

    def __init__(self, view: QTableView) -> None:
        self._view = view

    @property
    def columns(self) -> range:
        """The pinned columns; empty when everything fits or the last column is a text."""
        model = self._view.model()
        if not isinstance(model, ReportModel) or self._view.horizontalScrollBar().maximum() == 0:
            return range(0)
        first = count = len(model.columns)
        while first and not model.is_text(first - 1):
            first -= 1
        return range(first, count)

    @property
    def left(self) -> int:
        """Left edge of the pinned columns in the viewport; the viewport's width when there are none."""
        return self._view.viewport().width() - sum(map(self._view.columnWidth, self.columns))

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """Yield (column, left edge, width) of each pinned column."""
        left = self.left
        for column in self.columns:
            width = self._view.columnWidth(column)
            yield column, left, width
            left += width

    def column_at(self, x: int) -> int | None:
        """Return the pinned column at ``x``, None beside them."""
        return next((column for column, left, width in self.spans() if left <= x < left + width), None)

    def cell(self, row: int, column: int) -> QRect | None:
        """Return where the cell is drawn, None when its column is not pinned."""
        for pinned, left, width in self.spans():
            if pinned == column:
                top = self._view.rowViewportPosition(row)
                return QRect(left, top, width - 1, self._view.rowHeight(row) - 1)
        return None

    def draw_cells(self, painter: QPainter, delegate: QAbstractItemDelegate) -> None:
        """Draw the pinned cells of the rows in sight over what is beneath them."""
        view, option = self._view, QStyleOptionViewItem()
        view.initViewItemOption(option)
        line, height, foot = QColor(theme.tokens().line), view.viewport().height(), 0
        row = view.rowAt(0)
        while 0 <= row < view.model().rowCount() and view.rowViewportPosition(row) < height:
            for column, left, width in self.spans():
                index = view.model().index(row, column)
                option.rect, option.state = view.visualRect(index), self._state(index)
                delegate.paint(painter, option, index)
                foot = option.rect.bottom() + 1
                painter.fillRect(left, foot, width, 1, line)
                painter.fillRect(left + width - 1, option.rect.top(), 1, option.rect.height() + 1, line)
            row += 1
        self.draw_edge(painter, min(foot + 1, height))

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        view, state = self._view, QStyle.StateFlag.State_Enabled
        if view.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if view.hasFocus() and index == view.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        return state

    def draw_edge(self, painter: QPainter, height: int) -> None:
        """Draw the line and the shade at the left of the pinned columns, down to ``height``."""
        colours, left = theme.tokens(), self.left
        for away in range(_SHADE):
            shade = QColor(colours.shadow)
            shade.setAlpha(26 - 5 * away)
            painter.fillRect(left - 1 - away, 0, 1, height, shade)
        painter.fillRect(left - 1, 0, 1, height, QColor(colours.line))
