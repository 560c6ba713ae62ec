"""Giving the open report another fiscal year or round, as a step that can be taken back."""

from collections import Counter

from PySide6.QtWidgets import QWidget

from desktop_app.actions.changes import Changes
from desktop_app.actions.terms import set_term
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report, Round
from desktop_app.language import N_, _
from ui.report.edits import Edit
from ui.reports.term import Term, TermDialog

_WHAT_HAPPENS = _("ข้อความที่ยังเป็นของแบบรายงานจะเปลี่ยนปีให้ ข้อความที่พิมพ์เองไม่เปลี่ยน ข้อควรตรวจจะบอกปีที่ยังไม่ตรง")


class TermEdit(Edit):
    """Another fiscal year or round."""

    def __init__(self, report: Report, fiscal_year: int, round_: Round) -> None:
        super().__init__(report.id, N_("แก้ปีงบประมาณและรอบ"))
        self._fiscal_year, self._round = fiscal_year, round_

    def do(self, workspace: Workspace) -> Changes:
        """Write them, and the texts that follow them."""
        return set_term(workspace, self.report_id, self._fiscal_year, self._round)


class ChangeTermDialog(TermDialog):
    """Offers the report's own year and round to be changed."""

    def __init__(self, report: Report, there: Counter[Term], parent: QWidget | None = None) -> None:
        others = there - Counter([(report.form_id, report.fiscal_year, report.round)])
        super().__init__(others, lambda: report.form_id, parent)
        self.setWindowTitle(_("ปีงบประมาณและรอบของรายงาน"))
        self.lay_out(_WHAT_HAPPENS, _("เปลี่ยน"))
        self.propose(report.fiscal_year, report.round)
        self.year.setFocus()
        self.year.selectAll()
