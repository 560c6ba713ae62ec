"""The editor that opens in a cell: Enter is done, Alt+Enter makes a line, Esc gives up, Tab goes on."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.grid.clipboard import holds_table
from ui.grid.numbering import is_bare_mark, next_mark
from ui.thai_edit import ThaiTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE_KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class CellEditor(ThaiTextEdit):
    """Edits the text of one cell in place. ``numbered`` lines go on counting (list cells)."""

    entered = Signal()
    """Enter was pressed: the text is done."""
    entered_for_all = Signal()
    """Ctrl+Enter was pressed while several cells are chosen: the text is meant for all of them."""

    def __init__(self, parent: QWidget, terms: tuple[str, ...], numbered: bool) -> None:
        super().__init__(parent, terms)
        self.filled = False
        self.key = ""
        """Of the column that is edited."""
        self._for_many = False
        self._numbered = numbered
        self._before = ""
        self.setObjectName("cellEditor")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, text: str) -> None:
        """Begin with the cell's text, all selected: typing replaces it."""
        if not self.filled:
            self.set_text(text)
            self.selectAll()
            self.filled = True
            self._before = self.text()

    @property
    def is_changed(self) -> bool:
        """Whether the text is another than it was when the editor opened."""
        return self.text() != self._before

    def caret_to_end(self) -> None:
        """Go on writing where the text ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def new_line(self) -> None:
        """Begin a line; in a list it carries the next number, and a bare number ends the list."""
        caret = self.textCursor()
        line = caret.block().text()
        caret.beginEditBlock()
        if self._numbered and is_bare_mark(line):
            caret.select(QTextCursor.SelectionType.BlockUnderCursor)
            caret.removeSelectedText()
            caret.insertText("\n" if caret.position() else "")
        else:
            mark = next_mark(line[: caret.positionInBlock()]) if self._numbered else ""
            caret.insertText("\n" + mark)
        caret.endEditBlock()
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; cells of Excel come without their quotes and the line end behind them."""
        text = source.text()
        if holds_table(source):
            from desktop_app.exchange.table_clipboard import cells_from_tsv

            text = "\n".join(" ".join(filter(None, cells)) for cells in cells_from_tsv(text))
        self.insert(text.rstrip("\r\n"))

    def serve_many(self) -> None:
        """Several cells are chosen: Ctrl+Enter fills all of them, whatever else it does in the window."""
        self._for_many = True
        self.installEventFilter(self)

    def eventFilter(self, _self: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._fills_all(event):
            event.accept()
            return True
        return False

    def _fills_all(self, event: QKeyEvent) -> bool:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return self._for_many and event.key() in _ENTER and bool(ctrl)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._fills_all(event):
            self.entered_for_all.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & _LINE_KEYS:
            self.new_line()
        else:
            self.entered.emit()
