"""Reading and writing the rows of a report's table. Places are kept dense: 0, 1, 2 and so on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, bindparam, delete, func, insert, update
from sqlmodel import Session, col, select

from desktop_app.domain.report import Row, Status
from desktop_app.language import _
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import CellRecord, RowRecord

Cells = Mapping[str, str]
_STATUS = {status.value: status for status in Status}
_PASSING_KB = 2000
"""SQLite's memory while a long table is read, page after page: to keep them all takes time and 16 MB."""
_AT_ONCE = 1000
"""So many ids one question names; SQLite takes 32,766."""
_THESE = col(RowRecord.id).in_(bindparam("rows", expanding=True))
_OWN_ROWS = select(RowRecord.id).where(_THESE, col(RowRecord.report_id) == bindparam("report"))
_WHOLE_ROWS = (
    select(RowRecord.id, RowRecord.place, RowRecord.status, RowRecord.reason)
    .add_columns(col(CellRecord.key), col(CellRecord.text))
    .outerjoin(CellRecord)
    .where(_THESE)
)
_THIS_ROW = col(RowRecord.id) == bindparam("row")
_WRITE_CELL = (
    "INSERT INTO cell (row_id, key, text) VALUES (?, ?, ?) "
    "ON CONFLICT (row_id, key) DO UPDATE SET text = excluded.text"
)
_EMPTY_CELL = "DELETE FROM cell WHERE row_id = ? AND key = ?"
_ADD_CELL = "INSERT INTO cell (row_id, key, text) VALUES (?, ?, ?)"
"""Statements that every edit runs are made once: making one costs more than running it."""


def load_rows(session: Session, report_id: int, known: Iterable[Row] = ()) -> tuple[Row, ...]:
    """Return the rows in their order, numbered from 1.

    ``known`` are rows read before whose cells are the same since: theirs are not read again, and a row
    that is quite the same is given back itself.
    """
    kept = {row.id: row for row in known}
    records = select(RowRecord.id, RowRecord.status, RowRecord.reason).where(RowRecord.report_id == report_id)
    ordered = list(_values(session, records.order_by(col(RowRecord.place), col(RowRecord.id))))
    cells = _cells_of(session, report_id, [row_id for row_id, *_unused in ordered if row_id not in kept])
    rows = []
    for number, (row_id, status, reason) in enumerate(ordered, start=1):
        row = kept.get(row_id)
        texts = cells.get(row_id, {}) if row is None else row.cells
        if row is None or (row.number, row.status, row.reason) != (number, status, reason):
            row = Row(row_id, number, texts, _STATUS[status], reason)
        rows.append(row)
    return tuple(rows)


def reload_rows(session: Session, rows: Sequence[Row], changed: Collection[int]) -> tuple[Row, ...]:
    """Return rows read before, those with the ids ``changed`` as they are now; none came, went or moved.

    Those that did not change are the same objects as before.
    """
    now = list(rows)
    for some in _portions(sorted(changed)):
        cells: defaultdict[int, dict[str, str]] = defaultdict(dict)
        for row_id, place, status, reason, key, text in _values(session, _WHOLE_ROWS, {"rows": some}):
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


def _cells_of(session: Session, report_id: int, row_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the texts by column key of each of these rows; one question for all of a report when many."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    once: dict[str, str] = {}
    """Each key and each text once: SQLite gives them anew with every cell, and half of them are repeated."""
    texts = select(CellRecord.row_id, CellRecord.key, CellRecord.text)
    connection = session.connection()
    if len(row_ids) > _AT_ONCE:
        kept = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_PASSING_KB}")
        questions = [texts.join(RowRecord).where(col(RowRecord.report_id) == report_id)]
    else:
        questions = [texts.where(col(CellRecord.row_id).in_(row_ids))] if row_ids else []
    for question in questions:
        for row_id, key, text in _values(session, question):
            found[row_id][once.setdefault(key, key)] = once.setdefault(text, text)
    if len(row_ids) > _AT_ONCE:
        connection.exec_driver_sql(f"PRAGMA cache_size = {kept}")
    return found


def _values(session: Session, question: Executable, what: Mapping[str, Any] | None = None) -> Iterator[Any]:
    """Yield plain tuples as SQLite gives them: those of SQLAlchemy take twice as long for a long table."""
    with session.connection().execute(question, what) as result:
        while result.cursor is not None and (some := result.cursor.fetchmany(_AT_ONCE)):
            yield from some


def add_rows(
    session: Session, report_id: int, at: int, rows: Sequence[Cells], statuses: Sequence[Status] = ()
) -> list[int]:
    """Insert rows at the 0-based place and return their new ids; without ``statuses`` they all wait."""
    connection = session.connection()
    of_report = col(RowRecord.report_id) == report_id
    at = max(0, min(at, connection.scalar(select(func.count()).where(of_report)) or 0))
    wanted = statuses or [Status.WAITING] * len(rows)
    new = [
        {"report_id": report_id, "place": at + place, "status": status, "reason": ""}
        for place, (_row, status) in enumerate(zip(rows, wanted, strict=True))
    ]
    if not new:
        return []
    _make_room(session, report_id, at, len(rows))
    connection.execute(insert(RowRecord), new)
    inside = col(RowRecord.place).between(at, at + len(new) - 1)
    made = select(RowRecord.id).where(of_report, inside).order_by(col(RowRecord.place))
    new_ids = [row_id for row_id in connection.scalars(made) if row_id is not None]
    _insert_cells(session, zip(new_ids, rows, strict=True))
    return new_ids


def remove_rows(session: Session, report_id: int, row_ids: Iterable[int]) -> None:
    """Remove rows with their cells. Raises StoreError when one is not of this report."""
    going = set(row_ids)
    order = _ids(session, report_id)
    _require(going, order)
    session.execute(delete(RowRecord).where(col(RowRecord.id).in_(going)))
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
    new = [{"row": row_id, "new": status} for row_id, status in statuses.items()]
    one = update(RowRecord).where(_THIS_ROW).values(status=bindparam("new"))
    if able := [each for each in new if each["new"] is not Status.CANNOT]:
        session.connection().execute(one.values(reason=""), able)
    if unable := [each for each in new if each["new"] is Status.CANNOT]:
        session.connection().execute(one, unable)


def write_reasons(session: Session, report_id: int, reasons: Mapping[int, str]) -> None:
    """Set why rows cannot be done, by id."""
    _require_rows(session, report_id, set(reasons))
    new = [{"row": row_id, "new": reason} for row_id, reason in reasons.items()]
    if new:
        one = update(RowRecord).where(_THIS_ROW).values(reason=bindparam("new"))
        session.connection().execute(one, new)


def _ids(session: Session, report_id: int) -> list[int]:
    query = select(RowRecord.id).where(RowRecord.report_id == report_id)
    found = session.exec(query.order_by(col(RowRecord.place), col(RowRecord.id)))
    return [row_id for row_id in found if row_id is not None]


def _require(wanted: set[int], there: Sequence[int]) -> None:
    if not wanted <= set(there):
        raise StoreError(_("ไม่พบแถวนี้ในรายงาน อาจถูกลบไปแล้ว กรุณาเปิดรายงานใหม่อีกครั้ง"))


def _require_rows(session: Session, report_id: int, wanted: set[int]) -> None:
    """Raise StoreError when one of these rows is not of this report."""
    for some in _portions(sorted(wanted)):
        own = session.connection().scalars(_OWN_ROWS, {"rows": some, "report": report_id})
        _require(set(some), [row_id for row_id in own if row_id is not None])


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Part many ids into as many as one question may name."""
    for at in range(0, len(ids), _AT_ONCE):
        yield ids[at : at + _AT_ONCE]


def _make_room(session: Session, report_id: int, at: int, count: int) -> None:
    later = (col(RowRecord.report_id) == report_id) & (col(RowRecord.place) >= at)
    session.execute(update(RowRecord).where(later).values(place=col(RowRecord.place) + count))


def _write_order(session: Session, before: Sequence[int], places: Mapping[int, int]) -> None:
    """Store the new places of the rows that stand elsewhere than before."""
    moved = [
        {"id": row_id, "place": places[row_id]}
        for place, row_id in enumerate(before)
        if row_id in places and places[row_id] != place
    ]
    if moved:
        session.execute(update(RowRecord), moved)


def _places(order: Iterable[int]) -> dict[int, int]:
    return {row_id: place for place, row_id in enumerate(order)}


def _insert_cells(session: Session, rows: Iterable[tuple[int, Cells]]) -> None:
    cells = [(row_id, key, text) for row_id, texts in rows for key, text in texts.items() if text]
    if cells:  # as the driver takes them: SQLAlchemy needs half as long again to look at each
        session.connection().exec_driver_sql(_ADD_CELL, cells)
