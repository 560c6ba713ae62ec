"""Reading and writing what the password at the start is checked against."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.store import orm
from desktop_app.store.asking import View, ask_one, moment_of

if TYPE_CHECKING:
    from sqlmodel import Session

_ONLY = 1


class Kept(NamedTuple):
    """The salt and what it makes of the password; ``removed_at`` when it was removed from outside."""

    salt: bytes
    digest: bytes
    removed_at: datetime | None = None


def load_kept(view: View) -> Kept | None:
    """Return what is kept; None when there never was a password, or it was given up in the window."""
    found = ask_one(view, "SELECT salt, digest, removed_at FROM start_password WHERE id = ?", (_ONLY,))
    if found is None:
        return None
    salt, digest, removed_at = found
    return Kept(salt, digest, moment_of(removed_at) if removed_at else None)


def write_kept(session: Session, kept: Kept | None) -> None:
    """Keep this instead of what is kept; None: nothing."""
    record = session.get(orm.StartPasswordRecord, _ONLY)
    if record is not None:
        session.delete(record)
        session.flush()
    if kept is not None:
        session.add(orm.StartPasswordRecord(id=_ONLY, **kept._asdict()))
        session.flush()
