"""The table step: every change of the grid becomes an edit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.documents.places import Place, cell
from desktop_app.domain.checks import Where
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from ui.grid import TableEditor
from ui.report.edits import Edit
from ui.report.part import PartEditor
from ui.report.row_edits import AddRows, CellsEdit, MoveRows, PasteTable, RemoveRows, StatusEdit


class TablePart(PartEditor):
    """The rows of a report."""

    cell_shown = Signal()
    """The cursor went to another cell: ``place`` tells which."""
    notice = Signal(str)
    """A sentence about something the grid could not do."""

    def __init__(self, form: FormSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._report: Report | None = None
        self.place = ""
        """Where the cursor is, for the status bar ("แถว ๒ · วิธีการดำเนินการ")."""
        self.grid = TableEditor()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        self.grid.cells_edited.connect(lambda cells: self._tell(CellsEdit, cells))
        self.grid.status_chosen.connect(lambda ids, status: self._tell(StatusEdit, ids, status))
        self.grid.rows_added.connect(lambda at, rows: self._tell(AddRows, at, rows))
        self.grid.table_pasted.connect(lambda cells, rows: self._tell(PasteTable, cells, rows))
        self.grid.rows_removed.connect(lambda ids: self._tell(RemoveRows, ids))
        self.grid.rows_moved.connect(lambda ids, to: self._tell(MoveRows, ids, to))
        self.grid.current_cell_changed.connect(lambda _row_id, _key: self._tell_place())
        self.grid.notice.connect(self.notice)

    @property
    def actions_on_rows(self) -> Sequence[QAction]:
        """What can be done with rows, for the menu."""
        return self.grid.row_actions

    def set_report(self, report: Report) -> None:
        """Show the rows; caret and place stay."""
        self._report = report
        self.grid.set_report(report, self._form)
        self._tell_place()

    def set_frozen(self, frozen: bool) -> None:
        """Let rows be read, copied and gone through, but not changed."""
        self.grid.set_frozen(frozen)

    def places(self) -> tuple[Place, ...]:
        """Return the cell the cursor is in, then its row."""
        current = self.grid.current_cell
        return (cell(*current), cell(current[0], "")) if current else ()

    def focus_place(self, where: Where) -> None:
        """Go to a cell."""
        self.grid.go_to(where.row, where.column)

    def flush(self) -> None:
        """Take over what is typed in an open cell."""
        self.grid.commit_editor()

    def _tell(self, kind: type[Edit], *what: object) -> None:
        if self._report is not None:
            self.edited.emit(kind(self._report, *what))

    def _tell_place(self) -> None:
        if self.place != self.grid.current_words:
            self.place = self.grid.current_words
            self.cell_shown.emit()
