"""Draws the cells: their texts and ticks, what is selected, where the cursor is, the lines between.

Qt would ask the model and a delegate a dozen times for each cell. All cells in sight are drawn here in one
go, which takes half the time, and the pinned ones over them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTableView

from desktop_app.domain.form import AMOUNT_KINDS
from desktop_app.domain.report import Status
from desktop_app.language import _
from ui import theme
from ui.grid.cells import PADDING_X, PADDING_Y, CellTexts
from ui.grid.delegate import BOX, draw_tick, tick_box
from ui.grid.group_bands import GroupBands
from ui.grid.model import ReportModel
from ui.grid.pinned import Pinned

_MISSING = _("ต้องกรอก")


class _Row(NamedTuple):
    """A row in sight: its place in the model, and where it stands in the viewport (px)."""

    at: int
    top: int
    height: int


class _Column(NamedTuple):
    """A column in sight, by its place in the model."""

    at: int
    left: int
    width: int


class _Inks:
    """The colours of the theme as Qt takes them, made once."""

    def __init__(self, colours: theme.Tokens) -> None:
        self.colours = colours
        self.panel, self.selected = QColor(colours.panel), QColor(colours.accent_background)
        self.text, self.muted = QColor(colours.text), QColor(colours.muted)
        self.waiting, self.line = QColor(colours.waiting), QColor(colours.line)
        self.cursor = QPen(QColor(colours.accent), 2)


class CellPainting:
    """Draws the cells of one view."""

    def __init__(self, view: QTableView, texts: CellTexts, bands: GroupBands, pinned: Pinned) -> None:
        self._view, self._texts, self._bands, self._pinned = view, texts, bands, pinned
        self._inks = _Inks(theme.tokens())
        self._cursor: tuple[int, int] | None = None
        """Row and column of the cell that has the keyboard."""
        self._ticks: dict[tuple[Status | None, bool, theme.Tokens, float], QPixmap] = {}

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw every cell that ``area`` of the viewport touches."""
        colours = theme.tokens()
        if colours != self._inks.colours:
            self._inks = _Inks(colours)
        at = self._view.currentIndex()
        has_keyboard = self._view.hasFocus() or self._view.viewport().hasFocus()
        self._cursor = (at.row(), at.column()) if has_keyboard else None
        rows, pinned = list(self._rows(area)), [_Column(*one) for one in self._pinned.spans()]
        if not rows:
            return
        self._draw_cells(painter, rows, list(self._columns(area)))  # on the ground that Qt has drawn
        if pinned:
            self._cover(painter, rows, pinned)
            self._draw_cells(painter, rows, pinned)
            foot = min(rows[-1].top + rows[-1].height, self._view.viewport().height())
            self._pinned.draw_edge(painter, foot)

    def _rows(self, area: QRect) -> Iterator[_Row]:
        view, count = self._view, len(self._model().rows)
        at = view.rowAt(max(area.top(), 0))
        while 0 <= at < count and (top := view.rowViewportPosition(at)) <= area.bottom():
            yield _Row(at, top, view.rowHeight(at))
            at += 1

    def _columns(self, area: QRect) -> Iterator[_Column]:
        """Yield the columns that scroll, without those that are wholly beneath pinned ones."""
        view, (first, last) = self._view, self._pinned.between()
        first, last = max(first, area.left()), min(last, area.right() + 1)
        for at in range(len(self._model().columns)):
            left, width = view.columnViewportPosition(at), view.columnWidth(at)
            if width and left < last and left + width > first:
                yield _Column(at, left, width)

    def _cover(self, painter: QPainter, rows: Sequence[_Row], columns: Sequence[_Column]) -> None:
        """Cover what is beneath pinned cells."""
        top, foot = rows[0].top, rows[-1].top + rows[-1].height
        for column in columns:
            painter.fillRect(column.left, top, column.width, foot - top, self._inks.panel)

    def _draw_cells(self, painter: QPainter, rows: Sequence[_Row], columns: Sequence[_Column]) -> None:
        """Draw cells that stand side by side, then the lines at their right and below."""
        if not columns:
            return
        model, chosen = self._model(), self._view.selectionModel()
        left, right = columns[0].left, columns[-1].left + columns[-1].width
        top, foot = rows[0].top, rows[-1].top + rows[-1].height
        for row in rows:
            above, has_chosen = row.top + self._bands.height(row.at), chosen.rowIntersectsSelection(row.at)
            for column in columns:
                cell = QRect(column.left, above, column.width - 1, row.top + row.height - above - 1)
                if has_chosen and chosen.isSelected(model.index(row.at, column.at)):
                    painter.fillRect(cell, self._inks.selected)
                self._draw_inside(painter, cell, row.at, column.at)
            painter.fillRect(left, row.top + row.height - 1, right - left, 1, self._inks.line)
        for column in columns:
            painter.fillRect(column.left + column.width - 1, top, 1, foot - top, self._inks.line)

    def _draw_inside(self, painter: QPainter, cell: QRect, row: int, column: int) -> None:
        model = self._model()
        one = model.columns[column]
        if one.status is not None:
            box = tick_box(cell, self._texts.line_height)
            painter.drawPixmap(box.topLeft(), self._tick(painter, one.status, model.is_ticked(row, column)))
        elif (text := model.text(row, column)) and not text.isspace():
            self._draw_text(painter, cell, text, self._inks.text, one.column.kind in AMOUNT_KINDS)
        elif words := self._fill_blank(painter, cell, row, column):
            self._draw_text(painter, cell, words, self._inks.muted, one.column.kind in AMOUNT_KINDS)
        if (row, column) == self._cursor:
            self._draw_cursor(painter, cell)

    def _fill_blank(self, painter: QPainter, cell: QRect, row: int, column: int) -> str:
        """Mark an empty cell that must be filled; return what is said in it."""
        model, words = self._model(), ""
        if model.columns[column].column.required:
            mark = QRect(cell.left(), cell.top() + PADDING_Y + 3, 3, self._texts.line_height - 6)
            painter.fillRect(mark, self._inks.waiting)
            words = _MISSING
        if ghost := model.ghost(row, column):
            words = self._texts.cut(ghost, cell.width(), cell.height())
        return words

    def _draw_text(self, painter: QPainter, cell: QRect, text: str, ink: QColor, at_right: bool) -> None:
        layout = self._texts.layout(text, cell.width())
        left: float = cell.left() + PADDING_X
        if at_right and layout.lineCount():
            widest = max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
            left = max(left, cell.right() - PADDING_X - widest)
        painter.setClipRect(cell)
        painter.setPen(ink)
        layout.draw(painter, QPointF(left, cell.top() + PADDING_Y), [], QRectF(cell))
        painter.setClipping(False)

    def _draw_cursor(self, painter: QPainter, cell: QRect) -> None:
        painter.setPen(self._inks.cursor)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _tick(self, painter: QPainter, status: Status | None, ticked: bool) -> QPixmap:
        """Return the drawn box of a tick: drawing it costs as much as the text of a cell."""
        colours, ratio = self._inks.colours, painter.device().devicePixelRatioF()
        key = (status, ticked, colours, ratio)
        found = self._ticks.get(key)
        if found is None:
            side = round(BOX * ratio)
            found = QPixmap(side, side)
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as brush:
                draw_tick(brush, QRectF(0, 0, BOX, BOX), status, ticked, colours)
            self._ticks[key] = found
        return found

    def _model(self) -> ReportModel:
        model = self._view.model()
        assert isinstance(model, ReportModel)  # the grid's views have no other
        return model
