"""The headings above the grid: wrapped at Thai words, as high as the longest needs."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QHeaderView, QLabel, QToolTip, QWidget

from desktop_app.language import _
from ui import theme
from ui.grid.cells import PADDING_X, PADDING_Y, CellTexts
from ui.grid.model import ReportModel
from ui.grid.pinned import Pinned

_TICK_PADDING = 3


class Headings(QHeaderView):
    """Horizontal header of the grid."""

    def __init__(self, pinned: Pinned, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pinned = pinned
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
            shown = (at for at in sections if not self.isSectionHidden(at))
            height = max((self._height(model, at) for at in shown), default=height)
        return QSize(super().sizeHint().width(), height)

    def _height(self, model: ReportModel, section: int) -> int:
        width = self.sectionSize(section) + self._gain(model, section)
        return self._texts.height(model.shown_heading(section), width)

    def _gain(self, model: ReportModel, section: int) -> int:
        """Return the pixels a tick's heading gains by standing closer to its edges."""
        return 0 if model.is_text(section) else 2 * (PADDING_X - _TICK_PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pinned.columns or self._pinned.leading:
            painter, height = QPainter(self.viewport()), self.viewport().height()
            for column, left, width in self._pinned.spans():
                self.paintSection(painter, QRect(left, 0, width, height), column)
            self._pinned.draw_edge(painter, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._pinned.column_at(round(event.position().x()))
        at_home = self.offset() == 0 and column in self._pinned.leading
        if column is None or at_home:  # a frozen column can be drawn wider where it really is
            super().mousePressEvent(event)
        else:
            self.sectionPressed.emit(column)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            column = self._pinned.column_at(event.pos().x())
            if column is not None:
                words = self.model().headerData(
                    column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
                )
                QToolTip.showText(event.globalPos(), str(words), self)
                return True
        return super().viewportEvent(event)

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
        layout = self._texts.layout(model.shown_heading(section), rect.width() + gain)
        high = layout.lineCount() * self._texts.line_height
        indent = PADDING_X if model.is_text(section) else (rect.width() - _widest(layout)) / 2
        place = QPointF(rect.left() + indent, rect.top() + (rect.height() - high) / 2)
        layout.draw(painter, place, [], QRectF(rect))
        painter.restore()


def label_corner(corner: QAbstractButton) -> None:
    """Name the button between the headings and the row numbers, and write the numbers' heading on it."""
    corner.setToolTip(_("เลือกทั้งตาราง"))
    corner.setAccessibleName(_("เลือกทั้งตาราง"))
    label = QLabel(_("ที่"))
    label.setProperty("role", "heading")
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)


def _widest(layout: QTextLayout) -> float:
    return max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
