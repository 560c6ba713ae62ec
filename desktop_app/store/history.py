"""The steps of the work on a report: written down as they are taken, taken back and taken again.

A step is taken back by putting every record that it touched as it was before, the last one first. It stands
exactly as it left the report, since later steps were taken back before; so nothing can be in the way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.store import orm
from desktop_app.store.asking import View, ask, ask_one, kept_moment, moment_of
from desktop_app.store.recording import begin_recording, end_recording, recorded_tables

if TYPE_CHECKING:
    from sqlalchemy import Executable
    from sqlalchemy import Table as Records
    from sqlmodel import Session

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


_NEW_STEP = "INSERT INTO change_set (report_id, at, author, label, standing) VALUES (?, ?, ?, ?, ?)"
_NO_STEP = "DELETE FROM change_set WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE set_id = ?)"
_NOTHING_AGAIN = "UPDATE change_set SET standing = ? WHERE report_id = ? AND standing = ?"
_STAND = "UPDATE change_set SET standing = ? WHERE id = ?"
_STEP = "SELECT id, at, author, label, standing FROM change_set WHERE report_id = ?"
_LAST_DONE = f"{_STEP} AND standing = 'done' ORDER BY id DESC LIMIT 1"
_FIRST_UNDONE = f"{_STEP} AND standing = 'undone' ORDER BY id LIMIT 1"
_CHANGES = "SELECT table_name, old, new FROM change WHERE set_id = ? ORDER BY id"
_CHANGES_SINCE = (
    "SELECT table_name, new, old FROM change JOIN change_set ON change_set.id = change.set_id "
    "WHERE report_id = ? AND change_set.id > ? ORDER BY change.id DESC"
)
_EARLIER_CELLS = (
    "SELECT change_set.id, at, author, label, standing, old FROM change_set "
    "JOIN change ON change.set_id = change_set.id "
    "WHERE report_id = ? AND table_name = 'cell' AND old IS NOT NULL ORDER BY change.id DESC"
)


@contextmanager
def noted(session: Session, note: Note) -> Iterator[None]:
    """Write down what happens inside as one step; nothing when nothing changed."""
    session.flush()
    connection = session.connection()
    values = (note.report_id, kept_moment(note.at), note.author, note.label, note.standing)
    set_id = connection.exec_driver_sql(_NEW_STEP, values).lastrowid
    begin_recording(connection, set_id)
    yield
    session.flush()
    end_recording(connection)
    empty = connection.exec_driver_sql(_NO_STEP, (set_id, set_id)).rowcount
    if note.standing is Standing.DONE and not empty:
        gone = (Standing.GONE, note.report_id, Standing.UNDONE)
        connection.exec_driver_sql(_NOTHING_AGAIN, gone)


def last_done(view: View, report_id: int) -> PastStep | None:
    """Return the step that would be taken back next."""
    return _first(view, _LAST_DONE, report_id)


def first_undone(view: View, report_id: int) -> PastStep | None:
    """Return the step that would be taken again next."""
    return _first(view, _FIRST_UNDONE, report_id)


def list_steps(view: View, report_id: int) -> tuple[PastStep, ...]:
    """Return every step of a report, the newest first."""
    return tuple(_step(found) for found in ask(view, f"{_STEP} ORDER BY id DESC", (report_id,)))


def changes_of(view: View, set_id: int) -> list[Change]:
    """Return what a step changed, in the order in which it was written."""
    return [Change(name, _values(old), _values(new)) for name, old, new in ask(view, _CHANGES, (set_id,))]


def take_back(session: Session, step: PastStep) -> list[Change]:
    """Put everything as it was before the step; return what is changed by that."""
    turned = [Change(one.table, one.new, one.old) for one in reversed(changes_of(session, step.id))]
    return _apply(session, step, turned, Standing.UNDONE)


def take_again(session: Session, step: PastStep) -> list[Change]:
    """Put everything as the step had left it; return what is changed by that."""
    return _apply(session, step, changes_of(session, step.id), Standing.DONE)


def changes_back_to(view: View, report_id: int, step_id: int) -> list[Change]:
    """Return what takes back every step after this one, the last first; 0 goes back to the beginning."""
    since = ask(view, _CHANGES_SINCE, (report_id, step_id))
    return [Change(name, _values(new), _values(old)) for name, new, old in since]


def apply_changes(session: Session, changes: Iterable[Change]) -> None:
    """Make every record what it is after its change, in this order; those of one kind at a time."""
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for kind, run in groupby(changes, _kind):
        connection.execute(_statement(kind), [_given(change, kind) for change in run])
    session.expire_all()


def earlier_cells(view: View, report_id: int, row_id: int, key: str) -> tuple[tuple[PastStep, str], ...]:
    """Return the texts that a cell had before, each with the step that took it away, the newest first."""
    found = []
    for *step, old in ask(view, _EARLIER_CELLS, (report_id,)):
        record = json.loads(old)
        if (record["row_id"], record["key"]) == (row_id, key):
            found.append((_step(step), record["text"]))
    return tuple(found)


def _step(found: Sequence[Any]) -> PastStep:
    set_id, at, author, label, standing = found
    return PastStep(set_id, moment_of(at), author, label, Standing(standing))


def _first(view: View, steps: str, report_id: int) -> PastStep | None:
    found = ask_one(view, steps, (report_id,))
    return None if found is None else _step(found)


def _apply(session: Session, step: PastStep, changes: Sequence[Change], standing: Standing) -> list[Change]:
    apply_changes(session, changes)
    session.connection().exec_driver_sql(_STAND, (standing, step.id))
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
    bare = orm.table(
        kind.table, *(orm.column(name) for name in _columns(kind.table))
    )  # values as SQLite holds them
    same = [bare.columns[key.name] == orm.bindparam(f"{_OLD}{key.name}") for key in whole.primary_key.columns]
    if kind.removes:
        return bare.delete().where(*same)
    values: Values = {name: orm.bindparam(f"{_NEW}{name}") for name in kind.names}
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
    return isinstance(records.columns[name].type, orm.LargeBinary)


def _values(text: str | None) -> Values | None:
    return None if text is None else json.loads(text)
