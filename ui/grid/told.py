"""A sentence right below the cell it is about."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from ui.thai_text import display

_WIDE, _GAP = 320, 2


class Told(QLabel):
    """Says why what is typed in a cell cannot stay as it is."""

    def __init__(self, port: QWidget) -> None:
        super().__init__(port)
        self._port = port
        self.setObjectName("told")
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.setMargin(8)
        self.hide()

    def tell(self, sentence: str, cell: QRect) -> None:
        """Show the sentence below the cell, or above it where there is no room."""
        self.setText(display(sentence))
        self.setAccessibleName(sentence)
        width = min(_WIDE, self._port.width())
        height = self.heightForWidth(width)
        left = max(0, min(cell.left(), self._port.width() - width))
        below = cell.bottom() + _GAP
        top = below if below + height <= self._port.height() else max(0, cell.top() - _GAP - height)
        self.setGeometry(left, top, width, height)
        self.raise_()
        self.show()
