"""When a field saves itself: as soon as it is left, and when the typing pauses."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

PAUSE_MS = 700
"""A pause in typing this long commits the field."""


class UndoInWindow(QObject):
    """Leaves Ctrl+Z and Ctrl+Y to the window, which undoes whole edits of every kind in one order.

    ``flush`` commits what is typed before, so that it is the first thing to be undone.
    """

    def __init__(self, field: QWidget, flush: Callable[[], None]) -> None:
        super().__init__(field)
        self._flush = flush
        field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Let the window's shortcut have the key."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            self._flush()
            event.ignore()
            return True
        return False


class Commit(QObject):
    """Watches one field: ``committed`` tells the text once it differs from the stored one.

    What is typed is never replaced under the clerk's hands by a tidier form of itself (a trimmed space); the
    tidy form appears when the field is left.
    """

    committed = Signal(str)

    def __init__(self, field: QWidget, read: Callable[[], str], write: Callable[[str], None]) -> None:
        super().__init__(field)
        self._field, self._read, self._write = field, read, write
        self._stored = ""
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        UndoInWindow(field, self.flush)
        field.installEventFilter(self)

    @property
    def dirty(self) -> bool:
        """True while what is typed was not yet committed."""
        return self._read() not in (self._told, self._stored)

    def set_stored(self, text: str) -> None:
        """Show what is stored, unless the clerk is typing just now."""
        self._stored = text
        if self._field.hasFocus() and (self.dirty or _tidy(self._read()) == _tidy(text)):
            return
        self._show(text)

    def start_over(self) -> None:
        """Forget what is stored and what is typed."""
        self._pause.stop()
        self._stored = ""
        self._show("")

    def typed(self) -> None:
        """Note that the clerk typed, and wait for a pause."""
        if self.dirty:
            self._pause.start()

    def flush(self) -> None:
        """Commit now what is typed."""
        self._pause.stop()
        if self.dirty:
            self._told = self._stored = self._read()
            self.committed.emit(self._told)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Commit when the field is left, and show it as it was stored."""
        if event.type() == QEvent.Type.FocusOut and isValid(self._field):  # not while it is destroyed
            self.flush()
            self._show(self._stored)
        elif event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return True
        return False

    def _show(self, text: str) -> None:
        self._told = text
        if self._read() != text:
            self._write(text)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
