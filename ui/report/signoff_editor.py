"""The sign-off chain: the reporter, then each superior with an opinion."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report, SignOff
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import heading
from ui.report.part import PartEditor
from ui.report.signoff_card import LABELS, SignOffCard
from ui.report.signoff_edits import (
    ActFor,
    AddSignOff,
    ChooseSigner,
    MoveSignOff,
    NameSigner,
    PrintSignature,
    RemoveSignOff,
    SignOffEdit,
)
from ui.theme import icon


class SignOffEditor(PartEditor):
    """The cards of one part (signatures or opinions) in their order.

    When a card comes, goes or moves, all are made anew in their order: Tab follows the order of making.
    """

    person_wanted = Signal(int, str, str)
    """A sign-off's id, and the name and position of somebody to add to the directory for it."""

    shows_rows = False

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._report: Report | None = None
        self._people: tuple[Person, ...] = ()
        self._opinions: tuple[str, ...] = ()
        self._inside = QWidget()
        self.cards: dict[int, SignOffCard] = {}
        """By id of their sign-off, in their order."""
        self.add = self._add_button()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(part.title))
        layout.addWidget(self._inside)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people in every card."""
        self._people = tuple(people)
        for card in self.cards.values():
            card.set_people(self._people)

    def set_opinions(self, opinions: Sequence[str]) -> None:
        """Offer what superiors of this office write most often, in every card."""
        self._opinions = tuple(opinions)
        for card in self.cards.values():
            card.set_opinions(self._opinions)

    def set_report(self, report: Report) -> None:
        """Show this part's sign-offs; what is being typed in a card that stays is left alone."""
        self._report = report
        mine = {signoff.id: signoff for signoff in report.signoffs if signoff.part == self._part.key}
        if list(mine) != list(self.cards):
            self._build(mine)
        for number, (signoff_id, signoff) in enumerate(mine.items(), start=1):
            card = self.cards[signoff_id]
            card.set_signoff(signoff, numerals(number))
            card.set_ends(first=number == 1, last=number == len(mine))

    def places(self) -> tuple[Where, ...]:
        """Return the field that has the cursor, then its sign-off."""
        for signoff_id, card in self.cards.items():
            if card.has_cursor():
                whole = Where(self._part.key, signoff=signoff_id)
                return (whole._replace(column=card.cursor_field()), whole)
        return ()

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for card in list(self.cards.values()):
            card.flush()

    def unfinished(self) -> str:
        """Return why something typed cannot be saved as it stands, or an empty text."""
        return next((card.unfinished() for card in self.cards.values() if card.unfinished()), "")

    def focus_place(self, where: Where) -> None:
        """Put the cursor into a field of a card; who signs is chosen where the card begins."""
        card = self.cards.get(where.signoff)
        if card is None:
            self.focus_first()
            return
        card.fields.get(where.column, card).setFocus()

    def focus_first(self) -> None:
        """Put the cursor into the first card that has no signer yet."""
        cards = list(self.cards.values())
        free = [card for card in cards if not card.picker.line.text()]
        (free or cards or [self.add])[0].setFocus()

    def _build(self, mine: Mapping[int, SignOff]) -> None:
        """Make the cards anew, in their order, and give the cursor back to its card."""
        focused = next((key for key, card in self.cards.items() if card.has_cursor()), None)
        before, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.cards = {signoff.id: self._new_card(signoff) for signoff in mine.values()}
        self.add = self._add_button()
        for widget in (*self.cards.values(), self.add):
            column.addWidget(widget)
        self.layout().replaceWidget(before, self._inside)
        self._inside.show()
        before.hide()
        before.deleteLater()
        if focused in self.cards:
            self.cards[focused].setFocus()

    def _add_button(self) -> QPushButton:
        button = QPushButton(icon("plus"), _("เพิ่มผู้บังคับบัญชา"))
        button.setToolTip(_("เพิ่มช่องความเห็นและลงนามต่อท้าย"))
        button.setAccessibleName(_("เพิ่มช่องความเห็นและลงนามต่อท้าย"))
        button.clicked.connect(self._add)
        if self._part.kind is not PartKind.OPINIONS:
            button.hide()
        return button

    def _new_card(self, signoff: SignOff) -> SignOffCard:
        card = SignOffCard(self._part.kind)
        card.set_people(self._people)
        card.set_opinions(self._opinions)
        card.field_committed.connect(partial(self._commit, signoff.id))
        card.chosen.connect(partial(self._choose, signoff.id))
        card.named.connect(partial(self._name, signoff.id))
        card.signature_wanted.connect(partial(self._sign, signoff.id))
        card.person_wanted.connect(partial(self.person_wanted.emit, signoff.id))
        card.judged.connect(self.unfinished_changed)
        card.moved.connect(partial(self._move, signoff.id))
        card.removed.connect(partial(self._remove, signoff.id))
        return card

    def _signoff(self, signoff_id: int) -> SignOff | None:
        there = self._report.signoffs if self._report else ()
        return next((signoff for signoff in there if signoff.id == signoff_id), None)

    def _commit(self, signoff_id: int, field: str, value: object) -> None:
        signoff = self._signoff(signoff_id)
        if field == "position":
            value = str(value).strip()
        if signoff is None or getattr(signoff, field) == value:
            return
        words = N_("แก้{field}").format(field=LABELS[field])
        if field == "acting_word":
            owner = signoff.role if self._part.kind is PartKind.OPINIONS else ""
            self.edited.emit(ActFor(self._report, signoff_id, str(value), owner, words))
        else:
            self.edited.emit(SignOffEdit(self._report, signoff_id, field, value, words))

    def _choose(self, signoff_id: int, person_id: int | None) -> None:
        if self._signoff(signoff_id) is not None:
            self.edited.emit(ChooseSigner(self._report, signoff_id, person_id))

    def _sign(self, signoff_id: int, wanted: bool) -> None:
        if self._signoff(signoff_id) is not None:
            self.edited.emit(PrintSignature(self._report, signoff_id, wanted))
            self.set_report(self._report)  # a tick that was refused goes

    def _name(self, signoff_id: int, name: str) -> None:
        if self._signoff(signoff_id) is not None:
            self.edited.emit(NameSigner(self._report, signoff_id, name))

    def _add(self) -> None:
        before = set(self.cards)
        self.edited.emit(AddSignOff(self._report, self._part.key))
        for new in set(self.cards) - before:
            self.cards[new].fields["role"].setFocus()

    def _move(self, signoff_id: int, by: int) -> None:
        self.edited.emit(MoveSignOff(self._report, signoff_id, self._signoff(signoff_id).order + by))

    def _remove(self, signoff_id: int) -> None:
        self.edited.emit(RemoveSignOff(self._report, signoff_id))
        self.focus_first()
