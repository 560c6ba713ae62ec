"""Rows for a form's table out of what was copied in Word, Excel, LibreOffice or a text."""

import re
from collections.abc import Mapping, Sequence

from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.errors import KnownError
from desktop_app.exchange.headings import header_columns
from desktop_app.exchange.html_table import LIMIT, cells_from_html
from desktop_app.exchange.lines import one_spaced
from desktop_app.thai.clean import clean_text
from desktop_app.thai.digits import swap_digits_to_arabic, swap_digits_to_thai

_MOST_CHARACTERS = 20_000_000
_TSV_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r\n?|\n|\Z)')
_TOO_LARGE = "ตารางที่วางใหญ่เกินไป กรุณาคัดลอกทีละส่วนแล้ววางใหม่"


def rows_from_html(html: str, part: Part, first_key: str | None = None) -> list[Mapping[str, str]]:
    """Return the rows of copied HTML tables as cells by column key, in the form's order.

    A heading line tells the columns; without one they follow each other from ``first_key`` on (the
    first column). Cells of columns the form lacks are left out when headings tell so. Status ticks take
    no part. Raises KnownError for no table, too large a table, or more columns than there are.
    """
    _refuse_large(html)
    return _rows(cells_from_html(html), part, first_key)


def rows_from_tsv(text: str, part: Part, first_key: str | None = None) -> list[Mapping[str, str]]:
    """Return the rows of tab-separated text; as rows_from_html."""
    return _rows(cells_from_tsv(text), part, first_key)


def cells_from_tsv(text: str) -> list[list[str]]:
    """Return the cells of tab-separated text, as spreadsheets copy it: a cell in quotes may hold breaks."""
    _refuse_large(text)
    rows: list[list[str]] = [[]]
    place = 0
    while place < len(text):
        found = _TSV_CELL.match(text, place)
        assert found, "the pattern matches anything"
        quoted, plain, end = found.groups()
        rows[-1].append(clean_text(plain if quoted is None else quoted.replace('""', '"')))
        place = found.end()
        if end == "\t" and place == len(text):
            rows[-1].append("")
        elif end != "\t" and place < len(text):
            rows.append([])
    return rows


def _refuse_large(text: str) -> None:
    if len(text) > _MOST_CHARACTERS:
        raise KnownError(_TOO_LARGE)


def _rows(cells: list[list[str]], part: Part, first_key: str | None) -> list[Mapping[str, str]]:
    columns = [column for column in part.columns if column.kind is not ColumnKind.STATUS]
    while cells and not any(cells[-1]):
        cells.pop()
    if not cells:
        raise KnownError("สิ่งที่คัดลอกไม่มีตาราง กรุณาเลือกแถวของตารางแล้วคัดลอกใหม่")
    if sum(map(len, cells)) > LIMIT:
        raise KnownError(_TOO_LARGE)
    headers = [header_columns(row, columns) for row in cells]
    header = next(filter(None, headers), None)
    data = [row for row, found in zip(cells, headers, strict=True) if not found]
    if header:
        found = [_by_heading(row, header, columns) for row in data]
        return [row for row in found if any(row.values())]
    keys = [column.key for column in columns]
    targets = columns[keys.index(first_key) :] if first_key in keys else columns
    if first_key in (None, keys[0]) and (shown := _as_printed(part, max(map(len, data), default=0))):
        return [_by_heading(row, shown, columns) for row in data]
    return [_in_order(row, targets) for row in _without_numbers(data, len(targets))]


def _as_printed(part: Part, width: int) -> list[Column | None]:
    """Return the columns of a printed table with ticks (None: a tick), if that is how wide the rows are."""
    shown: list[Column | None] = []
    for column in part.columns:
        if column.printed:
            shown += [None] * len(column.statuses) if column.ticks else [column]
    return shown if None in shown and len(shown) == width else []


def _by_heading(
    row: Sequence[str], header: Sequence[Column | None], columns: Sequence[Column]
) -> Mapping[str, str]:
    found = {column.key: cell for column, cell in zip(header, row, strict=False) if column}
    return {column.key: _fit(found[column.key], column) for column in columns if column.key in found}


def _in_order(row: Sequence[str], columns: Sequence[Column]) -> Mapping[str, str]:
    if any(row[len(columns) :]):
        here, there = (swap_digits_to_thai(str(count)) for count in (len(columns), len(row)))
        raise KnownError(
            f"ตารางที่คัดลอกมี {there} คอลัมน์ แต่ที่วางมีเพียง {here} คอลัมน์ กรุณาเลือกช่องซ้ายสุดก่อนวาง หรือคัดลอกพร้อมหัวตาราง"
        )
    return {column.key: _fit(cell, column) for column, cell in zip(columns, row, strict=False)}


def _without_numbers(rows: list[list[str]], room: int) -> list[list[str]]:
    """Leave out a first column of running numbers when there is one column too many."""
    wide = max(map(len, rows), default=0) > room
    numbered = all(
        row and swap_digits_to_arabic(row[0]).strip(". ") == str(number)
        for number, row in enumerate(rows, start=1)
    )
    return [row[1:] for row in rows] if wide and numbered else rows


def _fit(cell: str, column: Column) -> str:
    """Return a cell as its column holds it: a period on one line."""
    return one_spaced(cell) if column.kind is ColumnKind.PERIOD else cell
