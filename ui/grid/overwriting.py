"""Landed rows put below a row as new ones, or over the cells from a place on."""

from dataclasses import dataclass

from desktop_app.domain.report import Row, Status
from desktop_app.exchange.landing import Landing
from ui.grid.pasted import Pasted


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table is pasted: below the row with this ``number`` (0: into an empty table).

    ``key``: the column the cursor is in. ``below``: the rows from the cursor on, as they are shown.
    ``end``: how many rows the report has.
    """

    number: int = 0
    key: str | None = None
    below: tuple[Row, ...] = ()
    end: int = 0


def overwritten(landing: Landing, place: Place) -> int:
    """Return how many cells that hold another text would be written over."""
    count = 0
    for old, new in zip(place.below, landing.rows, strict=False):
        for key, text in new.cells.items():
            there = old.cells.get(key, "")
            count += there != text and bool(there.strip())
    return count


def pasted(landing: Landing, place: Place, fills: bool) -> Pasted:
    """Return what is to be done: with ``fills`` over the rows that are there, the rest as rows at the end."""
    over = list(zip(place.below, landing.rows, strict=False)) if fills else []
    rows = landing.rows[len(over) :]
    cells = {
        (old.id, key): text
        for old, new in over
        for key, text in new.cells.items()
        if old.cells.get(key, "") != text
    }
    return Pasted(
        cells=cells,
        statuses={old.id: new.status for old, new in over if new.status not in (None, old.status)},
        at=place.end if fills else place.number,
        rows=tuple(row.cells for row in rows),
        row_statuses=tuple(row.status or Status.WAITING for row in rows),
    )
