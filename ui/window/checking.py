"""Checks the open report beside the typing, and shows what was found."""

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.domain.finding import Finding
from desktop_app.domain.form import FormSpec
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report
from desktop_app.language import _
from ui.latest import Latest
from ui.report.editor import ReportEditor
from ui.report.mend_edit import MendEdit
from ui.window.notice import Notice
from ui.window.session import Session

_NOT_CHECKED = _("ตรวจรายงานไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่")


class Checking(QObject):
    """Fills the list of findings of the editor."""

    def __init__(
        self, session: Session, editor: ReportEditor, notice: Notice, pool: QThreadPool | None = None
    ) -> None:
        super().__init__(editor)
        self._session, self._editor, self._notice = session, editor, notice
        self._people: tuple[Person, ...] = ()
        self.checker = Latest(self._check, _NOT_CHECKED, self, pool)
        self.checker.ready.connect(editor.findings.set_findings)
        self.checker.failed.connect(notice.warn)
        editor.findings.mend_wanted.connect(self._mend)

    def set_people(self, people: tuple[Person, ...]) -> None:
        """Check against the directory as it is now."""
        self._people = people
        self.request()

    def request(self) -> None:
        """Check the open report when the hands rest."""
        if self._session.report is not None:
            self.checker.request(self._session.report, self._session.form, self._people)

    def cancel(self) -> None:
        """Drop what was asked for: no report is open."""
        self.checker.cancel()

    def rest(self) -> None:
        """Drop what was asked for and wait for what runs."""
        self.checker.rest()

    def close(self) -> None:
        """Drop everything and wait for what runs."""
        self.checker.close()

    def show_findings(self) -> None:
        """Show them with the keyboard among them, or say that there are none."""
        self.find_now()
        if not self._editor.findings.focus_list():
            self._notice.tell(_("ไม่พบข้อควรตรวจในรายงานนี้"))

    def find_now(self) -> int:
        """Check at once what is on the screen: the worker may still be waiting for the hands to rest.

        Returns how much was found.
        """
        from desktop_app.domain.checks import check

        self._editor.flush()
        if self._session.report is None:
            return 0
        findings = check(self._session.report, self._session.form, self._people)
        self._editor.findings.set_findings(findings)
        return len(findings)

    def _check(self, report: Report, form: FormSpec, people: tuple[Person, ...]) -> tuple[Finding, ...]:
        """Check, in the thread, which loads the checks; what is stale is given up."""
        from desktop_app.domain.checks import check

        return check(report, form, people, self.checker.turn)

    def _mend(self, finding: Finding) -> None:
        """Let what is typed be saved first: a mend never takes it back."""
        self._editor.flush()
        self._session.do(MendEdit(self._session.report, finding))
