"""What a clerk does to the places for signatures."""

from dataclasses import fields, replace
from datetime import date

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.office import Person
from desktop_app.domain.report import ACTING_WORDS, SignOff
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.store import people
from desktop_app.store import signoffs as store
from desktop_app.thai.clean import visible_text

_NO_SIGNATURE = _("ทำเนียบบุคคลยังไม่มีลายมือชื่อของผู้ลงนามนี้ กรุณาเพิ่มภาพลายมือชื่อในทำเนียบก่อน")
MOST_OPINIONS = 8
SETTABLE = {field.name for field in fields(SignOff)} - {"id", "order", "part", "person_id", "signature"}


def choose_signer(ws: Workspace, report_id: int, signoff_id: int, person_id: int | None) -> Changes:
    """Let a person of the directory sign: rank, name and position are copied. None empties the place.

    The picture of a signature stays with nobody else: it is printed when the place says so again.
    """
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        person = Person(0, "") if person_id is None else people.load_person(session, person_id)
        store.write_signoff(session, report_id, signed_by(signoff, person))
    return Changes(report_id, signoffs=True)


def set_signoff(
    ws: Workspace, report_id: int, signoff_id: int, field: str, value: str | date | None
) -> Changes:
    """Set one field of a sign-off. Raises KeyError for no such field, KnownError for a wrong acting word."""
    if field not in SETTABLE:
        raise KeyError(field)
    if field == "acting_word":
        _check_acting(str(value))
    new = visible_text(value) if isinstance(value, str) else value
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        store.write_signoff(session, report_id, _with(signoff, field, new))
    return Changes(report_id, signoffs=True)


def act_for(ws: Workspace, report_id: int, signoff_id: int, word: str, owner: str) -> Changes:
    """Set by which word somebody signs in another's place, "" for the own one.

    ``owner`` is the position most likely acted for: it is written where none stands, and goes with the word.
    Raises KnownError for a word that is none of them.
    """
    _check_acting(word)
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        store.write_signoff(session, report_id, acting(signoff, word, owner))
    return Changes(report_id, signoffs=True)


def print_signature(ws: Workspace, report_id: int, signoff_id: int, wanted: bool) -> Changes:
    """Print the signer's signature, as the directory has it now, or leave the place for the pen.

    Raises KnownError when the directory has no signature of who signs here.
    """
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        picture = None
        if wanted:
            known = {person.id: person for person in people.load_people(session, with_inactive=True)}
            signer = known.get(signoff.person_id or 0)
            picture = signer.signature if signer else None
            if picture is None:
                raise KnownError(_NO_SIGNATURE)
        store.write_signoff(session, report_id, replace(signoff, signature=picture))
    return Changes(report_id, signoffs=True)


def usual_opinions(ws: Workspace) -> tuple[str, ...]:
    """Return what superiors of this office wrote most often, the most often first."""
    with ws.store.reading() as view:
        return store.usual_opinions(view, MOST_OPINIONS)


def name_signer(ws: Workspace, report_id: int, signoff_id: int, name: str) -> Changes:
    """Let somebody sign who is named but not (yet) in the directory; rank and signature were another's."""
    with ws.changing(report_id) as session:
        signoff = store.load_signoff(session, report_id, signoff_id)
        named = replace(signoff, name=visible_text(name), person_id=None, rank="", signature=None)
        store.write_signoff(session, report_id, named)
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


def signed_by(signoff: SignOff, person: Person) -> SignOff:
    """Return the place with a person's words; a picture of a signature is somebody else's."""
    return replace(
        signoff,
        person_id=person.id or None,
        rank=person.rank,
        name=person.name,
        position=person.position,
        signature=None,
    )


def acting(signoff: SignOff, word: str, owner: str) -> SignOff:
    """Return a sign-off as ``act_for`` leaves it."""
    acting_for = signoff.acting_for
    if word and not acting_for.strip():
        acting_for = owner
    elif not word and acting_for == owner:
        acting_for = ""
    return replace(signoff, acting_word=word, acting_for=acting_for)


def _check_acting(word: str) -> None:
    if word and word not in ACTING_WORDS:
        raise KnownError(_("คำว่า “{value}” ใช้ลงนามแทนไม่ได้ กรุณาเลือกคำจากรายการ").format(value=word))


def _with(signoff: SignOff, field: str, value: object) -> SignOff:
    changes: dict[str, object] = {field: value}
    return replace(signoff, **changes)  # type: ignore[arg-type]
