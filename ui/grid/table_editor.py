"""The table step of a report: the grid, its toolbar, and how many rows are complete."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.form import FormSpec, Part
from desktop_app.domain.report import Report, Row, Status
from desktop_app.errors import KnownError
from desktop_app.thai.digits import to_thai
from ui import theme
from ui.grid import clipboard
from ui.grid.columns import grid_columns, tidy
from ui.grid.concern import find_concern
from ui.grid.model import ReportModel
from ui.grid.view import TableView

Cells = dict[tuple[int, str], str]
_NO_TABLE = "ยังไม่มีตารางให้วาง กรุณาคัดลอกตารางใน Word หรือ Excel ก่อน"
_FROZEN = "รายงานนี้ออกฉบับจริงแล้ว กรุณาเลือกแก้ไขเพื่อออกครั้งต่อไปที่แถบด้านบนก่อนแก้ไข"


class TableEditor(QWidget):
    """Edits the rows of a report. It asks by signals, changes nothing itself, and shows what comes of it."""

    cells_edited = Signal(object)
    """{(row id, column key): text}"""
    status_chosen = Signal(list, object)
    """Row ids, Status"""
    rows_added = Signal(int, list)
    """0-based place, cells by column key for each new row"""
    table_pasted = Signal(object, list)
    """Both at once: {(row id, column key): text}, and the cells of each row to be added at the end"""
    rows_removed = Signal(list)
    """Row ids"""
    rows_moved = Signal(list, int)
    """Row ids, the 0-based place where the first of them is to stand"""
    current_cell_changed = Signal(int, str)
    """Row id, column key"""
    notice = Signal(str)
    """A sentence for the status bar"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self._report_id: int | None = None
        self._form_id: str | None = None
        self._asking = False
        self._new_column: int | None = None
        self._model = ReportModel(self)
        self.view = TableView(self._model, parent=self)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.cells.edited.connect(self._typed)
        self.view.ticked.connect(self._tick)
        self.view.menu_wanted.connect(self.show_menu)
        self.view.cleared.connect(self._clear)
        self.view.went_past_the_end.connect(self.add_row)
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.view.selectionModel().selectionChanged.connect(self._refresh)
        self._refresh()

    # What the window calls

    def set_report(self, report: Report, form: FormSpec) -> None:
        """Show a report. Commit an editor that is open in another report before (``commit_editor``)."""
        if (report.id, form.id) == (self._report_id, self._form_id):
            self.apply(report)
            return
        self.commit_editor()
        self._report_id, self._form_id, self._part = report.id, form.id, form.table
        self.view.set_terms(_terms(report))
        self._model.set_report(report, grid_columns(form.table))
        if report.rows and self._model.columns:
            self.view.go_to(0, 0)
        self._recount()

    def apply(self, report: Report) -> None:
        """Show what an action made of the report: caret and selection stay, the row concerned is in sight."""
        before, current = list(self._model.rows), self.view.currentIndex()
        row, column = (current.row(), current.column()) if current.isValid() else (None, 0)
        self.view.set_terms(_terms(report))
        self._model.apply(report)
        if self.view.cells.editor is None:
            self._show_concern(before, row, column)
        self._recount()

    def set_frozen(self, frozen: bool) -> None:
        """Let nothing be changed; cells can still be gone through and copied."""
        self._model.frozen = frozen
        self._refresh()

    def _show_concern(self, before: list[Row], row: int | None, column: int) -> None:
        concern = find_concern(before, self._model.rows, row, self._asking)
        if concern is None:
            return
        here = self.view.currentIndex()
        stays = row is not None and here.isValid() and self._model.rows[here.row()].id == before[row].id
        if stays and here.row() == concern.place:
            self.view.keep_in_sight()
            return
        if self._new_column is not None:
            column = self._new_column
        elif concern.key is not None:
            found = self._model.column_at(concern.key)
            column = column if found is None else found
        self.view.go_to(concern.place, column)

    @property
    def current_cell(self) -> tuple[int, str] | None:
        """Row id and column key of the cell the cursor is in."""
        at = self.view.currentIndex()
        return (self._model.rows[at.row()].id, self._model.columns[at.column()].key) if at.isValid() else None

    @property
    def current_words(self) -> str:
        """Where the cursor is, in words ("แถว ๒ · สถานะ: เสร็จ"); "" when it is nowhere."""
        at = self.view.currentIndex()
        if not at.isValid():
            return ""
        number = to_thai(str(at.row() + 1))
        return f"แถว {number} · {self._model.columns[at.column()].name}"

    def go_to(self, row_id: int, key: str) -> None:
        """Take the keyboard to a cell; to the row when the grid does not show this column."""
        row = next((at for at, row in enumerate(self._model.rows) if row.id == row_id), None)
        if row is not None:
            self.view.go_to(row, self._model.column_at(key) or 0)
        self.view.setFocus()

    def pending_text(self) -> str | None:
        """Return what is typed in the open editor, None when none is open."""
        return self.view.cells.editor.text() if self.view.cells.editor else None

    def commit_editor(self) -> None:
        """Take over what is typed: before the window closes, another report is shown, a page is printed."""
        self.view.commit_editor()

    # What the clerk does

    def add_row(self) -> None:
        """Ask for an empty row below the current one; its first cell becomes the current one."""
        self.commit_editor()
        if not self._model.columns:
            return
        rows = self.view.chosen_rows()
        self._add(rows[-1] + 1 if rows else len(self._model.rows), [{}])

    def remove_rows(self) -> None:
        """Ask for the chosen rows to go."""
        self.view.commit_editor()
        if rows := self._chosen_ids():
            self._ask(self.rows_removed, rows)

    def move_rows(self, by: int) -> None:
        """Ask for the chosen rows to go up (-1) or down (1) together."""
        self.view.commit_editor()
        places = self.view.chosen_rows()
        if places and 0 <= places[0] + by <= len(self._model.rows) - len(places):
            self._ask(self.rows_moved, self._chosen_ids(), places[0] + by)

    def paste_as_rows(self) -> None:
        """Ask for the clipboard's table as new rows below the current one; nothing is overwritten."""
        self.view.commit_editor()
        data = clipboard.contents()
        if not clipboard.holds_table(data):
            self.notice.emit(_NO_TABLE)
            return
        chosen = self.view.chosen_rows()
        if table := self._read(data, None):
            self._add(chosen[-1] + 1 if chosen else len(self._model.rows), table)

    def paste(self) -> None:
        """Fill cells from the current one on; rows that are lacking are asked for."""
        data, at = clipboard.contents(), self.view.currentIndex()
        if not at.isValid():
            self.paste_as_rows()
        elif clipboard.holds_table(data):
            self._paste_table(data, at.row(), at.column())
        elif data.hasText():
            self._set_chosen(clipboard.clipboard_text(data))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for Word, Excel and the grid itself."""
        chosen = [index for index in self.view.selectedIndexes() if self._model.is_text(index.column())]
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        if rows:
            texts = [[self._model.text(row, column) for column in columns] for row in rows]
            QGuiApplication.clipboard().setMimeData(clipboard.table_data(texts))

    def cut(self) -> None:
        """Copy, then empty what was copied."""
        self.copy()
        self._clear()

    def _paste_table(self, data: QMimeData, row: int, column: int) -> None:
        table = self._read(data, self._model.columns[column].key)
        if len(table) == 1 and len(table[0]) == 1:
            self._set_chosen(next(iter(table[0].values())))
            return
        existing = self._model.rows[row:]
        cells: Cells = {}
        for old, new in zip(existing, table, strict=False):
            cells |= {(old.id, key): text for key, text in new.items() if old.cells.get(key, "") != text}
        lacking = table[len(existing) :]
        if lacking and cells:
            self._ask_for_rows(column, self.table_pasted, cells, lacking)
        elif lacking:
            self._ask_for_rows(column, self.rows_added, len(self._model.rows), lacking)
        elif table:
            if cells:
                self._ask(self.cells_edited, cells)
            self.view.go_to(row + len(table) - 1, column)

    def _read(self, data: QMimeData, first_key: str | None) -> clipboard.Rows:
        if self._part is None:
            return []
        try:
            return clipboard.read_rows(data, self._part, first_key)
        except KnownError as fault:
            self.notice.emit(fault.sentence)
            return []

    def _typed(self, row: int, key: str, text: str) -> None:
        """Ask for a typed cell; what is no number where one belongs is told and not taken."""
        try:
            text = tidy(self._part, key, text)
        except KnownError as fault:
            self.notice.emit(fault.sentence)
            return
        self._ask(self.cells_edited, {(row, key): text})

    def _add(self, at: int, rows: clipboard.Rows) -> None:
        self._ask_for_rows(0, self.rows_added, at, rows)

    def _ask_for_rows(self, column: int, wish: SignalInstance, *what: object) -> None:
        """Ask for rows; the cursor goes to the last of them when they come, into this column."""
        self._new_column = column
        self._ask(wish, *what)
        self._new_column = None

    def _ask(self, wish: SignalInstance, *what: object) -> None:
        """Tell a wish. What comes of it at once was done here: the cursor need not be led to it."""
        if self._model.frozen:
            self.notice.emit(_FROZEN)
            return
        self._asking = True
        wish.emit(*what)
        self._asking = False

    def _set_chosen(self, text: str) -> None:
        cells: Cells = {}
        for index in self.view.chosen_cells():
            if self._model.is_text(index.column()) and self._model.text(index.row(), index.column()) != text:
                cells[self._model.rows[index.row()].id, self._model.columns[index.column()].key] = text
        if cells:
            self._ask(self.cells_edited, cells)

    def _clear(self) -> None:
        self._set_chosen("")
        ticked = {
            self._model.rows[index.row()].id
            for index in self.view.chosen_cells()
            if not self._model.is_text(index.column()) and self._model.is_ticked(index.row(), index.column())
        }
        if ticked:
            self._ask(self.status_chosen, sorted(ticked), Status.WAITING)

    def _tick(self, column: int) -> None:
        """Set the chosen rows' status; a tick that is there already is taken back to "waiting"."""
        status, current = self._model.columns[column].status, self.view.currentIndex().row()
        if status is not None and current >= 0:
            wanted = Status.WAITING if self._model.is_ticked(current, column) else status
            rows = [row for row in self.chosen if row.status is not wanted]
            if rows:
                self._ask(self.status_chosen, [row.id for row in rows], wanted)

    @property
    def chosen(self) -> list[Row]:
        """The rows that are chosen, the current one among them."""
        return [self._model.rows[at] for at in self.view.chosen_rows()]

    def _chosen_ids(self) -> list[int]:
        return [row.id for row in self.chosen]

    # Toolbar

    def _make_actions(self) -> None:
        self.add_action = self._tool("plus", "เพิ่มแถว", self.add_row, "Ctrl+Enter", "Ctrl+Return", "Ins")
        self.remove_action = self._tool("trash-2", "ลบแถว", self.remove_rows, "Ctrl+Del")
        self.up_action = self._tool("arrow-up", "เลื่อนขึ้น", lambda: self.move_rows(-1), "Alt+Up")
        self.down_action = self._tool("arrow-down", "เลื่อนลง", lambda: self.move_rows(1), "Alt+Down")
        self.paste_action = self._tool(
            "clipboard-paste", "วางจาก Word / Excel", self.paste_as_rows, "Ctrl+Shift+V"
        )
        self._clipboard_actions = []
        for words, key, act in (
            ("ตัด", "Ctrl+X", self.cut),
            ("คัดลอก", "Ctrl+C", self.copy),
            ("วาง", "Ctrl+V", self.paste),
        ):
            action = _action(self, words, act, key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            self.view.addAction(action)
            self._clipboard_actions.append(action)

    @property
    def row_actions(self) -> tuple[QAction, ...]:
        """What can be done with rows, for the menus."""
        return self.add_action, self.paste_action, self.remove_action, self.up_action, self.down_action

    def show_menu(self, place: QPoint) -> QMenu:
        """Open the menu of the cell at ``place`` (on the screen): clipboard, then rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._clipboard_actions)
        menu.addSeparator()
        menu.addActions(self.row_actions)
        menu.popup(place)
        return menu

    def _tool(self, name: str, words: str, act: Callable[[], None], *keys: str) -> QAction:
        """Return an action of the toolbar, whose keys work in the open editor too."""
        action = _action(self, words, act, *keys)
        action.setIcon(theme.icon(name))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for action, words in (
            (self.add_action, True),
            (self.paste_action, True),
            (self.remove_action, False),
            (self.up_action, False),
            (self.down_action, False),
        ):
            bar.addWidget(_button(action, words))
        bar.addStretch(1)
        bar.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def _refresh(self) -> None:
        places, count = self.view.chosen_rows(), len(self._model.rows)
        has_table = bool(self._model.columns) and not self._model.frozen
        places = [] if self._model.frozen else places
        self.add_action.setEnabled(has_table)
        self.paste_action.setEnabled(has_table)
        self.remove_action.setEnabled(bool(places))
        self.up_action.setEnabled(bool(places) and places[0] > 0)
        self.down_action.setEnabled(bool(places) and places[-1] < count - 1)

    def _recount(self) -> None:
        count = len(self._model.rows)
        words = f"{self._model.complete()} จาก {count} แถวครบถ้วน" if count else ""
        self._count.setText(to_thai(words))
        self._refresh()

    def _tell_current(self) -> None:
        if current := self.current_cell:
            self.current_cell_changed.emit(*current)


def _action(parent: QWidget, words: str, act: Callable[[], None], *keys: str) -> QAction:
    action = QAction(words, parent)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setToolTip(f"{words} ({keys[0]})")
    action.triggered.connect(act)
    return action


def _button(action: QAction, words: bool) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(with_words if words else Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setProperty("words", "true" if words else "false")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _terms(report: Report) -> tuple[str, ...]:
    """Return the names that a line keeps whole: the office's own."""
    return tuple(name for name in (report.office.name, report.office.unit) if name)
