"""What is near one row of a long document: the preview need not lay out thousands of pages to show one.

Only what is told row by row is left out; what is worked out of all rows (totals, summaries) is right. On
paper the document is whole, so its pages have no numbers here.
"""

from collections.abc import Sequence

from desktop_app.documents.blocks import Block, Paragraph

WHOLE = 600
"""Rows up to which a document is shown whole: two hundred pages, set in a second."""
AROUND = 75
"""Rows that are shown before and after the one that is looked at."""


def nearby(rows: Sequence[int], near: int) -> range | None:
    """Return the places of the rows to be shown, from 0; None when all of them are.

    ``rows`` are the ids of a report's rows in their order, ``near`` one of them; when it is none, what the
    report begins with is shown.
    """
    if len(rows) <= WHOLE:
        return None
    at = rows.index(near) if near in rows else 0
    first = max(0, min(at - AROUND, len(rows) - 2 * AROUND - 1))
    return range(first, first + 2 * AROUND + 1)


def is_elsewhere(block: Block, kept: frozenset[int]) -> bool:
    """Tell whether a block tells of rows that are not kept, by their ids."""
    rows = {where.row for where in block.origins if where.row} if isinstance(block, Paragraph) else set()
    return bool(rows) and rows.isdisjoint(kept)
