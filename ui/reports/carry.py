"""Making a report out of an earlier one: for the next year, or for the 12-month round."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report, Round
from desktop_app.language import _
from ui.report.form_rows import muted
from ui.reports.model import ROUNDS, year_words
from ui.reports.term import Term, TermDialog
from ui.thai_text import display

NEXT_YEAR = _("เก็บสิ่งที่ทำเหมือนเดิมทุกปีไว้และเลื่อนปีให้ ผลของปี สถานะ เลขที่ และวันที่เริ่มว่าง ฉบับเดิมไม่เปลี่ยน")
SAME_YEAR = _("เก็บทุกอย่างที่กรอกไว้ รวมผลและสถานะ ให้ปรับต่อ เลขที่และวันที่เริ่มว่าง ฉบับเดิมไม่เปลี่ยน")


class CarryDialog(TermDialog):
    """Offers a year and a round for what goes on from an earlier report."""

    def __init__(
        self,
        earlier: Report,
        form: FormSpec,
        fiscal_year: int,
        round_: Round,
        there: Mapping[Term, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(there, lambda: earlier.form_id, parent)
        self._earlier = earlier
        self.setWindowTitle(_("ทำรายงานจากฉบับเดิม"))
        of = f"{form.title}\n{year_words(earlier.fiscal_year)} {ROUNDS[earlier.round]}"
        self.grid.add(_("จากฉบับ"), muted(of))
        self.lay_out(NEXT_YEAR, _("สร้างรายงาน"))
        self.year.textChanged.connect(self._explain)
        self.propose(fiscal_year, round_)
        self.year.setFocus()
        self.year.selectAll()

    def _explain(self) -> None:
        """Say what is kept for the year that is typed now."""
        is_same = self.typed_year() == self._earlier.fiscal_year
        self.explanation.setText(display(SAME_YEAR if is_same else NEXT_YEAR))


def carried_words(earlier: Report, fiscal_year: int, round_: Round) -> str:
    """Return what was done and what is to be done next."""
    words = _("ทำรายงาน{year} {round} จากฉบับเดิมแล้ว").format(
        year=year_words(fiscal_year), round=ROUNDS[round_]
    )
    if fiscal_year == earlier.fiscal_year:
        return _("{words} กรุณาปรับผลและสถานะให้เป็นปัจจุบัน").format(words=words)
    return _("{words} กรุณาตรวจปีในข้อความ แล้วกรอกผลของปีนี้").format(words=words)


def gone_words(gone: Sequence[str]) -> str:
    """Return whose places have to be filled by somebody else."""
    return _("{names} ไม่ได้อยู่ในทำเนียบแล้ว ช่องลงนามจึงว่าง กรุณาเลือกผู้ลงนามคนใหม่").format(
        names=_(" และ ").join(gone)
    )
