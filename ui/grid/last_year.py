"""Last year's text in the empty cells of this year: shown in grey, taken over by a key."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.earlier_rows import EarlierRows, earlier_rows
from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Report, Row
from desktop_app.language import _
from ui.grid.offering import Offering
from ui.grid.row_changes import changed_places
from ui.grid.tools import make_key
from ui.grid.view import TableView

MARK = _("ปีก่อน: ")
KEY = "Ctrl+Shift+Down"
HAS_TEXT = _("มีข้อความปีก่อน (Ctrl+Shift+↓ เพื่อใช้)")
NO_TEXT = _("ช่องที่เลือกไม่มีข้อความปีก่อนให้ใช้ กรุณาเลือกช่องว่างที่มีข้อความสีเทา")
Cells = dict[tuple[int, str], str]


class LastYear(QObject):
    """Knows the report of the year before; looks it up once the window has drawn this year's."""

    wanted = Signal(object)
    """{(row id, column key): text} that shall be taken over"""
    notice = Signal(str)
    found = Signal()
    """``text`` may have another answer now."""

    def __init__(self, view: TableView, offering: Offering) -> None:
        super().__init__(view)
        self._view, self._model, self._offering = view, view.report, offering
        self._report: Report | None = None
        self._key = ""
        """The column by which the rows of the years are told from each other."""
        self._before: Report | None = None
        self._is_known = False
        """The year before was looked up; once for each report that is opened."""
        self._earlier: EarlierRows | None = None
        self._texts: Cells = {}
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_back)
        self._model.ghost = self._ghost
        self.action = make_key(view, _("ใช้ข้อความปีก่อน"), self.take_over, KEY)

    def set_report(self, report: Report) -> None:
        """Look for what goes on in this report, when it is another one or its rows have other names."""
        key = next((one.key for one in self._model.columns if one.column.kind is ColumnKind.TEXT), "")
        before, is_other = self._report, self._report is None or _year_of(report) != _year_of(self._report)
        if is_other:
            self._before = self._earlier = None
            self._is_known = False
            self._texts.clear()
        has_none = self._is_known and self._before is None
        if is_other or (not has_none and (key != self._key or _are_renamed(before.rows, report.rows, key))):
            self._look.start()
        self._report, self._key = report, key

    def start_over(self) -> None:
        """Forget the report, and that of the year before it."""
        self._report = self._before = self._earlier = None
        self._look.stop()
        self._texts.clear()

    def text(self, row: int, column: int) -> str:
        """Return last year's text of a cell that is empty and may be filled, "" when there is none."""
        shown = self._model.columns[column]
        if self._earlier is None or shown.status is not None or self._model.frozen:
            return ""
        if self._model.text(row, column).strip():
            return ""
        at = (self._model.rows[row].id, shown.key)
        if at not in self._texts:
            self._texts[at] = self._earlier.text(at[0], shown.column)
        return self._texts[at]

    def take_over(self) -> None:
        """Ask for last year's texts in the chosen cells that are empty, all in one step."""
        cells: Cells = {}
        for index in self._view.chosen_cells():
            if text := self.text(index.row(), index.column()):
                cells[self._model.rows[index.row()].id, self._model.columns[index.column()].key] = text
        if cells:
            self.wanted.emit(cells)
        else:
            self.notice.emit(NO_TEXT)

    def _ghost(self, row: int, column: int) -> str:
        text = self.text(row, column)
        return f"{MARK}{text}" if text else ""

    def _look_back(self) -> None:
        if self._report is None:
            return
        if not self._is_known:
            self._before, self._is_known = self._offering.before(self._report), True
        if self._before is not None:
            columns = [one.column for one in self._model.columns]
            self._earlier = earlier_rows(self._report, self._before, columns)
            self._texts.clear()
            self._view.viewport().update()
        self.found.emit()


def _year_of(report: Report) -> tuple[object, ...]:
    """Return what tells which report is the one before it: a report may change its year and round."""
    return report.id, report.fiscal_year, report.round


def _are_renamed(before: Sequence[Row], rows: Sequence[Row], key: str) -> bool:
    """Return whether rows came, went or moved, or have another text in this column."""
    others = changed_places(before, rows)
    if others is None:
        return True
    return any(before[at].cells.get(key, "") != rows[at].cells.get(key, "") for at in others)
