"""Columns that stay in sight while others scroll beneath: what is frozen at the left, ticks at the right.

They are the table's own first and last columns, only drawn and hit elsewhere: keys, selection and row
heights know nothing of it. On a wide window, where all columns fit, nothing is pinned.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem, QTableView

from ui import theme
from ui.grid.column_view import ColumnView
from ui.grid.model import ReportModel

_SHADE = 5
"""Pixels of shade that the pinned columns throw on the texts beneath."""
_ROOM = 160
"""Pixels that frozen columns leave for what scrolls; where there is less they scroll along."""

_STATES = {
    (False, False): QStyle.StateFlag.State_Enabled,
    (True, False): QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected,
    (False, True): QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_HasFocus,
    (True, True): QStyle.StateFlag.State_Enabled
    | QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_HasFocus,
}
"""By whether a cell is selected, and has the cursor."""


class Pinned:
    """Where the pinned columns of a view are drawn."""

    def __init__(self, view: QTableView, columns: ColumnView) -> None:
        self._view = view
        self._shown = columns

    @property
    def columns(self) -> list[int]:
        """The tick columns pinned at the right; none when everything fits or the last column is a text."""
        return self._now()[1]

    @property
    def leading(self) -> list[int]:
        """The frozen columns at the left; none when everything fits or they would leave no room."""
        return self._now()[0]

    def _now(self) -> tuple[list[int], list[int]]:
        """Return the frozen columns and the ticks that are pinned as the view stands."""
        model = self._view.model()
        if not isinstance(model, ReportModel) or self._view.horizontalScrollBar().maximum() == 0:
            return [], []
        shown = self._shown.shown
        first = len(shown)
        while first and not model.is_text(shown[first - 1]):
            first -= 1
        ticks = shown[first:]
        frozen = [at for at in self._shown.frozen if at not in ticks]
        room = self._view.viewport().width() - self._width(ticks)
        return (frozen if self._width(frozen) + _ROOM <= room else []), ticks

    @property
    def left(self) -> int:
        """Left edge of the pinned ticks in the viewport; the viewport's width when there are none."""
        return self._view.viewport().width() - self._width(self.columns)

    @property
    def right(self) -> int:
        """Right edge of the frozen columns in the viewport; 0 when there are none."""
        return self._width(self.leading)

    def between(self) -> tuple[int, int]:
        """Return (right edge of the frozen columns, left edge of the pinned ticks): like both properties."""
        leading, ticks = self._now()
        return self._width(leading), self._view.viewport().width() - self._width(ticks)

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """Yield (column, left edge, width) of each pinned column."""
        leading, ticks = self._now()
        for columns, left in ((leading, 0), (ticks, self._view.viewport().width() - self._width(ticks))):
            for column in columns:
                width = self._view.columnWidth(column)
                yield column, left, width
                left += width

    def column_at(self, x: int) -> int | None:
        """Return the pinned column at ``x``, None beside them."""
        return next((column for column, left, width in self.spans() if left <= x < left + width), None)

    def cell(self, row: int, column: int) -> QRect | None:
        """Return where the cell is drawn, None when its column is not pinned."""
        model = self._view.model()
        if isinstance(model, ReportModel) and model.is_text(column) and not self._shown.state.frozen:
            return None  # nearly every cell that is asked for
        for pinned, left, width in self.spans():
            if pinned == column:
                top = self._view.rowViewportPosition(row)
                return QRect(left, top, width - 1, self._view.rowHeight(row) - 1)
        return None

    def draw_cells(self, painter: QPainter, delegate: QAbstractItemDelegate) -> None:
        """Draw the pinned cells of the rows in sight over what is beneath them."""
        view, option, spans = self._view, QStyleOptionViewItem(), list(self.spans())
        view.initViewItemOption(option)
        line, height, foot = QColor(theme.tokens().line), view.viewport().height(), 0
        row = view.rowAt(0)
        while 0 <= row < view.model().rowCount() and view.rowViewportPosition(row) < height:
            top, high = view.rowViewportPosition(row), view.rowHeight(row)
            for column, left, width in spans:
                index = view.model().index(row, column)
                option.rect = QRect(left, top, width - 1, high - 1)
                option.state = self._state(index)
                delegate.paint(painter, option, index)
                painter.fillRect(left, top + high - 1, width, 1, line)
                painter.fillRect(left + width - 1, top, 1, high, line)
            foot = top + high
            row += 1
        self.draw_edge(painter, min(foot, height))

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        view = self._view
        focused = view.hasFocus() and index == view.currentIndex()
        return _STATES[view.selectionModel().isSelected(index), focused]

    def draw_edge(self, painter: QPainter, height: int) -> None:
        """Draw the lines and the shades beside the pinned columns, down to ``height``."""
        if self.columns:
            self._draw_shade(painter, self.left - 1, -1, height)
        if self.leading and self._view.horizontalScrollBar().value():
            self._draw_shade(painter, self.right, 1, height)

    def _draw_shade(self, painter: QPainter, edge: int, step: int, height: int) -> None:
        colours = theme.tokens()
        for away in range(_SHADE):
            shade = QColor(colours.shadow)
            shade.setAlpha(26 - 5 * away)
            painter.fillRect(edge + step * away, 0, 1, height, shade)
        painter.fillRect(edge, 0, 1, height, QColor(colours.line))

    def _width(self, columns: list[int]) -> int:
        return sum(map(self._view.columnWidth, columns))
