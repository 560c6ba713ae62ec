"""Reading and writing the rows of a report's table. Places are kept dense: 0, 1, 2 and so on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.report import Row, Status
from desktop_app.language import _
from desktop_app.store import row_sql as sql
from desktop_app.store.asking import View, ask, ask_one, portions
from desktop_app.store.faults import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session

Cells = Mapping[str, str]
_Record = tuple[int, int, str, str]
"""Id, place, status and reason of a row."""
_MISSING = _("ไม่พบแถวนี้ในรายงาน อาจถูกลบไปแล้ว กรุณาเปิดรายงานใหม่อีกครั้ง")
_STATUS = {status.value: status for status in Status}
_FEW = 8
"""Rows that are read one by one."""
_CELLS_AT_ONCE = 128
"""Rows whose cells come as one text."""
_TOLD_AT_ONCE = 1000
"""Rows whose cells are told as one text."""
_SHORT = 40
"""Letters of texts that many rows repeat."""


def load_rows(view: View, report_id: int, known: Iterable[Row] = ()) -> tuple[Row, ...]:
    """Return the rows in their order, numbered from 1.

    ``known`` are rows read before whose cells are the same since: theirs are not read again, and a row
    that is quite the same is given back itself.
    """
    kept = {row.id: row for row in known}
    ordered = _ordered(view, report_id)
    cells = _cells_of(view, [row_id for row_id, *_unused in ordered if row_id not in kept])
    rows = []
    for number, (row_id, _place, status, reason) in enumerate(ordered, start=1):
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
    for (row_id, place, status, reason), cells in _whole_rows(view, sorted(changed)):
        at = _at(now, row_id, place)
        now[at] = Row(row_id, now[at].number, cells, _STATUS[status], reason)
    return tuple(now)


def _ordered(view: View, report_id: int) -> list[_Record]:
    return sorted(_records(view, sql.ALL_ROWS, report_id), key=lambda record: (record[1], record[0]))


def _whole_rows(view: View, row_ids: Sequence[int]) -> Iterator[tuple[_Record, Cells]]:
    """Yield rows with their texts by column key."""
    if len(row_ids) <= _FEW:
        for one in row_ids:
            for row_id, place, status, reason, cells in ask(view, sql.WHOLE_ROW, (one,)):
                yield (row_id, place, status, reason), json.loads(cells)
        return
    cells_of = _cells_of(view, row_ids)
    for record in _records(view, sql.SOME_ROWS, json.dumps(row_ids)):
        yield record, cells_of.get(record[0], {})


def _records(view: View, question: str, *of: int | str) -> Iterator[_Record]:
    """Yield rows in no order."""
    yield from zip(*map(json.loads, ask_one(view, question, of) or ()), strict=True)


def _at(rows: Sequence[Row], row_id: int, place: int) -> int:
    """Return where a row stands: at its place, unless a database that was repaired has gaps."""
    if place < len(rows) and rows[place].id == row_id:
        return place
    return next(at for at, row in enumerate(rows) if row.id == row_id)


def _cells_of(view: View, row_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the texts by column key of each of these rows."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    once = dict[str, str]().setdefault
    for some in portions(row_ids, _CELLS_AT_ONCE):
        columns = map(json.loads, ask_one(view, sql.CELLS, (json.dumps(some),)) or ())
        for row_id, key, text in zip(*columns, strict=True):
            found[row_id][once(key, key)] = text if len(text) > _SHORT else once(text, text)
    return found


def add_rows(
    session: Session, report_id: int, at: int, rows: Sequence[Cells], statuses: Sequence[Status] = ()
) -> list[int]:
    """Insert rows at the 0-based place and return their new ids; without ``statuses`` they all wait."""
    (count,) = ask_one(session, sql.COUNT, (report_id,)) or (0,)
    at = max(0, min(at, count))
    wanted = [status.value for status in statuses or [Status.WAITING] * len(rows)]
    if len(wanted) != len(rows):
        raise ValueError(statuses)
    if not wanted:
        return []
    connection = session.connection()
    connection.exec_driver_sql(sql.MAKE_ROOM, (len(rows), report_id, at))
    connection.exec_driver_sql(sql.ADD_ROWS, (report_id, at, json.dumps(wanted)))
    made = _records(session, sql.NEW_ROWS, report_id, at, at + len(rows) - 1)
    new_ids = [row_id for _place, row_id in sorted((place, row_id) for row_id, place, *_unused in made)]
    _add_cells(session, new_ids, rows)
    return new_ids


def remove_rows(session: Session, report_id: int, row_ids: Iterable[int]) -> None:
    """Remove rows with their cells. Raises StoreError when one is not of this report."""
    going = set(row_ids)
    order = _ids(session, report_id)
    _require(going, order)
    session.connection().exec_driver_sql(sql.REMOVE_ROWS, (json.dumps(sorted(going)),))
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
    connection = session.connection()
    _require_rows(session, report_id, {row_id for row_id, _unused in texts})
    filled = {place: text for place, text in texts.items() if text}
    if len(filled) == 1:
        (((row_id, key), text),) = filled.items()
        connection.exec_driver_sql(sql.WRITE_CELL, (row_id, key, text))
    elif filled:
        connection.exec_driver_sql(sql.WRITE_CELLS, (_told(_by_row(filled)),))
    if emptied := [place for place, text in texts.items() if not text]:
        connection.exec_driver_sql(sql.EMPTY_CELLS, (json.dumps(emptied),))


def write_statuses(session: Session, report_id: int, statuses: Mapping[int, Status]) -> None:
    """Set the status of rows by id; what can be done has no reason why not."""
    _require_rows(session, report_id, set(statuses))
    new = {row_id: status.value for row_id, status in statuses.items()}
    session.connection().exec_driver_sql(sql.WRITE_STATUSES, (_told(new),))


def write_reasons(session: Session, report_id: int, reasons: Mapping[int, str]) -> None:
    """Set why rows cannot be done, by id."""
    _require_rows(session, report_id, set(reasons))
    session.connection().exec_driver_sql(sql.WRITE_REASONS, (_told(reasons),))


def _ids(session: Session, report_id: int) -> list[int]:
    return [row_id for row_id, *_unused in _ordered(session, report_id)]


def _require(wanted: set[int], there: Sequence[int]) -> None:
    if not wanted <= set(there):
        raise StoreError(_MISSING)


def _require_rows(session: Session, report_id: int, wanted: set[int]) -> None:
    """Raise StoreError when one of these rows is not of this report."""
    if ask_one(session, sql.OWN_ROWS, (report_id, json.dumps(sorted(wanted)))) != (len(wanted),):
        raise StoreError(_MISSING)


def _write_order(session: Session, before: Sequence[int], places: Mapping[int, int]) -> None:
    """Store the new places of the rows that stand elsewhere than before."""
    moved = {
        row_id: places[row_id]
        for place, row_id in enumerate(before)
        if row_id in places and places[row_id] != place
    }
    session.connection().exec_driver_sql(sql.WRITE_PLACES, (_told(moved),))


def _places(order: Iterable[int]) -> dict[int, int]:
    return {row_id: place for place, row_id in enumerate(order)}


def _add_cells(session: Session, row_ids: Sequence[int], rows: Sequence[Cells]) -> None:
    """Insert the cells of new rows."""
    for some in portions(range(len(rows)), _TOLD_AT_ONCE):
        filled = {row_ids[at]: {key: text for key, text in rows[at].items() if text} for at in some}
        session.connection().exec_driver_sql(sql.ADD_CELLS, (_told(filled),))


def _by_row(texts: Mapping[tuple[int, str], str]) -> Mapping[int, Cells]:
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for (row_id, key), text in texts.items():
        found[row_id][key] = text
    return found


def _told(by_id: Mapping[int, object]) -> str:
    """Return what SQLite is told of many rows, by their ids."""
    return json.dumps(by_id, ensure_ascii=False)
