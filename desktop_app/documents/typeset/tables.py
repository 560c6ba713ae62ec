"""Tables: column widths, rows of set cells, and cutting at any line with the header repeated.

All cells of a table share one leading, so a row is a grid of lines and can be cut between any two of
them. A cell that would leave a single line behind is cut one line earlier. A row that goes on says so in
its first column, with its number, where nothing else stands there.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.flow import Flow
from desktop_app.documents.typeset.lines import unsaid_line
from desktop_app.documents.typeset.page import Area, Group, Item, Rule, Text
from desktop_app.documents.typeset.paragraphs import SetLine, Style, least_width, list_mark, set_hanging

PADDING = 3.5
"""Space between a rule and the text beside it."""
_ABOVE, _BELOW = 1.0, 3.0
"""Space between a rule and the lines above and below it."""
_SIZES = (14.0, 13.5, 13.0, 12.5, 12.0, 11.0, 10.0)
"""Sizes tried for a table's text, from the best."""
_STRETCH = 1.6
"""How many times its share a column may take for the sake of one wide word."""
_MANY_COLUMNS = 7
"""From this many columns on a table starts one point smaller."""
_NEARLY = 0.01


class Row(NamedTuple):
    """A row, or what is left of it: its number in the table (from 0) and its cells."""

    number: int
    cells: tuple[tuple[SetLine, ...], ...]
    again: tuple[SetLine, ...] = ()
    """What the first column of a continued row shows: "๕. (ต่อ)"."""
    continued: bool = False

    @property
    def lines(self) -> int:
        """Lines of its tallest cell, at least one."""
        return max(1, *(len(cell) for cell in self.cells))


class Layout(NamedTuple):
    """What all fragments of a table share: column edges, styles, the header's lines."""

    edges: tuple[float, ...]
    style: Style
    head: Style
    header: tuple[tuple[SetLine, ...], ...]

    def row_height(self, lines: int) -> float:
        """Height of a row of so many lines, its rules' padding included."""
        return lines * self.style.leading + _ABOVE + _BELOW

    @property
    def header_height(self) -> float:
        """Height of the repeated header."""
        return max(len(cell) for cell in self.header) * self.head.leading + _ABOVE + _BELOW


class TableFlow(NamedTuple):
    """The rows of a table that are still to be placed."""

    layout: Layout
    rows: tuple[Row, ...]
    above: float = 0.0
    keeps: bool = False

    @property
    def height(self) -> float:
        """Height of header and rows."""
        layout = self.layout
        return layout.header_height + sum(layout.row_height(row.lines) for row in self.rows)

    @property
    def lead(self) -> float:
        """Height of the header with two lines of the first row."""
        return self.layout.header_height + self.layout.row_height(min(2, self.rows[0].lines))

    def split(self, room: float, force: bool = False) -> tuple[Group | None, Flow | None]:
        """Cut between rows or inside one, at a line (see Flow.split)."""
        room -= self.layout.header_height
        fitting: list[Row] = []
        for at, row in enumerate(self.rows):
            height = self.layout.row_height(row.lines)
            if height <= room + _NEARLY:
                fitting.append(row)
                room -= height
                continue
            head, tail = self._cut(row, room, force and not fitting)
            rest = (*((tail,) if tail else ()), *self.rows[at + 1 :])
            if head:
                fitting.append(head)
            if not fitting:
                return None, self
            return _fragment(self.layout, fitting), TableFlow(self.layout, rest)
        return _fragment(self.layout, fitting), None

    def _cut(self, row: Row, room: float, force: bool) -> tuple[Row | None, Row | None]:
        count = int((room - _ABOVE - _BELOW + _NEARLY) / self.layout.style.leading)
        if count < 2 and not force:
            return None, row
        return cut_row(row, max(count, 1), force)


def cut_row(row: Row, count: int, force: bool = False) -> tuple[Row | None, Row | None]:
    """Cut a row after at most ``count`` lines, two lines on either side of each cell where that can be.

    Returns (None, row) when a cut would leave single lines that moving the whole row avoids; with
    ``force`` it always cuts.
    """
    best: tuple[int, int, list[int]] | None = None
    for lines in range(count, max(count - 3, 0), -1):
        taken = [_share(len(cell), lines) for cell in row.cells]
        lonely = sum(_is_lonely(len(cell), take) for cell, take in zip(row.cells, taken, strict=True))
        if any(taken) and (best is None or lonely < best[0]):
            best = (lonely, lines, taken)
    if best is None or (max(best[2]) < 2 and not force):
        return None, row
    pairs = list(zip(row.cells, best[2], strict=True))
    head = row._replace(cells=tuple(cell[:take] for cell, take in pairs))
    tail = row._replace(cells=tuple(cell[take:] for cell, take in pairs), continued=True)
    return head, tail


def _share(size: int, lines: int) -> int:
    """Return how many of a cell's lines go before a cut that has room for ``lines``."""
    if size <= lines:
        return size
    if size - lines == 1 and lines > 2:
        return lines - 1
    return lines


def _is_lonely(size: int, taken: int) -> bool:
    return size > 1 and (taken == 1 or size - taken == 1)


def _fragment(layout: Layout, rows: Sequence[Row]) -> Group:
    """Place header and rows below each other and rule them."""
    edges, right = layout.edges, layout.edges[-1]
    items: list[Item] = [Rule(0.0, 0.0, right, 0.0)]
    areas: list[Area] = []
    items += _header_texts(layout)
    y = layout.header_height
    items.append(Rule(0.0, y, right, y))
    for row in rows:
        height = layout.row_height(row.lines)
        if row.continued and not row.cells[0]:
            items += _cell_texts(row.again[: row.lines], layout.style, edges[0] + PADDING, y + _ABOVE)
        for column, cell in enumerate(row.cells):
            items += _cell_texts(cell, layout.style, edges[column] + PADDING, y + _ABOVE)
            areas.append(
                Area(row.number, column, edges[column], y, edges[column + 1] - edges[column], height)
            )
        y += height
        items.append(Rule(0.0, y, right, y))
    items += [Rule(edge, 0.0, edge, y) for edge in edges]
    return Group(0.0, 0.0, tuple(items), tuple(areas))


def _header_texts(layout: Layout) -> list[Item]:
    texts: list[Item] = []
    inner = layout.header_height - _ABOVE - _BELOW
    for column, cell in enumerate(layout.header):
        middle = (layout.edges[column] + layout.edges[column + 1]) / 2
        top = _ABOVE + (inner - len(cell) * layout.head.leading) / 2
        for at, (_, line) in enumerate(cell):
            x = middle - line.width * layout.head.size / 2
            texts.append(Text(x, top + at * layout.head.leading + layout.head.rise, layout.head.size, line))
    return texts


def _cell_texts(cell: Sequence[SetLine], style: Style, x: float, y: float) -> list[Item]:
    return [
        Text(x + offset, y + at * style.leading + style.rise, style.size, line)
        for at, (offset, line) in enumerate(cell)
        if line.atoms
    ]


def table_flow(
    headings: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    regular: Style,
    bold: Style,
    width: float,
    terms: frozenset[str] = frozenset(),
    above: float = 0.0,
) -> TableFlow:
    """Set a table ``width`` points wide: choose its size, its columns, break every cell into lines.

    ``regular`` and ``bold`` give the faces; their sizes are replaced by the largest at which no word of
    the table has to be cut.
    """
    needs = [_needs(column, heading, rows, regular, bold, terms) for column, heading in enumerate(headings)]
    size = _size(needs, shares, width)
    body, head = regular._replace(size=size), bold._replace(size=size)
    widths = column_widths(shares, _least(needs, size, shares, width), width)
    edges = tuple(sum(widths[:at]) for at in range(len(widths) + 1))
    inside = [each - 2 * PADDING for each in widths]
    header = tuple(set_hanging(text, head, room, terms) for text, room in zip(headings, inside, strict=True))
    layout = Layout(edges, body, head, header)
    set_rows = [
        Row(
            at,
            tuple(set_hanging(text, body, room, terms) for text, room in zip(cells, inside, strict=True)),
            _again(list_mark(cells[0]), body, inside[0]),
        )
        for at, cells in enumerate(rows)
    ]
    return TableFlow(layout, tuple(set_rows), above)


@lru_cache(maxsize=256)
def _again(mark: str, style: Style, room: float) -> tuple[SetLine, ...]:
    """Set what tells that a row goes on, with its number; the file says nothing there a second time."""
    number = mark.strip() if any(character.isdecimal() for character in mark) else ""
    lines = set_hanging(f"{number} (ต่อ)".strip(), style, room)
    return tuple(SetLine(offset, unsaid_line(line)) for offset, line in lines)


def _needs(
    column: int,
    heading: str,
    rows: Sequence[Sequence[str]],
    regular: Style,
    bold: Style,
    terms: frozenset[str],
) -> float:
    """Return the width in ems of the widest word of a column."""
    widest = least_width(heading, bold.face, terms)
    return max([widest, *(least_width(cells[column], regular.face, terms) for cells in rows)])


def _least(needs: Sequence[float], size: float, shares: Sequence[float], width: float) -> list[float]:
    """Return the widths at which no word is cut; but one endless word does not starve the other columns."""
    most = [_STRETCH * share * width / sum(shares) for share in shares]
    return [min(need * size + 2 * PADDING, limit) for need, limit in zip(needs, most, strict=True)]


def _size(needs: Sequence[float], shares: Sequence[float], width: float) -> float:
    sizes = [size for size in _SIZES if len(shares) < _MANY_COLUMNS or size < _SIZES[0] - 0.5]
    return next((size for size in sizes if sum(_least(needs, size, shares, width)) <= width), sizes[-1])


def column_widths(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Share ``width`` out in proportion to ``shares``, giving every column at least what it needs.

    When the needs alone are more than the width, they are scaled down alike.
    """
    if sum(least) >= width:
        return [need * width / sum(least) for need in least]
    fixed: set[int] = set()
    while True:
        free = [at for at in range(len(shares)) if at not in fixed]
        room = width - sum(least[at] for at in fixed)
        total = sum(shares[at] for at in free) or 1.0
        tight = [at for at in free if shares[at] * room / total < least[at] - _NEARLY]
        if not tight:
            return [least[at] if at in fixed else shares[at] * room / total for at in range(len(shares))]
        fixed.update(tight)
