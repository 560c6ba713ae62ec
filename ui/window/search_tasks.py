"""What the menus do with words: find them in all reports, put others in their place."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.actions import backups, searching
from desktop_app.actions.changes import Changes
from desktop_app.actions.pieces import Done, Pieces, beside
from desktop_app.actions.searching import Hit, Replaced, Replacement, Replacements
from desktop_app.actions.workspace import Workspace
from desktop_app.backup.manifest import Reason
from desktop_app.domain.where import Where
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.in_turns import InTurns
from ui.search.find_dialog import FindDialog
from ui.search.replace_dialog import ReplaceDialog
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.session import Session
from ui.work_sign import WorkSign


class SearchTasks(QObject):
    """Each public method is one entry of a menu. ``go_to`` opens a report and leads to a place in it."""

    def __init__(
        self, session: Session, window: MainWindow, notice: Notice, go_to: Callable[[int, Where], None]
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._go_to = session, window, notice, go_to
        self._last = ""
        self._replaced: Replaced | None = None

    def find(self) -> FindDialog:
        """Look for words in all reports; what was looked for last is still there."""
        dialog = FindDialog(partial(searching.search, self._session.workspace), self._window)
        dialog.line.setText(self._last)
        dialog.line.selectAll()
        dialog.look()
        dialog.wanted.connect(self._go)
        dialog.finished.connect(lambda _code: self._leave(dialog))
        dialog.open()
        return dialog

    def replace(self) -> ReplaceDialog:
        """Show where words stand and put others in their place."""
        dialog = ReplaceDialog(self._find, self._session.report is not None, self._window)
        dialog.wanted.connect(self._replace)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def undo(self) -> None:
        """Take the last step of the open report back; words replaced in many reports, in all of them."""
        if self._stands(searching.is_last):
            self._take_back(self._replaced)
        else:
            self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back; words replaced in many reports, in all of them."""
        if self._stands(searching.is_next_again):
            pieces = searching.take_again_in_pieces(self._session.workspace, self._replaced.steps)
            self._do(pieces, _("กำลังแทนที่อีกครั้งในรายงาน"), _("หยุด"), self._tell_again)
        else:
            self._session.redo()

    def _stands(self, is_so: Callable[[Workspace, int, Mapping[int, int]], bool]) -> bool:
        """Return whether the step in question is that of words replaced in several reports."""
        report, done = self._session.report, self._replaced
        if report is None or done is None or len(done.steps) < 2 or self._session.has_unsaved:
            return False
        return is_so(self._session.workspace, report.id, done.steps)

    def _leave(self, dialog: FindDialog) -> None:
        self._last = dialog.line.text()
        dialog.deleteLater()

    def _go(self, hit: Hit) -> None:
        self._go_to(hit.report_id, hit.where)

    def _find(self, old: str, new: str, only_here: bool) -> Pieces[Replacements]:
        report = self._session.report
        return searching.find_in_pieces(
            self._session.workspace, old, new, report.id if only_here and report else None
        )

    def _replace(self, chosen: tuple[Replacement, ...]) -> None:
        stopping = _("หยุด และคืนข้อความเดิม")
        self._do(self._kept_and_replaced(chosen), _("กำลังแทนที่ในรายงาน"), stopping, self._tell_replaced)

    def _kept_and_replaced(self, chosen: tuple[Replacement, ...]) -> Pieces[Replaced]:
        """Replace once all of it was backed up as it is."""
        workspace = self._session.workspace
        keep = partial(backups.keep_before, workspace.store.path, Reason.REPLACE, workspace.clock)
        yield from beside(keep, Done(0, len({one.report_id for one in chosen})))
        return (yield from searching.replace_in_pieces(workspace, chosen))

    def _tell_replaced(self, done: Replaced) -> None:
        self._replaced = done
        self._refresh(done.changes)
        if done.refused:
            self._notice.warn(" ".join(done.refused))
            return
        words = _("แทนที่แล้ว {count} แห่งใน {reports} รายงาน").format(count=done.count, reports=len(done.steps))
        self._notice.tell(numerals(words), _("เลิกทำทั้งหมด"), partial(self._take_back, done))

    def _take_back(self, done: Replaced) -> None:
        pieces = searching.take_back_in_pieces(self._session.workspace, done.steps)
        tell = partial(self._tell_taken_back, done)
        self._do(pieces, _("กำลังคืนข้อความเดิมในรายงาน"), _("หยุด"), tell)

    def _tell_taken_back(self, done: Replaced, changes: tuple[Changes, ...]) -> None:
        self._refresh(changes)
        left = len(done.steps) - len(changes)
        words = _("คืนข้อความเดิมแล้วใน {count} รายงาน").format(count=len(changes))
        if left:
            words += _(" อีก {left} รายงานถูกแก้ต่อไปแล้ว กรุณาเปิดรายงานนั้นแล้วเลิกทำทีละขั้น").format(left=left)
        self._notice.tell(numerals(words))

    def _tell_again(self, changes: tuple[Changes, ...]) -> None:
        self._refresh(changes)
        self._notice.tell(numerals(_("แทนที่อีกครั้งแล้วใน {count} รายงาน").format(count=len(changes))))

    def _do(self, pieces: Pieces[Any], doing: str, stopping: str, tell: Callable[[Any], None]) -> None:
        """Work in turns with the window, then tell what came of it."""
        sign = WorkSign(_("ค้นหาและแทนที่"), doing, stopping, self._window)
        work = InTurns(pieces, sign, self._window)
        work.finished.connect(tell)
        work.failed.connect(self._tell_failed)
        work.stopped.connect(self._tell_stopped)
        work.start()

    def _tell_stopped(self) -> None:
        self._show_stored()
        self._notice.tell(_("หยุดแล้ว"))

    def _tell_failed(self, sentence: str) -> None:
        self._show_stored()
        self._notice.warn(sentence)

    def _show_stored(self) -> None:
        """Show the open report as it is stored: some of it may be done, or taken back."""
        report = self._session.report
        if report is not None:
            rows = frozenset(row.id for row in report.rows)
            texts = {"head": True, "texts": True, "signoffs": True, "activities": True}
            self._session.take(Changes(report.id, reports=True, rows=rows, **texts))

    def _refresh(self, all_changes: tuple[Changes, ...]) -> None:
        for changes in all_changes:
            self._session.take(changes)
