"""One place for a signature: who signs, for whom, with which opinion, on which day."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop_app.domain.field_words import SIGNOFF_WORDS
from desktop_app.domain.form import PartKind
from desktop_app.domain.office import Person
from desktop_app.domain.report import ACTING_WORDS, SignOff
from desktop_app.language import N_, _
from ui.people.picker import PersonPicker
from ui.report.date_line import DateLine
from ui.report.fields import ChoiceBox, CommitLine, CommitText
from ui.report.form_rows import Card, FieldGrid, heading, muted
from ui.report.opinion_field import OpinionField
from ui.report.part import holds_cursor
from ui.thai_text import display
from ui.theme import icon

ACTING = (("", _("ลงนามในตำแหน่งของตน")), *((word, word) for word in ACTING_WORDS))

NOT_KNOWN = _("ยังไม่มีชื่อนี้ในทำเนียบ")
NO_POSITION = _("กรุณากรอกตำแหน่งใต้ชื่อก่อน แล้วเพิ่มในทำเนียบ")
LABELS = {**SIGNOFF_WORDS, "position": N_("ตำแหน่งใต้ชื่อ")}
HINTS = {
    "opinion": _("พิมพ์ความเห็น หรือกด F4 เพื่อเลือกวลีที่ใช้บ่อย"),
    "rank": _("ยศ พิมพ์หน้าลายมือชื่อ แก้ตรงนี้แล้วทำเนียบไม่เปลี่ยน"),
    "position": _("ตำแหน่งที่พิมพ์ใต้ชื่อ มีได้หลายบรรทัด แก้ตรงนี้แล้วทำเนียบไม่เปลี่ยน"),
    "acting_word": _("เลือกเมื่อลงนามแทนเจ้าของตำแหน่ง"),
    "acting_for": _("ตำแหน่งของเจ้าของเรื่องที่ลงนามแทน พิมพ์ในบรรทัดถัดไป"),
    "signed_date": _("เว้นว่างไว้ถ้าจะลงวันที่ด้วยปากกา กด F4 เปิดปฏิทิน"),
}


class SignOffCard(Card):
    """The card of one sign-off. ``kind`` decides whether it carries an opinion."""

    field_committed = Signal(str, object)
    """A field of the SignOff and its new value."""
    chosen = Signal(object)
    """A person's id, or None."""
    named = Signal(str)
    """A name that is not in the directory."""
    person_wanted = Signal(str, str)
    """Name and position of the signer, who shall join the directory."""
    signature_wanted = Signal(bool)
    """Whether the picture of the signature shall be printed."""
    judged = Signal()
    """A typed date was found readable, or not."""
    moved = Signal(int)
    """-1 up, 1 down."""
    removed = Signal()

    def __init__(self, kind: PartKind, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.has_opinion = kind is PartKind.OPINIONS
        self.title = heading("")
        self.picker = PersonPicker()
        self.picker.chosen.connect(self.chosen)
        self.picker.named.connect(self.named)
        self.offer = self._make_offer()
        self._signoff: SignOff | None = None
        self.fields = self._make_fields()
        self.signature = self._make_signature()
        self._people: tuple[Person, ...] = ()
        self._labels: dict[str, QLabel] = {}
        self.body.addLayout(self._grid())
        self.body.insertLayout(0, self._top())  # added last: Tab comes to its buttons after the fields
        self.setFocusProxy(self.picker)

    def set_signoff(self, signoff: SignOff, number: str) -> None:
        """Show this sign-off; ``number`` is its place among its kind, in Thai digits."""
        whose = signoff.role or _("ผู้บังคับบัญชา")
        self.title.setText(f"{number}  {whose}")
        self.title.setVisible(self.has_opinion)
        self._signoff = signoff
        hint = _("เช่น {example}").format(example=signoff.role) if self.has_opinion and signoff.role else ""
        self.fields["position"].setPlaceholderText(hint)
        self.picker.set_stored(signoff.name)
        self._show_offer()
        for key, field in self.fields.items():
            field.set_stored(getattr(signoff, key))
        self._show_field("acting_for", bool(signoff.acting_word or signoff.acting_for))
        self._show_field("rank", bool(signoff.rank))
        self._show_signature()

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people to sign."""
        self._people = tuple(people)
        self.picker.set_people(people)
        self._show_offer()
        self._show_signature()

    def set_opinions(self, opinions: Sequence[str]) -> None:
        """Offer what superiors of this office write most often."""
        if self.has_opinion:
            self.fields["opinion"].set_own(opinions)

    def set_ends(self, first: bool, last: bool) -> None:
        """Tell whether the card can go up or down."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        self.picker.settle()
        for field in self.fields.values():
            field.flush()

    def unfinished(self) -> str:
        """Return why something typed cannot be saved as it stands, or an empty text."""
        dated = self.fields.get("signed_date")
        return dated.unreadable if dated is not None else ""

    def has_cursor(self) -> bool:
        """Return whether the cursor is in this card."""
        return holds_cursor(self)

    def cursor_field(self) -> str:
        """Return the name of the field that has the cursor, or an empty text."""
        return next((key for key, field in self.fields.items() if holds_cursor(field)), "")

    def _make_fields(self) -> dict[str, QWidget]:
        fields: dict[str, QWidget] = {"rank": CommitLine(), "position": CommitText(lines=1)}
        if self.has_opinion:
            fields |= {"role": CommitLine(), "opinion": OpinionField()}
        fields |= {"acting_word": ChoiceBox(ACTING), "acting_for": CommitLine()}
        if self.has_opinion:
            fields["signed_date"] = DateLine()
            fields["signed_date"].judged.connect(self.judged)
            fields["signed_date"].line.setPlaceholderText(_("เว้นไว้ลงด้วยปากกา"))
        for key, field in fields.items():
            field.committed.connect(partial(self.field_committed.emit, key))
        return fields

    def _grid(self) -> FieldGrid:
        grid = FieldGrid()
        grid.add(_("ผู้ลงนาม"), self.picker, _("พิมพ์บางส่วนของชื่อหรือตำแหน่ง แล้วเลือกจากทำเนียบ"))
        for key, field in self.fields.items():
            self._labels[key] = grid.add(_(LABELS[key]), field, HINTS.get(key, ""))
            if key == "position":
                grid.addWidget(self.offer, grid.rowCount(), 1)
        grid.addWidget(self.signature, grid.rowCount(), 1)
        return grid

    def _make_offer(self) -> QWidget:
        """Return the line that offers to keep a typed name for the next time."""
        offer = QWidget()
        self.note = muted(NOT_KNOWN)
        self.add = QPushButton(_("เพิ่มในทำเนียบ"))
        self.add.setToolTip(_("เก็บชื่อและตำแหน่งนี้ไว้ในทำเนียบ เพื่อเลือกได้ในครั้งต่อไป"))
        self.add.setAccessibleName(_("เพิ่มในทำเนียบ"))
        self.add.clicked.connect(self._want_person)
        line = QHBoxLayout(offer)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.note, 1)
        line.addWidget(self.add)
        return offer

    def _make_signature(self) -> QCheckBox:
        """Return the tick that prints the picture of a signature; off until it is set."""
        tick = QCheckBox(_("พิมพ์ภาพลายมือชื่อ"))
        tick.setToolTip(_("พิมพ์ภาพลายมือชื่อจากทำเนียบในช่องนี้ ใช้เมื่อเจ้าของลายมือชื่อยินยอมเท่านั้น"))
        tick.setAccessibleName(_("พิมพ์ภาพลายมือชื่อ"))
        tick.clicked.connect(self.signature_wanted)
        return tick

    def _show_signature(self) -> None:
        """Offer the tick where the directory has a signature of who signs, or one is printed already."""
        there = self._signoff
        signer = next((one for one in self._people if there and one.id == there.person_id), None)
        printed = there is not None and there.signature is not None
        self.signature.setVisible(printed or (signer is not None and signer.signature is not None))
        self.signature.setChecked(printed)

    def _show_field(self, key: str, shown: bool) -> None:
        self.fields[key].setVisible(shown)
        self._labels[key].setVisible(shown)

    def _show_offer(self) -> None:
        """Offer what is not there: a typed name that nobody in the directory has."""
        there = self._signoff
        typed = there is not None and bool(there.name) and there.person_id is None
        self.offer.setVisible(typed and not self.picker.knows(there.name))
        if there is not None and there.position.strip():
            self.note.setText(display(NOT_KNOWN))

    def _want_person(self) -> None:
        """Ask for the signer to join the directory, which is chosen from by position too."""
        self.flush()
        if self._signoff.position.strip():
            self.person_wanted.emit(self._signoff.name, self._signoff.position)
        else:
            self.note.setText(display(NO_POSITION))
        self.fields["position"].setFocus()

    def _top(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        self.up = self._tool("arrow-up", _("เลื่อนขึ้นหนึ่งลำดับ"), "Alt+Up", lambda: self.moved.emit(-1))
        self.down = self._tool("arrow-down", _("เลื่อนลงหนึ่งลำดับ"), "Alt+Down", lambda: self.moved.emit(1))
        self.remove = self._tool("trash-2", _("ลบช่องลงนามนี้"), "Ctrl+Shift+Del", self.removed.emit)
        for button in (self.up, self.down, self.remove) if self.has_opinion else ():
            line.addWidget(button)
        return line

    def _tool(self, name: str, words: str, keys: str, act: Callable[[], None]) -> QToolButton:
        """Return a quiet button; its keys work from every field of this card."""
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setProperty("flat", "true")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        button.setVisible(self.has_opinion)
        if self.has_opinion:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return button
