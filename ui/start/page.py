"""The first page: who we are, once; then what to do."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.office import Office
from ui.report.form_rows import Card, muted
from ui.settings.office_form import OfficeForm
from ui.thai_text import display
from ui.theme import icon


class StartPage(QScrollArea):
    """Asks for the office when it has no name yet; otherwise offers a new report or an import."""

    office_filled = Signal(dict)
    """Texts by field of Office."""
    new_wanted = Signal()
    import_wanted = Signal()

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
        inside = QWidget()
        inside.setMaximumWidth(680)
        column = QVBoxLayout(inside)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.fault)
        column.addWidget(self.office_card)
        column.addWidget(self.work_card)
        column.addStretch(2)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(inside, 8)
        row.addStretch(1)
        self.setWidget(middle)

    def set_office(self, office: Office) -> None:
        """Ask for the office, or greet it."""
        known = bool(office.name)
        self.fault.hide()
        self.title.setText(office.name if known else "เริ่มใช้งาน: ข้อมูลหน่วยงาน")
        self.office_card.setVisible(not known)
        self.work_card.setVisible(known)
        if not known:
            self.form.set_office(office)

    def refuse(self, sentence: str) -> None:
        """Say why the office could not be stored."""
        self.fault.setText(display(sentence))
        self.fault.show()

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        (self.new if self.office_card.isHidden() else self.form).setFocus()

    def _office_card(self) -> Card:
        card = Card()
        card.body.addWidget(muted("กรอกครั้งเดียว แล้วรายงานทุกฉบับจะเติมให้เอง แก้ภายหลังได้ที่เมนูไฟล์ ตั้งค่าหน่วยงาน"))
        self.form = OfficeForm()
        card.body.addWidget(self.form)
        self.save = QPushButton("บันทึกข้อมูลหน่วยงาน")
        self.save.setProperty("main", "true")
        self.save.setToolTip("บันทึกข้อมูลหน่วยงานแล้วเริ่มทำรายงาน")
        self.save.setAccessibleName("บันทึกข้อมูลหน่วยงาน")
        self.save.clicked.connect(self._save)
        lines = list(self.form.fields.values())
        for line, following in pairwise([*lines, self.save]):
            line.returnPressed.connect(following.setFocus)
        lines[-1].returnPressed.connect(self._save)
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _work_card(self) -> Card:
        card = Card()
        card.body.addWidget(muted("เลือกรายงานจากรายการด้านซ้าย หรือเริ่มรายงานใหม่"))
        self.new = QPushButton("สร้างรายงานใหม่")
        self.new.setProperty("main", "true")
        self.new.setToolTip("สร้างรายงานใหม่ (Ctrl+N)")
        self.new.setAccessibleName("สร้างรายงานใหม่")
        self.new.clicked.connect(self.new_wanted)
        self.bring = QPushButton(icon("file-input"), "นำเข้าจากไฟล์ข้อความ")
        self.bring.setToolTip("นำเข้าจากไฟล์ข้อความ (Ctrl+O)")
        self.bring.setAccessibleName("นำเข้าจากไฟล์ข้อความ")
        self.bring.clicked.connect(self.import_wanted)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.bring)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _save(self) -> None:
        texts = dict(self.form.changes())
        if not self.form.fields["name"].text().strip():
            self.refuse("ยังไม่ได้กรอกชื่อหน่วยงาน กรุณากรอกก่อนบันทึก")
            self.form.setFocus()
            return
        self.office_filled.emit(texts)
