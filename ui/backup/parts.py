"""What the dialogs of this room are made of."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QPushButton

ROW_HEIGHT = 30
POLL_MS = 2000
"""How often it is looked which drives are there."""


def place_item(words: str, path: Path) -> QListWidgetItem:
    """Return a line of a list that stands for a path."""
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, path)
    item.setSizeHint(QSize(0, ROW_HEIGHT))
    item.setToolTip(words)
    return item


def button(words: str, hint: str, act: Callable[[], object]) -> QPushButton:
    """Return a button that does ``act``."""
    made = QPushButton(words)
    made.setToolTip(hint)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: act())
    return made
