"""Where lines of Thai end on the screen: the words of the page, measured in the screen's font.

Qt's own breaking differs between machines (libthai or none) and knows no official terms, so the grid
and the text fields ask here. A cell and the editor opened in it break the same lines.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

LINE_SEPARATOR = "\u2028"
_KEPT_WIDTHS = 8_000
_SLACK = 0.5
"""Pixels a line may be longer than its column, for what rounding adds up."""


class _Piece(NamedTuple):
    """What may not be parted: its letters, its width without the spaces at its end and with them (px)."""

    letters: int
    visible: float
    whole: float


class LineBreaker:
    """Breaks text to a width in pixels, in one font."""

    def __init__(self, font: QFont, terms: Iterable[str] = ()) -> None:
        self.font = QFont(font)
        self._terms = tuple(terms)
        self._metrics = QFontMetricsF(self.font)
        self._known: dict[str, _Piece] = {}
        self.line_height = max(round(1.5 * self._pixels()), round(self._metrics.height()))
        """Pixels from line to line: Thai needs half as much again as its size, above and below."""

    def lines(self, paragraph: str, width: float) -> list[int]:
        """Return where each line of one paragraph ends (an offset into it); the last is its length.

        A line ends between words; inside a term or a date only when it does not fit a line of its own;
        inside a word, between letters with their marks, only when that does not fit either. Spaces at
        the end of a line hang over the edge.
        """
        ends: list[int] = []
        at, room = 0, width + _SLACK
        left = room
        for letters, visible, whole in self._fitting(_pieces(paragraph, self._terms), room):
            if visible > left and at > (ends[-1] if ends else 0):
                ends.append(at)
                left = room
            left -= whole
            at += letters
        ends.append(at)
        return ends

    def broken(self, text: str, width: float) -> str:
        """Return ``text`` with a line separator (U+2028) at every line's end, for one text layout."""
        found: list[str] = []
        for paragraph in text.split("\n"):
            start = 0
            for end in self.lines(paragraph, width):
                found.append(paragraph[start:end])
                start = end
        return LINE_SEPARATOR.join(found)

    def advance(self, line: str) -> float:
        """Return the width of a line in pixels, and a little: what ``QTextLine.setLineWidth`` needs."""
        return self._metrics.horizontalAdvance(line) + _SLACK

    def _fitting(self, pieces: Iterable[str], room: float) -> Iterator[_Piece]:
        for piece in pieces:
            found = self._piece(piece)
            if found.visible <= room:
                yield found
            else:
                yield from self._parts(piece, room)

    def _parts(self, piece: str, room: float) -> Iterator[_Piece]:
        inner = _inner(piece, self._terms)
        if len(inner) > 1:
            yield from self._fitting(inner, room)
        else:
            yield from map(self._piece, _clusters(piece))

    def _piece(self, piece: str) -> _Piece:
        found = self._known.get(piece)
        if found is None:
            if len(self._known) >= _KEPT_WIDTHS:
                self._known.clear()
            whole, bare = self._metrics.horizontalAdvance(piece), piece.rstrip(" ")
            visible = whole if bare == piece else self._metrics.horizontalAdvance(bare)
            found = self._known[piece] = _Piece(len(piece), visible, whole)
        return found

    def _pixels(self) -> float:
        if self.font.pixelSize() > 0:
            return float(self.font.pixelSize())
        return self.font.pointSizeF() * self._metrics.fontDpi() / 72.0


@lru_cache(maxsize=1024)
def _pieces(paragraph: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    from desktop_app.thai import words

    return tuple(words.pieces(paragraph, terms))


@lru_cache(maxsize=1024)
def _inner(piece: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    from desktop_app.thai import words

    return tuple(words.inner(piece, terms))


@lru_cache(maxsize=1024)
def _clusters(piece: str) -> tuple[str, ...]:
    from desktop_app.thai.clusters import clusters

    return clusters(piece)
