"""Which column of a form a table's heading means, whatever its white space."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from desktop_app.domain.form import Column
from desktop_app.thai.clean import clean_text

_SHORTEST_PART = 6
"""A heading that is only contained in a cell must have this many characters to count."""


def header_columns(cells: Sequence[str], columns: Sequence[Column]) -> list[Column | None] | None:
    """Return the column that each cell of a header line means (None: unknown), or None for no header.

    A line is a header when at least two of its cells, and at least half of those that are filled, are
    headings of the form. Its other cells may then contain a heading ("หน่วยงานผู้รับผิดชอบ").
    """
    if len(cells) < 2:
        return None
    bare = [_bare(cell) for cell in cells]
    found = _exact(bare, columns)
    matches = sum(column is not None for column in found)
    if matches < 2 or matches < sum(map(bool, bare)) / 2:
        return None
    for place, cell in enumerate(bare):
        if cell and found[place] is None:
            found[place] = _similar(cell, [column for column in columns if column not in found])
    return found


def _exact(cells: Sequence[str], columns: Sequence[Column]) -> list[Column | None]:
    by_name = _by_name(tuple(columns))
    found: list[Column | None] = []
    for cell in cells:
        column = by_name.get(cell)
        found.append(None if column in found else column)
    return found


@lru_cache(maxsize=16)
def _by_name(columns: tuple[Column, ...]) -> Mapping[str, Column]:
    return {name: column for column in reversed(columns) for name in _names(column)}


def _similar(cell: str, columns: Sequence[Column]) -> Column | None:
    """Return the column with the longest heading that the cell contains."""
    parts = [
        (len(name), -place, column)
        for place, column in enumerate(columns)
        for name in _names(column)
        if len(name) >= _SHORTEST_PART and name in cell
    ]
    return max(parts)[2] if parts else None


def _names(column: Column) -> list[str]:
    return [_bare(name) for name in (column.heading, *column.headings)]


def _bare(heading: str) -> str:
    return "".join(clean_text(heading).split()).casefold()
