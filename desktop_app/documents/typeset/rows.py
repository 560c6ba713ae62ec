"""Rows of a table as grids of set lines, and how one is cut at the end of a page.

All cells of a table share one leading, so a row can be cut between any two of its lines. A cell that would
leave a single line of itself or of a paragraph on either side is cut a line or two earlier; a row of a few
lines is not cut at all. A row that goes on says so at the top of its first column, with its number.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from desktop_app.documents.typeset.paragraphs import SetLine
from desktop_app.documents.typeset.structure import ARTIFACT

_WHOLE = 5
"""Rows of up to so many lines move to the next page whole."""


class Kind(Enum):
    """What a row is to its table."""

    BODY = "body"
    GROUP = "group"
    """The heading of the rows below it: one cell over all columns."""
    HEAD = "head"
    """Column headings that are too tall to be repeated on every page."""


class Cell(NamedTuple):
    """The lines of a cell, and the elements they show: one for each paragraph, or one for all."""

    lines: tuple[SetLine, ...]
    tags: tuple[int, ...] = (ARTIFACT,)

    def cut(self, count: int) -> "tuple[Cell, Cell]":
        """Return the first ``count`` lines and the others."""
        ended = sum(line.line.last for line in self.lines[:count]) if len(self.tags) > 1 else 0
        return Cell(self.lines[:count], self.tags), Cell(self.lines[count:], self.tags[ended:])


class Row(NamedTuple):
    """A row, or what is left of it: its number in the table (from 0; -1: no row of the report), its cells."""

    number: int
    cells: tuple[Cell, ...]
    again: tuple[SetLine, ...] = ()
    """What tells that the row, or a group's rows, go on: "๕. (ต่อ)"; it belongs to no element."""
    continued: bool = False
    kind: Kind = Kind.BODY

    @property
    def marks(self) -> int:
        """Lines of `again` above what is left of the first column."""
        return len(self.again) if self.continued and self.cells[0].lines else 0

    @property
    def lines(self) -> int:
        """Lines of its tallest cell, at least one."""
        tallest = max([len(cell.lines) for cell in self.cells])
        if self.continued:
            tallest = max(tallest, self.marks + len(self.cells[0].lines))
        return tallest or 1

    @property
    def least(self) -> int:
        """Lines that stay together at its beginning."""
        return self.lines if self.lines <= _WHOLE else 2


def cut_row(row: Row, count: int, force: bool = False) -> tuple[Row | None, Row | None]:
    """Cut a row that has more than ``count`` lines after at most so many: (head, tail).

    Each cell keeps no line or at least two on either side. (None, row): that cannot be, or the row is
    so short that it moves whole. With ``force`` it is always cut, after one line at least.
    """
    if not force and (count < 2 or row.lines <= _WHOLE):
        return None, row
    count = max(count, 1)
    taken = _taken(row, count)
    if force and not any(taken):
        row = row._replace(again=())
        taken = _taken(row, count)
    pairs = list(zip(row.cells, taken, strict=True))
    lonely = any(_is_lonely(len(cell.lines), take) for cell, take in pairs)
    if not force and (lonely or not any(taken)):
        return None, row
    parts = [cell.cut(take) for cell, take in pairs]
    head = row._replace(cells=tuple(upper for upper, _ in parts))
    tail = row._replace(cells=tuple(lower for _, lower in parts), continued=True)
    return head, tail if any(cell.lines for cell in tail.cells) else None


def _taken(row: Row, count: int) -> list[int]:
    """Return how many of each cell's lines go before a cut that has room for ``count``."""
    first, *others = row.cells
    return [_share(first.lines, max(0, count - row.marks)), *(_share(cell.lines, count) for cell in others)]


def _share(lines: Sequence[SetLine], count: int) -> int:
    """Return how many of a cell's lines go into ``count``; no single line of a paragraph stays behind."""
    size = len(lines)
    if size <= count:
        return size
    for taken in range(count, max(count - 3, 1), -1):
        if size - taken > 1 and not _leaves_single_line(lines, taken):
            return taken
    return count - 1 if size - count == 1 and count > 2 else count


def _leaves_single_line(lines: Sequence[SetLine], taken: int) -> bool:
    """Tell whether a paragraph is cut behind its first or before its last line."""
    if lines[taken - 1].line.last:
        return False
    return taken == 1 or lines[taken - 2].line.last or lines[taken].line.last


def _is_lonely(size: int, taken: int) -> bool:
    return size > 1 and (taken == 1 or size - taken == 1)
