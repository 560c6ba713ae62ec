"""What the menu shows of a whole year."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.actions.overview import YearOverview, overview_in_pieces, overview_years
from desktop_app.actions.pieces import Pieces
from desktop_app.domain.where import Where
from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.overview.dialog import OverviewDialog
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.session import Session

_NONE = _("ยังไม่มีรายงาน กด Ctrl+N เพื่อสร้างรายงานแรก แล้วจึงดูงานค้างและภาพรวมได้")


class OverviewTasks(QObject):
    """``go_to`` opens a report and leads to a place in it."""

    def __init__(
        self, session: Session, window: MainWindow, notice: Notice, go_to: Callable[[int, Where], None]
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._go_to = session, window, notice, go_to

    def show(self) -> OverviewDialog | None:
        """Show the open work and the charts of a year: that of the open report first."""
        try:
            years = overview_years(self._session.workspace)
            if not years:
                self._notice.tell(_NONE)
                return None
        except KnownError as error:
            self._notice.warn(error.sentence)
            return None
        report = self._session.report
        year = report.fiscal_year if report is not None and report.fiscal_year in years else years[0]
        dialog = OverviewDialog(years, self._look, self._window)
        dialog.wanted.connect(self._go_to)
        dialog.refused.connect(self._notice.warn)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.show_year(year)
        return dialog

    def _look(self, fiscal_year: int) -> Pieces[YearOverview]:
        return overview_in_pieces(self._session.workspace, fiscal_year, self._session.now().date())
