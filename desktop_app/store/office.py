"""Reading and writing the office."""

from dataclasses import fields

from sqlmodel import Session

from desktop_app.domain.office import Emblem, Office
from desktop_app.store.tables import OfficeRecord

TEXT_FIELDS = tuple(field.name for field in fields(Office) if field.name != "emblem")


def load_office(session: Session) -> Office:
    """Return the office; an empty one when nothing was filled yet."""
    record = session.get(OfficeRecord, 1)
    if record is None:
        return Office()
    texts = {name: getattr(record, name) for name in TEXT_FIELDS}
    return Office(**texts, emblem=Emblem(record.emblem) if record.emblem else None)


def write_text(session: Session, field: str, value: str) -> None:
    """Set one text field of the office. Raises KeyError for a field that there is not."""
    if field not in TEXT_FIELDS:
        raise KeyError(field)
    record = _record(session)
    setattr(record, field, value)


def write_emblem(session: Session, emblem: Emblem | None) -> None:
    """Set the emblem, or leave its place blank with None."""
    _record(session).emblem = emblem.image if emblem else None


def keeps_originals(session: Session) -> bool:
    """Return whether the office keeps the files that its photos were made from."""
    record = session.get(OfficeRecord, 1)
    return record is not None and record.keep_originals


def write_keeps_originals(session: Session, keeps: bool) -> None:
    """Set whether the files are kept that photos are made from."""
    _record(session).keep_originals = keeps


def _record(session: Session) -> OfficeRecord:
    record = session.get(OfficeRecord, 1)
    if record is None:
        record = OfficeRecord(id=1)
        session.add(record)
    return record
