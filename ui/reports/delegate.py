"""How a line of the report list is drawn: title, detail, and a bar of how much is filled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.reports.model import REPORT_ROLE, Line
from ui.theme import tokens

PAD = 16
BAR = 4


class ReportDelegate(QStyledItemDelegate):
    """Draws headings small and quiet, reports with a progress bar, the open one with an accent edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a report three lines of room, a heading one and some air above."""
        line = QFontMetrics(option.font).height()
        return QSize(160, 2 * line + 34 if index.data(REPORT_ROLE) else line + 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        painter.save()
        line = index.data(REPORT_ROLE)
        if line is None:
            self._paint_heading(painter, option, index.data())
        else:
            self._paint_report(painter, option, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.setFont(_smaller(option.font))
        painter.setPen(QColor(tokens().muted))
        room = option.rect.adjusted(PAD, 8, -PAD, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_report(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        colours = tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_background))
            edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(edge, QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        inner = option.rect.adjusted(PAD, 8, -PAD, -8)
        bold = QFont(option.font)
        bold.setBold(True)
        bottom = _draw_line(painter, inner, inner.top(), line.title, bold, colours.text)
        bottom = _draw_line(painter, inner, bottom + 2, line.detail, _smaller(option.font), colours.muted)
        bar = QRect(inner.left(), inner.bottom() - BAR + 1, inner.width(), BAR)
        painter.fillRect(bar, QColor(colours.line))
        bar.setWidth(round(bar.width() * line.share))
        painter.fillRect(bar, QColor(colours.done))


def _draw_line(painter: QPainter, room: QRect, top: int, words: str, font: QFont, colour: str) -> int:
    """Draw one elided line and return where it ends."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    box = QRect(room.left(), top, room.width(), metrics.height())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return box.bottom()


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1)
    return small
