"""The heading of a group of rows, as a band over its first row: once for each group, as on paper."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QTableView

from ui import theme
from ui.grid.cells import PADDING_X
from ui.grid.model import ReportModel

_AROUND = 12
"""Pixels above and below the words, together."""


class GroupBands:
    """Where bands stand in one view. Sorted rows have none: their groups are torn apart."""

    def __init__(self, view: QTableView, line_height: int) -> None:
        self._view = view
        self._high = line_height + _AROUND
        self._font = QFont(theme.grid_font())
        self._font.setBold(True)

    def height(self, row: int) -> int:
        """Return the pixels of the band over a row, 0 where no group begins."""
        model = self._model()
        return self._high if model.has_groups and model.begins_group(row) else 0

    def below(self, row: int, cell: QRect) -> QRect:
        """Return the part of a cell that the band leaves."""
        high = self.height(row)
        return cell.adjusted(0, high, 0, 0) if high else cell

    def draw(self, painter: QPainter) -> None:
        """Draw the bands of the rows in sight over the whole width."""
        view, model, colours = self._view, self._model(), theme.tokens()
        if not model.has_groups:
            return
        width, foot, row = view.viewport().width(), view.viewport().height(), view.rowAt(0)
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        while 0 <= row < len(model.rows) and view.rowViewportPosition(row) < foot:
            high = self.height(row)
            if high:
                band = QRect(0, view.rowViewportPosition(row), width, high)
                painter.fillRect(band, QColor(colours.background))
                painter.fillRect(0, band.bottom(), width, 1, QColor(colours.line))
                painter.setPen(QColor(colours.text))
                inside = band.adjusted(PADDING_X, 0, -PADDING_X, 0)
                words = metrics.elidedText(model.group(row), Qt.TextElideMode.ElideRight, inside.width())
                painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            row += 1

    def _model(self) -> ReportModel:
        model = self._view.model()
        assert isinstance(model, ReportModel)  # the grid's views have no other
        return model
