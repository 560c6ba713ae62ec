"""What a clerk does to the places for signatures."""

from dataclasses import fields, replace
from datetime import date

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import ACTING_WORDS, SignOff
from desktop_app.errors import KnownError
from desktop_app.store import people
from desktop_app.store import signoffs as store
from desktop_app.thai.clean import visible_text

SETTABLE = {field.name for field in fields(SignOff)} - {"id", "order", "part", "person_id"}


def choose_signer(ws: Workspace, report_id: int, signoff_id: int, person_id: int | None) -> Changes:
    """Let a person of the directory sign: name and position are copied. None empties the place."""
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        name = position = ""
        if person_id is not None:
            person = people.load_person(session, person_id)
            name, position = person.name, person.position
        store.write_signoff(
            session, report_id, replace(signoff, person_id=person_id, name=name, position=position)
        )
    return Changes(report_id, signoffs=True)


def set_signoff(
    ws: Workspace, report_id: int, signoff_id: int, field: str, value: str | date | None
) -> Changes:
    """Set one field of a sign-off. Raises KeyError for no such field, KnownError for a wrong acting word."""
    if field not in SETTABLE:
        raise KeyError(field)
    if field == "acting_word" and value and value not in ACTING_WORDS:
        raise KnownError(f"คำว่า “{value}” ใช้ลงนามแทนไม่ได้ กรุณาเลือกคำจากรายการ")
    new = visible_text(value) if isinstance(value, str) else value
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        store.write_signoff(session, report_id, _with(signoff, field, new))
    return Changes(report_id, signoffs=True)


def name_signer(ws: Workspace, report_id: int, signoff_id: int, name: str) -> Changes:
    """Let somebody sign who is named but not (yet) in the directory."""
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        store.write_signoff(session, report_id, replace(signoff, name=visible_text(name), person_id=None))
    return Changes(report_id, signoffs=True)


def add_signoff(ws: Workspace, report_id: int, part: str) -> Changes:
    """Add an empty place behind the last one of this part."""
    with ws.changing(report_id) as session:
        there = store.load_signoffs(session, report_id)
        order = max((signoff.order for signoff in there if signoff.part == part), default=len(there)) + 1
        store.add_signoff(session, report_id, SignOff(0, order, part, ""))
    return Changes(report_id, signoffs=True)


def remove_signoff(ws: Workspace, report_id: int, signoff_id: int) -> Changes:
    """Remove a place for a signature."""
    with ws.changing(report_id) as session:
        store.remove_signoff(session, report_id, signoff_id)
    return Changes(report_id, signoffs=True)


def move_signoff(ws: Workspace, report_id: int, signoff_id: int, to: int) -> Changes:
    """Move a sign-off to the 1-based place ``to`` of the whole report."""
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        store.write_signoff(session, report_id, replace(signoff, order=to))
    return Changes(report_id, signoffs=True)


def _with(signoff: SignOff, field: str, value: object) -> SignOff:
    changes: dict[str, object] = {field: value}
    return replace(signoff, **changes)  # type: ignore[arg-type]
