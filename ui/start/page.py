"""The first page: the three steps to a printed report, and the one that comes now."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.office import Office
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import Card, muted
from ui.settings.language_choice import NEXT_START
from ui.settings.language_choice import WORDS as LANGUAGE
from ui.settings.office_form import OfficeForm
from ui.thai_text import display
from ui.theme import icon

STEPS = (
    (_("กรอกข้อมูลหน่วยงาน"), _("ครั้งเดียว แล้วรายงานทุกฉบับใช้ด้วยกัน")),
    (_("สร้างรายงาน แล้วกรอกทีละขั้น"), _("ขั้นตอนของรายงานเรียงจากซ้ายไปขวาอยู่เหนือช่องกรอก ทุกช่องบันทึกให้เอง")),
    (_("แก้ตามข้อควรตรวจ แล้วพิมพ์"), _("สิ่งที่ยังขาดบอกไว้ใต้ช่องกรอก ตัวอย่างหน้ากระดาษอยู่ด้านขวา (F8 แสดงหรือซ่อน)")),
)
"""What has to be done, and where: the whole way from an empty program to paper."""
DONE = "✓"
NO_REPORT = _("มีรายงานเป็นกระดาษหรือเริ่มใหม่ ให้สร้างรายงานใหม่ มีเป็นไฟล์ข้อความ ให้นำเข้า")


class StartPage(QScrollArea):
    """Asks for the office when it has no name yet; otherwise offers a new report or an import."""

    office_filled = Signal(dict)
    """Texts by field of Office."""
    new_wanted = Signal()
    import_wanted = Signal()
    restore_wanted = Signal()
    language_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.office_card = self._office_card()
        self.work_card = self._work_card()
        self.way = Way()
        inside = QWidget()
        inside.setMaximumWidth(680)
        column = QVBoxLayout(inside)
        column.setSpacing(10)  # all of it stands in a window of 1280 × 720
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.way)
        column.addWidget(self.fault)
        column.addWidget(self.office_card)
        column.addWidget(self.work_card)
        self.language = self._language_button()
        column.addLayout(self._foot())
        column.addStretch(2)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(9, 0, 9, 0)
        row.addStretch(1)
        row.addWidget(inside, 8)
        row.addStretch(1)
        self.setWidget(middle)

    def set_office(self, office: Office) -> None:
        """Ask for the office, or greet it."""
        known = bool(office.name)
        self.fault.hide()
        self.title.setText(office.name if known else _("เริ่มใช้งาน"))
        self.way.set_now(1 if known else 0)
        self.office_card.setVisible(not known)
        self.work_card.setVisible(known)
        if not known:
            self.form.set_office(office)

    def set_reports(self, there: bool) -> None:
        """Tell whether there are reports to choose from."""
        words = _("เลือกรายงานจากรายการด้านซ้าย หรือเริ่มรายงานใหม่") if there else NO_REPORT
        self.choice.setText(display(words))

    def refuse(self, sentence: str) -> None:
        """Say why the office could not be stored."""
        self.fault.setText(display(sentence))
        self.fault.show()

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        (self.new if self.office_card.isHidden() else self.form).setFocus()

    def _office_card(self) -> Card:
        card = Card()
        card.body.addWidget(muted(_("กรอกครั้งเดียว แล้วรายงานทุกฉบับจะเติมให้เอง แก้ภายหลังได้ที่เมนูหน่วยงาน")))
        self.form = OfficeForm()
        card.body.addWidget(self.form)
        self.save = QPushButton(_("บันทึกข้อมูลหน่วยงาน"))
        self.save.setProperty("main", "true")
        self.save.setToolTip(_("บันทึกข้อมูลหน่วยงานแล้วเริ่มทำรายงาน"))
        self.save.setAccessibleName(_("บันทึกข้อมูลหน่วยงาน"))
        self.save.clicked.connect(self._save)
        lines = list(self.form.fields.values())
        for line, following in pairwise([*lines, self.save]):
            line.returnPressed.connect(following.setFocus)
        lines[-1].returnPressed.connect(self._save)
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _work_card(self) -> Card:
        card = Card()
        self.choice = muted(NO_REPORT)
        card.body.addWidget(self.choice)
        self.new = QPushButton(_("สร้างรายงานใหม่"))
        self.new.setProperty("main", "true")
        self.new.setToolTip(_("สร้างรายงานใหม่ (Ctrl+N)"))
        self.new.setAccessibleName(_("สร้างรายงานใหม่"))
        self.new.clicked.connect(self.new_wanted)
        self.bring = QPushButton(icon("file-input"), _("นำเข้าจากไฟล์ข้อความ"))
        self.bring.setToolTip(_("นำเข้าจากไฟล์ข้อความ (Ctrl+O)"))
        self.bring.setAccessibleName(_("นำเข้าจากไฟล์ข้อความ"))
        self.bring.clicked.connect(self.import_wanted)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.bring)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _foot(self) -> QHBoxLayout:
        """Return the way back for an office that has a new PC, and the way to the other language."""
        self.restore = QPushButton(icon("archive-restore"), _("กู้คืนจากชุดสำรอง…"))
        self.restore.setToolTip(_("มีชุดสำรองจากเครื่องเดิม ให้กู้คืนแทนการเริ่มใหม่"))
        self.restore.setAccessibleName(_("กู้คืนจากชุดสำรอง"))
        self.restore.clicked.connect(self.restore_wanted)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.language)
        return row

    def _language_button(self) -> QPushButton:
        """Return the way to the other language for who cannot read this one."""
        button = QPushButton(f"{LANGUAGE}…")
        button.setToolTip(NEXT_START)
        button.setAccessibleName(LANGUAGE)
        button.clicked.connect(self.language_wanted)
        return button

    def _save(self) -> None:
        texts = dict(self.form.changes())
        if not self.form.fields["name"].text().strip():
            self.refuse(_("ยังไม่ได้กรอกชื่อหน่วยงาน กรุณากรอกก่อนบันทึก"))
            self.form.setFocus()
            return
        self.office_filled.emit(texts)


class Way(QWidget):
    """The three steps, numbered; what is done has a tick, what comes now stands out."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self.marks = [QLabel() for _unused in STEPS]
        self.names = [QLabel(words) for words, _where in STEPS]
        for at, (_words, where) in enumerate(STEPS):
            grid.addWidget(self.marks[at], 2 * at, 0)
            grid.addWidget(self.names[at], 2 * at, 1)
            grid.addWidget(muted(where), 2 * at + 1, 1)
            grid.setRowMinimumHeight(2 * at, 30)

    def set_now(self, now: int) -> None:
        """Mark the step that comes now, 0 to 2; those before it are done."""
        for at, (mark, name) in enumerate(zip(self.marks, self.names, strict=True)):
            mark.setText(DONE if at < now else numerals(at + 1))
            for label in (mark, name):
                label.setProperty("role", "done" if at < now else "now" if at == now else "muted")
                label.style().polish(label)
