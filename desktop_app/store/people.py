"""Reading and writing the people directory."""

from dataclasses import fields

from sqlmodel import Session, col, select

from desktop_app.domain.office import Person
from desktop_app.language import _
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import PersonRecord, SignOffRecord

COPIED = tuple(field.name for field in fields(Person) if field.name != "id")


def load_people(session: Session, with_inactive: bool) -> list[Person]:
    """Return the people in the order they were entered."""
    query = select(PersonRecord).where(col(PersonRecord.removed).is_(False)).order_by(col(PersonRecord.id))
    if not with_inactive:
        query = query.where(col(PersonRecord.active).is_(True))
    return [_person(record) for record in session.exec(query)]


def load_person(session: Session, person_id: int) -> Person:
    """Return one person. Raises StoreError when the directory has none with this id."""
    return _person(_record(session, person_id))


def add_person(session: Session, person: Person) -> int:
    """Add a person and return the new id; the one that ``person`` brings along means nothing."""
    record = PersonRecord(**{name: getattr(person, name) for name in COPIED})
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


def reports_signed_by(session: Session, person_id: int) -> tuple[int, ...]:
    """Return the numbers of the reports that have a place where this person signs."""
    query = select(SignOffRecord.report_id).where(SignOffRecord.person_id == person_id).distinct()
    return tuple(sorted(session.exec(query)))


def _record(session: Session, person_id: int) -> PersonRecord:
    record = session.get(PersonRecord, person_id)
    if record is None or record.removed:
        raise StoreError(_("ไม่พบบุคคลนี้ในทะเบียนรายชื่อ กรุณาเลือกชื่ออื่นหรือเพิ่มชื่อใหม่"))
    return record


def _person(record: PersonRecord) -> Person:
    return Person(_id(record), **{name: getattr(record, name) for name in COPIED})


def _id(record: PersonRecord) -> int:
    assert record.id is not None
    return record.id
