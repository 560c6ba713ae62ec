"""How a line of the report list is drawn: title, detail, and a bar of how much is filled.

The names of forms are long and differ only near their ends, so a title takes more lines where it must.
"""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.reports.model import REPORT_ROLE, Line
from ui.thai_lines import LineBreaker
from ui.theme import tokens

PAD = 16
BAR = 4
AIR = 8
"""Above the title and below the bar (px)."""
MOST_LINES = 4
"""Of a title; what is longer still ends in an ellipsis, and the tooltip tells all of it."""


class ReportDelegate(QStyledItemDelegate):
    """Draws headings small and quiet, reports with a progress bar, the open one with an accent edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a report the lines of its title and detail and its bar; a heading its lines and some air."""
        line, small = index.data(REPORT_ROLE), _smaller(option.font)
        if line is None:
            return QSize(160, self._height(index.data(), small) + 2 * AIR)
        words = self._height(line.title, _bold(option.font)) + self._height(line.detail, small)
        return QSize(160, words + 3 * AIR + BAR)

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
        room = option.rect.adjusted(PAD, AIR + AIR // 2, -PAD, 0)
        self._draw(painter, room, words, _smaller(option.font), tokens().muted)

    def _paint_report(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        colours = tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_background))
            edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(edge, QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        inner = option.rect.adjusted(PAD, AIR, -PAD, -AIR)
        used = self._draw(painter, inner, line.title, _bold(option.font), colours.text)
        below = inner.adjusted(0, used, 0, 0)
        self._draw(painter, below, line.detail, _smaller(option.font), colours.muted)
        bar = QRect(inner.left(), inner.bottom() - BAR + 1, inner.width(), BAR)
        painter.fillRect(bar, QColor(colours.line))
        bar.setWidth(round(bar.width() * line.share))
        painter.fillRect(bar, QColor(colours.done))

    def lines(self, words: str, font: QFont) -> list[str]:
        """Return words as they fit the list, broken between words; MOST_LINES of each of theirs."""
        view = self.parent()
        assert isinstance(view, QListView)  # set in the pane
        width = view.viewport().width() - 2 * PAD
        return [part for line in words.split("\n") for part in _fitted(line, font, width)]

    def _height(self, words: str, font: QFont) -> int:
        return len(self.lines(words, font)) * LineBreaker(font).line_height

    def _draw(self, painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> int:
        """Draw words from the top of a room; returns how many pixels they took."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        high, lines = LineBreaker(font).line_height, self.lines(words, font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for at, line in enumerate(lines):
            painter.drawText(QRect(room.left(), room.top() + at * high, room.width(), high), flags, line)
        return high * len(lines)


def _fitted(words: str, font: QFont, width: int) -> list[str]:
    starts = [0, *LineBreaker(font).lines(words, width)]
    lines = [words[start:end].strip() for start, end in pairwise(starts)]
    if len(lines) > MOST_LINES:
        rest = words[starts[MOST_LINES - 1] :]
        lines[MOST_LINES - 1 :] = [QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1)
    return small
