"""The table of a report that was saved as text: one line a row, tabs between cells, page after page.

Long tables repeat their header at every page; a row may go on there, with an empty first cell. Between
the pages stand lines that belong to no row.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.exchange.headings import header_columns
from desktop_app.exchange.lines import Line, cell_lines, one_spaced
from desktop_app.exchange.row_groups import grouped, own_columns
from desktop_app.exchange.steps import join_pieces, split_steps, starts_with_number
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_NUMBER_HEADINGS = ("ที่", "ลำดับ", "ลำดับที่", "ข้อ", "ข้อที่", "no", "no.")
_SHORT_KINDS = (ColumnKind.UNIT, ColumnKind.PERIOD)
_LONGEST_SHORT = 200
"""Characters in a cell for who is responsible, or when; a longer one holds the text of another column."""
_SIGNING = re.compile(r"\(?ลงชื่อ|\([^()]*\)$|จึงเรียน|ความเห็น")


@dataclass(frozen=True, slots=True)
class TableFound:
    """The table in a text. ``first`` and ``end``: the lines from its header to after its last row."""

    first: int
    end: int
    rows: tuple[Mapping[str, str], ...]
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """A header line: the column of each cell (None: the form has no such column) and its words."""

    columns: tuple[Column | None, ...]
    headings: tuple[str, ...]

    def parted(self, cells: Sequence[str]) -> Iterable[tuple[Column | None, str, str]]:
        """Yield (column, heading, cell) for every cell that is filled, those beyond the header too."""
        for place, cell in enumerate(cells):
            known = place < len(self.columns)
            if cell:
                yield (
                    self.columns[place] if known else None,
                    one_spaced(self.headings[place]) if known else "",
                    cell,
                )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that may still go on. ``elsewhere``: (heading, text) of columns the form does not have."""

    cells: dict[str, list[str]]
    elsewhere: list[tuple[str, str]] = field(default_factory=list)


def find_table(lines: Sequence[Line], columns: Sequence[Column]) -> TableFound | None:
    """Return the table whose header names columns of the form, or None.

    ``columns`` without the status ticks. Rows have every column; nothing of a row is left out.
    """
    reader = _Reader(columns)
    for number, line in enumerate(lines):
        reader.read(number, line)
    return reader.result()


class _Reader:
    """Takes one line after another; knows the header it is under and the row that is open."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._first_column = own_columns(columns)[0]
        self._key = self._first_column.key
        self._header: _Header | None = None
        self._headers: list[_Header] = []
        self._first, self._end = -1, -1
        self._under_header = False
        self._rows: list[_Row] = []
        self._strays: list[tuple[int, str]] = []

    def read(self, number: int, line: Line) -> None:
        """Take one line: a header, a row, or something else."""
        if found := header_columns(line.cells, self._columns):
            self._first = number if self._first < 0 else self._first
            self._header = _Header(tuple(found), line.cells)
            self._headers.append(self._header)
            self._end, self._under_header = number + 1, True
        elif self._header and self._is_row(number, line, len(self._header.columns)):
            self._take(self._header, line.cells, new_page=line.gap or number != self._end)
            self._end, self._under_header = number + 1, False
        elif self._header:
            self._strays.append((number, line.text))

    def result(self) -> TableFound | None:
        """Return what was found; lines after the last row are not the table's."""
        if self._first < 0:
            return None
        texts = [
            {column.key: _text(row.cells[column.key], column) for column in self._columns}
            for row in self._rows
        ]
        rows = tuple(grouped(texts, self._columns))
        unplaced = [text for number, text in self._strays if number < self._end]
        for number, row in enumerate(self._rows, start=1):
            unplaced += _without_place(number, row)
        warnings = (*self._heading_warnings(), *self._row_warnings(rows))
        return TableFound(self._first, self._end, rows, tuple(unplaced), warnings)

    def _is_row(self, number: int, line: Line, width: int) -> bool:
        """Tell a row from an indented line: by its number of cells, and by what stands before it."""
        filled = line.chunks
        if len(line.cells) < 2 or (len(filled) == 1 and _SIGNING.match(filled[0])):
            return False
        if len(line.cells) == width:
            return True
        touches = number == self._end and not line.gap
        signing = any(_SIGNING.match(chunk) for chunk in filled)
        return touches and not signing and (len(filled) > 1 or len(line.cells) > 2)

    def _take(self, header: _Header, cells: Sequence[str], new_page: bool) -> None:
        parted = list(header.parted(cells))
        start = next((cell for column, _unused, cell in parted if column and column.key == self._key), "")
        if not self._goes_on(cells[0], start, new_page):
            self._rows.append(_Row({column.key: [] for column in self._columns}))
        row = self._rows[-1]
        for column, heading, cell in parted:
            if column is None:
                row.elsewhere.append((heading, cell))
            elif column.kind is ColumnKind.PERIOD:
                row.cells[column.key] += cell_lines(cell)
            else:
                join_pieces(row.cells[column.key], cell_lines(cell))

    def _goes_on(self, first: str, start: str, new_page: bool) -> bool:
        """Tell whether a line goes on with the row before it.

        That is so where a page begins and the line has nothing in its first cell, nor in the form's
        first column; or when rows are numbered in that column and this line has words but no number.
        """
        if not self._rows or not (self._under_header or new_page):
            return False
        if not first and not start:
            return True
        starts = [row.cells[self._key] for row in self._rows]
        numbered = all(lines and starts_with_number(lines[0]) for lines in starts)
        return self._under_header and numbered and bool(start) and not starts_with_number(start)

    def _heading_warnings(self) -> Iterable[str]:
        seen = {column for header in self._headers for column in header.columns}
        for column in own_columns(self._columns):
            if column not in seen:
                yield _("ตารางไม่มีคอลัมน์ “{heading}” กรุณาเติมเองในโปรแกรม").format(heading=column.heading)
        unknown = [
            one_spaced(heading)
            for header in self._headers
            for column, heading in zip(header.columns, header.headings, strict=True)
            if heading and column is None and not _is_number_heading(heading)
        ]
        for heading in dict.fromkeys(unknown):
            yield _("แบบรายงานไม่มีคอลัมน์ “{heading}” กรุณาดูข้อความของคอลัมน์นี้ในส่วนที่ยังไม่ได้จัดวาง").format(
                heading=heading
            )

    def _row_warnings(self, rows: Sequence[Mapping[str, str]]) -> Iterable[str]:
        for number, row in enumerate(rows, start=1):
            shown = numerals(number)
            if not row[self._key]:
                heading = self._first_column.heading
                yield _("แถวที่ {shown} ไม่มี “{heading}” กรุณาตรวจว่าต่อจากแถวก่อนหน้าหรือไม่").format(
                    shown=shown, heading=heading
                )
            for column in self._columns:
                if column.kind in _SHORT_KINDS and len(row[column.key]) > _LONGEST_SHORT:
                    yield (
                        _(
                            "แถวที่ {shown} ช่อง “{heading}” ยาวผิดปกติ กรุณาตรวจว่าข้อความของแถวนี้เลื่อนไปผิดช่องหรือไม่"
                        ).format(shown=shown, heading=column.heading)
                    )


def _text(lines: list[str], column: Column) -> str:
    if column.kind is ColumnKind.PERIOD:
        return " ".join(lines)
    return "\n".join(split_steps(lines))


def _without_place(number: int, row: _Row) -> Iterable[str]:
    """Yield the texts of unknown columns, but for the running number of the row."""
    for heading, text in row.elsewhere:
        same = swap_digits_to_arabic(text).strip(". ") == str(number)
        if not (same and _is_number_heading(heading)):
            yield f"{heading}: {one_spaced(text)}" if heading else one_spaced(text)


def _is_number_heading(heading: str) -> bool:
    return "".join(heading.split()).casefold() in _NUMBER_HEADINGS
