"""Reading and writing the people directory."""

from sqlmodel import Session, col, select

from desktop_app.domain.office import Person
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import PersonRecord


def load_people(session: Session, with_inactive: bool) -> list[Person]:
    """Return the people in the order they were entered."""
    query = select(PersonRecord).order_by(col(PersonRecord.id))
    if not with_inactive:
        query = query.where(col(PersonRecord.active).is_(True))
    return [_person(record) for record in session.exec(query)]


def load_person(session: Session, person_id: int) -> Person:
    """Return one person. Raises StoreError when the directory has none with this id."""
    return _person(_record(session, person_id))


def add_person(session: Session, name: str, position: str) -> int:
    """Add a person and return the new id."""
    record = PersonRecord(name=name, position=position)
    session.add(record)
    session.flush()
    return _id(record)


def write_person(session: Session, person: Person) -> None:
    """Replace what is stored of a person. Raises StoreError when there is none with this id."""
    record = _record(session, person.id)
    record.name, record.position, record.active = person.name, person.position, person.active


def _record(session: Session, person_id: int) -> PersonRecord:
    record = session.get(PersonRecord, person_id)
    if record is None:
        raise StoreError("ไม่พบบุคคลนี้ในทะเบียนรายชื่อ กรุณาเลือกชื่ออื่นหรือเพิ่มชื่อใหม่")
    return record


def _person(record: PersonRecord) -> Person:
    return Person(_id(record), record.name, record.position, record.active)


def _id(record: PersonRecord) -> int:
    assert record.id is not None
    return record.id
