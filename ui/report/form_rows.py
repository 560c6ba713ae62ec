"""Labels beside fields, all alike, each field with its name for a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

LABEL_WIDTH = 116


class FieldGrid(QGridLayout):
    """Rows of a label and a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.setColumnStretch(1, 1)

    def add(self, words: str, field: QWidget, hint: str = "") -> QLabel:
        """Add a row; ``words`` name the field for eyes and screen readers, ``hint`` is its tooltip."""
        row = self.rowCount()
        label = QLabel(words)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        name_field(field, words, hint)
        label.setContentsMargins(0, 5, 0, 0)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(field, row, 1)
        return label


def name_field(field: QWidget, words: str, hint: str = "") -> None:
    """Give a field its accessible name and its tooltip."""
    inner = field.focusProxy() or field
    for widget in {field, inner}:
        widget.setAccessibleName(words)
        widget.setToolTip(hint or words)


class Card(QFrame):
    """A quiet box with a title. Fill ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(8)
        if title:
            self.body.addWidget(heading(title))


def heading(words: str) -> QLabel:
    """Return the title line of a card or a page."""
    label = QLabel(words)
    label.setProperty("role", "title")
    return label


def muted(words: str) -> QLabel:
    """Return a quiet explaining line that wraps between Thai words."""
    from ui.thai_text import display

    label = QLabel(display(words))
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
