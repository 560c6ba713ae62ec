"""The headings that rows stand under: in texts they are in the first cell of the first row of a group."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.exchange.steps import starts_with_mark

_CODE = re.compile(r"[A-Za-z]{1,2}[0-9๐-๙]{1,3}(?![0-9๐-๙])")
"""The number of a question ("E๑๒"), which begins an item as a list mark does."""


def own_columns(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that a row fills by itself: all but the one for its group."""
    return [column for column in columns if column.kind is not ColumnKind.GROUP]


def grouped(rows: Sequence[Mapping[str, str]], columns: Sequence[Column]) -> Iterator[Mapping[str, str]]:
    """Yield the rows with the heading of their group in its column, taken out of their first cell.

    A row that tells no heading belongs to the group before it; one that holds nothing else is no row.
    """
    column = next((column for column in columns if column.kind is ColumnKind.GROUP), None)
    if column is None:
        yield from rows
        return
    key = own_columns(columns)[0].key
    current = ""
    for row in rows:
        told = row[column.key]
        heading, own = (told, row[key]) if told else parted_heading(row[key], column.begins)
        current = heading or current
        finished = {**row, column.key: current, key: own}
        if any(text for name, text in finished.items() if name != column.key):
            yield finished


def parted_heading(cell: str, begins: Sequence[str]) -> tuple[str, str]:
    """Part a cell into the heading of its group and its own text; ("", cell) when it begins with none.

    The heading ends before the first item; without items with its first line; in a cell of one line after
    the last of the words in ``begins`` and the name or number that follows it.
    """
    first, *others = cell.split("\n")
    if not begins or not first.startswith(tuple(begins)):
        return "", cell
    if not others:
        words = "|".join(map(re.escape, begins))
        ends = [found.end() for found in re.finditer(rf"(?:{words})\s*\S+\s*", cell)]
        return (cell[: ends[-1]].strip(), cell[ends[-1] :]) if ends else (cell, "")
    items = (at for at, line in enumerate(others) if starts_with_mark(line) or _CODE.match(line))
    end = next(items, 0)
    return " ".join([first, *others[:end]]), "\n".join(others[end:])
