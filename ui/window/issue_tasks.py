"""What the window does with issued copies: issue, change again, print again, save."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.actions import issuing
from desktop_app.actions.issuing import Issued
from desktop_app.domain.issued import IssuedCopy, issued_name
from desktop_app.errors import KnownError
from desktop_app.language import _
from ui import preview
from ui.issuing.words import is_frozen, revision_words
from ui.window import files
from ui.window.jobs import Jobs
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.report_tasks import PDF_FILES
from ui.window.session import Session


class IssueTasks(QObject):
    """Works on the open report. ``standing`` tells its copies whenever they may be others."""

    standing = Signal(object)
    """The issued copies of the open report, the newest first."""
    findings_wanted = Signal()
    """Before a copy is issued, what was found in the report shall be looked at."""

    def __init__(self, session: Session, window: MainWindow, notice: Notice, jobs: Jobs) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._jobs = session, window, notice, jobs

    def follow(self) -> None:
        """Tell of the copies from now on, each time after those who show the report were told of it."""
        self._session.report_opened.connect(lambda _report: self._tell_standing())
        self._session.report_changed.connect(
            lambda _report, changes: changes.issued and self._tell_standing()
        )

    def copies(self) -> tuple[IssuedCopy, ...]:
        """Return the copies of the open report, the newest first; none when they cannot be read."""
        report = self._session.report
        if report is None:
            return ()
        try:
            return issuing.list_copies(self._session.workspace, report.id)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return ()

    def is_frozen(self) -> bool:
        """Tell whether the open report was issued and not opened again."""
        return is_frozen(self.copies())

    def open_dialog(self, unsaved: str, found: int) -> None:
        """Show what was issued of the open report, and offer the next step.

        ``unsaved`` says what is typed and not saved: no copy may lack it. ``found`` counts what ought to be
        looked at before.
        """
        from ui.issuing.dialog import IssueDialog

        report, copies = self._session.report, self.copies()
        if unsaved:
            self._notice.warn(unsaved)
        if report is None or unsaved:
            return
        try:
            changes = issuing.changes_since(self._session.workspace, report.id)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return
        name = issued_name(report, copies[0].revision + 1 if copies else 1)
        dialog = IssueDialog(name, copies, changes, found, self._window)
        dialog.look.connect(self.findings_wanted)
        dialog.issue.connect(self.issue)
        dialog.amend.connect(self.amend)
        dialog.reprint.connect(self.reprint)
        dialog.save.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def issue(self) -> None:
        """Issue the open report, then print the copy."""
        report = self._session.report
        if report is not None:
            work = partial(issuing.issue, self._session.workspace, report.id)
            self._jobs.run(work, self._issued, _("กำลังออกฉบับจริง…"))

    def amend(self) -> None:
        """Let the open report be changed for its next revision."""
        report = self._session.report
        if report is not None:
            self._notice.clear()  # it may say that this has to come first
            self._session.attempt(lambda: issuing.reopen(self._session.workspace, report.id))

    def reprint(self, copy: IssuedCopy) -> None:
        """Print the very bytes of a copy."""
        self._guarded(lambda: self._print(copy, issuing.reprint(self._session.workspace, copy.id)))

    def save(self, copy: IssuedCopy) -> None:
        """Ask for a place, then write the copy there."""
        write = partial(self._save_to, copy)
        files.ask_save(self._window, _("บันทึกฉบับจริง"), PDF_FILES, copy.file_name, write)

    def _issued(self, made: Issued) -> None:
        self._session.take(made.changes)
        words = _("ออกฉบับจริง{revision} แล้ว เก็บไว้ในชื่อ {file_name}").format(
            revision=revision_words(made.copy.revision), file_name=made.copy.file_name
        )
        self._notice.tell(words, _("บันทึกเป็นไฟล์…"), partial(self.save, made.copy))
        self._guarded(lambda: self._print(made.copy, made.pdf))

    def _print(self, copy: IssuedCopy, data: bytes) -> None:
        name = copy.file_name.removesuffix(".pdf")
        say = self._notice
        preview.print_pdf(data, name, self._window, say.tell, say.warn, lambda _pages: self.save(copy))

    def _save_to(self, copy: IssuedCopy, path: Path) -> None:
        self._guarded(lambda: self._write(copy, path))

    def _write(self, copy: IssuedCopy, path: Path) -> None:
        issuing.save_copy(self._session.workspace, copy.id, path)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self._notice.tell(_("บันทึกฉบับจริงแล้วที่ {path}").format(path=path), _("เปิดไฟล์"), show)

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownError as error:
            self._notice.warn(error.sentence)

    def _tell_standing(self) -> None:
        self.standing.emit(self.copies())
