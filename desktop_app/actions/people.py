"""What a clerk does to the people directory."""

from dataclasses import replace

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.office import Person
from desktop_app.errors import KnownError
from desktop_app.store import people as store
from desktop_app.thai.clean import visible_text

NO_NAME = "ยังไม่ได้กรอกชื่อ กรุณาพิมพ์คำนำหน้า ชื่อ และนามสกุล"


def list_people(ws: Workspace, with_inactive: bool = False) -> list[Person]:
    """Return the people of the directory in the order they were entered."""
    with ws.store.reading() as session:
        return store.load_people(session, with_inactive)


def add_person(ws: Workspace, name: str, position: str = "") -> tuple[Changes, int]:
    """Add a person; return the changes and the new id. Raises KnownError for an empty name."""
    with ws.store.writing() as session:
        person_id = store.add_person(session, _name(name), visible_text(position).strip())
    return Changes(people=True), person_id


def change_person(ws: Workspace, person: Person) -> Changes:
    """Replace a person's entry. What was signed before keeps its snapshot."""
    cleaned = replace(person, name=_name(person.name), position=visible_text(person.position).strip())
    with ws.store.writing() as session:
        store.write_person(session, cleaned)
    return Changes(people=True)


def _name(name: str) -> str:
    cleaned = " ".join(visible_text(name).split())
    if not cleaned:
        raise KnownError(NO_NAME)
    return cleaned
