"""Making a new report: which form, which fiscal year, which round."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Round
from desktop_app.thai.dates import fiscal_year_of
from desktop_app.thai.digits import to_arabic, to_thai
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import FieldGrid, muted
from ui.reports.model import ROUNDS
from ui.thai_text import display

YEARS = range(2500, 2701)
WRONG_YEAR = "ปีงบประมาณต้องเป็นปี พ.ศ. สี่หลัก เช่น ๒๕๖๗ กรุณาพิมพ์ใหม่"


class NewReportDialog(QDialog):
    """Asks for form, year and round. ``wanted`` carries them; the year is Buddhist era."""

    wanted = Signal(str, int, object)

    def __init__(self, forms: Mapping[str, FormSpec], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("รายงานใหม่")
        self.setMinimumWidth(420)
        self.form = QComboBox()
        for form in forms.values():
            self.form.addItem(form.title, form.id)
        self.year = QLineEdit(to_thai(str(fiscal_year_of(today))))
        self.round = QComboBox()
        for value, words in ROUNDS.items():
            self.round.addItem(words, value.value)
        self.round.setCurrentIndex(self.round.count() - 1)
        grid = FieldGrid()
        grid.add("แบบรายงาน", self.form)
        grid.add("ปีงบประมาณ", self.year, "ปี พ.ศ. ของงบประมาณที่รายงาน เช่น ๒๕๖๗")
        grid.add("รอบ", self.round)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addWidget(muted("ชื่อหน่วยงาน ผู้รับ และช่องลงนาม จะเติมจากข้อมูลหน่วยงานให้เอง"))
        layout.addWidget(self.fault)
        layout.addWidget(action_buttons(self, "สร้างรายงาน"))
        self.year.textEdited.connect(lambda _text: self.fault.hide())

    def accept(self) -> None:
        """Tell what is wanted, or say what is wrong with the year."""
        year = _year(self.year.text())
        if year is None:
            self.fault.setText(display(WRONG_YEAR))
            self.fault.show()
            self.year.setFocus()
            self.year.selectAll()
            return
        super().accept()
        self.wanted.emit(self.form.currentData(), year, Round(self.round.currentData()))


def _year(text: str) -> int | None:
    digits = to_arabic(text.strip())
    year = int(digits) if digits.isdecimal() else 0
    return year if year in YEARS else None
