"""The table itself: rows as high as their text, columns by the form's shares, keys as in Excel."""

from enum import Enum

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui import theme
from ui.grid.cell_editor import CellEditor
from ui.grid.cells import CellTexts
from ui.grid.column_widths import ColumnWidths
from ui.grid.delegate import CellDelegate, tick_box
from ui.grid.headings import Headings, label_corner
from ui.grid.hint import paint_hint
from ui.grid.keys import ENTER, MOVES, TICK_KEYS, WITH_CTRL_OR_ALT, is_typed
from ui.grid.model import ReportModel
from ui.grid.pinned import PinnedTicks
from ui.grid.row_heights import RowHeights

Key = Qt.Key
Hint = QAbstractItemDelegate.EndEditHint
Selection = QItemSelectionModel.SelectionFlag
ScrollHint = QAbstractItemView.ScrollHint
_NUMBER_WIDTH = 38
_TOUCH = 8
"""Pixels round a tick box that count as the box."""
_SETTLING = 6
"""Most times a cell is scrolled to again because rows that came into sight grew."""


class Go(Enum):
    """Where the cursor goes after a cell."""

    NEXT = "next"
    BACK = "back"
    DOWN = "down"
    UP = "up"


class TableView(QTableView):
    """Shows a ReportModel. Asks for changes by signals and makes none itself."""

    ticked = Signal(int)
    """The tick in this column of the current row was pressed."""
    cleared = Signal()
    """What is selected is to be emptied."""
    went_past_the_end = Signal()
    """Tab was pressed in the last cell of the last row."""
    menu_wanted = Signal(QPoint)
    """The menu is asked for, by mouse or menu key; the place on the screen."""

    def __init__(self, model: ReportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._texts = CellTexts(theme.grid_font())
        self.heights = RowHeights(self, self._texts)
        self.pinned = PinnedTicks(self)
        self.widths = ColumnWidths(self)
        self._pressed_tick: QPersistentModelIndex | None = None
        self.cells = CellDelegate(self._texts, self)
        self.setItemDelegate(self.cells)
        self.cells.grown.connect(self._follow_editor)
        self._set_behaviour()
        self._set_headers()
        model.modelReset.connect(self._show_anew)
        model.dataChanged.connect(lambda first, last: self.heights.forget_rows(first.row(), last.row()))
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            changed.connect(self.heights.fit_visible)
        self.verticalScrollBar().valueChanged.connect(self.heights.fit_visible)
        self.selectionModel().selectionChanged.connect(self.viewport().update)

    def _set_behaviour(self) -> None:
        self.setObjectName("grid")
        self.setAccessibleName("ตาราง")
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)

    def _set_headers(self) -> None:
        headings = Headings(self.pinned, self)
        self.setHorizontalHeader(headings)
        headings.sectionResized.connect(self._column_resized)
        numbers = self.verticalHeader()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setDefaultSectionSize(3 * self._texts.line_height)
        numbers.setMinimumSectionSize(self.heights.smallest)
        numbers.setFixedWidth(_NUMBER_WIDTH)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        numbers.setAccessibleName("เลขที่ของแถว")
        label_corner(self.findChild(QAbstractButton))

    @property
    def report(self) -> ReportModel:
        """The model; the grid has no other kind."""
        model = self.model()
        assert isinstance(model, ReportModel)  # set in __init__
        return model

    def set_terms(self, terms: tuple[str, ...]) -> None:
        """Keep these words whole on a line (names of the office)."""
        if terms != self._texts.terms:
            self._texts.set_terms(terms)
            self.heights.forget()

    # Sizes

    def _show_anew(self) -> None:
        self.widths.forget()
        self.heights.forget()

    def _column_resized(self, column: int, _old: int, new: int) -> None:
        if self.widths.was_drawn(column, new):
            self.heights.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.widths.lay_out():
            self.heights.forget()
        else:
            self.heights.fit_visible()

    def _follow_editor(self) -> None:
        """Let the row grow and shrink with the text being typed, the caret in sight."""
        editor, index = self.cells.editor, self.currentIndex()
        if editor is None or not index.isValid():
            return
        frame = editor.height() - editor.viewport().height()
        self.heights.stretch(index.row(), round(editor.text_height()) + frame + 1)
        self.updateEditorGeometries()
        caret = editor.viewport().mapTo(self.viewport(), editor.cursorRect().center())
        bar, line = self.verticalScrollBar(), self._texts.line_height
        if caret.y() > self.viewport().height() - line:
            bar.setValue(bar.value() + caret.y() - self.viewport().height() + line)
        elif caret.y() < line:
            bar.setValue(bar.value() + caret.y() - line)

    # Going about

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, in sight."""
        index = self.report.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Selection.ClearAndSelect)
            self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the current cell; what is selected stays selected."""
        index = self.currentIndex()
        if not index.isValid():
            return
        self.heights.fit(index.row())
        bar = self.verticalScrollBar()
        for _ in range(_SETTLING):
            before = bar.value()
            self.updateGeometries()  # the scroll bar does not know yet of rows that just grew
            self.scrollTo(index)
            self.heights.fit_visible()
            if bar.value() == before:
                return

    def go(self, where: Go) -> None:
        """Go on from the current cell; past the last one only a signal goes."""
        at, rows, columns = self.currentIndex(), len(self.report.rows), len(self.report.columns)
        if not at.isValid():
            self.go_to(0, 0)
            return
        row, column = at.row(), at.column()
        if where in (Go.DOWN, Go.UP):
            row += 1 if where is Go.DOWN else -1
        else:
            place = row * columns + column + (1 if where is Go.NEXT else -1)
            row, column = divmod(place, columns)
        if row >= rows and where is Go.NEXT:
            self.went_past_the_end.emit()
        elif 0 <= row < rows:
            self.go_to(row, column)

    def chosen_cells(self) -> list[QModelIndex]:
        """Return the cells that are selected, or else the current one."""
        current = self.currentIndex()
        return self.selectedIndexes() or ([current] if current.isValid() else [])

    def chosen_rows(self) -> list[int]:
        """Return the places of the rows that are selected, or else of the current one."""
        return sorted({index.row() for index in self.chosen_cells()})

    # Editing

    def edit_cell(self, replacement: str | None = None) -> None:
        """Open the editor in the current cell, with its text or with what was typed over it."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.go_to(index.row(), index.column())
        self.edit(index)
        editor = self.cells.editor
        if editor is None:
            return
        if replacement is None:
            editor.caret_to_end()
        else:
            editor.insert(replacement)
        self._attend(editor)

    def _attend(self, editor: CellEditor) -> None:
        editor.entered.connect(self._enter)
        self._follow_editor()

    def _enter(self) -> None:
        self.commit_editor()
        self.go(Go.DOWN)

    def commit_editor(self) -> None:
        """Take over what is typed and close the editor; nothing happens when none is open."""
        editor = self.cells.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, Hint.NoHint)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close the editor; Tab goes to the next cell without opening it."""
        row = self.currentIndex().row()
        super().closeEditor(editor, Hint.NoHint)
        if 0 <= row < len(self.report.rows):
            self.heights.fit(row)
        if hint == Hint.EditNextItem:
            self.go(Go.NEXT)
        elif hint == Hint.EditPreviousItem:
            self.go(Go.BACK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        if key in ENTER and not keys & WITH_CTRL_OR_ALT:
            self.go(Go.UP if keys & Qt.KeyboardModifier.ShiftModifier else Go.DOWN)
        elif key == Key.Key_F2:
            self.edit_cell()
        elif key in (Key.Key_Delete, Key.Key_Backspace) and not keys & WITH_CTRL_OR_ALT:
            self.cleared.emit()
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self._tab(event)
        elif key == Key.Key_Escape:
            event.ignore()  # Qt would take it for typing
        elif is_typed(event) and self.currentIndex().isValid():
            self._typed(event.text())
        else:
            super().keyPressEvent(event)
            if key in MOVES:
                self.keep_in_sight()

    def selectionCommand(self, index: QModelIndex, event: QEvent | None = None) -> Selection:
        """Select what the keys go to: Qt would leave the old selection to be acted on while Ctrl is held."""
        if isinstance(event, QKeyEvent) and event.key() in MOVES:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return Selection.SelectCurrent if extends else Selection.ClearAndSelect
        return super().selectionCommand(index, event)

    def _tab(self, event: QKeyEvent) -> None:
        """Go on or back; from the first cell back leaves the grid."""
        back = event.key() == Key.Key_Backtab
        at = self.currentIndex()
        if back and (not at.isValid() or (at.row(), at.column()) == (0, 0)):
            self._leave_grid(forward=False)
        elif not self.report.rows:
            self._leave_grid(forward=True)
        else:
            self.go(Go.BACK if back else Go.NEXT)

    def _leave_grid(self, forward: bool) -> None:
        """Hand the keyboard on; with Tab navigation on, Qt would hand the key back to the grid."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _typed(self, text: str) -> None:
        column = self.currentIndex().column()
        if self.report.is_text(column):
            self.edit_cell(text)
            return
        ticks = [at for at in range(len(self.report.columns)) if not self.report.is_text(at)]
        if text == " ":
            self.ticked.emit(column)
        elif text in TICK_KEYS and TICK_KEYS[text] < len(ticks):
            self.ticked.emit(ticks[TICK_KEYS[text]])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin editing with what an input method sends; Qt does so only while something is composed."""
        index, opening = self.currentIndex(), self.cells.editor is None
        if not opening or not index.isValid():
            super().inputMethodEvent(event)
        elif event.commitString() and not event.preeditString():
            self._typed(event.commitString())
            event.accept()
        elif self.report.is_text(index.column()):
            super().inputMethodEvent(event)
            if self.cells.editor is not None:
                self._attend(self.cells.editor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: under the mouse, or at the current cell when a key asked."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.keep_in_sight()
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()) == self.currentIndex():
            self.edit_cell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at, plain = event.position().toPoint(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_tick = QPersistentModelIndex(self.indexAt(at)) if left and plain else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at, pressed = event.position().toPoint(), self._pressed_tick
        self._pressed_tick = None
        index = self.indexAt(at)
        if pressed is not None and index.isValid() and pressed == index and self._touches_tick(index, at):
            self.ticked.emit(index.column())

    def _touches_tick(self, index: QModelIndex, at: QPoint) -> bool:
        if self.report.is_text(index.column()):
            return False
        box = tick_box(self.visualRect(index), self._texts.line_height).toRect()
        return box.adjusted(-_TOUCH, -_TOUCH, _TOUCH, _TOUCH).contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pinned.columns and self.report.rows:
            self.pinned.draw_cells(QPainter(self.viewport()), self.cells)
        if self.report.columns and not self.report.rows:
            paint_hint(self.viewport(), self._texts.line_height)

    # Pinned columns: where a cell is, for the mouse and for Qt

    def indexAt(self, point: QPoint) -> QModelIndex:
        column, row = self.pinned.column_at(point.x()), self.rowAt(point.y())
        if column is None or row < 0:
            return super().indexAt(point)
        return self.report.index(row, column)

    def visualRect(self, index: QModelIndex) -> QRect:
        pinned = self.pinned.cell(index.row(), index.column()) if index.isValid() else None
        return super().visualRect(index) if pinned is None else pinned

    def scrollTo(self, index: QModelIndex, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """Bring a cell in sight: not beneath the pinned columns, and not sideways for a pinned one."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.pinned.columns:
            bar.setValue(before)
            return
        rect, edge = self.visualRect(index), self.pinned.left
        if rect.right() >= edge:
            bar.setValue(bar.value() + min(rect.right() + 1 - edge, rect.left()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.pinned.columns:
            self._update_pinned()

    def _update_pinned(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
