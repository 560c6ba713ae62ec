"""A chart on a page: names at the left, bars at the right, the numbers in words beside or below them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.documents.blocks import Chart, ChartBar, ChartLine, Document
from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.installed import family_of
from desktop_app.documents.typeset.looks import Colour
from desktop_app.documents.typeset.page import Box, Drawing, Item, Text
from desktop_app.documents.typeset.paragraphs import Style, set_paragraph

_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Sizes of the words in points: the largest with which the chart fits its room, else the last."""
_NAMES = 0.42
"""Share of the width for the names."""
_GAP, _AIR = 10.0, 6.0
"""Between names and bars; between two lines, and round the title."""
_BAR = 0.62
"""Height of a bar, as a share of a line of words."""
_EDGE: Colour = (0.45, 0.45, 0.45)
_PAPER: Colour = (1.0, 1.0, 1.0)
_HAIR = 0.6


@dataclass(slots=True)
class _Drawn:
    """What has been set so far, from the top down to ``depth``."""

    document: Document
    size: float
    tag: int
    depth: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    texts: list[Item] = field(default_factory=list)

    def style(self, bold: bool = False) -> Style:
        return Style(face(family_of(self.document.family), bold), self.size)

    def words(self, text: str, left: float, width: float, top: float, bold: bool = False) -> float:
        """Set words into a column; return how high they are."""
        style = self.style(bold)
        lines = set_paragraph(text, style, width, terms=self.document.terms) if text else ()
        for at, (_, line) in enumerate(lines):
            baseline = top + at * style.leading + style.rise
            self.texts.append(Text(left, baseline, self.size, line, tag=self.tag))
        return len(lines) * style.leading

    def width_of(self, text: str, bold: bool = False) -> float:
        """Return how wide words are on one line."""
        style = self.style(bold)
        return max((line.width * self.size for _, line in set_paragraph(text, style, 1000.0)), default=0.0)

    def bar(self, bar: ChartBar, left: float, width: float, top: float) -> None:
        """Draw a bar with its frame into a line of words."""
        leading = self.style().leading
        height, top = leading * _BAR, top + leading * (1 - _BAR) / 2
        self.boxes.append(Box(left - _HAIR, top - _HAIR, width + 2 * _HAIR, height + 2 * _HAIR, _EDGE))
        self.boxes.append(Box(left, top, width, height, _PAPER))
        for share, colour in bar.pieces:
            self.boxes.append(Box(left, top, share * width, height, colour))
            left += share * width


def set_chart(chart: Chart, room: float, document: Document, tag: int) -> list[Strip]:
    """Set a chart as one piece, its words as large as ``room`` (points of height) allows.

    ``tag``: the element that it shows, with its words.
    """
    for size in _SIZES:
        drawn = _draw(chart, _Drawn(document, size, tag))
        if drawn.depth <= room:
            break
    width = document.page.text_width
    drawing = Drawing(0.0, 0.0, width, drawn.depth, tuple(drawn.boxes), tag)
    return [Strip(drawn.depth, (drawing, *drawn.texts))]


def _draw(chart: Chart, drawn: _Drawn) -> _Drawn:
    width = drawn.document.page.text_width
    middle = max(0.0, (width - drawn.width_of(chart.title, bold=True)) / 2)
    drawn.depth += drawn.words(chart.title, middle, width, 0.0, bold=True) + _AIR
    labels = [drawn.width_of(bar.label) for line in chart.lines for bar in line.bars]
    told = [drawn.width_of(bar.told) for line in chart.lines for bar in line.bars if bar.label]
    for line in chart.lines:
        drawn.depth += _line(line, drawn, max(labels), max(told, default=0.0)) + _AIR
    _legend(chart.legend, drawn, width)
    return drawn


def _line(line: ChartLine, drawn: _Drawn, label: float, told: float) -> float:
    """Set a name and its bars side by side; return how high the higher of the two is."""
    width = drawn.document.page.text_width
    top, left = drawn.depth, width * _NAMES + _GAP
    names = drawn.words(line.name, 0.0, width * _NAMES, top)
    leading = drawn.style().leading
    depth = 0.0
    for bar in line.bars:
        at = top + depth
        if bar.label:
            drawn.words(bar.label, left, label + 1.0, at)
            start = left + label + _GAP
            drawn.bar(bar, start, width - start - told - _GAP, at)
            drawn.words(bar.told, width - drawn.width_of(bar.told), told + 1.0, at)
            depth += leading
        else:
            drawn.bar(bar, left, width - left - _HAIR, at)
            depth += leading + drawn.words(bar.told, left, width - left, at + leading)
    return max(names, depth)


def _legend(legend: Iterable[tuple[str, Colour]], drawn: _Drawn, width: float) -> None:
    """Set what the colours mean, side by side, on as many lines as they need."""
    leading = drawn.style().leading
    side, left, begun = leading * _BAR, 0.0, False
    for words, colour in legend:
        wide = side + _GAP / 2 + drawn.width_of(words) + 2 * _GAP
        if begun and left + wide > width:
            drawn.depth, left = drawn.depth + leading, 0.0
        drawn.bar(ChartBar(((1.0, colour),), ""), left + _HAIR, side, drawn.depth)
        drawn.words(words, left + side + _GAP / 2, wide, drawn.depth)
        left, begun = left + wide, True
    drawn.depth += leading if begun else 0.0
