"""A date typed the way people write it, shown the way an office prints it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.errors import KnownError
from desktop_app.thai.dates import official_date, parse_date
from ui.report.commit import PAUSE_MS, UndoInWindow
from ui.thai_text import display


class DateLine(QWidget):
    """One date, or nothing. ``committed`` carries a date (CE) or None.

    What cannot be read stays as typed, with one sentence under it, and is not saved. While the clerk
    types, nothing is rewritten and nothing complains; that waits until the field is left.
    """

    committed = Signal(object)
    judged = Signal()
    """The typed date was found readable, or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("เช่น ๑๘ มี.ค. ๖๗")
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
        self._date: date | None = None
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
        """Return the sentence about a typed date that cannot be read, or an empty text."""
        try:
            self._parse()
        except KnownError as error:
            return error.sentence
        return ""

    def set_stored(self, value: date | None) -> None:
        """Show what is stored; what is being typed stays, unless the date changed elsewhere."""
        same, self._date = value == self._date, value
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
        """Let Esc bring the last good date back."""
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
        if value != self._date:
            self._date = value
            self.committed.emit(value)

    def _parse(self) -> date | None:
        text = self.line.text().strip()
        return parse_date(text) if text else None

    def _show(self) -> None:
        self.fault.hide()
        self.line.setText(self._words())

    def _words(self) -> str:
        return official_date(self._date) if self._date else ""
