"""Column widths that make a table short, for a form that gives none.

A table is as high as the sum of its rows, a row as its tallest cell. Width is moved from column to column,
in ever smaller steps, as long as that takes lines away; lines are counted as they will be set. Of a long
table some rows, evenly picked, speak for all.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, permutations
from math import inf
from typing import NamedTuple

from desktop_app.documents.typeset.columns import column_widths
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.lines import fitting_atoms
from desktop_app.documents.typeset.paragraphs import WIDEST_HANG, Hanging, hanging
from desktop_app.documents.typeset.rich import Source

_UNITS = 200
"""What the columns have beyond their needs is weighed in so many parts."""
_STEPS = (32, 16, 8, 4, 2, 1)
_POWERS = (0.0, 0.5, 0.75, 1.0)
"""Starts: columns as wide as their text is long, raised to these powers."""
_ROWS = 48
"""Rows that speak for all."""
_LINES_OF_A_PAGE = 32
_NEARLY = 1e-6


class Endless(NamedTuple):
    """A text as its atoms on one endless line: where each begins and ends, and the widest, in ems."""

    begins: tuple[float, ...]
    ends: tuple[float, ...]
    widest: float

    def lines(self, room: float) -> int:
        """Count the lines when each is ``room`` ems wide, filled as `break_lines` fills them."""
        begins, ends = self.begins, self.ends
        room += _NEARLY
        at = found = 0
        while at < len(ends):
            end = bisect_right(ends, begins[at] + room, at)
            at = end if end > at else at + 1
            found += 1
        return found or 1


class Paragraph(NamedTuple):
    """A paragraph of a cell, ready to be counted at any width."""

    parts: Hanging
    face: Face
    terms: frozenset[str]

    def lines(self, width: float) -> int:
        """Count the lines in a column ``width`` ems wide, as `set_hanging` sets them."""
        hang, whole, rest = self.parts
        hangs = bool(hang) and hang <= width * WIDEST_HANG
        text, room = (rest, width - hang) if hangs else (whole, width)
        line = _endless(text, self.face, self.terms)
        while line.widest > room + _NEARLY:
            parted = _endless(text, self.face, self.terms, line.widest - 2 * _NEARLY)
            if parted.widest >= line.widest:
                break
            line = parted
        return line.lines(room)

    @property
    def length(self) -> float:
        """Length of the paragraph on one line, its list mark not counted."""
        return max(_endless(self.parts.rest, self.face, self.terms).ends, default=0.0)


@lru_cache(maxsize=2048)
def _endless(text: Source, face: Face, terms: frozenset[str], widest: float = inf) -> Endless:
    """Put a text on one endless line, its atoms parted where they are wider than ``widest``."""
    atoms = fitting_atoms(text, face, widest, terms)
    widths = [atom.word.width + (atom.space.width if atom.space else 0.0) for atom in atoms]
    begins = tuple(accumulate(widths, initial=0.0))[:-1]
    ends = tuple(begin + atom.word.width for begin, atom in zip(begins, atoms, strict=True))
    return Endless(begins, ends, max((atom.word.width for atom in atoms), default=0.0))


Measured = tuple[Paragraph, ...]
"""A cell, ready to be counted at any width."""


def measured(text: Source, face: Face, terms: frozenset[str] = frozenset()) -> Measured:
    """Return a cell's text ready to be counted."""
    return tuple(Paragraph(parts, face, terms) for parts in hanging(text, face))


class _Column:
    """A column of the rows that are weighed; what was counted at a width is remembered."""

    def __init__(self, cells: Sequence[Measured], padding: float, size: float) -> None:
        self._cells, self._padding, self._size = cells, padding, size
        self._counts: dict[float, tuple[list[int], int]] = {}

    @property
    def length(self) -> float:
        """Length of all its text on one line."""
        return sum(part.length for cell in self._cells for part in cell)

    def lines(self, width: float) -> tuple[list[int], int]:
        """Return the lines of every cell in a column ``width`` points wide, and how uneven they are."""
        known = self._counts.get(width)
        if known is None:
            inner = (width - self._padding) / self._size
            counts = [sum(part.lines(inner) for part in cell) for cell in self._cells]
            known = self._counts[width] = counts, sum(count**3 for count in counts)
        return known


def picked(count: int) -> range | list[int]:
    """Return which of ``count`` rows speak for all: every one, or some at even distances."""
    return range(count) if count <= _ROWS else [at * count // _ROWS for at in range(_ROWS)]


def balanced_widths(
    headings: Sequence[Measured],
    rows: Sequence[Sequence[Measured]],
    least: Sequence[float],
    width: float,
    size: float,
    padding: float,
) -> list[float]:
    """Return the widths, at least ``least`` and ``width`` in all, at which header and rows are shortest.

    Points; ``padding`` is what of a column's width is not for text. Deterministic. When the needs alone
    are more than the width, they are scaled down alike.
    """
    if sum(least) >= width - _NEARLY:
        return column_widths(least, least, width)
    columns = [_Column([row[at] for row in rows], padding, size) for at in range(len(least))]
    heads = [_Column([heading], padding, size) for heading in headings]
    still = (0,) * len(least)
    weighers = [_Weigher(columns, heads, least, start) for start in _starts(columns, least, width)]
    return min(weighers, key=lambda weigher: weigher.cost(still)).descend(still)


def _starts(columns: Sequence[_Column], least: Sequence[float], width: float) -> Iterator[list[float]]:
    """Yield divisions to begin with: equal shares, and shares by how long the columns' texts are."""
    for power in _POWERS:
        yield column_widths([max(column.length, 1.0) ** power for column in columns], least, width)


Cost = tuple[float, int]


class _Weigher:
    """Compares divisions of the width, each told by how many units its columns differ from a start."""

    def __init__(
        self,
        columns: Sequence[_Column],
        heads: Sequence[_Column],
        least: Sequence[float],
        start: Sequence[float],
    ) -> None:
        self._columns, self._heads, self._start = columns, heads, start
        self._unit = (sum(start) - sum(least)) / _UNITS
        self._most = [int((width - need) / self._unit) for width, need in zip(start, least, strict=True)]

    def widths(self, units: Sequence[int]) -> list[float]:
        """Return a division in points."""
        return [width + self._unit * more for width, more in zip(self._start, units, strict=True)]

    def cost(self, units: Sequence[int]) -> Cost:
        """Return the table's lines at a division, then how uneven its cells are: to tell equals apart."""
        widths = self.widths(units)
        counted = [column.lines(width) for column, width in zip(self._columns, widths, strict=True)]
        lines = sum(map(max, zip(*(counts for counts, _ in counted), strict=True)))
        head = max(head.lines(width)[0][0] for head, width in zip(self._heads, widths, strict=True))
        return lines + head * (1 + lines // _LINES_OF_A_PAGE), sum(uneven for _, uneven in counted)

    def descend(self, units: tuple[int, ...]) -> list[float]:
        """Move width between two columns as long as that makes the table shorter."""
        best = self.cost(units)
        for step in _STEPS:
            while True:
                costs = ((self.cost(move), move) for move in self._moves(units, step))
                cost, moved = min(costs, default=(best, units))
                if cost >= best:
                    break
                best, units = cost, moved
        return self.widths(units)

    def _moves(self, units: tuple[int, ...], step: int) -> Iterator[tuple[int, ...]]:
        """Yield what comes of one column giving ``step`` units to another, none beyond its need."""
        for giver, taker in permutations(range(len(units)), 2):
            if units[giver] - step >= -self._most[giver]:
                move = list(units)
                move[giver] -= step
                move[taker] += step
                yield tuple(move)
