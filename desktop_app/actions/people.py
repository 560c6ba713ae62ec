"""What a clerk does to the people directory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.office import Person
from desktop_app.domain.person_names import name_parts
from desktop_app.domain.report import SignOff
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from desktop_app.store import copies, signoffs
from desktop_app.store import people as store
from desktop_app.thai.clean import visible_text

if TYPE_CHECKING:
    from desktop_app.store.asking import View

NO_NAME = _("ยังไม่ได้กรอกชื่อ กรุณาพิมพ์คำนำหน้า ชื่อ และนามสกุล")


def list_people(ws: Workspace, with_inactive: bool = False) -> list[Person]:
    """Return the people of the directory in the order they were entered."""
    with ws.store.reading() as view:
        return store.load_people(view, with_inactive)


def add_person(ws: Workspace, name: str, position: str = "") -> tuple[Changes, int]:
    """Add a person by full name; rank and title are told by how it begins.

    Return the changes and the new id. Raises KnownError for an empty name.
    """
    parts = name_parts(_line(name))
    bare = _line(name).removeprefix(parts.rank).strip()
    return put_person(ws, Person(0, bare, position, rank=parts.rank, title=parts.title))


def put_person(ws: Workspace, person: Person) -> tuple[Changes, int]:
    """Add a person as told; return the changes and the new id. Raises KnownError for an empty name."""
    cleaned = _cleaned(person)
    with ws.store.writing() as session:
        person_id = store.add_person(session, cleaned)
    return Changes(people=True), person_id


def change_person(ws: Workspace, person: Person) -> Changes:
    """Replace a person's entry. What was signed before keeps its snapshot."""
    cleaned = _cleaned(person)
    with ws.store.writing() as session:
        store.write_person(session, cleaned)
    return Changes(people=True)


def remove_person(ws: Workspace, person_id: int) -> Changes:
    """Take a person out of the directory. What was signed keeps its words."""
    with ws.store.writing() as session:
        store.remove_person(session, person_id)
    return Changes(people=True, signoffs=True)


def reports_signed_by(ws: Workspace, person_id: int) -> tuple[int, ...]:
    """Return the numbers of the reports in which a person of the directory signs."""
    with ws.store.reading() as view:
        return store.reports_signed_by(view, person_id)


def reports_of_before(ws: Workspace, before: Person) -> tuple[int, ...]:
    """Return the reports that can still be changed and show a person's words as they were ``before``.

    A place whose words were changed by hand is left out: they are meant so.
    """
    with ws.store.reading() as view:
        signed = store.reports_signed_by(view, before.id)
        return tuple(each for each in signed if _places_of(view, each, before))


def renew_snapshots(ws: Workspace, before: Person) -> Changes:
    """Let the places of ``reports_of_before`` show the person as the directory has them now.

    It is one step of each report, which can be taken back there; a printed signature stays as it was.
    """
    for report_id in reports_of_before(ws, before):
        with ws.doing(N_("ปรับ {name} ตามทำเนียบ").format(name=before.name)).changing(report_id) as session:
            now = store.load_person(session, before.id)
            for place in _places_of(session, report_id, before):
                renewed = replace(place, rank=now.rank, name=now.name, position=now.position)
                signoffs.write_signoff(session, report_id, renewed)
    return Changes(reports=True, signoffs=True)


def read_signature(path: Path) -> bytes:
    """Return the PNG of a signature out of an image or SVG file. Raises KnownError when there is none."""
    from desktop_app.exchange.signature import signature_picture  # it loads Pillow

    return signature_picture(path)


def _places_of(view: View, report_id: int, before: Person) -> list[SignOff]:
    """Return the places of an open report that show this person's words as they were."""
    if copies.is_frozen(view, report_id):
        return []
    words = (before.id, before.rank, before.name, before.position)
    there = signoffs.load_signoffs(view, report_id)
    return [each for each in there if (each.person_id, each.rank, each.name, each.position) == words]


def _cleaned(person: Person) -> Person:
    name = _line(person.name)
    title = _line(person.title)
    if not name.removeprefix(title).strip():
        raise KnownError(NO_NAME)
    return replace(
        person,
        name=name,
        title=title if name.startswith(title) else "",
        rank=_line(person.rank),
        position=visible_text(person.position).strip(),
    )


def _line(text: str) -> str:
    return " ".join(visible_text(text).split())
