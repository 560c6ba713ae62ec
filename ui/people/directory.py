"""The people directory: who signs in this office, with the position lines under the name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.office import Person
from desktop_app.language import _
from ui.people.person_form import NEW, PersonForm
from ui.report.form_rows import muted
from ui.theme import icon
from ui.window.messages import ask

GONE = _("  (ไม่ใช้แล้ว)")


class _PeopleList(QListWidget):
    """The list on the left. The keyboard coming to it chooses nobody."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep nobody current when nobody was: Qt would make the first person current here."""
        before = self.currentRow()
        was_blocked = self.blockSignals(True)
        super().focusInEvent(event)
        self.setCurrentRow(before)
        self.blockSignals(was_blocked)


class PeopleDialog(QDialog):
    """A list on the left, the chosen person on the right. ``saved`` carries the Person to store.

    A ``Person`` with id 0 is new. Whoever stores it answers with ``set_people``, or with ``refuse`` and
    a sentence; the typed text stays until it was stored. Leaving typed text behind is asked about.
    """

    saved = Signal(object)
    remove_wanted = Signal(object)
    """The Person who shall leave the directory."""
    file_wanted = Signal()
    """A file with a picture of the signature is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ทำเนียบบุคคล"))
        self.resize(820, 560)
        self._people: dict[int, Person] = {}
        self._refused = False
        self._warned_of: Person | None = None
        self.list = _PeopleList()
        self.list.setAccessibleName(_("บุคคลในทำเนียบ"))
        self.list.setToolTip(_("บุคคลในทำเนียบ"))
        self.list.setSpacing(3)
        self.list.currentItemChanged.connect(self._chosen)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("ค้นหาชื่อหรือตำแหน่ง"))
        self.search.setToolTip(_("แสดงเฉพาะคนที่ชื่อหรือตำแหน่งมีคำนี้ (Ctrl+F)"))
        self.search.setAccessibleName(_("ค้นหาชื่อหรือตำแหน่ง"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        self.new = _button("user-plus", _("เพิ่มบุคคล"), _("เริ่มกรอกบุคคลใหม่ (Ctrl+N)"))
        QShortcut(QKeySequence("Ctrl+N"), self, self.start_new)
        self.new.clicked.connect(self.start_new)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 2)
        layout.addLayout(self._details(), 3)
        self._show(Person(NEW, ""))
        self.name.setFocus()

    @property
    def _person(self) -> Person:
        return self.form.person

    def set_people(self, people: Sequence[Person], choose: int | None = None) -> None:
        """Show the directory, inactive people last, and choose one (or keep the choice)."""
        wanted = self._person.id if choose is None else choose
        self._people = {person.id: person for person in people}
        self.list.blockSignals(True)
        self.list.clear()
        for person in sorted(people, key=lambda person: not person.active):
            words = f"{person.rank} {person.name}".strip()
            item = QListWidgetItem(words + ("" if person.active else GONE))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setToolTip(person.position)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._find(self.search.text())
        if wanted in self._people:
            self._mark(wanted)
            self._show(self._people[wanted])

    def refuse(self, sentence: str) -> None:
        """Say why the person could not be stored."""
        self._refused = True
        self._tell(sentence, "error")

    def wait(self, words: str) -> None:
        """Say what takes its time; nothing when it is done."""
        self._tell(words, "waiting")

    def removed(self, sentence: str) -> None:
        """Say that the chosen person left the directory, and begin with somebody new."""
        self._empty()
        self._tell(sentence, "done")

    def start_new(self) -> None:
        """Empty the fields for somebody new."""
        self._leave(self._empty)

    def save(self) -> bool:
        """Store what is typed; False when that was refused. After somebody new comes the next one."""
        typed = self._typed()
        if self._is_double(typed):
            return False
        self._refused = False
        self.saved.emit(typed)
        if self._refused:
            return False
        if typed.id == NEW:
            self._empty()
        self._tell(_("บันทึก {name} แล้ว").format(name=typed.name), "done")
        return True

    def reject(self) -> None:
        """Close; what is typed and not stored is asked about."""
        self._leave(super().reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button it is on, and go on from the name to the position."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QPushButton):
            self.focusWidget().click()
        elif self.focusWidget() is self.name:
            self.position.setFocus()
        elif self.focusWidget() is self.search:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_double(self, typed: Person) -> bool:
        """Warn once of a name that is there already: it may be somebody else of the same name."""
        names = {person.name for person in self._people.values() if person.id != typed.id}
        if " ".join(typed.name.split()) not in names or typed == self._warned_of:
            return False
        self._warned_of = typed
        self._tell(_("มีชื่อนี้ในทำเนียบแล้ว ถ้าเป็นคนละคนกัน กดบันทึกอีกครั้ง"), "waiting")
        return True

    def _find(self, words: str) -> None:
        """Show only those whose name or position has these words."""
        wanted = "".join(words.split()).casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            there = "".join(f"{item.text()}{item.toolTip()}".split()).casefold()
            item.setHidden(wanted not in there)

    def _typed(self) -> Person:
        return self.form.typed()

    def _leave(self, then: Callable[[], object]) -> None:
        """Go on when nothing typed would be lost; otherwise ask."""
        if self._typed() == self._person:
            then()
            return
        who = self.name.text().strip() or _("ที่ยังไม่มีชื่อ")
        answers = [
            (_("บันทึก"), lambda: then() if self.save() else self._go_back()),
            (_("ไม่บันทึก"), lambda: self._drop(then)),
            (_("กลับไปแก้ไข"), self._go_back),
        ]
        ask(self, _("ทำเนียบบุคคล"), _("ยังไม่ได้บันทึกบุคคล {who}").format(who=who), answers)

    def _go_back(self) -> None:
        """Go on typing where the person begins; the list marks who is being typed."""
        self._mark(self._person.id)
        self.name.setFocus()

    def _drop(self, then: Callable[[], object]) -> None:
        self._show(self._person)
        then()

    def _empty(self) -> None:
        self._mark(NEW)
        self._show(Person(NEW, ""))
        self.name.setFocus()

    def _chosen(self, item: QListWidgetItem | None, _before: object) -> None:
        """Show the person chosen in the list; the mark stays behind while the question is open."""
        if item is None:
            return
        person_id = item.data(Qt.ItemDataRole.UserRole)
        self._mark(self._person.id)
        self._leave(lambda: self._go_to(person_id))

    def _go_to(self, person_id: int) -> None:
        self._mark(person_id)
        self._show(self._people[person_id])
        self.told_label.clear()

    def _mark(self, person_id: int) -> None:
        """Mark a person in the list without choosing; nobody when the person is new."""
        rows = range(self.list.count())
        row = next((i for i in rows if self.list.item(i).data(Qt.ItemDataRole.UserRole) == person_id), -1)
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _details(self) -> QVBoxLayout:
        self.form = PersonForm()
        self.name, self.position, self.active = self.form.name, self.form.position, self.form.active
        self.form.file_wanted.connect(self.file_wanted)
        self.told_label = QLabel()
        self.told_label.setWordWrap(True)
        self.save_button = _button("", _("บันทึกบุคคล"), _("บันทึกบุคคล (Ctrl+S)"))
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self.save_button.setProperty("main", "true")
        self.save_button.clicked.connect(self.save)
        self.close_button = _button("x", _("ปิด"), _("ปิดทำเนียบ (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self.remove = _button("trash-2", _("ลบ…"), _("ลบบุคคลนี้ออกจากทำเนียบ ชื่อในรายงานเดิมไม่หาย"))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._person))
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout()
        column.addWidget(self.form, 1)
        column.addWidget(muted(_("รายงานที่ทำไว้แล้วเก็บชื่อและตำแหน่งตามวันที่เลือกไว้ จึงไม่เปลี่ยนตามทำเนียบ")))
        column.addWidget(self.told_label)
        column.addLayout(buttons)
        return column

    def _show(self, person: Person) -> None:
        self.form.show_person(person)
        self.remove.setEnabled(person.id != NEW)

    def _tell(self, words: str, role: str) -> None:
        self.told_label.setProperty("role", role)
        self.told_label.style().unpolish(self.told_label)
        self.told_label.style().polish(self.told_label)
        self.told_label.setText(words)


def _button(name: str, words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    if name:
        button.setIcon(icon(name))
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
