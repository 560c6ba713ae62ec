"""Which steps a form has: its own parts, in their order, in groups a clerk fills in one go."""

from dataclasses import dataclass

from desktop_app.domain.cover_memo import is_of_memo
from desktop_app.domain.form import SIGNED_KINDS, FormSpec, Part, PartKind
from desktop_app.language import _
from desktop_app.thai.shown import numerals

SIGNING, SIGNING_MEMO = _("ลงนาม"), _("ลงนามบันทึก")
_TYPED = (PartKind.TEXT, PartKind.AS_OF)
_COMPUTED = (PartKind.NARRATIVE, PartKind.SUMMARY)


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One numbered step and the parts it shows."""

    number: int
    title: str
    parts: tuple[Part, ...]

    @property
    def label(self) -> str:
        """Return the words on the tab: "๒ ตารางมาตรการ"."""
        return f"{numerals(self.number)} {self.title}"


def steps_of(form: FormSpec) -> tuple[StepSpec, ...]:
    """Return the steps of a form.

    A text, or what is computed, that follows the head or another text belongs to the same step, and
    activities that follow one; signatures and opinions are one step; a table stands alone, for it needs
    the room.
    """
    groups: list[list[Part]] = []
    for part in form.parts:
        if groups and _belongs(groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(
        StepSpec(number, _title(group), tuple(group)) for number, group in enumerate(groups, start=1)
    )


def _belongs(last: Part, part: Part) -> bool:
    if is_of_memo(last) != is_of_memo(part):
        return False
    before, kind = last.kind, part.kind
    if kind in _TYPED or kind in _COMPUTED:
        return before is PartKind.MEMO_HEAD or before in _TYPED or before in _COMPUTED
    if kind is PartKind.ACTIVITIES:
        return before is PartKind.TEXT
    return kind in SIGNED_KINDS and before in SIGNED_KINDS


def _title(group: list[Part]) -> str:
    if group[0].kind not in SIGNED_KINDS:
        return group[0].title
    return SIGNING_MEMO if is_of_memo(group[0]) else SIGNING
