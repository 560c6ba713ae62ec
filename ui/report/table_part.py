"""The table step: the grid, and above it what adds, removes and moves rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report, Status
from desktop_app.thai.digits import to_thai
from ui.grid import TableEditor
from ui.report.edits import Edit
from ui.report.part import PartEditor
from ui.report.row_edits import AddRows, CellsEdit, MoveRows, RemoveRows, StatusEdit
from ui.theme import icon


class TablePart(PartEditor):
    """The rows of a report. Every change of the grid becomes an edit."""

    cell_shown = Signal(str)
    """Where the cursor is, for the status bar ("แถว ๒ · วิธีการดำเนินการ")."""

    def __init__(self, form: FormSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._report: Report | None = None
        self._row_id = 0
        self.grid = TableEditor()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._tools())
        layout.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self._connect()

    def set_report(self, report: Report) -> None:
        """Show the rows; the grid keeps its place when it is the same report."""
        same = self._report is not None and self._report.id == report.id
        self._report = report
        if same:
            self.grid.apply(report)
        else:
            self.grid.set_report(report, self._form)
        self.count.setText(_how_complete(report, self._form))
        self._set_tools()

    def flush(self) -> None:
        """Commit the cell that is being edited."""
        self.grid.commit_editor()

    def _connect(self) -> None:
        self.grid.cells_edited.connect(self._cells)
        self.grid.status_chosen.connect(self._status)
        self.grid.rows_added.connect(self._rows_added)
        self.grid.rows_removed.connect(lambda ids: self._tell(RemoveRows, ids))
        self.grid.rows_moved.connect(lambda ids, to: self._tell(MoveRows, ids, to))
        self.grid.current_cell_changed.connect(self._moved_to)

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.add = QPushButton(icon("plus"), "เพิ่มแถว")
        self.add.clicked.connect(self.add_row)
        _name(self.add, "เพิ่มแถวใต้แถวนี้")
        self.up = _tool("arrow-up", "เลื่อนแถวขึ้น", lambda: self._move(-1))
        self.down = _tool("arrow-down", "เลื่อนแถวลง", lambda: self._move(1))
        self.remove = _tool("trash-2", "ลบแถวนี้", self.remove_row)
        for button in (self.add, self.up, self.down, self.remove):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.count)
        return line

    def add_row(self) -> None:
        """Add an empty row under the current one and go to its first cell."""
        self.flush()
        at = self._place() + 1 if self._report.rows else 0
        edit = AddRows(self._report, at, [{}])
        self.edited.emit(edit)
        if edit.row_ids:
            self.grid.focus_cell(edit.row_ids[0], self._form.table.columns[0].key)

    def remove_row(self) -> None:
        """Remove the current row; Ctrl+Z brings it back."""
        self.flush()
        if self._report.rows:
            self.edited.emit(RemoveRows(self._report, [self._current()]))

    def _move(self, by: int) -> None:
        self.flush()
        to = self._place() + by
        if 0 <= to < len(self._report.rows):
            self.edited.emit(MoveRows(self._report, [self._current()], to))
            self._set_tools()

    def _cells(self, cells: Mapping[tuple[int, str], str]) -> None:
        self._tell(CellsEdit, cells)

    def _status(self, row_ids: Sequence[int], status: Status) -> None:
        self._tell(StatusEdit, row_ids, status)

    def _rows_added(self, at: int, rows: Sequence[Mapping[str, str]]) -> None:
        self._tell(AddRows, at, rows)

    def _tell(self, kind: type[Edit], *what: object) -> None:
        if self._report is not None:
            self.edited.emit(kind(self._report, *what))

    def _moved_to(self, row_id: int, key: str) -> None:
        self._row_id = row_id
        self._set_tools()
        columns = {column.key: column.heading for column in self._form.table.columns}
        if self._report.rows and key in columns:
            self.cell_shown.emit(f"แถว {to_thai(str(self._place() + 1))} · {columns[key]}")

    def _current(self) -> int:
        return self._report.rows[self._place()].id

    def _place(self) -> int:
        """0-based place of the current row; the last one when the grid has none."""
        places = {row.id: place for place, row in enumerate(self._report.rows)}
        return places.get(self._row_id, len(places) - 1)

    def _set_tools(self) -> None:
        rows = len(self._report.rows)
        self.remove.setEnabled(rows > 0)
        self.up.setEnabled(rows > 0 and self._place() > 0)
        self.down.setEnabled(rows > 0 and self._place() < rows - 1)


def _how_complete(report: Report, form: FormSpec) -> str:
    required = [column.key for column in form.table.columns if column.required]
    complete = sum(all(row.cells.get(key, "").strip() for key in required) for row in report.rows)
    if not report.rows:
        return "ยังไม่มีแถว"
    return to_thai(f"{complete} จาก {len(report.rows)} แถวครบถ้วน")


def _tool(name: str, words: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(act)
    _name(button, words)
    return button


def _name(button: QWidget, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
