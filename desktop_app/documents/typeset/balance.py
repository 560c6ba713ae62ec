"""Column widths that make a table short, for a form that gives none.

A table is as high as the sum of its rows, a row as its tallest cell. Width is moved from column to column,
in ever smaller steps, as long as that takes lines away; lines are counted as they will be set. Of a long
table some rows, evenly picked, speak for all.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, permutations, product
from math import ceil, inf
from typing import NamedTuple

from desktop_app.documents.typeset.atoms import Atom, fitting_atoms
from desktop_app.documents.typeset.columns import column_widths
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.paragraphs import WIDEST_HANG, Hanging, Prepared
from desktop_app.documents.typeset.rich import Source

_UNIT = 1.5
"""What the columns have beyond their needs is weighed in parts of so many points."""
_NARROWING, _MOVES = (32, 8, 2), (8, 4, 2, 1)
"""Steps in which columns give width away, and in which it is moved between them."""
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
    """A paragraph of a cell, ready to be counted at any width: its text behind its list mark on one line."""

    parts: Hanging
    line: Endless
    face: Face
    terms: frozenset[str]

    def lines(self, width: float) -> int:
        """Count the lines in a column ``width`` ems wide, as `set_prepared` sets them."""
        hang, whole, rest, _ = self.parts
        if hang > width * WIDEST_HANG:
            text, line, room = whole, _parted(whole, self.face, self.terms, inf), width
        else:
            text, line, room = rest, self.line, width - hang
        while line.widest > room + _NEARLY:
            parted = _parted(text, self.face, self.terms, line.widest - 2 * _NEARLY)
            if parted.widest >= line.widest:
                break
            line = parted
        return line.lines(room)


def _endless(atoms: Sequence[Atom]) -> Endless:
    widths = [atom.word.width + (atom.space.width if atom.space else 0.0) for atom in atoms]
    begins = tuple(accumulate(widths, initial=0.0))[:-1]
    ends = tuple(begin + atom.word.width for begin, atom in zip(begins, atoms, strict=True))
    return Endless(begins, ends, max((atom.word.width for atom in atoms), default=0.0))


@lru_cache(maxsize=1024)
def _parted(text: Source, face: Face, terms: frozenset[str], widest: float) -> Endless:
    """Put a text on one endless line, its atoms parted where they are wider than ``widest``."""
    return _endless(fitting_atoms(text, face, widest, terms))


Measured = tuple[Paragraph, ...]
"""A cell, ready to be counted at any width."""


@lru_cache(maxsize=1024)
def measured(cell: Prepared) -> Measured:
    """Return a cell's text ready to be counted."""
    return tuple(Paragraph(part, _endless(part.atoms.atoms), cell.face, cell.terms) for part in cell.parts)


@lru_cache(maxsize=1024)
def _counted(column: tuple[Prepared, ...], width: float) -> tuple[tuple[int, ...], int]:
    """Return the lines of every cell in a column ``width`` ems wide, and how uneven they are.

    Remembered: when one cell of a table changes, the other columns are not counted again.
    """
    counts = tuple(sum(part.lines(width) for part in measured(cell)) for cell in column)
    return counts, sum(count**3 for count in counts)


def picked(count: int) -> range | list[int]:
    """Return which of ``count`` rows speak for all: every one, or some at even distances."""
    return range(count) if count <= _ROWS else [at * count // _ROWS for at in range(_ROWS)]


def balanced_widths(
    headings: Sequence[Prepared],
    rows: Sequence[Sequence[Prepared]],
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
    weigher = _Weigher(list(zip(headings, *rows, strict=True)), size, padding)
    equal = column_widths([1.0] * len(least), least, width)
    grid = _Grid(weigher, least, width - sum(least))
    found = [equal, *(grid.widths(grid.descend(start)) for start in (grid.nearest(equal), grid.narrowed()))]
    return min(found, key=weigher.cost)


Cost = tuple[int, int]


class _Weigher:
    """Tells how high a table is at any widths of its columns; the first cell of each is its heading."""

    def __init__(self, columns: Sequence[tuple[Prepared, ...]], size: float, padding: float) -> None:
        self._columns, self._size, self._padding = columns, size, padding

    def cost(self, widths: Sequence[float]) -> Cost:
        """Return the lines of the table, then how uneven its cells are: to tell equals apart."""
        padding, size = self._padding, self._size
        uneven = 0
        counted = []
        for column, width in zip(self._columns, widths, strict=True):
            counts, cubes = _counted(column, (width - padding) / size)
            counted.append(counts)
            uneven += cubes
        head, *rows = map(max, zip(*counted, strict=True))
        lines = sum(rows)
        return lines + head * (1 + lines // _LINES_OF_A_PAGE), uneven


Units = tuple[int, ...]


class _Grid:
    """Divisions of what the columns have beyond their needs, in units."""

    def __init__(self, weigher: _Weigher, least: Sequence[float], spare: float) -> None:
        self._weigher, self._least = weigher, least
        self._count = ceil(spare / _UNIT)
        self._unit = spare / self._count

    def widths(self, units: Units) -> list[float]:
        """Return a division in points."""
        return [need + self._unit * more for need, more in zip(self._least, units, strict=True)]

    def _cost(self, units: Units) -> Cost:
        return self._weigher.cost(self.widths(units))

    def nearest(self, widths: Sequence[float]) -> Units:
        """Return the division nearest to some widths."""
        extra = [width - need for width, need in zip(widths, self._least, strict=True)]
        marks = [round(total / self._unit) for total in accumulate(extra)]
        return tuple(mark - before for mark, before in zip(marks, [0, *marks], strict=False))

    def narrowed(self) -> Units:
        """Return the division got by giving all to every column, and taking away what costs fewest lines."""
        units = (self._count,) * len(self._least)
        while (over := sum(units) - self._count) > 0:
            lines, uneven = self._cost(units)
            best = None
            for at, step in product(range(len(units)), _NARROWING):
                step = min(step, over)
                if step <= units[at]:
                    fewer = (*units[:at], units[at] - step, *units[at + 1 :])
                    more, worse = self._cost(fewer)
                    key = (more - lines) / step, (worse - uneven) / step, -step
                    best = min(best, (key, fewer)) if best else (key, fewer)
            units = best[1] if best else units
        return units

    def descend(self, units: Units) -> Units:
        """Move units between two columns as long as that makes the table shorter."""
        best = self._cost(units)
        for step in _MOVES:
            while True:
                costs = ((self._cost(move), move) for move in _moves(units, step))
                cost, moved = min(costs, default=(best, units))
                if cost >= best:
                    break
                best, units = cost, moved
        return units


def _moves(units: Units, step: int) -> Iterator[Units]:
    """Yield what comes of one column giving ``step`` units to another."""
    for giver, taker in permutations(range(len(units)), 2):
        if units[giver] >= step:
            move = list(units)
            move[giver] -= step
            move[taker] += step
            yield tuple(move)
