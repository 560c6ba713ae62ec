"""Making one row of several: what was torn by the end of a page, or typed in two."""

from collections.abc import Iterable, Mapping

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import AMOUNT_KINDS, Column, ColumnKind
from desktop_app.domain.report import Row, Status
from desktop_app.errors import KnownError
from desktop_app.exchange.steps import join_pieces
from desktop_app.language import _
from desktop_app.store import reports
from desktop_app.store import rows as store

_FIRST = _("แถวแรกไม่มีแถวบนให้รวม กรุณาเลือกแถวที่ต่อจากแถวก่อนหน้า")
_TWO_AMOUNTS = _("ช่อง “{}” มีตัวเลขทั้งสองแถว กรุณาลบออกหนึ่งช่องแล้วรวมใหม่")


def join_rows(ws: Workspace, report_id: int, row_ids: Iterable[int]) -> Changes:
    """Put each of these rows into the one above it, text behind text; it takes over a status it has not.

    Raises KnownError for the first row alone, and where two rows have an amount in the same column.
    """
    chosen = set(row_ids)
    with ws.changing(report_id) as session:
        report = reports.load_report(session, report_id)
        form = ws.form(report.form_id)
        columns = form.table.columns if form.table else ()
        whole: list[Row] = []
        gone: list[int] = []
        for row in report.rows:
            if row.id in chosen and whole:
                whole[-1] = _joined(whole[-1], row, columns)
                gone.append(row.id)
            else:
                whole.append(row)
        if not gone:
            raise KnownError(_FIRST)
        before = {row.id: row for row in report.rows}
        changed = [row for row in whole if row is not before[row.id]]
        texts = {(row.id, key): text for row in changed for key, text in row.cells.items()}
        store.write_cells(session, report_id, texts)
        store.write_statuses(session, report_id, {row.id: row.status for row in changed})
        store.write_reasons(session, report_id, {row.id: row.reason for row in changed})
        store.remove_rows(session, report_id, gone)
    return Changes(report_id, reports=True, rows=frozenset(row.id for row in changed), row_order=True)


def _joined(row: Row, rest: Row, columns: Iterable[Column]) -> Row:
    """Return a row with its rest in it."""
    cells = {**rest.cells, **row.cells}  # also those under keys that the form has no longer
    cells |= {column.key: _text(row.cells, rest.cells, column) for column in columns}
    takes = row.status is Status.WAITING
    status, reason = (rest.status, rest.reason) if takes else (row.status, row.reason)
    return Row(row.id, row.number, {key: text for key, text in cells.items() if text}, status, reason)


def _text(above: Mapping[str, str], below: Mapping[str, str], column: Column) -> str:
    one, other = above.get(column.key, ""), below.get(column.key, "")
    if not one or not other or column.kind is ColumnKind.GROUP:
        return one or other
    if column.kind in AMOUNT_KINDS:
        raise KnownError(_TWO_AMOUNTS.format(column.heading))
    if column.kind is ColumnKind.PERIOD:
        return f"{one} {other}"
    lines = one.split("\n")
    join_pieces(lines, other.split("\n"))
    return "\n".join(lines)
