"""Making a new report: which form, which fiscal year, which round."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Round
from desktop_app.thai.dates import fiscal_year_of
from ui.reports.term import Term, TermDialog


class NewReportDialog(TermDialog):
    """Asks for form, year and round."""

    def __init__(
        self,
        forms: Mapping[str, FormSpec],
        today: date,
        there: Mapping[Term, int],
        parent: QWidget | None = None,
    ) -> None:
        self.form = QComboBox()
        super().__init__(there, lambda: str(self.form.currentData()), parent)
        self.setWindowTitle("รายงานใหม่")
        for form in forms.values():
            self.form.addItem(form.title, form.id)
        self.grid.add("แบบรายงาน", self.form)
        self.lay_out("ชื่อหน่วยงาน ผู้รับ และช่องลงนาม จะเติมจากข้อมูลหน่วยงานให้เอง", "สร้างรายงาน")
        self.propose(fiscal_year_of(today), Round.TWELVE_MONTHS)
        self.form.currentIndexChanged.connect(self.tell_same)
