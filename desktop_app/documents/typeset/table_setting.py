"""Texts to the rows of a table: its size, its columns, every cell broken into lines, its elements."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from desktop_app.documents.typeset.balance import balanced_widths, picked
from desktop_app.documents.typeset.columns import PADDING, column_widths, least_widths, text_size
from desktop_app.documents.typeset.lines import unsaid_line
from desktop_app.documents.typeset.lists import list_mark
from desktop_app.documents.typeset.paragraphs import (
    Prepared,
    SetLine,
    Style,
    prepared,
    set_centred,
    set_hanging,
    set_prepared,
)
from desktop_app.documents.typeset.rich import Source, plain
from desktop_app.documents.typeset.rows import Cell, Kind, Row
from desktop_app.documents.typeset.structure import ARTIFACT, Element, Structure
from desktop_app.documents.typeset.tables import Layout, Over, TableFlow
from desktop_app.documents.typeset.turns import Turn, go_on

_NUMBER = re.compile(r"[0-9๐-๙]{1,5}(?:[./][0-9๐-๙]{1,4})*[.)]?")
_HEADER_SHARE = 1 / 3
"""Column headings that take more of a page than this are not repeated."""
_GROUP_LINES = 2
"""A group heading of more lines than this is not repeated."""
_GOES_ON = "(ต่อ)"


class Column(NamedTuple):
    """A column: its heading, its share of the width, the share of a line's slack that stands to its left.

    ``share``: None in all columns of a table: their widths follow from what they hold. ``over`` stands above
    the headings of neighbours that have the same.
    """

    heading: str
    share: float | None
    lean: float = 0.0
    over: str = ""


class Heading(NamedTuple):
    """A heading of the rows below it, over all columns."""

    text: str


class Frame(NamedTuple):
    """What a table is set in: the faces, the room on a page in points, the terms that stay whole.

    The sizes of ``regular`` and ``bold`` are replaced by the largest at which no word has to be cut.
    """

    regular: Style
    bold: Style
    width: float
    height: float
    terms: frozenset[str] = frozenset()


TableRow = Sequence[Source] | Heading
Cells = Sequence[Prepared]


def table_flow(
    columns: Sequence[Column],
    rows: Sequence[TableRow],
    frame: Frame,
    structure: Structure,
    above: float = 0.0,
    turn: Turn = go_on,
) -> TableFlow:
    """Set a table; its elements are added to ``structure``. Every row has one text for every column."""
    waiting = deque(_prepared(rows, frame, turn))
    headings = [prepared(column.heading, frame.bold.face, frame.terms) for column in columns]
    bodies = [row for row in waiting if not isinstance(row, Heading)]
    size, widths = _size_and_widths(columns, headings, bodies, frame.width)
    bodies.clear()
    frame = frame._replace(regular=frame.regular._replace(size=size), bold=frame.bold._replace(size=size))
    edges = tuple(accumulate(widths, initial=0.0))
    setter = _Setter(columns, widths, frame, structure)
    header = setter.header()
    leading = max(frame.regular.leading, frame.bold.leading)
    layout = Layout(edges, frame.regular, frame.bold, leading, header, setter.overs(header))
    found = list(setter.rows(waiting, turn))
    if layout.header_height > frame.height * _HEADER_SHARE:
        layout = layout._replace(header=(), overs=())
        found.insert(0, Row(-1, header, kind=Kind.HEAD))
    feet = accumulate((layout.row_height(row.lines) for row in found), initial=0.0)
    return TableFlow(layout, tuple(found), tuple(feet), above=above)


def _prepared(rows: Sequence[TableRow], frame: Frame, turn: Turn) -> Iterator[Heading | Cells]:
    """Divide the texts of all rows, once for all widths that will be tried."""
    face, terms = frame.regular.face, frame.terms
    for row in rows:
        turn()
        yield row if isinstance(row, Heading) else [prepared(text, face, terms) for text in row]


def _size_and_widths(
    columns: Sequence[Column], headings: Sequence[Prepared], rows: Sequence[Cells], width: float
) -> tuple[float, list[float]]:
    """Return the size of the text and the widths of the columns."""
    needs = [max([heading.least, *(row[at].least for row in rows)]) for at, heading in enumerate(headings)]
    shares = [column.share or 1.0 for column in columns]
    size = text_size(needs, shares, width)
    least = least_widths(needs, size, shares, width)
    if any(column.share for column in columns):
        return size, column_widths(shares, least, width)
    some = [rows[at] for at in picked(len(rows))]
    return size, balanced_widths(headings, some, least, width, size, 2 * PADDING)


class _Setter:
    """Sets the rows of one table, and adds their elements."""

    def __init__(
        self, columns: Sequence[Column], widths: Sequence[float], frame: Frame, structure: Structure
    ) -> None:
        self._columns, self._frame, self._structure = columns, frame, structure
        self._rooms = [width - 2 * PADDING for width in widths]
        self._width = sum(widths) - 2 * PADDING
        self._table = structure.add("Table")

    def header(self) -> tuple[Cell, ...]:
        """Set the column headings."""
        row = self._structure.add("TR", self._structure.add("THead", self._table))
        style, terms = self._frame.bold, self._frame.terms
        return tuple(
            Cell(set_centred(column.heading, style, room, terms), (self._heading(row, "Column"),))
            for column, room in zip(self._columns, self._rooms, strict=True)
        )

    def overs(self, header: Sequence[Cell]) -> tuple[Over, ...]:
        """Set what stands over several columns; it is read out with the first of them."""
        found = []
        places = range(len(self._columns))
        for text, run in groupby(places, key=lambda at: self._columns[at].over):
            first, *others = run
            if text and others:
                room = sum(self._rooms[first : others[-1] + 1]) + 2 * PADDING * len(others)
                lines = set_centred(text, self._frame.bold, room, self._frame.terms)
                found.append(Over(first, others[-1], Cell(lines, header[first].tags)))
        return tuple(found)

    def _heading(self, row: int, scope: str, columns: int = 1) -> int:
        return self._structure.put(Element("TH", row, scope=scope, columns=columns))

    def rows(self, waiting: deque[Heading | Cells], turn: Turn) -> Iterator[Row]:
        """Set the rows one by one, taking them away; each group of them is read out as a body of its own."""
        number = 0
        body = ARTIFACT
        while waiting:
            turn()
            row = waiting.popleft()
            if isinstance(row, Heading):
                body = self._structure.add("TBody", self._table)
                yield self._group(row.text, body)
                continue
            if body == ARTIFACT:
                body = self._structure.add("TBody", self._table)
            yield self._row(number, row, body)
            number += 1

    def _row(self, number: int, row: Cells, body: int) -> Row:
        element = self._structure.add("TR", body)
        style = self._frame.regular
        cells = []
        for cell, room, column in zip(row, self._rooms, self._columns, strict=True):
            lean = column.lean
            lines = set_prepared(cell, style, room)
            tags = self._tags(cell, self._structure.add("TD", element))
            cells.append(Cell(_leaning(lines, room, style.size, lean) if lean else lines, tags))
        again = _again(_number(plain(row[0].parts[0].whole)), style, self._rooms[0], self._columns[0].lean)
        return Row(number, tuple(cells), again)

    def _tags(self, cell: Prepared, element: int) -> tuple[int, ...]:
        """Add the elements of a cell's paragraphs; a single one is the cell itself."""
        if len(cell.parts) == 1:
            return (element,)
        return tuple(self._structure.paragraphs((part.hang > 0 for part in cell.parts), element))

    def _group(self, text: str, body: int) -> Row:
        row = self._structure.add("TR", body)
        tag = self._heading(row, "Row", len(self._columns))
        style, terms = self._frame.bold, self._frame.terms
        lines = set_hanging(text, style, self._width, terms)
        again = _again(text, style, self._width) if len(lines) <= _GROUP_LINES else ()
        return Row(-1, (Cell(lines, (tag,)),), again, kind=Kind.GROUP)


def _number(text: str) -> str:
    """Return the number that a row's first cell begins with or is ("๕." "10"), or ""."""
    bare = text.strip()
    mark = bare if _NUMBER.fullmatch(bare) else list_mark(text).strip()
    return mark if any(character.isdecimal() for character in mark) else ""


@lru_cache(maxsize=256)
def _again(text: str, style: Style, room: float, lean: float = 0.0) -> tuple[SetLine, ...]:
    """Set what tells that something goes on; the file does not say it a second time."""
    lines = set_hanging(f"{text} {_GOES_ON}".strip(), style, room)
    unsaid = tuple(SetLine(offset, unsaid_line(line)) for offset, line in lines)
    return _leaning(unsaid, room, style.size, lean)


def _leaning(lines: Sequence[SetLine], room: float, size: float, lean: float) -> tuple[SetLine, ...]:
    """Let lines stand in the middle or at the right of their column."""
    return tuple(SetLine(lean * max(0.0, room - line.width * size), line) for _, line in lines)
