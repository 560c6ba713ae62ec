"""A table whose statuses are ticked in columns of their own, as text with tabs, page after page."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import STATUS_WORDS, Status
from desktop_app.exchange.headings import header_columns
from desktop_app.exchange.lines import Line, cell_lines, one_spaced
from desktop_app.exchange.steps import join_pieces, split_steps
from desktop_app.language import _
from desktop_app.thai.digits import numerals

_UNTICKED = re.compile(r"☐|□|[-–]|<input(?![^<>]*\bchecked)[^<>]*>", re.I)
_TICK = re.compile(r"[☑☒✓✔√✗✘/xX]|<input[^<>]*\bchecked[^<>]*>", re.I)
_TOTAL = re.compile(r"รวม(?:ทั้งสิ้น|ทั้งหมด)?")


@dataclass(slots=True)
class TickedRow:
    """One row: its texts by column key, its status."""

    cells: dict[str, str]
    status: Status = Status.WAITING


@dataclass(slots=True)
class TickedTable:
    """The table in a text. ``first`` and ``end``: its lines, from the first header to the last row."""

    first: int
    end: int = 0
    rows: list[TickedRow] = field(default_factory=list)
    between: list[tuple[int, str]] = field(default_factory=list)
    """Lines that are no row, with their numbers; those from ``end`` on are not the table's."""
    unplaced: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Header:
    columns: tuple[Column | None, ...]
    ticks: Mapping[int, Status]


def find_ticked_table(lines: Sequence[Line], columns: Sequence[Column]) -> TickedTable | None:
    """Return the table whose header names columns of the form, or None. ``columns`` with the statuses."""
    table: TickedTable | None = None
    header: _Header | None = None
    for number, line in enumerate(lines):
        if found := header_columns(line.cells, columns):
            table = table or TickedTable(number)
            header, table.end = _Header(tuple(found), _usual_ticks(found)), number + 1
        elif table is None or header is None:
            continue
        elif number == table.end and (ticks := _named_ticks(line, header)):
            header, table.end = _Header(header.columns, ticks), number + 1
        elif len(line.cells) == len(header.columns):
            _take(table, header, line)
            table.end = number + 1
        else:
            table.between.append((number, line.text))
    return table


def _usual_ticks(columns: Sequence[Column | None]) -> dict[int, Status]:
    """Return the places of the ticks when no line names them: from the heading of the statuses on."""
    for place, column in enumerate(columns):
        if column and column.kind is ColumnKind.STATUS:
            return {place + at: status for at, status in enumerate(column.statuses)}
    return {}


def _named_ticks(line: Line, header: _Header) -> dict[int, Status]:
    """Return the places of the ticks by the second line of a header, empty when it is none."""
    if len(line.cells) > len(header.columns):
        return {}
    by_word = {_bare(word): status for status, word in STATUS_WORDS.items()}
    found = {place: by_word.get(_bare(cell)) for place, cell in enumerate(line.cells) if cell}
    named = {place: status for place, status in found.items() if status}
    return named if named and len(named) == len(found) else {}


def _take(table: TickedTable, header: _Header, line: Line) -> None:
    texts = {
        column.key: "\n".join(split_steps(cell_lines(cell)))
        for place, (column, cell) in enumerate(zip(header.columns, line.cells, strict=True))
        if column and cell and place not in header.ticks
    }
    unknown = [
        one_spaced(cell)
        for place, (column, cell) in enumerate(zip(header.columns, line.cells, strict=True))
        if cell and column is None and place not in header.ticks
    ]
    if any(_TOTAL.fullmatch(one_spaced(cell)) for cell in line.cells):
        table.unplaced.append(line.text)
        return
    table.unplaced += unknown
    if table.rows and line.cells[0] == "" and len(texts) <= 1 and not _ticked(header, line):
        for key, text in texts.items():
            pieces = table.rows[-1].cells.get(key, "").split("\n")
            join_pieces(pieces, text.split("\n"))
            table.rows[-1].cells[key] = "\n".join(filter(None, pieces))
        return
    ticked = _ticked(header, line)
    table.rows.append(TickedRow(texts, ticked[0] if ticked else Status.WAITING))
    table.unplaced += _words_for_ticks(header, line)
    if len(ticked) > 1:
        row = numerals(len(table.rows))
        table.warnings.append(
            _("แถวที่ {row} ของตารางมีเครื่องหมายสถานะมากกว่าหนึ่งช่อง กรุณาตรวจสถานะ").format(row=row)
        )


def _ticked(header: _Header, line: Line) -> list[Status]:
    """Return the statuses in whose column anything but an empty box stands."""
    filled = (
        (line.cells[place], status) for place, status in header.ticks.items() if place < len(line.cells)
    )
    return [status for cell, status in filled if cell and not _UNTICKED.fullmatch(cell.strip())]


def _words_for_ticks(header: _Header, line: Line) -> Iterable[str]:
    """Yield what stands in a place for a tick and is more than a tick."""
    for place, status in header.ticks.items():
        cell = line.cells[place].strip() if place < len(line.cells) else ""
        if cell and not _TICK.fullmatch(cell) and not _UNTICKED.fullmatch(cell):
            yield f"{STATUS_WORDS[status]}: {one_spaced(cell)}"


def _bare(text: str) -> str:
    return "".join(text.split())
