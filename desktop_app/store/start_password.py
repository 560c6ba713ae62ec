"""Reading and writing what the password at the start is checked against."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from desktop_app.store.tables import StartPasswordRecord

_ONLY = 1


class Kept(NamedTuple):
    """The salt and what it makes of the password; ``removed_at`` when it was removed from outside."""

    salt: bytes
    digest: bytes
    removed_at: datetime | None = None


def load_kept(session: Session) -> Kept | None:
    """Return what is kept; None when there never was a password, or it was given up in the window."""
    record = session.get(StartPasswordRecord, _ONLY)
    return Kept(record.salt, record.digest, record.removed_at) if record else None


def write_kept(session: Session, kept: Kept | None) -> None:
    """Keep this instead of what is kept; None: nothing."""
    record = session.get(StartPasswordRecord, _ONLY)
    if record is not None:
        session.delete(record)
        session.flush()
    if kept is not None:
        session.add(StartPasswordRecord(id=_ONLY, **kept._asdict()))
        session.flush()
