"""Reading and writing the rows of a report's table. Places are kept dense: 0, 1, 2 and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.report import Row, Status
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.asking import View, ask, places, portions
from desktop_app.store.faults import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session

Cells = Mapping[str, str]
_STATUS = {status.value: status for status in Status}
_SEVERAL = 1000
"""So many rows are read by their ids; the cells of more are read with those of the whole report."""
_ORDERED = "SELECT id, status, reason FROM report_row WHERE report_id = ? ORDER BY place, id"
_CELLS = "SELECT row_id, key, text FROM cell WHERE row_id IN ({places})"
_ALL_CELLS = (
    "SELECT row_id, key, text FROM cell JOIN report_row ON report_row.id = cell.row_id WHERE report_id = ?"
)
_WHOLE_ROWS = (
    "SELECT id, place, status, reason, key, text FROM report_row "
    "LEFT JOIN cell ON cell.row_id = report_row.id WHERE id IN ({places})"
)
_OWN_ROWS = "SELECT id FROM report_row WHERE report_id = ? AND id IN ({places})"
_WRITE_CELL = (
    "INSERT INTO cell (row_id, key, text) VALUES (?, ?, ?) "
    "ON CONFLICT (row_id, key) DO UPDATE SET text = excluded.text"
)
_EMPTY_CELL = "DELETE FROM cell WHERE row_id = ? AND key = ?"
_ADD_CELL = "INSERT INTO cell (row_id, key, text) VALUES (?, ?, ?)"
_WRITE_STATUS = "UPDATE report_row SET status = ? WHERE id = ?"
_WRITE_ABLE = "UPDATE report_row SET status = ?, reason = '' WHERE id = ?"
_WRITE_REASON = "UPDATE report_row SET reason = ? WHERE id = ?"


def load_rows(view: View, report_id: int, known: Iterable[Row] = ()) -> tuple[Row, ...]:
    """Return the rows in their order, numbered from 1.

    ``known`` are rows read before whose cells are the same since: theirs are not read again, and a row
    that is quite the same is given back itself.
    """
    kept = {row.id: row for row in known}
    ordered = list(ask(view, _ORDERED, (report_id,)))
    cells = _cells_of(view, report_id, [row_id for row_id, *_unused in ordered if row_id not in kept])
    rows = []
    for number, (row_id, status, reason) in enumerate(ordered, start=1):
        row = kept.get(row_id)
        texts = cells.get(row_id, {}) if row is None else row.cells
        if row is None or (row.number, row.status, row.reason) != (number, status, reason):
            row = Row(row_id, number, texts, _STATUS[status], reason)
        rows.append(row)
    return tuple(rows)


def reload_rows(view: View, rows: Sequence[Row], changed: Collection[int]) -> tuple[Row, ...]:
    """Return rows read before, those with the ids ``changed`` as they are now; none came, went or moved.

    Those that did not change are the same objects as before.
    """
    now = list(rows)
    for some in portions(sorted(changed)):
        cells: defaultdict[int, dict[str, str]] = defaultdict(dict)
        whole = ask(view, _WHOLE_ROWS.format(places=places(some)), some)
        for row_id, place, status, reason, key, text in whole:
            if key is not None:
                cells[row_id][key] = text
            at = _at(now, row_id, place)
            now[at] = Row(row_id, now[at].number, cells[row_id], _STATUS[status], reason)
    return tuple(now)


def _at(rows: Sequence[Row], row_id: int, place: int) -> int:
    """Return where a row stands: at its place, unless a database that was repaired has gaps."""
    if place < len(rows) and rows[place].id == row_id:
        return place
    return next(at for at, row in enumerate(rows) if row.id == row_id)


def _cells_of(view: View, report_id: int, row_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the texts by column key of each of these rows; of all rows of the report when these are many."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    once: dict[str, str] = {}
    """Each key and each text once: SQLite gives them anew with every cell, and half of them are repeated."""
    if len(row_ids) > _SEVERAL:
        texts = ask(view, _ALL_CELLS, (report_id,))
    else:
        texts = ask(view, _CELLS.format(places=places(row_ids)), row_ids)
    for row_id, key, text in texts:
        found[row_id][once.setdefault(key, key)] = once.setdefault(text, text)
    return found


def add_rows(
    session: Session, report_id: int, at: int, rows: Sequence[Cells], statuses: Sequence[Status] = ()
) -> list[int]:
    """Insert rows at the 0-based place and return their new ids; without ``statuses`` they all wait."""
    connection = session.connection()
    of_report = orm.col(orm.RowRecord.report_id) == report_id
    at = max(0, min(at, connection.scalar(orm.select(orm.func.count()).where(of_report)) or 0))
    wanted = statuses or [Status.WAITING] * len(rows)
    new = [
        {"report_id": report_id, "place": at + place, "status": status, "reason": ""}
        for place, (_row, status) in enumerate(zip(rows, wanted, strict=True))
    ]
    if not new:
        return []
    _make_room(session, report_id, at, len(rows))
    connection.execute(orm.insert(orm.RowRecord), new)
    inside = orm.col(orm.RowRecord.place).between(at, at + len(new) - 1)
    made = orm.select(orm.RowRecord.id).where(of_report, inside).order_by(orm.col(orm.RowRecord.place))
    new_ids = [row_id for row_id in connection.scalars(made) if row_id is not None]
    _insert_cells(session, zip(new_ids, rows, strict=True))
    return new_ids


def remove_rows(session: Session, report_id: int, row_ids: Iterable[int]) -> None:
    """Remove rows with their cells. Raises StoreError when one is not of this report."""
    going = set(row_ids)
    order = _ids(session, report_id)
    _require(going, order)
    session.execute(orm.delete(orm.RowRecord).where(orm.col(orm.RowRecord.id).in_(going)))
    _write_order(session, order, _places(row_id for row_id in order if row_id not in going))


def move_rows(session: Session, report_id: int, row_ids: Iterable[int], to: int) -> None:
    """Move rows, kept in their order, so that the first of them stands at the 0-based place ``to``."""
    moving = set(row_ids)
    order = _ids(session, report_id)
    _require(moving, order)
    rest = [row_id for row_id in order if row_id not in moving]
    to = max(0, min(to, len(rest)))
    taken = [row_id for row_id in order if row_id in moving]
    _write_order(session, order, _places(rest[:to] + taken + rest[to:]))


def write_cells(session: Session, report_id: int, texts: Mapping[tuple[int, str], str]) -> None:
    """Set the text of cells by (row id, column key); an empty text removes the record."""
    session.flush()  # what else was changed in this step would be forgotten below
    connection = session.connection()
    _require_rows(session, report_id, {row_id for row_id, _unused in texts})
    if filled := [(row_id, key, text) for (row_id, key), text in texts.items() if text]:
        connection.exec_driver_sql(_WRITE_CELL, filled if len(filled) > 1 else filled[0])
    if emptied := [place for place, text in texts.items() if not text]:
        connection.exec_driver_sql(_EMPTY_CELL, emptied)
    session.flush()  # what else waits in this step would be forgotten
    session.expire_all()


def write_statuses(session: Session, report_id: int, statuses: Mapping[int, Status]) -> None:
    """Set the status of rows by id; what can be done has no reason why not."""
    _require_rows(session, report_id, set(statuses))
    connection = session.connection()
    if able := [(new, row_id) for row_id, new in statuses.items() if new is not Status.CANNOT]:
        connection.exec_driver_sql(_WRITE_ABLE, able)
    if unable := [(new, row_id) for row_id, new in statuses.items() if new is Status.CANNOT]:
        connection.exec_driver_sql(_WRITE_STATUS, unable)


def write_reasons(session: Session, report_id: int, reasons: Mapping[int, str]) -> None:
    """Set why rows cannot be done, by id."""
    _require_rows(session, report_id, set(reasons))
    if new := [(reason, row_id) for row_id, reason in reasons.items()]:
        session.connection().exec_driver_sql(_WRITE_REASON, new)


def _ids(session: Session, report_id: int) -> list[int]:
    return [row_id for row_id, *_unused in ask(session, _ORDERED, (report_id,))]


def _require(wanted: set[int], there: Sequence[int]) -> None:
    if not wanted <= set(there):
        raise StoreError(_("ไม่พบแถวนี้ในรายงาน อาจถูกลบไปแล้ว กรุณาเปิดรายงานใหม่อีกครั้ง"))


def _require_rows(session: Session, report_id: int, wanted: set[int]) -> None:
    """Raise StoreError when one of these rows is not of this report."""
    for some in portions(sorted(wanted)):
        own = ask(session, _OWN_ROWS.format(places=places(some)), (report_id, *some))
        _require(set(some), [row_id for (row_id,) in own])


def _make_room(session: Session, report_id: int, at: int, count: int) -> None:
    later = (orm.col(orm.RowRecord.report_id) == report_id) & (orm.col(orm.RowRecord.place) >= at)
    session.execute(orm.update(orm.RowRecord).where(later).values(place=orm.col(orm.RowRecord.place) + count))


def _write_order(session: Session, before: Sequence[int], places: Mapping[int, int]) -> None:
    """Store the new places of the rows that stand elsewhere than before."""
    moved = [
        {"id": row_id, "place": places[row_id]}
        for place, row_id in enumerate(before)
        if row_id in places and places[row_id] != place
    ]
    if moved:
        session.execute(orm.update(orm.RowRecord), moved)


def _places(order: Iterable[int]) -> dict[int, int]:
    return {row_id: place for place, row_id in enumerate(order)}


def _insert_cells(session: Session, rows: Iterable[tuple[int, Cells]]) -> None:
    cells = [(row_id, key, text) for row_id, texts in rows for key, text in texts.items() if text]
    if cells:  # as the driver takes them: SQLAlchemy needs half as long again to look at each
        session.connection().exec_driver_sql(_ADD_CELL, cells)
