"""What the keys of the grid are, on a Thai keyboard too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
ENTER = (Key.Key_Return, Key.Key_Enter)
MOVES = (
    *(Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right),
)
WITH_CTRL_OR_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
TICK_KEYS = {mark: at for at, marks in enumerate(("1๑ๅ", "2๒/", "3๓-", "4๔ภ")) for mark in marks}
"""Which tick a key stands for: the digit, its Thai form, and what the key gives on a Thai keyboard."""


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter."""
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & WITH_CTRL_OR_ALT
