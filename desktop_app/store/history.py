"""The steps of the work on a report: written down as they are taken, taken back and taken again.

A step is taken back by putting every record that it touched as it was before, the last one first. It stands
exactly as it left the report, since later steps were taken back before; so nothing can be in the way.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    Executable,
    Integer,
    LargeBinary,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    table,
    union_all,
    update,
)
from sqlalchemy import Table as Records
from sqlmodel import Session, col, select

from desktop_app.store.recording import begin_recording, end_recording, recorded_tables
from desktop_app.store.tables import ChangeRecord, ChangeSetRecord

_OLD, _NEW = "old_", "new_"
"""Stand before the names of columns: the record that is meant, what is written."""

Values = dict[str, Any]
"""A record by the names of its columns, as SQLite holds it."""


class Standing(StrEnum):
    """Where a step stands among those that can be taken back and again."""

    DONE = "done"
    """It can be taken back."""
    UNDONE = "undone"
    """It was taken back and can be taken again."""
    GONE = "gone"
    """It was taken back, then something else was done."""
    BACK = "back"
    """It is itself the taking back, or again, of another one."""


class Note(NamedTuple):
    """What is written down of a step besides its changes."""

    report_id: int
    at: datetime
    author: str
    label: str
    standing: Standing = Standing.DONE


class Change(NamedTuple):
    """One record as it was before and after a step; None where there was or is none."""

    table: str
    old: Values | None
    new: Values | None


class PastStep(NamedTuple):
    """A step that was taken: when, by whom, what in words; ``standing`` as now."""

    id: int
    at: datetime
    author: str
    label: str
    standing: Standing


@contextmanager
def noted(session: Session, note: Note) -> Iterator[None]:
    """Write down what happens inside as one step; nothing when nothing changed."""
    session.flush()
    connection = session.connection()
    (set_id,) = connection.execute(_NEW_STEP, note._asdict()).inserted_primary_key or (0,)
    begin_recording(connection, set_id)
    yield
    session.flush()
    end_recording(connection)
    empty = connection.execute(_NO_STEP, {"step": set_id}).rowcount
    if note.standing is Standing.DONE and not empty:
        connection.execute(_NOTHING_AGAIN, {"report": note.report_id})


def last_done(session: Session, report_id: int) -> PastStep | None:
    """Return the step that would be taken back next."""
    return _first(session, _LAST_DONE, report_id)


def first_undone(session: Session, report_id: int) -> PastStep | None:
    """Return the step that would be taken again next."""
    return _first(session, _FIRST_UNDONE, report_id)


def next_steps(session: Session, report_id: int) -> tuple[PastStep | None, PastStep | None]:
    """Return what would be taken back, and taken again, next: both in one question."""
    found = map(_step, session.connection().execute(_NEXT, {"report": report_id}))
    by_standing = {step.standing: step for step in found}
    return by_standing.get(Standing.DONE), by_standing.get(Standing.UNDONE)


def list_steps(session: Session, report_id: int) -> tuple[PastStep, ...]:
    """Return every step of a report, the newest first."""
    query = select(*_STEP).where(col(ChangeSetRecord.report_id) == report_id)  # type: ignore[call-overload]
    return tuple(_step(found) for found in session.exec(query.order_by(col(ChangeSetRecord.id).desc())))


def changes_of(session: Session, set_id: int) -> list[Change]:
    """Return what a step changed, in the order in which it was written."""
    query = _CHANGES.where(col(ChangeRecord.set_id) == set_id).order_by(col(ChangeRecord.id))
    found = session.connection().execute(query)
    return [Change(name, _values(old), _values(new)) for name, old, new in found]


def take_back(session: Session, step: PastStep) -> list[Change]:
    """Put everything as it was before the step; return what is changed by that."""
    turned = [Change(one.table, one.new, one.old) for one in reversed(changes_of(session, step.id))]
    return _apply(session, step, turned, Standing.UNDONE)


def take_again(session: Session, step: PastStep) -> list[Change]:
    """Put everything as the step had left it; return what is changed by that."""
    return _apply(session, step, changes_of(session, step.id), Standing.DONE)


def changes_back_to(session: Session, report_id: int, step_id: int) -> list[Change]:
    """Return what takes back every step after this one, the last first; 0 goes back to the beginning."""
    query = (
        select(ChangeRecord)
        .join(ChangeSetRecord)
        .where(ChangeSetRecord.report_id == report_id, col(ChangeSetRecord.id) > step_id)
        .order_by(col(ChangeRecord.id).desc())
    )
    return [Change(found.table_name, _values(found.new), _values(found.old)) for found in session.exec(query)]


def apply_changes(session: Session, changes: Iterable[Change]) -> None:
    """Make every record what it is after its change, in this order; those of one kind at a time."""
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for kind, run in groupby(changes, _kind):
        connection.execute(_statement(kind), [_given(change, kind) for change in run])
    session.expire_all()


def earlier_cells(
    session: Session, report_id: int, row_id: int, key: str
) -> tuple[tuple[PastStep, str], ...]:
    """Return the texts that a cell had before, each with the step that took it away, the newest first."""
    query = (
        select(*_STEP, ChangeRecord.old)  # type: ignore[call-overload]
        .join(ChangeRecord, col(ChangeRecord.set_id) == col(ChangeSetRecord.id))
        .where(col(ChangeSetRecord.report_id) == report_id, col(ChangeRecord.table_name) == "cell")
        .where(col(ChangeRecord.old).is_not(None))
        .order_by(col(ChangeRecord.id).desc())
    )
    found = []
    for *step, old in session.exec(query):
        record = json.loads(old)
        if (record["row_id"], record["key"]) == (row_id, key):
            found.append((_step(step), record["text"]))
    return tuple(found)


_STEP = (
    col(ChangeSetRecord.id),
    col(ChangeSetRecord.at),
    col(ChangeSetRecord.author),
    col(ChangeSetRecord.label),
    col(ChangeSetRecord.standing),
)
_ID, _STANDING = col(ChangeSetRecord.id), col(ChangeSetRecord.standing)
_OF_REPORT = col(ChangeSetRecord.report_id) == bindparam("report")
_THE_STEP = bindparam("step", type_=Integer)
_NEW_STEP = insert(ChangeSetRecord)
_NO_STEP = delete(ChangeSetRecord).where(
    _ID == _THE_STEP, ~exists().where(col(ChangeRecord.set_id) == _THE_STEP)
)
_NOTHING_AGAIN = (
    update(ChangeSetRecord).where(_OF_REPORT, _STANDING == Standing.UNDONE).values(standing=Standing.GONE)
)
_CHANGES = select(col(ChangeRecord.table_name), col(ChangeRecord.old), col(ChangeRecord.new))
_STEPS = select(*_STEP).where(_OF_REPORT)  # type: ignore[call-overload]
_LAST_DONE = _STEPS.where(_STANDING == Standing.DONE).order_by(_ID.desc()).limit(1)
_FIRST_UNDONE = _STEPS.where(_STANDING == Standing.UNDONE).order_by(_ID.asc()).limit(1)
_NEXT = select(*_STEP).where(  # type: ignore[call-overload]
    _ID.in_(
        union_all(
            select(func.max(_ID)).where(_OF_REPORT, _STANDING == Standing.DONE),
            select(func.min(_ID)).where(_OF_REPORT, _STANDING == Standing.UNDONE),
        )
    )
)
"""Every edit runs these: they are made once."""


def _step(found: Any) -> PastStep:
    set_id, at, author, label, standing = found
    return PastStep(set_id, at, author, label, Standing(standing))


def _first(session: Session, steps: Executable, report_id: int) -> PastStep | None:
    found = session.connection().execute(steps, {"report": report_id}).first()
    return None if found is None else _step(found)


def _apply(session: Session, step: PastStep, changes: Sequence[Change], standing: Standing) -> list[Change]:
    apply_changes(session, changes)
    session.execute(
        update(ChangeSetRecord).where(col(ChangeSetRecord.id) == step.id).values(standing=standing)
    )
    return list(changes)


class _Kind(NamedTuple):
    """What changes of one kind have in common: one statement makes all of them."""

    table: str
    makes: bool
    removes: bool
    names: tuple[str, ...] = ()
    """The columns that are written."""


def _kind(change: Change) -> _Kind:
    known = _columns(change.table)
    names = tuple(name for name in change.new if name in known) if change.new is not None else ()
    return _Kind(change.table, change.old is None, change.new is None, names)


@lru_cache(maxsize=256)
def _statement(kind: _Kind) -> Executable:
    """Return what makes records the ones that they are after their changes."""
    whole = recorded_tables()[kind.table]
    bare = table(kind.table, *(column(name) for name in _columns(kind.table)))  # values as SQLite holds them
    same = [bare.columns[key.name] == bindparam(f"{_OLD}{key.name}") for key in whole.primary_key.columns]
    if kind.removes:
        return bare.delete().where(*same)
    values: Values = {name: bindparam(f"{_NEW}{name}") for name in kind.names}
    return bare.insert().values(values) if kind.makes else bare.update().where(*same).values(values)


def _given(change: Change, kind: _Kind) -> Values:
    """Return the values that the statement of its kind takes for a change."""
    whole = recorded_tables()[change.table]
    there = change.old or change.new or {}
    given: Values = (
        {} if kind.makes else {f"{_OLD}{key.name}": there[key.name] for key in whole.primary_key.columns}
    )
    for name in kind.names:
        value = (change.new or {})[name]
        is_told = value is not None and _is_bytes(whole, name)
        given[f"{_NEW}{name}"] = bytes.fromhex(value) if is_told else value
    return given


@lru_cache(maxsize=64)
def _columns(name: str) -> tuple[str, ...]:
    return tuple(one.name for one in recorded_tables()[name].columns)


def _is_bytes(records: Records, name: str) -> bool:
    return isinstance(records.columns[name].type, LargeBinary)


def _values(text: str | None) -> Values | None:
    return None if text is None else json.loads(text)
