"""Making a new report: which form, which fiscal year, which round."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.form import SIGNED_KINDS, ColumnKind, FormSpec, PartKind
from desktop_app.domain.report import Round
from desktop_app.language import _
from desktop_app.thai.dates import fiscal_year_of
from ui.report.form_rows import muted
from ui.reports.term import Term, TermDialog
from ui.thai_text import display


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
        self._forms = forms
        super().__init__(there, lambda: str(self.form.currentData()), parent)
        self.setWindowTitle(_("รายงานใหม่"))
        for form in forms.values():
            self.form.addItem(form.title, form.id)
        self.grid.add(_("แบบรายงาน"), self.form)
        self.holds = muted("")
        self.grid.addWidget(self.holds, self.grid.rowCount(), 1)
        self.lay_out(_("ชื่อหน่วยงาน ผู้รับ และช่องลงนาม จะเติมจากข้อมูลหน่วยงานให้เอง"), _("สร้างรายงาน"))
        self.propose(reported_year(today), Round.TWELVE_MONTHS)
        self.form.currentIndexChanged.connect(self.tell_same)
        self.form.currentIndexChanged.connect(self._tell_holds)
        self._tell_holds()

    def _tell_holds(self) -> None:
        """Say what a report of the chosen form is made of, to be compared with the paper."""
        form = self._forms.get(str(self.form.currentData()))
        self.holds.setText(display(holds_words(form)) if form else "")
        self.fit()


def holds_words(form: FormSpec) -> str:
    """Return the parts of a form in words: its head, the columns of its tables, who signs."""
    words = [_("หัวบันทึกข้อความ")] if any(part.kind is PartKind.MEMO_HEAD for part in form.parts) else []
    words += [part.title for part in form.parts if part.kind is PartKind.COVER]
    for part in form.parts:
        if columns := [one.heading for one in part.columns if one.kind is not ColumnKind.STATUS or one.ticks]:
            words.append(f"{part.title} ({', '.join(columns)})")
    kinds = (PartKind.SCORES, PartKind.ACTIVITIES, *SIGNED_KINDS)
    words += [part.title for part in form.parts if part.kind in kinds]
    return _("มี ") + " · ".join(dict.fromkeys(words))


def reported_year(today: date) -> int:
    """Return the fiscal year that a report of twelve months is most likely about on this day.

    In its first half (October to March) an office still reports the year that has just ended.
    """
    year = fiscal_year_of(today)
    return year - 1 if today.month >= 10 or today.month <= 3 else year
