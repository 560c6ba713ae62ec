"""What the menus do to keep the data safe, and what the window does for it by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.actions.workspace import open_workspace
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.backup.watched import WatchedWork

if TYPE_CHECKING:
    from desktop_app.actions.importing import ImportOutcome
    from desktop_app.backup.making import Made
    from desktop_app.backup.notes import Notes
    from desktop_app.backup.restoring import Restored
    from desktop_app.backup.watch import Watch
    from ui.backup.backup_dialog import BackupDialog
    from ui.backup.questions import Asking
    from ui.backup.restore_dialog import RestoreDialog
    from ui.window.main_window import MainWindow
    from ui.window.notice import Notice
    from ui.window.session import Session
    from ui.window.workbench import Workbench

SOON_MS = 3000
"""When the window stands and the first page is drawn."""
HOUR_MS = 3_600_000
"""How often it is looked whether a day has begun, or a week without a backup is over."""


class BackupTasks(QObject):
    """Each public method is one entry of a menu, or something that is done unasked.

    ``bench`` rests while the database is another one's, and shows everything anew after.
    """

    def __init__(self, session: Session, window: MainWindow, notice: Notice, bench: Workbench) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._bench = session, window, notice, bench
        self._dialog: RestoreDialog | None = None
        self._asking: Asking | None = None
        self._is_closed = False
        self.daily = WatchedWork(self)
        self.daily.failed.connect(notice.warn)
        self.reminding = WatchedWork(self)
        self.reminding.done.connect(self._offer_backup)
        self._hours = QTimer(self)
        self._hours.setInterval(HOUR_MS)
        self._hours.timeout.connect(self.keep_daily)
        self._hours.timeout.connect(self.remind)
        self._hours.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.keep_daily)

    @property
    def _database(self) -> Path:
        return self._session.workspace.store.path

    def back_up(self) -> BackupDialog:
        """Ask for a stick or a folder, then write a bundle and prove it."""
        from desktop_app.actions import backups
        from ui.backup.backup_dialog import BackupDialog

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
        from ui.backup.restore_dialog import RestoreDialog

        if unsaved:
            self._notice.warn(unsaved)
            return None
        dialog = RestoreDialog(self._database, self._window)
        dialog.restore_wanted.connect(partial(self._restore, dialog))
        dialog.bring_in_wanted.connect(partial(self._bring_in, dialog))
        dialog.work.done.connect(partial(self._done, dialog))
        for ended in (dialog.work.failed, dialog.work.stopped):
            ended.connect(lambda *_unused: self._reopen())
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._dialog = dialog
        return dialog

    def close(self) -> None:
        """Stop what is done beside the window: of a bundle that is not whole yet nothing is left."""
        self._hours.stop()
        self._soon.stop()
        self.daily.wait()
        self.reminding.wait()
        if self._dialog is not None:
            if self._asking is not None:
                self._asking.give_up()  # the work waits for an answer, or is about to
            self._dialog.work.wait()

    def _forget(self) -> None:
        self._dialog = None

    def remind(self) -> None:
        """Say so when the last backup onto a stick is older than a week, or there was none.

        It is looked beside the window. Whatever else is being told matters more.
        """
        if not self.reminding.running and not self._is_closed:
            self.reminding.run(partial(_overdue, self._database, self._session.now()))

    def keep_daily_soon(self) -> None:
        """Make today's bundle once the start is over."""
        self._soon.start()

    def keep_daily(self) -> None:
        """Make today's bundle on this PC, beside the window."""
        if not self.daily.running and not self._is_closed:
            self.daily.run(partial(_keep_daily, self._database, self._session.workspace.clock))

    def _offer_backup(self, last: Notes | None) -> None:
        from ui.backup.words import since_words

        if last is not None and not self._notice.sentence and not self._is_closed:
            days = last.days_since(self._session.now())
            words = _("{since} กรุณาเสียบแฟลชไดรฟ์แล้วสำรองข้อมูล").format(since=since_words(days))
            self._notice.offer(words, _("สำรองข้อมูล…"), self.back_up)

    def _tell_made(self, made: Made) -> None:
        self._notice.tell(_("สำรองข้อมูลแล้ว และอ่านกลับมาตรวจแล้ว: {path}").format(path=made.path))

    def _restore(self, dialog: RestoreDialog, path: Path, other_office: bool) -> None:
        """Close the database, restore in the background, and open it again whatever came of it."""
        from desktop_app.actions import backups

        self._bench.report_tasks.jobs.wait()
        self.daily.wait()
        self.reminding.wait()
        database, report = self._database, self._session.report
        self._window.state.report = report.id if report else 0
        self._session.open_report(None)
        self._bench.rest()
        self._session.close()
        self._is_closed = True
        password = dialog.password
        dialog.work.run(
            lambda watch: backups.restore(
                database, path, other_office=other_office, watch=watch, password=password
            )
        )

    def _bring_in(self, dialog: RestoreDialog, path: Path, report_ids: list[int]) -> None:
        from desktop_app.actions.bringing_in import bring_in
        from ui.backup.questions import Asking

        workspace, asking, password = self._session.workspace, Asking(dialog), dialog.password
        self._asking = asking
        dialog.work.run(
            lambda watch: bring_in(workspace, path, report_ids, asking.decide, watch, password=password)
        )

    def _done(self, dialog: RestoreDialog, answer: Restored | list[ImportOutcome]) -> None:
        from desktop_app.backup.restoring import Restored

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
        self._bench.show_first()

    def _tell_restored(self, done: Restored) -> None:
        kept = _(" ข้อมูลก่อนกู้คืนเก็บไว้ที่ {kept}").format(kept=done.kept) if done.kept else ""
        self._notice.tell(numerals(_("กู้คืนข้อมูลแล้ว {reports} รายงาน").format(reports=done.reports)) + kept)

    def _brought_in(self, made: list[ImportOutcome]) -> None:
        if not made:
            self._notice.tell(_("ไม่ได้นำรายงานใดเข้า ใช้ฉบับที่มีอยู่"))
            return
        for outcome in made:
            self._session.take(outcome.changes)
        self._session.open_report(made[-1].report_id)
        warnings = [warning for outcome in made for warning in outcome.warnings]
        told = numerals(_("นำเข้าจากชุดสำรองแล้ว {count} รายงาน").format(count=len(made)))
        self._notice.tell(" ".join([told, *warnings]))


def _overdue(database: Path, now: datetime, _watch: Watch) -> Notes | None:
    """Return what is remembered of the last backup when another one ought to be made, else None."""
    from desktop_app.actions import backups

    return backups.last_backup(database) if backups.is_overdue(database, now) else None


def _keep_daily(database: Path, clock: Callable[[], datetime], watch: Watch) -> Made | None:
    from desktop_app.actions import backups

    return backups.keep_daily(database, clock, watch)
