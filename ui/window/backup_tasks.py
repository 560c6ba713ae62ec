"""What the menus do to keep the data safe, and what the window does for it by itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.actions import backups
from desktop_app.actions.importing import ImportOutcome
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.making import Made
from desktop_app.backup.restoring import Restored
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.backup.backup_dialog import BackupDialog
from ui.backup.restore_dialog import RestoreDialog
from ui.backup.words import since_words
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.report_tasks import ReportTasks
from ui.window.session import Session


class BackupTasks(QObject):
    """Each public method is one entry of a menu, or something that is done unasked.

    ``show_anew`` shows everything after the database has become another one.
    """

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        notice: Notice,
        tasks: ReportTasks,
        show_anew: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._jobs = session, window, notice, tasks.jobs
        self._show_anew = show_anew
        self._is_closed = False

    @property
    def _database(self) -> Path:
        return self._session.workspace.store.path

    def back_up(self) -> BackupDialog:
        """Ask for a stick or a folder, then write a bundle and prove it."""
        days = backups.last_backup(self._database).days_since(self._session.now())
        dialog = BackupDialog(self._database, self._window, days=days)
        dialog.made.connect(self._tell_made)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def restore(self, unsaved: str) -> RestoreDialog | None:
        """Ask for a bundle, then restore all of it or bring some of its reports in.

        ``unsaved`` says what is typed and not saved: it would be lost.
        """
        if unsaved:
            self._notice.warn(unsaved)
            return None
        dialog = RestoreDialog(self._database, self._window)
        dialog.restore_wanted.connect(partial(self._restore, dialog))
        dialog.bring_in_wanted.connect(partial(self._bring_in, dialog))
        dialog.work.done.connect(partial(self._done, dialog))
        for ended in (dialog.work.failed, dialog.work.stopped):
            ended.connect(lambda *_unused: self._reopen())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def remind(self) -> None:
        """Say so when the last backup onto a stick is older than a week, or there was none.

        Whatever else is being told matters more.
        """
        now = self._session.now()
        if not self._notice.sentence and backups.is_overdue(self._database, now):
            days = backups.last_backup(self._database).days_since(now)
            words = _("{since} กรุณาเสียบแฟลชไดรฟ์แล้วสำรองข้อมูล").format(since=since_words(days))
            self._notice.offer(words, _("สำรองข้อมูล…"), self.back_up)

    def keep_daily(self) -> None:
        """Make today's bundle on this PC, beside the window."""
        database, clock = self._database, self._session.workspace.clock
        keep = partial(backups.keep_daily, database, clock)
        self._jobs.run(keep, lambda _made: None, _("กำลังสำรองข้อมูลประจำวัน…"))

    def _tell_made(self, made: Made) -> None:
        self._notice.tell(_("สำรองข้อมูลแล้ว และอ่านกลับมาตรวจแล้ว: {path}").format(path=made.path))

    def _restore(self, dialog: RestoreDialog, path: Path, other_office: bool) -> None:
        """Close the database, restore in the background, and open it again whatever came of it."""
        database, report = self._database, self._session.report
        self._window.state.report = report.id if report else 0
        self._session.open_report(None)
        self._session.close()
        self._is_closed = True
        password = dialog.password
        dialog.work.run(
            lambda watch: backups.restore(
                database, path, other_office=other_office, watch=watch, password=password
            )
        )

    def _bring_in(self, dialog: RestoreDialog, path: Path, report_ids: list[int]) -> None:
        workspace = self._session.workspace
        password = dialog.password
        dialog.work.run(lambda watch: backups.bring_in(workspace, path, report_ids, watch, password))

    def _done(self, dialog: RestoreDialog, answer: Restored | list[ImportOutcome]) -> None:
        dialog.accept()
        if isinstance(answer, Restored):
            self._reopen()
            self._tell_restored(answer)
        else:
            self._brought_in(answer)

    def _reopen(self) -> None:
        if not self._is_closed:
            return
        earlier = self._session.workspace
        try:
            self._session.take_workspace(open_workspace(earlier.store.path, earlier.clock))
        except KnownError as error:
            self._notice.warn(error.sentence)
            return
        self._is_closed = False
        self._show_anew()

    def _tell_restored(self, done: Restored) -> None:
        kept = _(" ข้อมูลก่อนกู้คืนเก็บไว้ที่ {kept}").format(kept=done.kept) if done.kept else ""
        self._notice.tell(numerals(_("กู้คืนข้อมูลแล้ว {reports} รายงาน").format(reports=done.reports)) + kept)

    def _brought_in(self, made: list[ImportOutcome]) -> None:
        session = self._session
        session.workspace = session.workspace.with_forms_of_now()
        for outcome in made:
            session.take(outcome.changes)
        session.open_report(made[-1].report_id)
        warnings = [warning for outcome in made for warning in outcome.warnings]
        self._notice.tell(
            " ".join([numerals(_("นำเข้าจากชุดสำรองแล้ว {count} รายงาน").format(count=len(made))), *warnings])
        )
