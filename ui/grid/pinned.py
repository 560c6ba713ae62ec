"""Columns that stay in sight while others scroll beneath: what is frozen at the left, ticks at the right.

They are the table's own first and last columns, only drawn and hit elsewhere: keys, selection and row
heights know nothing of it. On a wide window, where all columns fit, nothing is pinned.
"""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from ui import theme
from ui.grid.column_view import ColumnView
from ui.grid.model import ReportModel

_SHADE = 5
"""Pixels of shade that the pinned columns throw on the texts beneath."""
_ROOM = 160
"""Pixels that frozen columns leave for what scrolls; where there is less they scroll along."""


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

    def draw_edge(self, painter: QPainter, height: int) -> None:
        """Draw the lines and the shades beside the pinned columns, down to ``height``."""
        leading, ticks = self._now()
        if ticks:
            left = self._view.viewport().width() - self._width(ticks)
            _draw_shade(painter, left - 1, -1, height)
        if leading and self._view.horizontalScrollBar().value():
            _draw_shade(painter, self._width(leading), 1, height)

    def _width(self, columns: list[int]) -> int:
        return sum(map(self._view.columnWidth, columns))


def _draw_shade(painter: QPainter, edge: int, step: int, height: int) -> None:
    line, shades = _edge_colours(theme.tokens())
    for away, shade in enumerate(shades):
        painter.fillRect(edge + step * away, 0, 1, height, shade)
    painter.fillRect(edge, 0, 1, height, line)


@lru_cache(maxsize=2)
def _edge_colours(colours: theme.Tokens) -> tuple[QColor, tuple[QColor, ...]]:
    """Return the colours of the line, and of the shade from the line on."""
    shades = tuple(QColor(colours.shadow) for _away in range(_SHADE))
    for away, shade in enumerate(shades):
        shade.setAlpha(26 - 5 * away)
    return QColor(colours.line), shades
