"""Settings: the office's own data, the type family of its documents, its emblem; the language."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.office import Emblem, Office
from desktop_app.language import THAI, _
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import FieldGrid, muted
from ui.settings.emblem import EmblemField
from ui.settings.font_choice import HINT, WORDS, FontChoice
from ui.settings.language_choice import NEXT_START, LanguageChoice
from ui.settings.language_choice import WORDS as LANGUAGE
from ui.settings.office_form import OfficeForm
from ui.start_password.words import CHANGE, KEEPS_OUT, SET, grow
from ui.thai_text import display

ORIGINALS = _("เก็บไฟล์ที่เลือกไว้กับภาพขนาดพิมพ์ด้วย ไฟล์ข้อมูลและชุดสำรองจะใหญ่ขึ้นมาก และต้นฉบับอาจบอกสถานที่ถ่าย")


class SettingsDialog(QDialog):
    """Nothing is stored before "บันทึก". ``saved`` carries the changed texts by field, and the emblem.

    ``families`` are the type families to choose from, the usual one first. Whoever stores what was
    changed calls ``done_saving`` or, with a sentence, ``refuse``: then the dialog stays.
    """

    saved = Signal(dict, object)
    file_wanted = Signal()
    password_wanted = Signal()

    def __init__(
        self,
        office: Office,
        families: Sequence[str],
        parent: QWidget | None = None,
        keeps_originals: bool = False,
        language: str = THAI,
        has_password: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ตั้งค่าหน่วยงาน"))
        self.setMinimumWidth(560)
        self._emblem_before = office.emblem
        self.form = OfficeForm()
        self.form.set_office(office)
        self.font_choice = FontChoice(families, office)
        self.emblem = EmblemField()
        self.emblem.set_emblem(office.emblem)
        self.emblem.file_wanted.connect(self.file_wanted)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        look = FieldGrid()
        look.add(WORDS, self.font_choice, HINT)
        look.add(_("ตรา"), self.emblem, _("ตราครุฑหรือตราหน่วยงาน พิมพ์สูง ๑.๕ เซนติเมตรที่หัวบันทึก"))
        self._kept_before = keeps_originals
        self.originals = QCheckBox(_("เก็บไฟล์ภาพต้นฉบับ"))
        self.originals.setChecked(keeps_originals)
        look.add(_("ภาพกิจกรรม"), self.originals, ORIGINALS)
        self.language = LanguageChoice(language)
        look.add(LANGUAGE, self.language, NEXT_START)
        look.addWidget(muted(NEXT_START), look.rowCount(), 1)
        self.password = QPushButton()
        self.password.setAutoDefault(False)
        self.password.clicked.connect(self.password_wanted)
        self.password.setToolTip(KEEPS_OUT)
        self.show_password(has_password)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addLayout(look)
        layout.addWidget(muted(_("ข้อมูลนี้เติมลงในรายงานใหม่ รายงานที่ทำไว้แล้วไม่เปลี่ยน ยกเว้นแบบอักษรและตรา")))
        layout.addWidget(self.fault)
        foot = QHBoxLayout()
        foot.addWidget(self.password)
        foot.addWidget(action_buttons(self, _("บันทึก"), _("บันทึกข้อมูลหน่วยงาน")), 1)
        layout.addLayout(foot)

    @property
    def new_emblem(self) -> Emblem | None:
        """The emblem as chosen now."""
        return self.emblem.emblem

    @property
    def emblem_changed(self) -> bool:
        """True when another emblem, or none, was chosen."""
        return self.emblem.emblem != self._emblem_before

    @property
    def keeps_originals(self) -> bool:
        """Whether the files that photos are made from are to be kept."""
        return self.originals.isChecked()

    @property
    def originals_changed(self) -> bool:
        """True when that was chosen otherwise than before."""
        return self.keeps_originals != self._kept_before

    def accept(self) -> None:
        """Tell what to store."""
        self.fault.hide()
        self.saved.emit({**self.form.changes(), **self.font_choice.changes()}, self.new_emblem)

    def show_password(self, has_password: bool) -> None:
        """Let the button say what it does now."""
        words = CHANGE if has_password else SET
        self.password.setText(words)
        self.password.setAccessibleName(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as all rows need; Qt counts too little for words that wrap."""
        super().showEvent(event)
        grow(self)

    def done_saving(self) -> None:
        """Close: everything was stored."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Say why it was not stored, or why a file gave no emblem."""
        self.fault.setText(display(sentence))
        self.fault.show()
