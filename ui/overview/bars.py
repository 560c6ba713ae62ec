"""Bars with their names and numbers, drawn in the colours of the window; no meaning by colour alone."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.thai_lines import LineBreaker
from ui.theme import tokens

BAR, GAP, AIR = 14, 6, 12
"""Pixels: a bar's height, between words and bar, between two bars."""


class Piece(NamedTuple):
    """A part of a bar: its share of the whole from 0 to 1, and the name of its colour among the tokens."""

    share: float
    colour: str


class Bar(NamedTuple):
    """``words`` stand above the bar, ``told`` (its numbers in words) at its right or below."""

    words: str
    pieces: tuple[Piece, ...]
    told: str


class BarChart(QWidget):
    """Bars under each other. Read aloud it says every name and number."""

    def __init__(self, bars: Sequence[Bar], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = tuple(bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{bar.words} {bar.told}".strip() for bar in self.bars))
        self.setToolTip(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(320)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all bars at this width."""
        return sum(self._height(bar, width) + AIR for bar in self.bars)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, self.heightForWidth(560))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for bar in self.bars:
            self._paint(painter, bar, top)
            top += self._height(bar, self.width()) + AIR
        painter.end()

    def _paint(self, painter: QPainter, bar: Bar, top: float) -> None:
        colours, line = tokens(), self._line_height()
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text))
        for words in self._lines(bar.words, self.width()):
            painter.drawText(QPointF(0, top + self._ascent()), words)
            top += line
        top += GAP if bar.words else 0
        room = QRectF(0, top, self.width(), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(room, 3, 3)
        left = 0.0
        for piece in bar.pieces:
            width = piece.share * room.width()
            painter.setBrush(QColor(getattr(colours, piece.colour)))
            painter.drawRect(QRectF(left, top, width, BAR))
            left += width
        top += BAR + GAP
        painter.setPen(QColor(colours.muted))
        for words in self._lines(bar.told, self.width()):
            painter.drawText(QPointF(0, top + self._ascent()), words)
            top += line

    def _height(self, bar: Bar, width: int) -> int:
        words, told = self._lines(bar.words, width), self._lines(bar.told, width)
        return (len(words) + len(told)) * self._line_height() + BAR + GAP + (GAP if words else 0)

    def _lines(self, words: str, width: int) -> list[str]:
        if not words:
            return []
        ends = LineBreaker(QFont(self.font())).lines(words, max(width, 40))
        return [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height() + 2

    def _ascent(self) -> int:
        return QFontMetrics(self.font()).ascent()
