"""A value typed the way people write it, shown the way an office prints it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.errors import KnownError
from desktop_app.thai.dates import official_date, parse_date
from ui.report.commit import PAUSE_MS, UndoInWindow
from ui.thai_text import display


class ValueLine(QWidget):
    """One value, or nothing. ``committed`` carries the value or None.

    ``parse`` makes a value of a text and raises KnownError for what is none; ``words`` show a value. What
    cannot be read stays as typed, with one sentence under it, and is not saved. While the clerk types,
    nothing is rewritten and nothing complains; that waits until the field is left.
    """

    committed = Signal(object)
    judged = Signal()
    """The typed value was found readable, or not."""

    def __init__(
        self,
        parse: Callable[[str], object],
        words: Callable[[object], str],
        example: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse_text, self._words_of = parse, words
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(f"เช่น {example}")
        self.fault = QLabel(self)
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.fault)
        self.setFocusProxy(self.line)
        self._value: object | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._commit_readable)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.flush)
        UndoInWindow(self.line, self._commit_readable)
        self.line.installEventFilter(self)

    @property
    def unreadable(self) -> str:
        """Return the sentence about a typed value that cannot be read, or an empty text."""
        try:
            self._parse()
        except KnownError as error:
            return error.sentence
        return ""

    def set_stored(self, value: object | None) -> None:
        """Show what is stored; what is being typed stays, unless the value changed elsewhere."""
        same, self._value = value == self._value, value
        if same and (self.line.hasFocus() or self.unreadable):
            return
        if not self._pause.isActive():
            self._show()

    def flush(self) -> None:
        """Commit what is typed, or say why it cannot be read."""
        self._commit_readable()
        if sentence := self.unreadable:
            self.fault.setText(display(sentence))
            self.fault.show()
        else:
            self._show()
        self.judged.emit()

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Let Esc bring the last good value back."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and self._differs():
            self._pause.stop()
            self._show()
            self.judged.emit()
            return True
        return False

    def _differs(self) -> bool:
        return self.line.text() != self._words()

    def _typed(self) -> None:
        self.fault.hide()
        self._pause.start()

    def _commit_readable(self) -> None:
        self._pause.stop()
        try:
            value = self._parse()
        except KnownError:
            return
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def _parse(self) -> object | None:
        text = self.line.text().strip()
        return self._parse_text(text) if text else None

    def _show(self) -> None:
        self.fault.hide()
        self.line.setText(self._words())

    def _words(self) -> str:
        return "" if self._value is None else self._words_of(self._value)


class DateLine(ValueLine):
    """One date (CE), or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_date, official_date, "๑๘ มี.ค. ๖๗", parent)
