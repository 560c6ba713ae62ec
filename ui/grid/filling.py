"""Which cells change when one text is meant for several: emptied, filled alike, filled down."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from desktop_app.domain.report import Status
from ui.grid.model import ReportModel

Cells = dict[tuple[int, str], str]
"""Text by (row id, column key)."""


def alike(model: ReportModel, chosen: Sequence[QModelIndex], text: str) -> Cells:
    """Return the chosen cells of text whose text is another."""
    return {
        _name(model, index.row(), index.column()): text
        for index in chosen
        if model.is_text(index.column()) and model.text(index.row(), index.column()) != text
    }


def down(model: ReportModel, chosen: Sequence[QModelIndex]) -> Cells:
    """Return the chosen cells of text, filled with the uppermost chosen one of their column.

    Where only one row is chosen its cells are filled from the row above.
    """
    found: Cells = {}
    for column, source, targets in _runs(chosen):
        if not model.is_text(column):
            continue
        text = model.text(source, column)
        changed = (row for row in targets if model.text(row, column) != text)
        found |= {_name(model, row, column): text for row in changed}
    return found


def status_down(model: ReportModel, chosen: Sequence[QModelIndex]) -> tuple[list[int], Status] | None:
    """Return the ids of the rows that take over the status of the uppermost chosen one, and that status.

    None when no tick is chosen, or nothing would change.
    """
    ticks = [index for index in chosen if not model.is_text(index.column())]
    for _column, source, targets in _runs(ticks):
        status = model.rows[source].status
        ids = [model.rows[row].id for row in targets if model.rows[row].status is not status]
        return (ids, status) if ids else None
    return None


def ticked(model: ReportModel, chosen: Sequence[QModelIndex]) -> list[int]:
    """Return the ids of the rows whose tick is among the chosen cells."""
    ticks = (index for index in chosen if not model.is_text(index.column()))
    return sorted({model.rows[at.row()].id for at in ticks if model.is_ticked(at.row(), at.column())})


def _runs(chosen: Sequence[QModelIndex]) -> list[tuple[int, int, list[int]]]:
    """Return (column, row that is filled from, rows that are filled) of each chosen column."""
    rows: dict[int, set[int]] = {}
    for index in chosen:
        rows.setdefault(index.column(), set()).add(index.row())
    only_one = len({index.row() for index in chosen}) == 1
    found = []
    for column, places in sorted(rows.items()):
        ordered = sorted(places)
        source = ordered[0] - 1 if only_one else ordered[0]
        if source >= 0:
            found.append((column, source, ordered if only_one else ordered[1:]))
    return found


def _name(model: ReportModel, row: int, column: int) -> tuple[int, str]:
    return model.rows[row].id, model.columns[column].key
