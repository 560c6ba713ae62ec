"""Which row a change is about, so that the cursor and the eye can go there."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.report import Row
from ui.grid.row_changes import changed_places


class Concern(NamedTuple):
    """A row by its 0-based place after the change. ``key`` is the changed column, None for the whole row."""

    place: int
    key: str | None = None


def find_concern(old: Sequence[Row], new: Sequence[Row], current: int | None, typed: bool) -> Concern | None:
    """Return the row a change is about; None when the cursor may stay where it is.

    ``current`` is the cursor's place among ``old``. Rows that came are the concern before all others (the
    last of them: there the work goes on), then the cursor's own row. ``typed``: the clerk changed cells
    where the cursor is, or was until a moment ago; otherwise (a step back) the change is to be shown.
    """
    if typed and changed_places(old, new) is not None:
        return None
    before = {row.id: row for row in old}
    places = {row.id: at for at, row in enumerate(new)}
    came = [at for at, row in enumerate(new) if row.id not in before]
    if came:
        return Concern(came[-1])
    if current is not None and new:
        place = places.get(old[current].id)
        if place is None:
            return Concern(min(current, len(new) - 1))
        if place != current:
            return Concern(place)
    return None if typed else _first_change(before, old, new, current)


def _first_change(
    before: dict[int, Row], old: Sequence[Row], new: Sequence[Row], current: int | None
) -> Concern | None:
    """Return the first changed row, or where the order changed; None when the cursor's row is concerned."""
    changed = {
        at: key for at, row in enumerate(new) if (key := _changed_key(before[row.id], row)) is not None
    }
    if current in changed:
        return Concern(current or 0)
    if changed:
        return Concern(*min(changed.items()))
    if len(old) == len(new):
        moved = (at for at, (was, row) in enumerate(zip(old, new, strict=True)) if was.id != row.id)
        return next((Concern(at) for at in moved), None)
    return None


def _changed_key(old: Row, new: Row) -> str | None:
    """Return the first column whose text differs, "" when only the status does, None when nothing does."""
    for key in (*new.cells, *old.cells):
        if old.cells.get(key, "") != new.cells.get(key, ""):
            return key
    return None if old.status is new.status else ""
