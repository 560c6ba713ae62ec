"""Reading and writing the office."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from desktop_app.domain.office import Emblem, Office
from desktop_app.store import orm
from desktop_app.store.asking import View, ask_one

if TYPE_CHECKING:
    from sqlmodel import Session

TEXT_FIELDS = tuple(field.name for field in fields(Office) if field.name != "emblem")
_OFFICE = f"SELECT {', '.join(TEXT_FIELDS)}, emblem FROM office WHERE id = 1"  # noqa: S608 - names of our own


def load_office(view: View) -> Office:
    """Return the office; an empty one when nothing was filled yet."""
    found = ask_one(view, _OFFICE)
    if found is None:
        return Office()
    *texts, emblem = found
    return Office(**dict(zip(TEXT_FIELDS, texts, strict=True)), emblem=Emblem(emblem) if emblem else None)


def write_text(session: Session, field: str, value: str) -> None:
    """Set one text field of the office. Raises KeyError for a field that there is not."""
    if field not in TEXT_FIELDS:
        raise KeyError(field)
    record = _record(session)
    setattr(record, field, value)


def write_emblem(session: Session, emblem: Emblem | None) -> None:
    """Set the emblem, or leave its place blank with None."""
    _record(session).emblem = emblem.image if emblem else None


def keeps_originals(view: View) -> bool:
    """Return whether the office keeps the files that its photos were made from."""
    return ask_one(view, "SELECT 1 FROM office WHERE id = 1 AND keep_originals") is not None


def write_keeps_originals(session: Session, keeps: bool) -> None:
    """Set whether the files are kept that photos are made from."""
    _record(session).keep_originals = keeps


def _record(session: Session) -> orm.OfficeRecord:
    record = session.get(orm.OfficeRecord, 1)
    if record is None:
        record = orm.OfficeRecord(id=1)
        session.add(record)
    return record
