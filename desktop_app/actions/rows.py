"""What a clerk does to the rows of a table."""

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Status
from desktop_app.store import rows as store
from desktop_app.thai.clean import visible_text


def add_rows(ws: Workspace, report_id: int, at: int, rows: Sequence[Mapping[str, str]] = ({},)) -> Changes:
    """Insert rows at the 0-based place; ``rows`` of the answer are their new ids."""
    cleaned = [{key: visible_text(text) for key, text in row.items()} for row in rows]
    with ws.changing(report_id) as session:
        ids = store.add_rows(session, report_id, at, cleaned)
    return Changes(report_id, reports=True, rows=frozenset(ids), row_order=True)


def remove_rows(ws: Workspace, report_id: int, row_ids: Iterable[int]) -> Changes:
    """Remove rows with what they hold."""
    with ws.changing(report_id) as session:
        store.remove_rows(session, report_id, row_ids)
    return Changes(report_id, reports=True, row_order=True)


def move_rows(ws: Workspace, report_id: int, row_ids: Iterable[int], to: int) -> Changes:
    """Move rows together so that the first of them stands at the 0-based place ``to``."""
    with ws.changing(report_id) as session:
        store.move_rows(session, report_id, row_ids, to)
    return Changes(report_id, row_order=True)


def paste_rows(
    ws: Workspace,
    report_id: int,
    texts: Mapping[tuple[int, str], str],
    at: int,
    rows: Sequence[tuple[Mapping[str, str], Status]],
    statuses: Mapping[int, Status] | None = None,
) -> Changes:
    """Set cells, by (row id, column key), and statuses, and insert rows at the 0-based place.

    All of it is one transaction. ``rows`` are cells and status of each new row; ``rows`` of the answer are
    the rows set and the new ones.
    """
    cells = {place: visible_text(text) for place, text in texts.items()}
    added = [{key: visible_text(text) for key, text in row.items()} for row, _status in rows]
    with ws.changing(report_id) as session:
        store.write_cells(session, report_id, cells)
        ids = store.add_rows(session, report_id, at, added, [status for _row, status in rows])
        store.write_statuses(session, report_id, statuses or {})
    concerned = _ids(texts) | frozenset(ids) | frozenset(statuses or ())
    return Changes(report_id, reports=True, rows=concerned, row_order=True)


def set_cells(ws: Workspace, report_id: int, texts: Mapping[tuple[int, str], str]) -> Changes:
    """Set many cells, by (row id, column key), in one transaction."""
    cleaned = {place: visible_text(text) for place, text in texts.items()}
    with ws.changing(report_id) as session:
        store.write_cells(session, report_id, cleaned)
    return Changes(report_id, reports=True, rows=_ids(texts))


def set_cell(ws: Workspace, report_id: int, row_id: int, key: str, text: str) -> Changes:
    """Set the text of one cell."""
    return set_cells(ws, report_id, {(row_id, key): text})


def set_statuses(
    ws: Workspace, report_id: int, statuses: Mapping[int, Status], reasons: Mapping[int, str] | None = None
) -> Changes:
    """Set the status of rows, each its own, in one transaction; ``reasons`` of those that cannot be done.

    A row that stays one that cannot be done keeps its reason, any other loses it.
    """
    with ws.changing(report_id) as session:
        store.write_statuses(session, report_id, statuses)
        store.write_reasons(session, report_id, reasons or {})
    return Changes(report_id, reports=True, rows=frozenset(statuses))


def set_reasons(ws: Workspace, report_id: int, reasons: Mapping[int, str]) -> Changes:
    """Set why rows cannot be done, in one transaction."""
    cleaned = {row_id: " ".join(visible_text(reason).split()) for row_id, reason in reasons.items()}
    with ws.changing(report_id) as session:
        store.write_reasons(session, report_id, cleaned)
    return Changes(report_id, rows=frozenset(reasons))


def set_status(ws: Workspace, report_id: int, row_ids: Iterable[int], status: Status) -> Changes:
    """Set the same status for rows."""
    return set_statuses(ws, report_id, dict.fromkeys(row_ids, status))


def _ids(texts: Mapping[tuple[int, str], str]) -> frozenset[int]:
    return frozenset(row_id for row_id, _ in texts)
