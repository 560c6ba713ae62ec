"""What is near one row of a long document: the preview need not lay out thousands of pages to show one.

Only what is told row by row is left out; what is worked out of all rows (totals, summaries) was worked out
before. On paper the document is whole, so its pages have no numbers here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.blocks import Block, Cells, Document, Paragraph, RowGroup, Span, Table

WHOLE = 600
"""Rows up to which a document is shown whole: two hundred pages, set in a second."""
AROUND = 75
"""Rows that are shown before and after the one that is looked at."""


class Excerpt(NamedTuple):
    """A document cut down; from the row ``first`` (0-based) up to, without, ``end``."""

    document: Document
    first: int
    end: int


def excerpt(document: Document, rows: Sequence[int], near: int) -> Excerpt | None:
    """Cut a document down to what is near a row; None when it is short enough to be shown whole.

    ``rows`` are the ids of the report's rows in their order, ``near`` one of them; when it is none, what the
    document begins with is shown.
    """
    if len(rows) <= WHOLE:
        return None
    at = rows.index(near) if near in rows else 0
    first = max(0, min(at - AROUND, len(rows) - 2 * AROUND - 1))
    end = first + 2 * AROUND + 1
    kept = frozenset(rows[first:end])
    blocks = tuple(
        _cut(block, kept) if isinstance(block, Table) else block
        for block in document.blocks
        if not _is_elsewhere(block, kept)
    )
    return Excerpt(document._replace(blocks=blocks, numbered=False), first, end)


def _is_elsewhere(block: Block, kept: frozenset[int]) -> bool:
    """Tell whether a block tells of a row that is not kept."""
    rows = {where.row for where in block.origins if where.row} if isinstance(block, Paragraph) else set()
    return bool(rows) and rows.isdisjoint(kept)


def _cut(table: Table, kept: frozenset[int]) -> Table:
    """Keep these rows of a table with the headings above them, and what follows the last row of all."""
    if table.cells is None:
        return table
    ids = table.cells.rows
    found: list[tuple[str | tuple[Span, ...], ...] | RowGroup] = []
    heading: RowGroup | None = None
    at = 0
    for row in table.rows:
        if isinstance(row, RowGroup):
            heading = row
            continue
        if at >= len(ids) or ids[at] in kept:
            found += [heading] if heading else []
            found.append(row)
            heading = None
        at += 1
    cells: Cells = table.cells._replace(rows=tuple(one for one in ids if one in kept))
    return table._replace(rows=tuple(found), cells=cells)
