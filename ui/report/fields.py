"""The fields of the steps: lines, texts, phrases and closed choices that save themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.report.commit import Commit
from ui.thai_edit import ThaiTextEdit
from ui.thai_lines import LineBreaker

AROUND = 12
"""Frame and padding of a text field, above and below together (px)."""
MARGINS = (4, 0, 4, 0)
"""What brings the text of a text field under that of a line (px)."""


class CommitLine(QLineEdit):
    """One line that saves itself. ``committed`` carries the text."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commit = Commit(self, self.text, self._show)
        self._commit.committed.connect(self.committed)
        self.textEdited.connect(self._commit.typed)
        self.returnPressed.connect(self._commit.flush)

    def set_stored(self, text: str) -> None:
        """Show what is stored, unless the clerk is typing just now."""
        self._commit.set_stored(text)

    def start_over(self) -> None:
        """Forget what is stored and what is typed."""
        self._commit.start_over()

    def flush(self) -> None:
        """Commit now what is typed."""
        self._commit.flush()

    def _show(self, text: str) -> None:
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)


class CommitText(ThaiTextEdit):
    """Several lines that save themselves; Tab goes on to the next field. It grows with its text.

    ``lines`` is the least height in lines.
    """

    committed = Signal(str)
    MOST_LINES = 14

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setViewportMargins(*MARGINS)
        self.setUndoRedoEnabled(False)
        self._commit = Commit(self, self.text, self._show)
        self._commit.committed.connect(self.committed)
        self.textChanged.connect(self._commit.typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def set_stored(self, text: str) -> None:
        """Show what is stored, unless the clerk is typing just now."""
        self._commit.set_stored(text)

    def start_over(self) -> None:
        """Forget what is stored and what is typed."""
        self._commit.start_over()

    def flush(self) -> None:
        """Commit now what is typed."""
        self._commit.flush()

    def _show(self, text: str) -> None:
        place = self.textCursor().position()
        self.set_text(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        """Be as high as the text, from ``lines`` up to MOST_LINES."""
        height = line_height(self.font())
        most = self.MOST_LINES * height
        shown = self.text_height()
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if shown > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        inner = max(self._lines * height, min(shown, most))
        self.setFixedHeight(round(inner) + AROUND)


class PhraseBox(QComboBox):
    """A line with the usual phrases to choose from; it saves itself like a line."""

    committed = Signal(str)

    def __init__(self, phrases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)
        self.addItems(list(phrases))
        self.setCurrentIndex(-1)
        self._commit = Commit(self, self.currentText, self._show)
        self._commit.committed.connect(self.committed)
        self.lineEdit().textEdited.connect(self._commit.typed)
        self.activated.connect(lambda _index: self._commit.flush())

    def set_stored(self, text: str) -> None:
        """Show what is stored, unless the clerk is typing just now."""
        self._commit.set_stored(text)

    def start_over(self) -> None:
        """Forget what is stored and what is typed."""
        self._commit.start_over()

    def flush(self) -> None:
        """Commit now what is typed."""
        self._commit.flush()

    def _show(self, text: str) -> None:
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change an opinion."""
        event.ignore()


class ChoiceBox(QComboBox):
    """One of a closed list of (value, words); ``committed`` carries the value the clerk chose."""

    committed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = len(choices)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(lambda _index: self.committed.emit(self.currentData()))

    def set_stored(self, value: str) -> None:
        """Show the stored value; one that is not in the list (from an import) joins it."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))

    def start_over(self) -> None:
        """Forget what is stored, and a value that had joined the list for it."""
        while self.count() > self._own:
            self.removeItem(self._own)
        self.setCurrentIndex(0)

    def flush(self) -> None:
        """Nothing waits here: a choice is committed at once."""

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down, which opens the list, from what else it does around this field."""
        if event.type() == QEvent.Type.ShortcutOverride and opens_list(event):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change the choice."""
        event.ignore()


def opens_list(event: QKeyEvent) -> bool:
    """Return whether these keys open a list or a calendar on every system: Alt+Down."""
    return event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def line_height(font: QFont) -> int:
    """Return the pixels from line to line of a text field in this font."""
    return LineBreaker(font).line_height
