"""Reading and writing the rows of a report's table. Places are kept dense: 0, 1, 2 and so on."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from desktop_app.domain.report import Row, Status
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import CellRecord, RowRecord

Cells = Mapping[str, str]


def load_rows(session: Session, report_id: int) -> tuple[Row, ...]:
    """Return the rows in their order, numbered from 1."""
    cells: dict[int, dict[str, str]] = {}
    query = select(CellRecord).join(RowRecord).where(col(RowRecord.report_id) == report_id)
    for cell in session.exec(query):
        cells.setdefault(cell.row_id, {})[cell.key] = cell.text
    records = select(RowRecord.id, RowRecord.status, RowRecord.reason).where(RowRecord.report_id == report_id)
    ordered = session.exec(records.order_by(col(RowRecord.place), col(RowRecord.id))).all()
    return tuple(
        Row(row_id or 0, number, cells.get(row_id or 0, {}), Status(status), reason)
        for number, (row_id, status, reason) in enumerate(ordered, start=1)
    )


def add_rows(session: Session, report_id: int, at: int, rows: Sequence[Cells]) -> list[int]:
    """Insert rows at the 0-based place and return their new ids."""
    ids = _ids(session, report_id)
    at = max(0, min(at, len(ids)))
    _make_room(session, report_id, at, len(rows))
    new = [RowRecord(report_id=report_id, place=at + i, status=Status.WAITING) for i in range(len(rows))]
    session.add_all(new)
    session.flush()
    new_ids = [record.id for record in new if record.id is not None]
    _insert_cells(session, zip(new_ids, rows, strict=True))
    return new_ids


def remove_rows(session: Session, report_id: int, row_ids: Iterable[int]) -> None:
    """Remove rows with their cells. Raises StoreError when one is not of this report."""
    going = set(row_ids)
    order = _ids(session, report_id)
    _require(going, order)
    session.execute(delete(RowRecord).where(col(RowRecord.id).in_(going)))
    _write_order(session, order, [row_id for row_id in order if row_id not in going])


def move_rows(session: Session, report_id: int, row_ids: Iterable[int], to: int) -> None:
    """Move rows, kept in their order, so that the first of them stands at the 0-based place ``to``."""
    moving = set(row_ids)
    order = _ids(session, report_id)
    _require(moving, order)
    rest = [row_id for row_id in order if row_id not in moving]
    to = max(0, min(to, len(rest)))
    taken = [row_id for row_id in order if row_id in moving]
    _write_order(session, order, rest[:to] + taken + rest[to:])


def write_cells(session: Session, report_id: int, texts: Mapping[tuple[int, str], str]) -> None:
    """Set the text of cells by (row id, column key); an empty text removes the record."""
    _require({row_id for row_id, _ in texts}, _ids(session, report_id))
    for (row_id, key), text in texts.items():
        record = session.get(CellRecord, (row_id, key))
        if record is None:
            if text:
                session.add(CellRecord(row_id=row_id, key=key, text=text))
        elif text:
            record.text = text
        else:
            session.delete(record)


def write_statuses(session: Session, report_id: int, statuses: Mapping[int, Status]) -> None:
    """Set the status of rows by id; what can be done has no reason why not."""
    _require(set(statuses), _ids(session, report_id))
    changes = [{"id": row_id, "status": status} for row_id, status in statuses.items()]
    if changes:
        session.execute(update(RowRecord), changes)
    able = [row_id for row_id, status in statuses.items() if status is not Status.CANNOT]
    session.execute(update(RowRecord).where(col(RowRecord.id).in_(able)).values(reason=""))


def write_reasons(session: Session, report_id: int, reasons: Mapping[int, str]) -> None:
    """Set why rows cannot be done, by id."""
    _require(set(reasons), _ids(session, report_id))
    changes = [{"id": row_id, "reason": reason} for row_id, reason in reasons.items()]
    if changes:
        session.execute(update(RowRecord), changes)


def _ids(session: Session, report_id: int) -> list[int]:
    query = select(RowRecord.id).where(RowRecord.report_id == report_id)
    found = session.exec(query.order_by(col(RowRecord.place), col(RowRecord.id)))
    return [row_id for row_id in found if row_id is not None]


def _require(wanted: set[int], there: Sequence[int]) -> None:
    if not wanted <= set(there):
        raise StoreError("ไม่พบแถวนี้ในรายงาน อาจถูกลบไปแล้ว กรุณาเปิดรายงานใหม่อีกครั้ง")


def _make_room(session: Session, report_id: int, at: int, count: int) -> None:
    later = (col(RowRecord.report_id) == report_id) & (col(RowRecord.place) >= at)
    session.execute(update(RowRecord).where(later).values(place=col(RowRecord.place) + count))


def _write_order(session: Session, before: Sequence[int], after: Sequence[int]) -> None:
    """Store the new places of the rows that stand elsewhere than before."""
    old = {row_id: place for place, row_id in enumerate(before)}
    moved = [{"id": row_id, "place": place} for place, row_id in enumerate(after) if old[row_id] != place]
    if moved:
        session.execute(update(RowRecord), moved)


def _insert_cells(session: Session, rows: Iterable[tuple[int, Cells]]) -> None:
    cells = [
        {"row_id": row_id, "key": key, "text": text}
        for row_id, texts in rows
        for key, text in texts.items()
        if text
    ]
    if cells:
        session.execute(insert(CellRecord), cells)
