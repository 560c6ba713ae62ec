"""Two pages: the work that is still open, and how far the reports of a year have come."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions.overview import ReportOverview, YearOverview
from desktop_app.actions.pieces import Pieces
from desktop_app.domain.open_work import OpenRow
from desktop_app.domain.report import STATUS_WORDS
from desktop_app.language import _
from desktop_app.thai.shown import numerals, short_day
from ui.in_turns import InTurns
from ui.overview.bars import BarChart
from ui.overview.words import score_bars, status_bar
from ui.report.form_rows import Card, muted
from ui.thai_text import display
from ui.work_sign import WorkSign

_HEADINGS = (_("รายงาน"), _("แถว"), _("เรื่อง"), _("ผู้รับผิดชอบ"), _("สถานะ"), _("ครบกำหนด"))
_EVERYBODY = _("ทุกคน")
_MOST = 500
"""Rows that are listed; nobody reads more."""
_HOW = _("งานที่ยังไม่แล้วเสร็จ ที่เลยกำหนดอยู่บนสุด Enter ไปยังแถวนั้น")


class OverviewDialog(QDialog):
    """``wanted`` tells the (report id, Where) to go to. ``look`` makes the overview of a year, in pieces."""

    wanted = Signal(int, object)
    refused = Signal(str)
    """A year could not be read; the sentence says why."""

    def __init__(
        self,
        years: Sequence[int],
        look: Callable[[int], Pieces[YearOverview]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: list[tuple[ReportOverview, OpenRow]] = []
        self._year: YearOverview | None = None
        self.setWindowTitle(_("งานค้างและภาพรวมปี"))
        self.resize(1080, 620)
        self.years, self.owner = QComboBox(), QComboBox()
        self.years.setAccessibleName(_("ปีงบประมาณ"))
        self.years.setToolTip(_("ปีงบประมาณที่แสดง"))
        self.owner.setAccessibleName(_("ผู้รับผิดชอบ"))
        self.owner.setToolTip(_("แสดงเฉพาะงานของหน่วยงานนี้"))
        self.table = _table()
        self.told = QLabel()
        self.told.setProperty("role", "muted")
        self.charts = QScrollArea()
        self.charts.setWidgetResizable(True)
        self.charts.setFrameShape(QFrame.Shape.NoFrame)
        self.charts.setAccessibleName(_("ภาพรวมของปี"))
        self.charts.setToolTip(_("ภาพรวมของปี"))
        self.tabs = QTabWidget()
        self._lay_out()
        self.years.addItems([numerals(_("ปีงบประมาณ {year}").format(year=year)) for year in years])
        self._years = tuple(years)
        self.years.currentIndexChanged.connect(self._choose_year)
        self.owner.currentIndexChanged.connect(lambda _at: self._fill())
        self.table.itemActivated.connect(lambda item: self._go(item.row()))
        self.table.setFocus()

    def show_year(self, fiscal_year: int) -> None:
        """Show one of the years."""
        at = self._years.index(fiscal_year)
        if at == self.years.currentIndex():
            self._choose_year(at)
        else:
            self.years.setCurrentIndex(at)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        head = QHBoxLayout()
        head.addWidget(muted(_HOW), 1)
        head.addWidget(self.owner)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        self.tabs.addTab(page, _("งานที่ค้าง"))
        self.tabs.addTab(self.charts, _("ภาพรวม"))
        top = QHBoxLayout()
        top.addWidget(self.years)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)

    def _choose_year(self, at: int) -> None:
        sign = WorkSign(_("งานค้างและภาพรวมปี"), _("กำลังอ่านรายงาน"), _("หยุดอ่าน"), self)
        work = InTurns(self._look(self._years[at]), sign, self)
        work.finished.connect(self._show)
        work.failed.connect(self._refuse)
        work.stopped.connect(self._stay)
        work.start()

    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)
        self._stay()

    def _stay(self) -> None:
        """Go back to the year that is shown; close when there is none."""
        if self._year is None:
            self.reject()
            return
        self.years.blockSignals(True)
        self.years.setCurrentIndex(self._years.index(self._year.fiscal_year))
        self.years.blockSignals(False)

    def _show(self, year: YearOverview) -> None:
        self._year = year
        owners = sorted({row.responsible for one in year.reports for row in one.open if row.responsible})
        self.owner.blockSignals(True)
        self.owner.clear()
        self.owner.addItems([_EVERYBODY, *owners])
        self.owner.blockSignals(False)
        self._fill()
        self._draw()

    def _fill(self) -> None:
        """Show the open rows of the chosen owner, what is overdue first."""
        owner = self.owner.currentText()
        reports = self._year.reports if self._year is not None else ()
        rows = [(one, row) for one in reports for row in one.open]
        self._shown = [pair for pair in rows if owner in (_EVERYBODY, pair[1].responsible)]
        self._shown.sort(key=lambda pair: (not pair[1].overdue, pair[1].until is None, pair[1].until or 0))
        self.table.setRowCount(min(len(self._shown), _MOST))
        for at, (one, row) in enumerate(self._shown[:_MOST]):
            for column, words in enumerate(_words(one, row)):
                item = QTableWidgetItem(display(words))
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(at, column, item)
        if self._shown:
            self.table.setCurrentCell(0, 0)
        late = sum(row.overdue for _unused, row in self._shown)
        words = _("ไม่มีงานค้างในปีนี้")
        if self._shown:
            words = _("ค้าง {count} แถว เลยกำหนด {late} แถว").format(
                count=f"{len(self._shown):,}", late=f"{late:,}"
            )
        if len(self._shown) > _MOST:
            words += _(" แสดง {most} แถวแรก").format(most=_MOST)
        self.told.setText(numerals(words))

    def _draw(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(12)
        for one in self._year.reports:
            if one.bars:
                card = Card(numerals(_("{title} รอบ {round} เดือน").format(title=one.title, round=one.round)))
                card.body.addWidget(BarChart([status_bar(bar) for bar in one.bars], one.title))
                column.addWidget(card)
        if self._year.scores:
            card = Card(_("คะแนนตัวชี้วัด"))
            bars = [bar for line in self._year.scores for bar in score_bars(line)]
            card.body.addWidget(BarChart(bars, _("คะแนนตัวชี้วัดในแต่ละปี")))
            column.addWidget(card)
        column.addStretch(1)
        self.charts.setWidget(inside)

    def _go(self, at: int) -> None:
        one, row = self._shown[at]
        self.accept()
        self.wanted.emit(one.report_id, row.where)


def _words(one: ReportOverview, row: OpenRow) -> tuple[str, ...]:
    due = short_day(row.until) if row.until else "–"
    return (
        one.title,
        numerals(row.number),
        row.name,
        row.responsible or "–",
        STATUS_WORDS[row.status],
        _("{due} (เลยกำหนด)").format(due=due) if row.overdue else due,
    )


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADINGS))
    table.setHorizontalHeaderLabels(_HEADINGS)
    table.setAccessibleName(_("งานที่ค้าง"))
    table.setToolTip(_("งานที่ค้าง Enter ไปยังแถวนั้น"))
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate((180, 60, 250, 190, 150, 180)):
        table.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
