"""Blocks gathered into one galley, and what holds them together over the end of a page."""

from collections.abc import Iterable, Sequence
from enum import Enum

from desktop_app.documents.typeset.flow import Galley, Strip

_LINES_BEFORE_PEN = 2
"""A place to sign is never parted from so many lines before it."""


class Bond(Enum):
    """How a block holds on to the one before it."""

    NONE = 0
    HEADING = 1
    """The one before is its heading: it keeps two lines with it, or all there is before the next."""
    PEN = 2
    """A place to sign: it keeps the last lines before it."""
    NEXT_PEN = 3
    """A place to sign after another: they keep together as long as they are no half page."""
    COMPANY = 4
    """An opinion after another: the last one is not left alone."""


class Gathered:
    """The blocks between two tables. ``page`` is the height of the text on a page."""

    def __init__(self, page: float) -> None:
        self._strips: list[Strip] = []
        self._page = page
        self._keeps = False
        self._bonds: list[Bond] = []
        self._begins: list[int] = []
        """At which strip each block begins."""
        self._ends_with_one_line = False
        """Whether what was added last is one line under a heading."""
        self._chain = 0.0
        """Height of the places to sign that keep together with the lines before them."""

    def add(self, strips: Iterable[Strip], bond: Bond, heads: bool = False) -> None:
        """Add a block; ``heads``: it is a heading.

        The one line under a heading, when that is all before the next heading, needs no second one.
        """
        block = list(strips)
        if heads and self._ends_with_one_line:
            self._strips[-1] = self._strips[-1]._replace(glued=False)
        self._ends_with_one_line = bond is Bond.HEADING and not heads and len(block) == 1
        if bond is Bond.HEADING:
            block[0] = block[0]._replace(glued=True)
        if bond in (Bond.PEN, Bond.NEXT_PEN):
            self._keeps = self._keeps or len(self._strips) < _LINES_BEFORE_PEN
            self._strips = with_end_glued(self._strips)
            self._chain_pens(_height(block), bond)
        self._bonds.append(bond)
        self._begins.append(len(self._strips))
        self._strips += block

    def _chain_pens(self, height: float, bond: Bond) -> None:
        """Part places to sign that together are more than half a page; each stays with one other."""
        if bond is Bond.PEN:
            self._chain = _height(self._strips[-_LINES_BEFORE_PEN:])
        elif self._chain + height > self._page / 2 and self._bonds[-1] is Bond.NEXT_PEN:
            last = self._begins[-1]
            self._strips[last - 1] = self._strips[last - 1]._replace(glued=False)
            self._chain = _height(self._strips[last:])
        self._chain += height

    @property
    def ends_glued(self) -> bool:
        """Whether the end may not be parted from what follows."""
        return bool(self._strips) and self._strips[-1].glued

    def galley(self, follows: bool) -> list[Galley]:
        """Return what was gathered, nothing if nothing was; ``follows``: something precedes it."""
        if not self._strips:
            return []
        if self._bonds[-1] is Bond.COMPANY:
            self._join_last(*self._begins[-2:])
        return [Galley(tuple(self._strips), self._keeps and follows)]

    def _join_last(self, before: int, last: int) -> None:
        """Let the last opinion take the one before it along to its page, if they fit on one."""
        if _height(self._strips[before:]) <= self._page:
            self._strips[last - 1] = self._strips[last - 1]._replace(joins=self._page / 2)


def with_end_glued(strips: Sequence[Strip]) -> list[Strip]:
    """Keep the last lines with the place to sign that follows."""
    end = max(0, len(strips) - _LINES_BEFORE_PEN)
    return [*strips[:end], *(strip._replace(glued=True) for strip in strips[end:])]


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.above + strip.height for strip in strips)
