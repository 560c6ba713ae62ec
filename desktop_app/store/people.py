"""Reading and writing the people directory."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from desktop_app.domain.office import Person
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.asking import View, ask
from desktop_app.store.faults import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session

COPIED = tuple(field.name for field in fields(Person) if field.name != "id")
_SIGNED = "SELECT DISTINCT report_id FROM signoff WHERE person_id = ? ORDER BY report_id"
_PEOPLE = f"SELECT id, active, {', '.join(COPIED)} FROM person WHERE NOT removed ORDER BY id"  # noqa: S608


def load_people(view: View, with_inactive: bool) -> list[Person]:
    """Return the people in the order they were entered."""
    return [
        Person(person_id, **(dict(zip(COPIED, values, strict=True)) | {"active": bool(active)}))
        for person_id, active, *values in ask(view, _PEOPLE)
        if active or with_inactive
    ]


def load_person(session: Session, person_id: int) -> Person:
    """Return one person. Raises StoreError when the directory has none with this id."""
    return _person(_record(session, person_id))


def add_person(session: Session, person: Person) -> int:
    """Add a person and return the new id; the one that ``person`` brings along means nothing."""
    record = orm.PersonRecord(**{name: getattr(person, name) for name in COPIED})
    session.add(record)
    session.flush()
    return _id(record)


def write_person(session: Session, person: Person) -> None:
    """Replace what is stored of a person. Raises StoreError when there is none with this id."""
    record = _record(session, person.id)
    for name in COPIED:
        setattr(record, name, getattr(person, name))


def remove_person(session: Session, person_id: int) -> None:
    """Take a person out of the directory; what was signed keeps its words. Raises StoreError.

    The id stays: a step that named this person can still be taken back and again.
    """
    record = _record(session, person_id)
    for name in COPIED:
        setattr(record, name, getattr(Person(0, "", active=False), name))
    record.removed = True


def reports_signed_by(view: View, person_id: int) -> tuple[int, ...]:
    """Return the numbers of the reports that have a place where this person signs."""
    found = ask(view, _SIGNED, (person_id,))
    return tuple(report_id for (report_id,) in found)


def _record(session: Session, person_id: int) -> orm.PersonRecord:
    record = session.get(orm.PersonRecord, person_id)
    if record is None or record.removed:
        raise StoreError(_("ไม่พบบุคคลนี้ในทะเบียนรายชื่อ กรุณาเลือกชื่ออื่นหรือเพิ่มชื่อใหม่"))
    return record


def _person(record: orm.PersonRecord) -> Person:
    return Person(_id(record), **{name: getattr(record, name) for name in COPIED})


def _id(record: orm.PersonRecord) -> int:
    assert record.id is not None
    return record.id
