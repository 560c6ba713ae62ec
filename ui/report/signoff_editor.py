"""The sign-off chain: the reporter, then each superior with an opinion."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report, SignOff
from desktop_app.thai.digits import to_thai
from ui.report.form_rows import heading
from ui.report.part import PartEditor
from ui.report.signoff_card import LABELS, SignOffCard
from ui.report.signoff_edits import AddSignOff, ChooseSigner, MoveSignOff, RemoveSignOff, SignOffEdit
from ui.theme import icon


class SignOffEditor(PartEditor):
    """The cards of one part (signatures or opinions) in their order."""

    person_wanted = Signal(int, str, str)
    """A sign-off's id, and the name and position of somebody to add to the directory for it."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._report: Report | None = None
        self._people: tuple[Person, ...] = ()
        self.cards: dict[int, SignOffCard] = {}
        self._cards_layout = QVBoxLayout()
        self._cards_layout.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(part.title))
        layout.addLayout(self._cards_layout)
        self.add = QPushButton(icon("plus"), "เพิ่มผู้บังคับบัญชา")
        self.add.setToolTip("เพิ่มช่องความเห็นและลงนามต่อท้าย")
        self.add.setAccessibleName("เพิ่มช่องความเห็นและลงนามต่อท้าย")
        self.add.clicked.connect(self._add)
        self.add.setVisible(part.kind is PartKind.OPINIONS)
        layout.addWidget(self.add)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people in every card."""
        self._people = tuple(people)
        for card in self.cards.values():
            card.picker.set_people(self._people)

    def set_report(self, report: Report) -> None:
        """Show this part's sign-offs; a card keeps its place under the cursor."""
        self._report = report
        mine = [signoff for signoff in report.signoffs if signoff.part == self._part.key]
        for gone in set(self.cards) - {signoff.id for signoff in mine}:
            self._take_out(gone)
        for index, signoff in enumerate(mine):
            card = self.cards.get(signoff.id) or self._new_card(signoff)
            if self._cards_layout.indexOf(card) != index:
                self._cards_layout.insertWidget(index, card)
            card.set_signoff(signoff, to_thai(str(index + 1)))
            card.set_ends(index == 0, index == len(mine) - 1)
        self._order_tabs(mine)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for card in list(self.cards.values()):
            card.flush()

    def unfinished(self) -> str:
        """Return why something typed cannot be saved as it stands, or an empty text."""
        return next((card.unfinished() for card in self.cards.values() if card.unfinished()), "")

    def focus_first(self) -> None:
        """Put the cursor into the first card that has no signer yet."""
        cards = [self._cards_layout.itemAt(i).widget() for i in range(self._cards_layout.count())]
        free = [card for card in cards if not card.picker.line.text()]
        target = (free or cards or [self.add])[0]
        target.setFocus()

    def _new_card(self, signoff: SignOff) -> SignOffCard:
        card = SignOffCard(self._part.kind)
        card.picker.set_people(self._people)
        card.field_committed.connect(partial(self._commit, signoff.id))
        card.chosen.connect(partial(self._choose, signoff.id))
        card.new_person.connect(partial(self.person_wanted.emit, signoff.id))
        card.moved.connect(partial(self._move, signoff.id))
        card.removed.connect(partial(self._remove, signoff.id))
        self.cards[signoff.id] = card
        return card

    def _take_out(self, signoff_id: int) -> None:
        card = self.cards.pop(signoff_id)
        self._cards_layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _order_tabs(self, mine: Sequence[SignOff]) -> None:
        widgets = [self.cards[signoff.id] for signoff in mine] + [self.add]
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def _signoff(self, signoff_id: int) -> SignOff | None:
        there = self._report.signoffs if self._report else ()
        return next((signoff for signoff in there if signoff.id == signoff_id), None)

    def _commit(self, signoff_id: int, field: str, value: object) -> None:
        signoff = self._signoff(signoff_id)
        if signoff is not None and getattr(signoff, field) != value:
            words = f"แก้{LABELS[field]}"
            self.edited.emit(SignOffEdit(self._report, signoff_id, field, value, words))

    def _choose(self, signoff_id: int, person_id: int | None) -> None:
        if self._signoff(signoff_id) is not None:
            self.edited.emit(ChooseSigner(self._report, signoff_id, person_id))

    def _add(self) -> None:
        before = set(self.cards)
        self.edited.emit(AddSignOff(self._report, self._part.key))
        for new in set(self.cards) - before:
            self.cards[new].fields["role"].setFocus()

    def _move(self, signoff_id: int, by: int) -> None:
        self.edited.emit(MoveSignOff(self._report, signoff_id, self._signoff(signoff_id).order + by))

    def _remove(self, signoff_id: int) -> None:
        self.add.setFocus()
        self.edited.emit(RemoveSignOff(self._report, signoff_id))
