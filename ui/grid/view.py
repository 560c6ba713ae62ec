"""The table itself under the clerk's hands: keys as in Excel, editing in place, the mouse."""

from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from ui.grid.cell_editor import CellEditor
from ui.grid.delegate import tick_box
from ui.grid.frame import GridFrame, Selection
from ui.grid.keys import ENTER, MOVES, TICK_KEYS, WITH_CTRL_OR_ALT, is_typed
from ui.grid.model import ReportModel
from ui.grid.told import Told

Key = Qt.Key
Hint = QAbstractItemDelegate.EndEditHint
_TOUCH = 8
"""Pixels round a tick box that count as the box."""


class Go(Enum):
    """Where the cursor goes after a cell."""

    NEXT = "next"
    BACK = "back"
    DOWN = "down"
    UP = "up"


class TableView(GridFrame):
    """Shows a ReportModel. Asks for changes by signals and makes none itself."""

    ticked = Signal(int)
    """The tick in this column of the current row was pressed."""
    cleared = Signal()
    """What is selected is to be emptied."""
    filled = Signal(str)
    """All that is selected is to hold this text."""
    refused = Signal(str)
    """What is typed cannot be taken over; the sentence says why. "" when it can again."""
    editor_opened = Signal(object)
    """The CellEditor that was opened in the current cell."""
    begun = Signal(str)
    """Something was typed (or Enter pressed: "") in a table without rows."""
    went_past_the_end = Signal()
    """Tab was pressed in the last cell of the last row."""
    menu_wanted = Signal(QPoint)
    """The menu is asked for, by mouse or menu key; the place on the screen."""

    def __init__(self, model: ReportModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._pressed_tick: QPersistentModelIndex | None = None
        self.told = Told(self.viewport())
        self.cells.grown.connect(self._follow_editor)
        self.cells.refused.connect(self._refuse)
        self.selectionModel().currentChanged.connect(self._leave_told)

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

    def go(self, where: Go) -> None:
        """Go on from the current cell; past the last one only a signal goes."""
        at, rows, shown = self.currentIndex(), len(self.report.rows), self.columns.shown
        if not at.isValid() or at.column() not in shown:
            self.go_to(max(0, at.row()), 0)
            return
        row, column = at.row(), at.column()
        if where in (Go.DOWN, Go.UP):
            row += 1 if where is Go.DOWN else -1
        else:
            place = row * len(shown) + shown.index(column) + (1 if where is Go.NEXT else -1)
            row, column = place // len(shown), shown[place % len(shown)]
        if row >= rows and where is Go.NEXT:
            self.went_past_the_end.emit()
        elif 0 <= row < rows:
            self.go_to(row, column)

    # Editing

    def edit_cell(self, replacement: str | None = None) -> None:
        """Open the editor in the current cell, with its text or with what was typed over it."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        if not self.selectionModel().isSelected(index):
            self.go_to(index.row(), index.column())
        self.keep_in_sight()
        self.edit(index)
        editor = self.cells.editor
        if editor is None:
            return
        if replacement is None:
            editor.caret_to_end()
        else:
            editor.insert(replacement)
        self._attend(editor)

    def write(self, text: str) -> None:
        """Write where the caret is, parted from what stands before; a closed cell is opened at its end."""
        if self.cells.editor is None:
            self.edit_cell()
        editor = self.cells.editor
        if editor is not None:
            before = editor.text()[: editor.textCursor().selectionStart()]
            editor.insert(f" {text}" if before and not before[-1].isspace() else text)

    def _attend(self, editor: CellEditor) -> None:
        editor.entered.connect(self._enter)
        editor.entered_for_all.connect(self._enter_for_all)
        editor.textChanged.connect(self._hide_told)
        if len(self.selectedIndexes()) > 1:
            editor.serve_many()
        self.editor_opened.emit(editor)
        self._follow_editor()

    def _enter(self) -> None:
        if self.commit_editor():
            self.go(Go.DOWN)

    def _enter_for_all(self) -> None:
        """Fill every chosen cell with what is typed."""
        editor = self.cells.editor
        if self._refuse():
            return
        text = editor.text()
        self.closeEditor(editor, Hint.RevertModelCache)
        self.filled.emit(text)

    def commit_editor(self) -> bool:
        """Take over what is typed and close the editor; False when it cannot be taken over and stays open."""
        editor = self.cells.editor
        if editor is not None and self._refuse():
            return False
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, Hint.NoHint)
        return True

    def give_up_editor(self) -> None:
        """Close the editor, and forget what is typed."""
        if (editor := self.cells.editor) is not None:
            self.closeEditor(editor, Hint.RevertModelCache)

    def _refuse(self) -> bool:
        """Tell at the cell why what is typed cannot be taken over; returns whether that is so."""
        sentence = self.cells.refusal()
        if sentence:
            self.told.tell(sentence, self.visualRect(self.currentIndex()))
            self.refused.emit(sentence)
        return bool(sentence)

    def tell(self, sentence: str) -> None:
        """Say something at the current cell, until the clerk goes on."""
        self.keep_in_sight()
        self.told.tell(sentence, self.visualRect(self.currentIndex()))

    def _leave_told(self) -> None:
        if self.cells.editor is None:
            self._hide_told()

    def _hide_told(self) -> None:
        if not self.told.isHidden():
            self.told.hide()
            self.refused.emit("")

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, in sight; not while another is open that cannot be taken over."""
        if self.cells.editor is None or not self._refuse():
            super().go_to(row, column)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close the editor; Tab goes to the next cell without opening it."""
        row = self.currentIndex().row()
        super().closeEditor(editor, Hint.NoHint)
        self._hide_told()
        if 0 <= row < len(self.report.rows):
            self.heights.fit(row)
        if hint == Hint.EditNextItem:
            self.go(Go.NEXT)
        elif hint == Hint.EditPreviousItem:
            self.go(Go.BACK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        self._leave_told()
        writes = is_typed(event) and not event.text().isspace()
        if not self.report.rows and (writes or (key in ENTER and not keys & WITH_CTRL_OR_ALT)):
            self.begun.emit(event.text() if writes else "")
        elif key in ENTER and not keys & WITH_CTRL_OR_ALT:
            self.go(Go.UP if keys & Qt.KeyboardModifier.ShiftModifier else Go.DOWN)
        elif key == Key.Key_F2:
            self.edit_cell()
        elif key in (Key.Key_Delete, Key.Key_Backspace) and not keys & WITH_CTRL_OR_ALT:
            self.cleared.emit()
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self._tab(event)
        elif key == Key.Key_Escape:
            event.setAccepted(self.numbers.give_up(event))  # Qt would take it for typing
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
        if not self.report.rows and event.commitString():
            self.begun.emit(event.commitString())
            event.accept()
        elif not opening or not index.isValid():
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
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.menu_corner())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()) == self.currentIndex():
            self.edit_cell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cells.editor is not None and self._refuse():
            self.cells.editor.setFocus()
            return
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
