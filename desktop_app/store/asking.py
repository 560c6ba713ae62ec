"""Questions in plain SQL: what the window shows at its start is read so, without waiting for SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sqlmodel import Session

    Values = Sequence[Any] | Mapping[str, Any]
    View = Session | sqlite3.Connection
    """What can be asked: what ``Store.reading`` gives, or the session of a step amid its changes."""
else:
    View = object  # the types alone need SQLModel

Id = TypeVar("Id", int, str)
_AT_ONCE = 1000
"""So many records are fetched together, and so many ids one question names; SQLite takes 32,766."""


def ask(view: View, question: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the records that answer a question, as SQLite gives them, in the midst of a session’s changes."""
    found = plain(view).execute(question, values)
    while some := found.fetchmany(_AT_ONCE):
        yield from some


def ask_one(view: View, question: str, values: Values = ()) -> tuple[Any, ...] | None:
    """Return the first record that answers a question; None when there is none."""
    found = plain(view).execute(question, values)
    first: tuple[Any, ...] | None = found.fetchone()
    found.close()  # one that is not read to its end would keep the database looked at
    return first


def plain(view: View) -> sqlite3.Connection:
    """Return the connection below; what a session changed is written to it before."""
    if isinstance(view, sqlite3.Connection):
        return view
    view.flush()
    below = view.connection().connection.driver_connection
    assert isinstance(below, sqlite3.Connection)
    return below


def places(values: Sequence[Any]) -> str:
    """Return the places in a question for so many values: ``?, ?, ?``."""
    return ", ".join("?" * len(values))


def portions(ids: Sequence[Id], size: int = _AT_ONCE) -> Iterator[Sequence[Id]]:
    """Part many ids into as many as one question may name."""
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def moment_of(kept: str) -> datetime:
    """Return the moment (UTC) that the database keeps so."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)


def kept_moment(moment: datetime) -> str:
    """Return an aware moment as the database keeps it."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"


def date_of(kept: str | None) -> date | None:
    """Return the day (CE) that the database keeps so."""
    return None if kept is None else date.fromisoformat(kept)
