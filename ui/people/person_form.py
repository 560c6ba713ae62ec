"""The fields of one person: rank, title, name, position, signature, still in office or not."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.office import Person
from desktop_app.domain.person_names import RANKS, TITLES, full_name, name_parts
from desktop_app.language import _
from ui.people.signature_field import SignatureField
from ui.report.form_rows import FieldGrid
from ui.thai_edit import ThaiTextEdit

NEW = 0
"""The id of a person not saved yet."""


class PersonForm(QWidget):
    """Shows a person and tells what is typed. A name typed whole goes into its fields when it is left."""

    file_wanted = Signal()
    """A file with a picture of the signature is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = Person(NEW, "")
        self.title = _WordBox(TITLES)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("เช่น นางสาวตัวอย่าง ใจดี"))
        self.name.editingFinished.connect(self._part)
        self.rank = _WordBox(RANKS)
        self.rank.lineEdit().setPlaceholderText(_("ไม่มี"))
        self.position = ThaiTextEdit()
        self.position.setPlaceholderText(_("เช่น ปลัดเทศบาลตำบลตัวอย่าง"))
        self.signature = SignatureField()
        self.signature.file_wanted.connect(self.file_wanted)
        self.active = QCheckBox(_("ยังปฏิบัติงานอยู่"))
        self.active.setToolTip(_("เอาเครื่องหมายออกเมื่อย้ายหรือพ้นตำแหน่ง ชื่อในรายงานเดิมไม่เปลี่ยน"))
        self.active.setAccessibleName(_("ยังปฏิบัติงานอยู่"))
        grid = FieldGrid()
        grid.setColumnMinimumWidth(0, 84)
        grid.add(_("คำนำหน้า"), self.title, _("คำหน้าชื่อในวงเล็บ เช่น นาย นาง นางสาว หรือพิมพ์คำอื่น"))
        grid.add(_("ชื่อ นามสกุล"), self.name, _("พิมพ์ชื่อเต็มพร้อมคำนำหน้าได้ โปรแกรมแยกให้"))
        grid.add(_("ตำแหน่ง"), self.position, _("ตำแหน่งใต้ชื่อ มีได้หลายบรรทัด"))
        grid.setRowStretch(grid.rowCount() - 1, 1)
        grid.add(_("ยศ"), self.rank, _("ยศคำเต็ม พิมพ์หน้าลายมือชื่อ เช่น ว่าที่ร้อยตรี"))
        grid.add(_("ลายมือชื่อ"), self.signature, self.signature.take.toolTip())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid, 1)
        column.addWidget(self.active)

    @property
    def person(self) -> Person:
        """Whom the form shows, as stored."""
        return self._person

    def show_person(self, person: Person) -> None:
        """Show this person; what was typed before is forgotten."""
        self._person = person
        self.title.setEditText(person.title)
        self.name.setText(person.given)
        self.rank.setEditText(person.rank)
        self.position.set_text(person.position)
        self.signature.set_png(person.signature)
        self.active.setChecked(person.active)
        self.active.setEnabled(person.id != NEW)

    def typed(self) -> Person:
        """Return the person as typed; a name that nobody touched stays letter by letter."""
        rank, title, given = self._parts()
        same = (title, given) == (self._person.title, self._stored)
        return replace(
            self._person,
            title=title,
            name=self._person.name if same else full_name(title, given),
            rank=rank,
            position=self.position.text().strip(),
            signature=self.signature.png,
            active=self.active.isChecked(),
        )

    def _parts(self) -> tuple[str, str, str]:
        """Return rank, title and the rest of the name; those not given are told by how the name begins."""
        rank, title = (" ".join(box.currentText().split()) for box in (self.rank, self.title))
        given = " ".join(self.name.text().split())
        if given == self._stored:
            return rank, title, given
        found = name_parts(given)
        if (found.rank and rank) or (found.title and title):
            return rank, title, given
        return rank or found.rank, title or found.title, found.given

    @property
    def _stored(self) -> str:
        return " ".join(self._person.given.split())

    def _part(self) -> None:
        """Show a name that was typed whole in its fields."""
        rank, title, given = self._parts()
        self.rank.setEditText(rank)
        self.title.setEditText(title)
        if given != " ".join(self.name.text().split()):
            self.name.setText(given)


class _WordBox(QComboBox):
    """A line with usual words to choose from; any other word may be typed."""

    def __init__(self, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(["", *words])
        self.setCurrentIndex(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling must not change the word."""
        event.ignore()
