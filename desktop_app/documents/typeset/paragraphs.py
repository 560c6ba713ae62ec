"""Paragraphs of text as strips of lines, with hanging lists, indents and the Thai way of justifying."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.lines import Line, break_evenly, break_lines, natural_width, widest_word
from desktop_app.documents.typeset.page import BLACK, Colour, Item, Text
from desktop_app.documents.typeset.structure import ARTIFACT

_MARKER = re.compile(
    r"\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+|[-–•●○▪*])\s*"
)
WIDEST_HANG = 0.3
"""A list hangs by at most this share of its column."""


class Style(NamedTuple):
    """How text is set: face, size in points, colour."""

    face: Face
    size: float
    colour: Colour = BLACK

    @property
    def leading(self) -> float:
        """Distance of single-spaced baselines."""
        return self.face.leading * self.size

    @property
    def rise(self) -> float:
        """Depth of the baseline below the top of its line."""
        return (self.face.leading - self.face.descent) * self.size


class SetLine(NamedTuple):
    """A line with its offset from the left edge of its column, in points."""

    offset: float
    line: Line


def set_paragraph(
    text: str,
    style: Style,
    width: float,
    indent: float = 0.0,
    terms: frozenset[str] = frozenset(),
    evenly: bool = False,
) -> tuple[SetLine, ...]:
    """Break one paragraph into lines of a column ``width`` points wide, the first one indented.

    ``evenly``: by total fit, for lines that will be stretched.
    """
    breaker = break_evenly if evenly else break_lines
    lines = breaker(text, style.face, width / style.size, (width - indent) / style.size, terms)
    return tuple(SetLine(0.0 if at else indent, line) for at, line in enumerate(lines))


@lru_cache(maxsize=8192)
def set_hanging(
    text: str, style: Style, width: float, terms: frozenset[str] = frozenset()
) -> tuple[SetLine, ...]:
    """Break text into lines; each of its paragraphs that begins with a list mark hangs behind it.

    Remembered: when one cell of a table changes, the others are not set again.
    """
    found: list[SetLine] = []
    for paragraph in text.split("\n"):
        hang = _hang(paragraph, style, width)
        lines = break_lines(paragraph, style.face, (width - hang) / style.size, width / style.size, terms)
        found += [SetLine(hang if at else 0.0, line) for at, line in enumerate(lines)]
    return tuple(found)


@lru_cache(maxsize=8192)
def least_width(text: str, face: Face, terms: frozenset[str] = frozenset()) -> float:
    """Return the width in ems that a text of hanging paragraphs needs if no word is to be cut."""
    return max(widest_word(part, face, terms) + list_hang(part, face) for part in text.split("\n"))


def list_hang(paragraph: str, face: Face) -> float:
    """Return the width in ems of the list mark that a paragraph hangs behind, or 0."""
    mark = list_mark(paragraph)
    return natural_width(mark, face) if mark else 0.0


def list_mark(paragraph: str) -> str:
    """Return the list mark that a paragraph begins with, its spaces included; "" for none."""
    marker = _MARKER.match(paragraph)
    return marker.group() if marker and marker.end() < len(paragraph) else ""


def _hang(paragraph: str, style: Style, width: float) -> float:
    hang = list_hang(paragraph, style.face) * style.size
    return hang if hang <= width * WIDEST_HANG else 0.0


def strips(
    lines: Iterable[SetLine],
    style: Style,
    left: float = 0.0,
    above: float = 0.0,
    fill: float | None = None,
    tag: int = ARTIFACT,
) -> tuple[Strip, ...]:
    """Make strips of set lines, ``left`` points in; the first and last two lines stay together.

    ``fill``: the width over which lines that do not end their paragraph are stretched. ``tag``: the
    element that they show.
    """
    every = list(lines)
    found = []
    for at, (offset, line) in enumerate(every):
        stretch = 0.0
        if fill is not None and not line.last:
            stretch = fill - offset - line.width * style.size
        item = Text(left + offset, style.rise, style.size, line, stretch, style.colour, tag)
        glued = len(every) > 1 and at in (0, len(every) - 2)
        found.append(Strip(style.leading, (item,), 0.0 if at else above, glued))
    return tuple(found)


def centred(
    text: str,
    style: Style,
    centre: float,
    width: float,
    above: float = 0.0,
    terms: frozenset[str] = frozenset(),
    tag: int = ARTIFACT,
) -> tuple[Strip, ...]:
    """Make strips of a text whose lines stand centred on ``centre``, none wider than ``width``."""
    found = []
    lines = [
        line
        for part in text.split("\n")
        for line in break_lines(part, style.face, width / style.size, terms=terms)
    ]
    for at, line in enumerate(lines):
        items: tuple[Item, ...] = (
            Text(centre - line.width * style.size / 2, style.rise, style.size, line, 0.0, style.colour, tag),
        )
        found.append(Strip(style.leading, items, 0.0 if at else above, True))
    return tuple(found)
