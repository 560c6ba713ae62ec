"""Tables on pages: the rows that are still to be placed, and what a page shows of them.

The header is drawn once on each page, and a group heading stays with the first lines of its rows. Every
split works on the same rows and their heights summed up once: a long table costs each page the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from desktop_app.documents.typeset.columns import PADDING, column_widths, least_widths, text_size
from desktop_app.documents.typeset.flow import Flow
from desktop_app.documents.typeset.lines import unsaid_line
from desktop_app.documents.typeset.page import Area, Group, Item, Rule, Text
from desktop_app.documents.typeset.paragraphs import SetLine, Style, least_width, list_mark, set_hanging
from desktop_app.documents.typeset.rows import Cell, Row, cut_row
from desktop_app.documents.typeset.structure import ARTIFACT, Element, Structure

_ABOVE, _BELOW = 1.0, 3.0
"""Space between a rule and the lines above and below it."""
_NUMBER = re.compile(r"[0-9๐-๙]{1,5}(?:[./][0-9๐-๙]{1,4})*[.)]?")
_NEARLY = 0.01


class Layout(NamedTuple):
    """What all fragments of a table share: column edges, styles, the header's lines."""

    edges: tuple[float, ...]
    style: Style
    head: Style
    header: tuple[Cell, ...]

    def row_height(self, lines: int) -> float:
        """Height of a row of so many lines, its rules' padding included."""
        return lines * self.style.leading + _ABOVE + _BELOW

    def repeated(self) -> "Layout":
        """Return the layout of a further fragment: its header is told to no reader again."""
        return self._replace(header=tuple(_tagged(cell, [ARTIFACT]) for cell in self.header))

    @property
    def header_height(self) -> float:
        """Height of the repeated header."""
        return max(len(cell) for cell in self.header) * self.head.leading + _ABOVE + _BELOW


class TableFlow(NamedTuple):
    """The rows of a table that are still to be placed: those from ``at`` on.

    ``feet[n]`` is the height of the first n rows. ``begun`` is what is left of the row at ``at`` when it
    was cut.
    """

    layout: Layout
    rows: tuple[Row, ...]
    feet: tuple[float, ...]
    at: int = 0
    begun: Row | None = None
    above: float = 0.0
    keeps: bool = False

    @property
    def height(self) -> float:
        """Height of header and rows."""
        return self.layout.header_height + self.feet[-1] - self._origin

    @property
    def lead(self) -> float:
        """Height of the header with two lines of the first row."""
        return self.layout.header_height + self.layout.row_height(min(2, self._first.lines))

    @property
    def _first(self) -> Row:
        return self.begun or self.rows[self.at]

    @property
    def _origin(self) -> float:
        """What `feet` count more than the rows to be placed are high."""
        begun = self.layout.row_height(self.begun.lines) if self.begun else 0.0
        return self.feet[self.at + 1] - begun if self.begun else self.feet[self.at]

    def split(self, room: float, force: bool = False) -> tuple[Group | None, Flow | None]:
        """Cut between rows or inside one, at a line (see Flow.split)."""
        limit = room - self.layout.header_height + self._origin + _NEARLY
        end = max(self.at, bisect_right(self.feet, limit, self.at + 1) - 1)
        whole = (self._first, *self.rows[self.at + 1 : end]) if end > self.at else ()
        if end == len(self.rows):
            return _fragment(self.layout, whole), None
        foot = self.feet[end] if end > self.at else self._origin
        head, tail = self._cut(self.rows[end] if whole else self._first, limit - foot, force and not whole)
        shown = (*whole, head) if head else whole
        if not shown:
            return None, self
        if head and not tail:
            end += 1
        rest = TableFlow(self.layout.repeated(), self.rows, self.feet, end, tail if head else None)
        return _fragment(self.layout, shown), rest if end < len(self.rows) else None

    def _cut(self, row: Row, room: float, force: bool) -> tuple[Row | None, Row | None]:
        return cut_row(row, int((room - _ABOVE - _BELOW) / self.layout.style.leading), force)


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
        for column, cell in enumerate(_shown(row)):
            items += _cell_texts(cell, layout.style, edges[column] + PADDING, y + _ABOVE)
            areas.append(
                Area(row.number, column, edges[column], y, edges[column + 1] - edges[column], height)
            )
        y += height
        items.append(Rule(0.0, y, right, y))
    items += [Rule(edge, 0.0, edge, y) for edge in edges]
    return Group(0.0, 0.0, tuple(items), tuple(areas))


def _shown(row: Row) -> Iterable[Cell]:
    """Return the cells of a row as they are drawn: a row that goes on says so first."""
    if not row.continued:
        return row.cells
    return ((*row.again, *row.cells[0])[: row.lines], *row.cells[1:])


def _header_texts(layout: Layout) -> list[Item]:
    texts: list[Item] = []
    inner = layout.header_height - _ABOVE - _BELOW
    for column, cell in enumerate(layout.header):
        middle = (layout.edges[column] + layout.edges[column + 1]) / 2
        top = _ABOVE + (inner - len(cell) * layout.head.leading) / 2
        for at, (_, line, tag) in enumerate(cell):
            x = middle - line.width * layout.head.size / 2
            y = top + at * layout.head.leading + layout.head.rise
            texts.append(Text(x, y, layout.head.size, line, tag=tag))
    return texts


def _cell_texts(cell: Sequence[SetLine], style: Style, x: float, y: float) -> list[Item]:
    return [
        Text(x + offset, y + at * style.leading + style.rise, style.size, line, tag=tag)
        for at, (offset, line, tag) in enumerate(cell)
        if line.atoms
    ]


def table_flow(
    headings: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    regular: Style,
    bold: Style,
    width: float,
    structure: Structure,
    terms: frozenset[str] = frozenset(),
    above: float = 0.0,
) -> TableFlow:
    """Set a table ``width`` points wide: choose its size, its columns, break every cell into lines.

    ``regular`` and ``bold`` give the faces; their sizes are replaced by the largest at which no word of
    the table has to be cut. The table's elements are added to ``structure``.
    """
    needs = [_needs(column, heading, rows, regular, bold, terms) for column, heading in enumerate(headings)]
    size = text_size(needs, shares, width)
    body, head = regular._replace(size=size), bold._replace(size=size)
    widths = column_widths(shares, least_widths(needs, size, shares, width), width)
    edges = tuple(sum(widths[:at]) for at in range(len(widths) + 1))
    inside = [each - 2 * PADDING for each in widths]
    table = structure.add("Table")
    tags = _header_tags(structure, table, len(headings))
    header = tuple(
        _tagged(set_hanging(text, head, room, terms), [tag])
        for text, room, tag in zip(headings, inside, tags, strict=True)
    )
    layout = Layout(edges, body, head, header)
    group = structure.add("TBody", table)
    set_rows = []
    for at, cells in enumerate(rows):
        row = structure.add("TR", group)
        set_cells = tuple(
            _tagged(set_hanging(text, body, room, terms), _cell_tags(structure, row, text))
            for text, room in zip(cells, inside, strict=True)
        )
        set_rows.append(Row(at, set_cells, _again(_number(cells[0]), body, inside[0])))
    feet = accumulate((layout.row_height(row.lines) for row in set_rows), initial=0.0)
    return TableFlow(layout, tuple(set_rows), tuple(feet), above=above)


def _number(text: str) -> str:
    """Return the number that a row's first cell begins with or is ("๕." "10"), or ""."""
    mark = text.strip() if _NUMBER.fullmatch(text.strip()) else list_mark(text).strip()
    return mark if any(character.isdecimal() for character in mark) else ""


def _header_tags(structure: Structure, table: int, columns: int) -> list[int]:
    """Add the elements of the header; return those of its cells."""
    row = structure.add("TR", structure.add("THead", table))
    return [structure.put(Element("TH", row, scope="Column")) for _ in range(columns)]


def _cell_tags(structure: Structure, row: int, text: str) -> list[int]:
    """Add the elements of one cell; return those of its paragraphs: of a single one the cell itself."""
    cell = structure.add("TD", row)
    if "\n" not in text:
        return [cell]
    return structure.paragraphs((bool(list_mark(paragraph)) for paragraph in text.split("\n")), cell)


def _tagged(lines: tuple[SetLine, ...], tags: Sequence[int]) -> tuple[SetLine, ...]:
    """Tell each line which element it shows: each paragraph has its own, or all have one."""
    if len(tags) == 1:
        tag = tags[0]
        return tuple(SetLine(offset, line, tag) for offset, line, _ in lines)
    found: list[SetLine] = []
    paragraph = 0
    for offset, line, _ in lines:
        found.append(SetLine(offset, line, tags[paragraph]))
        paragraph += line.last
    return tuple(found)


@lru_cache(maxsize=256)
def _again(number: str, style: Style, room: float) -> Cell:
    """Set what tells that a row goes on, with its number; the file says nothing there a second time."""
    lines = set_hanging(f"{number} (ต่อ)".strip(), style, room)
    return tuple(SetLine(offset, unsaid_line(line)) for offset, line, _ in lines)


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
