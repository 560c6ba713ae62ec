"""The headings above the grid: wrapped at Thai words, as high as the longest needs."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.grid.cells import PADDING_X, PADDING_Y, CellTexts
from ui.grid.model import ReportModel

_TICK_PADDING = 3


class Headings(QHeaderView):
    """Horizontal header of the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        font = theme.grid_font()
        font.setBold(True)
        self._texts = CellTexts(font)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)

    def sizeHint(self) -> QSize:
        model, height = self.model(), self._texts.line_height + 2 * PADDING_Y
        if isinstance(model, ReportModel):
            sections = range(min(self.count(), len(model.columns)))
            height = max((self._height(model, at) for at in sections), default=height)
        return QSize(super().sizeHint().width(), height)

    def _height(self, model: ReportModel, section: int) -> int:
        width = self.sectionSize(section) + self._gain(model, section)
        return self._texts.height(model.columns[section].heading, width)

    def _gain(self, model: ReportModel, section: int) -> int:
        """Return the pixels a tick's heading gains by standing closer to its edges."""
        return 0 if model.is_text(section) else 2 * (PADDING_X - _TICK_PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, ReportModel) or section >= len(model.columns):
            return
        colours = theme.tokens()
        painter.save()
        painter.fillRect(rect, QColor(colours.background))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.muted))
        gain = self._gain(model, section)
        layout = self._texts.layout(model.columns[section].heading, rect.width() + gain)
        high = layout.lineCount() * self._texts.line_height
        indent = PADDING_X if model.is_text(section) else (rect.width() - _widest(layout)) / 2
        place = QPointF(rect.left() + indent, rect.top() + (rect.height() - high) / 2)
        layout.draw(painter, place, [], QRectF(rect))
        painter.restore()


def _widest(layout: QTextLayout) -> float:
    return max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
