"""Who usually signs a role: whoever signed it last, as the directory has that person today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.office import Person
from desktop_app.domain.report import SignOff
from desktop_app.store import people, signoffs

if TYPE_CHECKING:
    from sqlmodel import Session


def with_last_signers(
    session: Session, places: Iterable[SignOff], same_report: Iterable[SignOff] = ()
) -> list[SignOff]:
    """Return places with the person who signed their role last, and in whose place; the day is left out.

    The sign-offs of the ``same_report`` tell first. Who is no longer in use in the directory is left out. Of
    several places with one role only the first is filled: the others are somebody else's.
    """
    empty = list(places)
    last = signoffs.last_signed(session, {place.role for place in empty if place.role})
    last |= {there.role: there for there in same_report if there.role and there.name}
    known = {person.id: person for person in people.load_people(session, with_inactive=True)}
    return [_signed_like(place, last.pop(place.role, None), known) for place in empty]


def as_of_today(place: SignOff, known: Mapping[int, Person]) -> SignOff:
    """Return a place with its person as the directory has them; empty when they are no longer in use."""
    person = known.get(place.person_id or 0)
    if person is None:
        return place
    if not person.active:
        return replace(place, rank="", name="", position="", acting_word="", acting_for="", person_id=None)
    position = person.position or place.position
    return replace(place, rank=person.rank, name=person.name, position=position)


def _signed_like(place: SignOff, last: SignOff | None, known: Mapping[int, Person]) -> SignOff:
    if last is None:
        return place
    signed = replace(
        place,
        rank=last.rank,
        name=last.name,
        position=last.position,
        acting_word=last.acting_word,
        acting_for=last.acting_for,
        person_id=last.person_id,
    )
    return as_of_today(signed, known)
