"""The left pane: all reports, newest year first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import ReportSummary
from desktop_app.language import _
from ui.report.form_rows import muted
from ui.reports.delegate import ReportDelegate
from ui.reports.model import REPORT_ROLE, ReportListModel


class ReportsPane(QWidget):
    """The list. ``chosen`` tells which report the clerk went to."""

    chosen = Signal(int)
    delete_wanted = Signal()
    """Del was pressed on the open report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.model = ReportListModel(self)
        self.list = QListView()
        self.list.setStyleSheet("border: none;")
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReportDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)  # titles wrap anew
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("รายงานทั้งหมด"))
        self.list.setToolTip(_("รายงานทั้งหมดแยกตามปีงบประมาณ"))
        self.empty = muted(_("ยังไม่มีรายงาน กด Ctrl+N เพื่อสร้างรายงานแรก หรือ Ctrl+O เพื่อนำเข้าจากไฟล์ข้อความ"))
        self.empty.setContentsMargins(16, 16, 16, 0)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.list, self.delete_wanted.emit)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.selectionModel().currentChanged.connect(self._current_changed)

    def set_reports(
        self, summaries: Sequence[ReportSummary], forms: Mapping[str, FormSpec], open_id: int | None
    ) -> None:
        """Show these reports, the open one marked."""
        self.list.selectionModel().blockSignals(True)
        self.model.set_reports(summaries, forms)
        self.list.selectionModel().blockSignals(False)
        self.empty.setVisible(not summaries)
        self.list.setVisible(bool(summaries))
        self.setFocusProxy(self.list if summaries else None)  # Tab would stay before a hidden one
        self.mark(open_id)

    def add_menu(self, *actions: QAction) -> None:
        """Offer these in the list's own menu (the menu key, the right mouse button)."""
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions(actions)

    def mark(self, report_id: int | None) -> None:
        """Mark the open report without telling that it was chosen."""
        row = self.model.row_of(report_id) if report_id is not None else None
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        if row is None:
            selection.clear()
        else:
            selection.setCurrentIndex(self.model.index(row), selection.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.list.viewport().update()

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(REPORT_ROLE)
        if line is not None:
            self.chosen.emit(line.id)
