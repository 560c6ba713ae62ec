"""A dialog that asks for which fiscal year and round a report is, and tells when there is one already."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.report import Round
from desktop_app.language import _
from desktop_app.thai.digits import to_arabic
from desktop_app.thai.shown import numerals
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import FieldGrid, muted
from ui.reports.model import ROUNDS, year_words
from ui.thai_text import display
from ui.theme import text_percent

WIDTH = 440
"""The least, in pixels, at the program's own size of type."""
YEARS = range(2500, 2701)
SHORT_YEARS = range(2550, 2600)
"""What may be typed by its last two digits."""
ERAS_APART = 543
WRONG_YEAR = _("ปีงบประมาณต้องเป็นปี พ.ศ. สี่หลัก เช่น ๒๕๖๗ กรุณาพิมพ์ใหม่")

Term = tuple[str, int, Round]
"""Form id, fiscal year (BE) and round: what tells one report from another."""


class TermDialog(QDialog):
    """Year and round. ``wanted`` carries form id, year (Buddhist era) and round when they are good.

    ``there`` counts the reports that there are of each term; ``form_id`` tells which form is meant now.
    """

    wanted = Signal(str, int, object)

    def __init__(
        self, there: Mapping[Term, int], form_id: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form_id = form_id
        self.setMinimumWidth(WIDTH * text_percent() // 100)
        self._there = there
        self.year = QLineEdit()
        self.round = QComboBox()
        for value, words in ROUNDS.items():
            self.round.addItem(words, value.value)
        self.grid = FieldGrid()
        self.same = QLabel()
        self.same.setWordWrap(True)
        self.same.hide()
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.year.textChanged.connect(self._changed)
        self.round.currentIndexChanged.connect(self._changed)

    def propose(self, fiscal_year: int, round_: Round) -> None:
        """Offer a year and a round."""
        self.year.setText(numerals(fiscal_year))
        self.round.setCurrentIndex(self.round.findData(round_.value))

    def accept(self) -> None:
        """Go on with year and round, or say what is wrong with the year."""
        year = self.typed_year()
        if year is None:
            self._refuse_year()
            return
        super().accept()
        self.wanted.emit(self.form_id(), year, self._chosen_round())

    def lay_out(self, explanation: str, doing: str) -> None:
        """Put the fields, what explains them, and the button that does it under each other."""
        self.grid.add(_("ปีงบประมาณ"), self.year, _("ปี พ.ศ. ของงบประมาณที่รายงาน เช่น ๒๕๖๗"))
        self.grid.add(_("รอบ"), self.round)
        self.explanation = muted(explanation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self.grid)
        layout.addWidget(self.explanation)
        for told in (self.same, self.fault):
            layout.addWidget(told)
        layout.addWidget(action_buttons(self, doing))

    def tell_same(self) -> None:
        """Say when there is a report of this form, year and round already; it may be made all the same."""
        year, round_ = self.typed_year(), self._chosen_round()
        count = self._there.get((self.form_id(), year, round_), 0) if year else 0
        if count:
            words = _("มีรายงานแบบนี้ของ{year} {round} อยู่แล้ว {count} ฉบับ").format(
                year=year_words(year), round=ROUNDS[round_], count=numerals(count)
            )
            self.same.setText(display(_("{words} ถ้าสร้าง จะได้อีกฉบับแยกกัน").format(words=words)))
        self.same.setVisible(bool(count))
        self.fit()

    def fit(self) -> None:
        """Be as high as the words now need; Qt's own adjusting ends at two thirds of the screen."""
        self.layout().activate()  # or it would be as high as before
        width = max(self.sizeHint().width(), self.width() if self.isVisible() else 0)
        self.resize(width, self.layout().totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Come up as high as the words need."""
        super().showEvent(event)
        self.fit()

    def typed_year(self) -> int | None:
        """Return the year that is typed now, also by its last two digits; None when it cannot be one."""
        digits = self._digits()
        if len(digits) == 2:
            return next((year for year in SHORT_YEARS if year % 100 == int(digits)), None)
        return int(digits) if digits and int(digits) in YEARS else None

    def _digits(self) -> str:
        digits = to_arabic(self.year.text().strip())
        return digits if digits.isdecimal() else ""

    def _refuse_year(self) -> None:
        """Say what is wrong with the year; one of the common era is turned into the one that is meant."""
        typed = self._digits()
        meant = int(typed or 0) + ERAS_APART
        words = WRONG_YEAR
        if len(typed) == 4 and meant in YEARS:
            self.year.setText(numerals(meant))
            words = _("ปี {typed} เป็นปี ค.ศ. คือ พ.ศ. {meant} เปลี่ยนให้แล้ว กรุณากดปุ่มอีกครั้งถ้าใช่").format(
                typed=numerals(int(typed)), meant=numerals(meant)
            )
        self.fault.setText(display(words))
        self.fault.show()
        self.fit()
        self.year.setFocus()
        self.year.selectAll()

    def _changed(self) -> None:
        self.fault.hide()
        self.tell_same()

    def _chosen_round(self) -> Round:
        return Round(self.round.currentData())
