"""Which part of a form each sign-off of a text belongs to."""

from desktop_app.domain.form import SIGNED_KINDS, FormSpec, Part, PartKind
from desktop_app.exchange.imported import ImportedSignOff
from desktop_app.exchange.text_signoffs import EndFound, SignOffFound


def given_to_parts(form: FormSpec, after: EndFound) -> tuple[tuple[ImportedSignOff, ...], list[str]]:
    """Give the sign-offs to the form's parts; those of a kind that the form lacks are unplaced."""
    signoffs: list[ImportedSignOff] = []
    unplaced: list[str] = []
    for kind in SIGNED_KINDS:
        part = next((part for part in form.parts if part.kind is kind), None)
        found = [one for one in after.signoffs if one.is_opinion is (kind is PartKind.OPINIONS)]
        if part:
            signoffs += [_signoff(part, place, one) for place, one in enumerate(found)]
        else:
            unplaced += [line for one in found for line in _lines_of(one)]
    return tuple(signoffs), unplaced


def _signoff(part: Part, place: int, found: SignOffFound) -> ImportedSignOff:
    position, word, owner = found.acting
    return ImportedSignOff(
        part=part.key,
        role=found.role or _usual_role(part, place) or owner or position,
        opinion="\n".join(found.opinion),
        name=found.name or "",
        position=position,
        acting_word=word,
        acting_for=owner,
        signed_date=found.signed_date,
    )


def _usual_role(part: Part, place: int) -> str:
    """Return the role of a signature as the form names it; a superior's is told by the position."""
    if part.kind is not PartKind.SIGNATURES or not part.slots:
        return ""
    role = part.slots[min(place, len(part.slots) - 1)].role
    return "" if "{" in role else role


def _lines_of(found: SignOffFound) -> list[str]:
    lines = [found.role, *found.opinion, f"({found.name})" if found.name else "", *found.lines]
    return [line for line in lines if line]
