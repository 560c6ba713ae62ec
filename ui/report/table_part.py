"""The table step: every change of the grid becomes an edit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.form import ColumnKind, FormSpec, PartKind
from desktop_app.domain.report import Report, Status
from desktop_app.domain.where import Where
from ui.grid.column_state import ColumnMemory
from ui.grid.offered import Offered
from ui.grid.offering import Offering
from ui.grid.table_editor import TableEditor
from ui.report.edits import Edit
from ui.report.part import PartEditor
from ui.report.reason_bar import ReasonBar
from ui.report.row_edits import (
    AddRows,
    CellsEdit,
    JoinRows,
    MoveRows,
    PasteTable,
    ReasonEdit,
    RemoveRows,
    StatusEdit,
)
from ui.report.steps import steps_of


class TablePart(PartEditor):
    """The rows of a report."""

    cell_shown = Signal()
    """The cursor went to another cell: ``place`` tells which."""
    notice = Signal(str)
    """A sentence about something the grid could not do."""
    file_given = Signal(object)
    """The Path of a file that was pasted onto the grid."""

    def __init__(
        self,
        form: FormSpec,
        memory: ColumnMemory | None = None,
        offering: Offering | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._report: Report | None = None
        self.place = ""
        """Where the cursor is, for the status bar ("แถว ๒ · วิธีการดำเนินการ")."""
        self.grid = TableEditor(memory=memory)
        self.grid.photo_step = _photo_step(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.reasons = ReasonBar()
        layout.addWidget(self.reasons)
        self.setFocusProxy(self.grid)
        self.grid.cells_edited.connect(lambda cells: self._tell(CellsEdit, cells))
        self.grid.status_chosen.connect(self._tell_status)
        self.grid.rows_added.connect(lambda at, rows: self._tell(AddRows, at, rows))
        self.grid.table_pasted.connect(lambda pasted: self._tell(PasteTable, pasted))
        self.grid.rows_removed.connect(lambda ids: self._tell(RemoveRows, ids))
        self.grid.rows_joined.connect(lambda ids: self._tell(JoinRows, ids))
        self.grid.rows_moved.connect(lambda ids, to: self._tell(MoveRows, ids, to))
        self.grid.current_cell_changed.connect(lambda _row_id, _key: self._tell_place())
        self.grid.notice.connect(self.notice)
        self.grid.file_given.connect(self.file_given)
        self.offered = Offered(self.grid.view, offering)
        self.grid.word_actions = self.offered.actions
        self.offered.understood.connect(self._tell_place)
        self.offered.last_year.notice.connect(self.notice)
        self.offered.last_year.wanted.connect(lambda cells: self.grid.ask(self.grid.cells_edited, cells))
        self.grid.view.selectionModel().selectionChanged.connect(self._follow_rows)
        self.reasons.given.connect(lambda ids, reason: self._tell(ReasonEdit, ids, reason))
        self.reasons.left.connect(self.grid.setFocus)
        self.grid.refusal_changed.connect(self.unfinished_changed)

    @property
    def actions_on_rows(self) -> Sequence[QAction]:
        """What can be done with rows, for the menu; rows that are not seen are not taken out or moved."""
        if not self.isVisible():
            return self.grid.new_row_actions
        return (*self.grid.row_actions, self.reasons.action)

    def set_report(self, report: Report) -> None:
        """Show the rows; caret and place stay."""
        self._report = report
        self.grid.set_report(report, self._form)
        self.offered.set_report(report)
        self._follow_rows()
        self._tell_place()

    def start_over(self) -> bool:
        """Leave the rows; an open cell is given up."""
        self._report = None
        self.reasons.start_over()
        self.offered.start_over()
        self.grid.start_over()
        return True

    @property
    def current_cell(self) -> tuple[int, str] | None:
        """Row id and column key of the cell of text that the cursor is in."""
        found = self.grid.current_cell
        ticks = {one.key for one in self._form.table.columns if one.kind is ColumnKind.STATUS}
        return None if found is None or found[1] in ticks else found

    def set_frozen(self, frozen: bool) -> None:
        """Let rows be read, copied and gone through, but not changed."""
        self.grid.set_frozen(frozen)
        self.reasons.set_frozen(frozen)

    def places(self) -> tuple[Where, ...]:
        """Return the cell the cursor is in, then its row."""
        current = self.grid.current_cell
        key = self._form.table.key
        return (Where(key, *current), Where(key, current[0])) if current else ()

    def focus_place(self, where: Where) -> None:
        """Go to a cell; for the status of a row that cannot be done, to what is asked about it."""
        self.grid.go_to(where.row, where.column)
        if where.column in self._status_keys:
            self.reasons.ask()

    def focus_first(self) -> None:
        """Put the cursor into the grid; into the open cell when there is one."""
        (self.grid.view.cells.editor or self.grid.view).setFocus()

    def flush(self) -> None:
        """Take over what is typed in an open cell."""
        self.grid.commit_editor()
        self.reasons.flush()

    @property
    def _status_keys(self) -> set[str]:
        columns = self._form.table.columns if self._form.table else ()
        return {column.key for column in columns if column.kind is ColumnKind.STATUS}

    def _tell_status(self, row_ids: list[int], status: Status) -> None:
        """Tell the status, and ask for the reason of what cannot be done."""
        self._tell(StatusEdit, row_ids, status)
        if status is Status.CANNOT:
            self.reasons.ask()

    def _follow_rows(self) -> None:
        self.reasons.set_rows(self.grid.chosen)

    def unfinished(self) -> str:
        """Return why the open cell cannot be taken over, "" when it can."""
        return self.grid.refusal()

    def _tell(self, kind: type[Edit], *what: object) -> None:
        if self._report is not None:
            self.edited.emit(kind(self._report, *what))

    def _tell_place(self) -> None:
        place = " · ".join(filter(None, (self.grid.current_words, self.offered.words_here())))
        if self.place != place:
            self.place = place
            self.cell_shown.emit()


def _photo_step(form: FormSpec) -> str:
    """Return the label of the step where photos are put in; "" when the form has none."""
    kinds = ((step.label, part.kind) for step in steps_of(form) for part in step.parts)
    return next((label for label, kind in kinds if kind is PartKind.ACTIVITIES), "")
