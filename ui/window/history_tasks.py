"""What the menus do with the past of the open report."""

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.actions import past
from desktop_app.actions.past import Step
from desktop_app.actions.photos import photo_shelf
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from ui.history.cell_dialog import CellHistoryDialog
from ui.history.dialog import HistoryDialog, Look
from ui.report.row_edits import CellsEdit
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.session import Session

_NO_EARLIER = _("ช่องนี้ยังไม่เคยถูกแก้ จึงไม่มีข้อความเดิม")
_NO_CELL = _("กรุณาวางเคอร์เซอร์ในช่องข้อความของตารางก่อน แล้วสั่งดูข้อความเดิมอีกครั้ง")


class HistoryTasks(QObject):
    """Each public method is one entry of a menu."""

    def __init__(self, session: Session, window: MainWindow, notice: Notice) -> None:
        super().__init__(window)
        self._session, self._window, self._notice = session, window, notice

    def show_history(self, frozen: bool) -> HistoryDialog | None:
        """Show every step of the open report; a ``frozen`` one is only looked at."""
        report = self._session.report
        try:
            steps = past.list_steps(self._session.workspace, report.id)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return None
        look = partial(self._look, report.id)
        dialog = HistoryDialog(steps, look, not frozen, self._window)
        dialog.wanted.connect(partial(self._go_back, report.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def show_cell(self, cell: tuple[int, str] | None, place: str) -> CellHistoryDialog | None:
        """Show what stood before in a cell of the open report: its row id and column key."""
        report = self._session.report
        if cell is None:
            self._notice.warn(_NO_CELL)
            return None
        now = next(row.cells.get(cell[1], "") for row in report.rows if row.id == cell[0])
        try:
            found = past.earlier_texts(self._session.workspace, report.id, *cell)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return None
        texts = [one for one in found if one.text != now]
        if not texts:
            self._notice.tell(_NO_EARLIER)
            return None
        dialog = CellHistoryDialog(place, texts, self._window)
        dialog.wanted.connect(partial(self._take_again, cell))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _look(self, report_id: int, step: Step) -> Look:
        from desktop_app.actions.printing import print_with_places

        ws = self._session.workspace
        report, sentences = past.look_at_step(ws, report_id, step.id)
        return Look(sentences, print_with_places(report, ws.form_of(report), photo_shelf(ws)))

    def _go_back(self, report_id: int, step: Step) -> None:
        self._session.attempt(lambda: past.go_back(self._session.workspace, report_id, step.id))

    def _take_again(self, cell: tuple[int, str], text: str) -> None:
        self._session.do(CellsEdit(self._session.report, {cell: text}, N_("ใช้ข้อความเดิม")))
