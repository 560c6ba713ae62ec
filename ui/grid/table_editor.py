"""The table step of a report: the grid, its toolbar, and how many rows are complete."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.domain.form import FormSpec, Part
from desktop_app.domain.report import Report, Row, Status
from desktop_app.language import N_, _
from desktop_app.thai.dates import official_date
from desktop_app.thai.shown import numerals
from ui.grid import filling
from ui.grid.arrangement import Arrangement, Wish
from ui.grid.cells import terms_of
from ui.grid.column_state import ColumnMemory, ColumnState, Forgetful
from ui.grid.columns import grid_columns, tidy, why_not
from ui.grid.concern import find_concern
from ui.grid.model import ReportModel
from ui.grid.pasted import Pasted
from ui.grid.pasting import Pasting
from ui.grid.table_tools import TableTools
from ui.grid.view import TableView

_FROZEN = _("รายงานนี้ออกฉบับจริงแล้ว กรุณาเลือกแก้ไขเพื่อออกครั้งต่อไปที่แถบด้านบนก่อนแก้ไข")


class TableEditor(TableTools):
    """Edits the rows of a report. It asks by signals, changes nothing itself, and shows what comes of it."""

    cells_edited = Signal(object)
    """{(row id, column key): text}"""
    status_chosen = Signal(list, object)
    """Row ids, Status"""
    rows_added = Signal(int, list)
    """0-based place, cells by column key for each new row"""
    table_pasted = Signal(object)
    """Pasted: cells and rows of a copied table, all in one step"""
    rows_removed = Signal(list)
    """Row ids"""
    rows_joined = Signal(list)
    """Row ids: each is to be one with the row above it"""
    rows_moved = Signal(list, int)
    """Row ids, the 0-based place where the first of them is to stand"""
    current_cell_changed = Signal(int, str)
    """Row id, column key"""
    notice = Signal(str)
    """A sentence for the status bar"""
    file_given = Signal(object)
    """The Path of a file that was copied elsewhere and pasted here."""

    refusal_changed = Signal()
    """``refusal`` may have another answer now."""

    def __init__(
        self,
        parent: QWidget | None = None,
        memory: ColumnMemory | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._memory, self._today = memory or Forgetful(), today
        self._part: Part | None = None
        self._report_id: int | None = None
        self._form_id: str | None = None
        self.photo_step = ""
        """The label of the step that takes photos; "" when there is none."""
        self._asking = False
        self._new_column: int | None = None
        self._model = ReportModel(self)
        self.view = TableView(self._model, parent=self)
        self._arrangement = Arrangement()
        self._rows: tuple[Row, ...] = ()
        self.pasting = Pasting(self)
        self.make_tools()
        self.filter.wanted.connect(lambda text: self.set_wish(replace(self.wish, text=text)))
        self.filter.left.connect(self._leave_filter)
        self.arranged.all_wanted.connect(lambda: self.set_wish(Wish()))
        self.view.cells.edited.connect(self._typed)
        self.view.cells.check = self._why_not
        self.view.filled.connect(self.fill)
        self.view.refused.connect(lambda _sentence: self.refusal_changed.emit())
        self.view.numbers.dropped.connect(self._drop_rows)
        self.view.columns.changed.connect(self._keep_columns)
        self.view.ticked.connect(self._tick)
        self.view.cleared.connect(self.clear)
        self.view.went_past_the_end.connect(self.add_row)
        self.view.begun.connect(self._begin)
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.view.selectionModel().selectionChanged.connect(self.refresh_actions)
        self.refresh_actions()

    # What the window calls

    def set_report(self, report: Report, form: FormSpec) -> None:
        """Show a report. Commit an editor that is open in another report before (``commit_editor``)."""
        if (report.id, form.id) == (self._report_id, self._form_id):
            self.apply(report)
            return
        self.commit_editor()
        self._report_id, self._form_id, self._part = report.id, form.id, form.table
        self.view.set_terms(terms_of(report))
        self._rows, self._arrangement = report.rows, Arrangement()
        self.filter.clear()
        self._model.set_report(report, grid_columns(form.table))
        self.view.columns.set_state(ColumnState.from_text(self._memory.columns_of(form.id)))
        self.view.heights.forget()
        if report.rows and self._model.columns:
            self.view.go_to(0, 0)
        self._recount()

    def start_over(self) -> None:
        """Forget the report and what is typed: another one is shown next."""
        self._report_id = None
        self.pasting.stop()
        self.view.give_up_editor()

    def apply(self, report: Report) -> None:
        """Show what an action made of the report: caret and selection stay, the row concerned is in sight."""
        before, current = self._model.rows, self.view.currentIndex()
        row, column = (current.row(), current.column()) if current.isValid() else (None, 0)
        self.view.set_terms(terms_of(report))
        self._rows = report.rows
        ordered = self._model.apply(self._arrangement.follow(report.rows))
        if self.view.cells.editor is None and (ordered or not self._asking):
            self._show_concern(before, row, column)
        self._recount()

    def set_frozen(self, frozen: bool) -> None:
        """Let nothing be changed; cells can still be gone through and copied."""
        self._model.frozen = frozen
        self.refresh_actions()

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
    def model(self) -> ReportModel:
        """The rows that are shown."""
        return self._model

    @property
    def part(self) -> Part | None:
        """The table of the form, None when it has none."""
        return self._part

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
        number = numerals(str(self._model.rows[at.row()].number))
        return _("แถว {number} · {name}").format(number=number, name=self._model.columns[at.column()].name)

    def go_to(self, row_id: int, key: str) -> None:
        """Take the keyboard to a cell; to the row when the grid does not show this column."""
        if self._model.place(row_id) is None:
            self.set_wish(Wish())
        row = self._model.place(row_id)
        if row is not None:
            self.view.go_to(row, self._model.column_at(key) or 0)
        self.view.setFocus()

    def pending_text(self) -> str | None:
        """Return what is typed in the open editor, None when none is open."""
        return self.view.cells.editor.text() if self.view.cells.editor else None

    def refusal(self) -> str:
        """Return why what is typed in the open editor cannot be taken over, "" when it can."""
        return self.view.cells.refusal()

    def commit_editor(self) -> bool:
        """Take over what is typed: before the window closes, another report is shown, a page is printed.

        False when it cannot be taken over; then the editor stays open.
        """
        return self.view.commit_editor()

    # What the clerk does

    def add_row(self) -> None:
        """Ask for an empty row below the current one; its first cell becomes the current one."""
        if not self.commit_editor() or not self._model.columns:
            return
        rows = self.view.chosen_rows()
        self.ask_for_rows(0, self.rows_added, self._model.rows[rows[-1]].number if rows else self.count, [{}])

    def _begin(self, text: str) -> None:
        """Ask for the first row, and type on in its first cell."""
        if self.count or not self.may_change():
            return
        self.add_row()
        if text and self.view.currentIndex().isValid():
            self.view.edit_cell(text)

    def remove_rows(self) -> None:
        """Ask for the chosen rows to go."""
        if self.view.commit_editor() and (rows := self._chosen_ids()):
            self.ask(self.rows_removed, rows)

    def join_rows(self) -> None:
        """Ask for the chosen rows to be one with those above them."""
        if self.view.commit_editor() and (rows := self._chosen_ids()):
            self.ask(self.rows_joined, rows)

    def move_rows(self, by: int) -> None:
        """Ask for the chosen rows to go up (-1) or down (1) together."""
        places = self.view.chosen_rows()
        there = bool(places) and 0 <= places[0] + by <= len(self._model.rows) - len(places)
        if there and self.view.commit_editor():
            self.ask(self.rows_moved, self._chosen_ids(), places[0] + by)

    def _drop_rows(self, before: int) -> None:
        """Ask for the chosen rows to stand before this one."""
        places = self.view.chosen_rows()
        to = before - sum(place < before for place in places)
        if places != list(range(to, to + len(places))) and self.view.commit_editor():
            self.ask(self.rows_moved, self._chosen_ids(), to)

    def fill_down(self) -> None:
        """Ask for the uppermost chosen cells to be repeated in those below; of one row, from above it."""
        chosen = self.view.chosen_cells()
        cells, statuses = filling.down(self._model, chosen), filling.status_down(self._model, chosen)
        if cells and statuses:
            ticked = dict.fromkeys(*statuses)
            self.ask(self.table_pasted, Pasted(cells, ticked, step=N_("เติมลงล่าง")))
        elif cells:
            self.ask(self.cells_edited, cells)
        elif statuses:
            self.ask(self.status_chosen, *statuses)

    def write_today(self) -> None:
        """Write today's date (BE) where the caret is; in a closed cell behind its text."""
        self.view.write(official_date(self._today()))

    def _typed(self, row: int, key: str, text: str) -> None:
        """Ask for a typed cell, as its column keeps it."""
        if (kept := self._tidied(key, text)) is not None:
            self.ask(self.cells_edited, {(row, key): kept})

    def _why_not(self, key: str, text: str) -> str:
        return why_not(self._part, key, text)

    def fill(self, text: str) -> None:
        """Ask for the chosen cells to hold one text, each as its column keeps it."""
        wanted = {
            at: self._tidied(at[1], text) for at in filling.alike(self._model, self.view.chosen_cells(), text)
        }
        if cells := {at: kept for at, kept in wanted.items() if kept is not None}:
            self.ask(self.cells_edited, cells)

    def _tidied(self, key: str, text: str) -> str | None:
        if sentence := self._why_not(key, text):
            self.notice.emit(sentence)
            return None
        return tidy(self._part, key, text)

    def _keep_columns(self, state: ColumnState) -> None:
        if self._form_id is not None:
            self._memory.keep_columns(self._form_id, state.to_text())

    @property
    def count(self) -> int:
        """How many rows the report has."""
        return len(self._rows)

    def may_change(self) -> bool:
        """Return whether rows can be changed; when not, why is told."""
        if self._model.frozen:
            self.notice.emit(_FROZEN)
        return bool(self._model.columns) and not self._model.frozen

    def ask_to_paste(self, pasted: Pasted) -> None:
        """Ask for what a dialog was told; the cursor goes to the last row that came or was filled."""
        if pasted.is_nothing:
            return
        column = max(self.view.currentIndex().column(), 0)
        self.ask_for_rows(0 if not pasted.cells else column, self.table_pasted, pasted)
        changed = [*(row for row, _key in pasted.cells), *pasted.statuses]
        if changed and not pasted.rows:
            last = max((self._model.place(row) or 0) for row in changed)
            self.view.go_to(last, column)

    def ask_for_rows(self, column: int, wish: SignalInstance, *what: object) -> None:
        """Ask for rows; the cursor goes to the last of them when they come, into this column."""
        self._new_column = column
        self.ask(wish, *what)
        self._new_column = None

    def ask(self, wish: SignalInstance, *what: object) -> None:
        """Tell a wish. What comes of it at once was done here: the cursor need not be led to it."""
        if self._model.frozen:
            self.notice.emit(_FROZEN)
            return
        self._asking = True
        wish.emit(*what)
        self._asking = False

    def clear(self) -> None:
        """Ask for what is chosen to be emptied; a tick that is chosen is taken back."""
        self.fill("")
        if ticked := filling.ticked(self._model, self.view.chosen_cells()):
            self.ask(self.status_chosen, ticked, Status.WAITING)

    def _tick(self, column: int) -> None:
        """Set the chosen rows' status; a tick that is there already is taken back to "waiting"."""
        status, current = self._model.columns[column].status, self.view.currentIndex().row()
        if status is not None and current >= 0:
            wanted = Status.WAITING if self._model.is_ticked(current, column) else status
            rows = [row for row in self.chosen if row.status is not wanted]
            if rows:
                self.ask(self.status_chosen, [row.id for row in rows], wanted)

    @property
    def chosen(self) -> list[Row]:
        """The rows that are chosen, the current one among them."""
        return [self._model.rows[at] for at in self.view.chosen_rows()]

    def _chosen_ids(self) -> list[int]:
        return [row.id for row in self.chosen]

    # Which rows are shown

    @property
    def wish(self) -> Wish:
        """What is filtered and sorted by."""
        return self._arrangement.wish

    def set_wish(self, wish: Wish) -> None:
        """Show other rows, or in another order; the report stays as it is."""
        current = self.current_cell
        if wish == self.wish or not self.commit_editor():
            return
        self._arrangement.wish = wish
        if self.filter.text().strip() != wish.text.strip():
            self.filter.setText(wish.text)
        self._model.sorted_by = (wish.sort, wish.descending)
        self._model.show_rows(self._arrangement.arrange(self._rows, self._model.columns))
        place = self._model.place(current[0]) if current else None
        if self._model.rows:
            self.view.go_to(place or 0, self._model.column_at(current[1]) or 0 if current else 0)
        self._recount()

    def _leave_filter(self) -> None:
        if not self._model.rows:
            self.set_wish(Wish())
        self.view.setFocus()

    def _recount(self) -> None:
        shown, columns = len(self._model.rows), self._model.columns
        words = (
            _("ครบ {rows_complete}/{rows} แถว").format(rows_complete=self._model.complete(), rows=shown)
            if shown
            else ""
        )
        self.count_label.setText(numerals(words))
        self.fit_words()
        order = next((one.name for one in columns if one.id == self.wish.sort), "")
        if self.wish.is_plain:
            self.arranged.hide()
        else:
            self.arranged.show_state(shown, self.count, order)
        self.refresh_actions()

    def _tell_current(self) -> None:
        if current := self.current_cell:
            self.current_cell_changed.emit(*current)
