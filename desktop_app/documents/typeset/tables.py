"""Tables on pages: the rows that are still to be placed, and what a page shows of them.

The header is drawn once on each page, and a group heading stays with the first lines of its rows; where
these go on over the page, it is shown again. Every split works on the same rows and their heights summed
up once, and what a fragment draws is made when it is drawn: a long table costs each page the same.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.documents.typeset.columns import PADDING
from desktop_app.documents.typeset.flow import Flow
from desktop_app.documents.typeset.page import Area, Band, Item, Placed, Rule, Text
from desktop_app.documents.typeset.paragraphs import Style
from desktop_app.documents.typeset.rows import Cell, Kind, Row, cut_row
from desktop_app.documents.typeset.structure import ARTIFACT

_ABOVE, _BELOW = 1.0, 3.0
"""Space between a rule and the lines above and below it."""
_NEARLY = 0.01


class Over(NamedTuple):
    """What stands over the headings of the columns from ``first`` to ``last``."""

    first: int
    last: int
    cell: Cell


class Layout(NamedTuple):
    """What all fragments of a table share: column edges, styles, the header's lines.

    ``leading`` is the distance of the lines in all cells. Without a ``header`` the column headings are a row
    like others. ``source`` is whose rows these are, as those name it who had them set.
    """

    edges: tuple[float, ...]
    style: Style
    head: Style
    leading: float
    header: tuple[Cell, ...]
    overs: tuple[Over, ...] = ()
    source: Hashable = None

    def row_height(self, lines: int) -> float:
        """Height of a row of so many lines, its rules' padding included."""
        return lines * self.leading + _ABOVE + _BELOW

    @property
    def header_height(self) -> float:
        """Height of the repeated header."""
        heights = (
            self.begins(column) + self.row_height(len(cell.lines)) for column, cell in enumerate(self.header)
        )
        return max(heights, default=0.0)

    @property
    def strip(self) -> float:
        """Height of what stands over the headings of several columns."""
        return self.row_height(max((len(over.cell.lines) for over in self.overs), default=0))

    def begins(self, column: int) -> float:
        """Return where the heading of a column begins: under what stands over it."""
        under = any(over.first <= column <= over.last for over in self.overs)
        return self.strip if under else 0.0


class TableFlow(NamedTuple):
    """The rows of a table that are still to be placed: those from ``at`` on.

    ``feet[n]`` is the height of the first n rows. ``begun`` is what is left of the row at ``at`` when it
    was cut. ``group`` is the heading of the row at ``at`` when it was shown on a page before.
    """

    layout: Layout
    rows: tuple[Row, ...]
    feet: tuple[float, ...]
    at: int = 0
    begun: Row | None = None
    group: Row | None = None
    above: float = 0.0
    keeps: bool = False

    @property
    def height(self) -> float:
        """Height of header and rows."""
        return self._top + self.feet[-1] - self._origin

    @property
    def lead(self) -> float:
        """Height of the header with all headings and the first lines of the first row."""
        last = self.at
        while last + 1 < len(self.rows) and self.rows[last].kind is not Kind.BODY:
            last += 1
        row = self.begun or self.rows[last]
        return self._top + self.feet[last] - self.feet[self.at] + self.layout.row_height(row.least)

    @property
    def _repeated(self) -> Row | None:
        """The group heading as it is shown again, when the next row is one of its rows."""
        if self.group is None or not self.group.again or self.rows[self.at].kind is not Kind.BODY:
            return None
        return self.group._replace(cells=(Cell(self.group.again),), again=())

    @property
    def _top(self) -> float:
        """Height of what is shown above the rows."""
        repeated = self._repeated
        return self.layout.header_height + (self.layout.row_height(repeated.lines) if repeated else 0.0)

    @property
    def _origin(self) -> float:
        """What `feet` count more than the rows to be placed are high."""
        begun = self.layout.row_height(self.begun.lines) if self.begun else 0.0
        return self.feet[self.at + 1] - begun if self.begun else self.feet[self.at]

    def split(self, room: float, force: bool = False) -> tuple[Placed | None, Flow | None]:
        """Cut between rows or inside one, at a line (see Flow.split)."""
        limit = room - self._top + self._origin + _NEARLY
        end = max(self.at, bisect_right(self.feet, limit, self.at + 1) - 1)
        if end == len(self.rows):
            return self._fragment(end), None
        foot = self.feet[end] if end > self.at else self._origin
        row = self.begun if self.begun and end == self.at else self.rows[end]
        count = int((limit - foot - _ABOVE - _BELOW) / self.layout.leading)
        head, tail = cut_row(row, count, force and end == self.at)
        if head is None:
            end = self._before_headings(end, force)
        if head is None and end == self.at:
            return None, self
        after = end + 1 if head and not tail else end
        rest = self._rest(after, tail if head else None) if after < len(self.rows) else None
        return self._fragment(end, head), rest

    def _before_headings(self, end: int, force: bool) -> int:
        """Return where a page ends so that no heading ends it; with ``force`` headings may."""
        kept = end
        while kept > self.at and self.rows[kept - 1].kind is not Kind.BODY:
            kept -= 1
        return end if force and kept == self.at else kept

    def _rest(self, at: int, begun: Row | None) -> "TableFlow":
        passed = reversed(self.rows[self.at : at])
        group = next((row for row in passed if row.kind is Kind.GROUP), self.group)
        return TableFlow(self.layout, self.rows, self.feet, at, begun, group)

    def _fragment(self, end: int, head: Row | None = None) -> "Fragment":
        """Return the rows up to ``end`` and the head of a cut one as they stand on a page."""
        first = (self.begun,) if self.begun and end > self.at else ()
        whole = self.rows[self.at + len(first) : end]
        repeated = self._repeated
        shown = (*((repeated,) if repeated else ()), *first, *whole, *((head,) if head else ()))
        return Fragment(0.0, 0.0, self.layout, shown, self.at == 0 and self.begun is None)


class Fragment(NamedTuple):
    """Header and rows as they stand below each other on one page; like a Group, made when asked for.

    ``first``: no page before shows the header, so it is said here.
    """

    x: float
    y: float
    layout: Layout
    rows: tuple[Row, ...]
    first: bool

    def moved_to(self, x: float, y: float) -> "Fragment":
        """Return it with its top left corner at (x, y)."""
        return self._replace(x=x, y=y)

    @property
    def bands(self) -> tuple[Band, ...]:
        """No line of a table stands outside its cells."""
        return ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """Where the cells of the report's rows are, and the headings over them."""
        edges, source = self.layout.edges, self.layout.source
        found: list[Area] = []
        for at, (row, y, height) in enumerate(self._placed()):
            if row.kind is Kind.BODY:
                for column in range(len(row.cells)):
                    x = edges[column]
                    found.append(Area(row.number, column, x, y, edges[column + 1] - x, height, source))
            elif row.kind is Kind.GROUP and at + 1 < len(self.rows):
                found.append(Area(self.rows[at + 1].number, -1, 0.0, y, edges[-1], height, source))
        return tuple(found)

    @property
    def items(self) -> tuple[Item, ...]:
        """Texts and rules."""
        layout = self.layout
        items: list[Item] = [Rule(0.0, 0.0, layout.edges[-1], 0.0)]
        if layout.header:
            items += _header_items(layout, self.first)
        for row, y, height in self._placed():
            _add_row(items, row, layout, y + _ABOVE)
            items.append(Rule(0.0, y + height, layout.edges[-1], y + height))
        items += self._upright_rules()
        return tuple(items)

    def _placed(self) -> Iterator[tuple[Row, float, float]]:
        """Yield each row as it is drawn with its upper edge and its height."""
        y = self.layout.header_height
        for row in self.rows:
            height = self.layout.row_height(row.lines)
            yield row, y, height
            y += height

    def _upright_rules(self) -> Iterator[Rule]:
        """Yield the rules between the columns, which stop at a group heading, and those at the sides."""
        edges = self.layout.edges
        y = self.layout.header_height
        begins = 0.0
        tops = [self.layout.begins(at) if self._is_inside(at) else 0.0 for at in range(1, len(edges) - 1)]
        for row, start, height in self._placed():
            y = start + height
            if row.kind is Kind.GROUP:
                if start > begins:
                    yield from self._rules(tops, begins, start)
                begins = y
        if y > begins:
            yield from self._rules(tops, begins, y)
        yield from (Rule(edge, 0.0, edge, y) for edge in (edges[0], edges[-1]))

    def _rules(self, tops: Sequence[float], begins: float, end: float) -> Iterator[Rule]:
        """Yield the rules between the columns from ``begins`` on, or from below what stands over both."""
        for edge, top in zip(self.layout.edges[1:-1], tops, strict=True):
            yield Rule(edge, max(begins, top), edge, end)

    def _is_inside(self, edge: int) -> bool:
        """Tell whether an edge lies between two columns that share what stands over them."""
        return any(over.first < edge <= over.last for over in self.layout.overs)


def _add_row(items: list[Item], row: Row, layout: Layout, y: float) -> None:
    """Add the texts of a row; of one that goes on first what says so."""
    style = layout.style if row.kind is Kind.BODY else layout.head
    leading, baseline = layout.leading, y + style.rise
    left = layout.edges[0] + PADDING
    if row.continued:
        _add_cell(items, Cell(row.again[: row.lines]), left, baseline, style.size, leading)
    _add_cell(items, row.cells[0], left, baseline + row.marks * leading, style.size, leading)
    for edge, cell in zip(layout.edges[1:], row.cells[1:], strict=False):
        _add_cell(items, cell, edge + PADDING, baseline, style.size, leading)


def _add_cell(items: list[Item], cell: Cell, x: float, baseline: float, size: float, leading: float) -> None:
    """Add the texts of a cell, its first line on ``baseline``."""
    tags = cell.tags
    several, tag = len(tags) > 1, tags[0] if tags else ARTIFACT
    paragraph = 0
    for offset, line in cell.lines:
        if several:
            tag = tags[paragraph]
            paragraph += line.last
        if line.atoms:
            items.append(Text(x + offset, baseline, size, line, tag=tag))
        baseline += leading


def _header_items(layout: Layout, said: bool) -> Iterator[Item]:
    overs = {over.first: over for over in layout.overs}
    edges, strip = layout.edges, layout.strip
    for column, cell in enumerate(layout.header):
        if over := overs.get(column):
            right = edges[over.last + 1]
            yield from _centred(layout, over.cell, (edges[column], right), (0.0, strip), said)
            yield Rule(edges[column], strip, right, strip)
        sides = (edges[column], edges[column + 1])
        yield from _centred(layout, cell, sides, (layout.begins(column), layout.header_height), said)
    yield Rule(0.0, layout.header_height, edges[-1], layout.header_height)


def _centred(
    layout: Layout, cell: Cell, sides: tuple[float, float], room: tuple[float, float], said: bool
) -> Iterator[Item]:
    """Yield the lines of a heading in the middle between two edges and between top and bottom."""
    middle = sum(sides) / 2
    inner = room[1] - room[0] - _ABOVE - _BELOW
    top = room[0] + _ABOVE + (inner - len(cell.lines) * layout.leading) / 2 + layout.head.rise
    for at, (_, line) in enumerate(cell.lines):
        x = middle - line.width * layout.head.size / 2
        tag = cell.tags[0] if said else ARTIFACT
        yield Text(x, top + at * layout.leading, layout.head.size, line, tag=tag)
