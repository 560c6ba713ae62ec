"""Sending a report under a memo, as a step that can be taken back."""

from desktop_app.actions.changes import Changes
from desktop_app.actions.cover_memo import send_under_memo
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report
from desktop_app.language import N_
from ui.report.edits import Edit


class MemoEdit(Edit):
    """A memo put before the report, or put away with all that is written in it."""

    def __init__(self, report: Report, wanted: bool) -> None:
        super().__init__(report.id, N_("ส่งพร้อมบันทึกข้อความ") if wanted else N_("ส่งโดยไม่มีบันทึกข้อความ"))
        self._wanted = wanted

    def do(self, workspace: Workspace) -> Changes:
        """Put the memo there, or away."""
        return send_under_memo(workspace, self.report_id, self._wanted)
