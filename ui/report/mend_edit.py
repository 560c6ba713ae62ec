"""A finding mended: all its changes in one step that can be undone."""

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.finding import Finding
from desktop_app.domain.report import Report
from desktop_app.language import N_
from ui.report.edits import Edit


class MendEdit(Edit):
    """The mend of a finding."""

    def __init__(self, report: Report, finding: Finding) -> None:
        super().__init__(report.id, N_("แก้ตามข้อควรตรวจ"))
        self._changes = finding.mend

    def do(self, workspace: Workspace) -> Changes:
        """Set the new texts."""
        from desktop_app.actions import checking

        return checking.mend(workspace, self.report_id, self._changes)
