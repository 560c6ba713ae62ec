"""The field that filters the rows, and the line that says that not all of them are shown as in the report."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.thai_text import display

_PAUSE_MS = 200
_WIDTH = 150


class FilterField(QLineEdit):
    """What rows must hold to be shown. ``wanted`` tells it when the typing pauses; ``left``: it is done."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("กรองแถว"))
        self.setAccessibleName(_("กรองแถวตามข้อความ"))
        self.setToolTip(_("แสดงเฉพาะแถวที่มีข้อความนี้ (Ctrl+Shift+L) กด Esc เพื่อแสดงทุกแถว"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_WIDTH)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self.textEdited.connect(lambda _text: self._pause.start())

    def tell(self) -> None:
        """Tell now what is typed."""
        self._pause.stop()
        self.wanted.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the rows that are found, Esc shows all of them again."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            if not self.text() and self._pause.isActive():
                self.tell()
            return
        self.tell()
        self.left.emit()


class ArrangedNote(QWidget):
    """Says which rows are shown, and offers all of them in the report's order."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setProperty("role", "waiting")
        self.button = QPushButton(_("แสดงทุกแถวตามลำดับรายงาน"))
        self.button.setToolTip(_("เลิกกรองและเลิกเรียง ลำดับในรายงานไม่เคยเปลี่ยน (Ctrl+Shift+L แล้ว Esc)"))
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(self.all_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_state(self, shown: int, count: int, order: str) -> None:
        """Say that ``shown`` of ``count`` rows stand there, and what they are sorted by ("" for nothing)."""
        words = numerals(_("แสดง {shown} จาก {count} แถว").format(shown=shown, count=count))
        if order:
            words = _("{words} เรียงตาม “{order}” ลำดับในรายงานไม่เปลี่ยน").format(words=words, order=order)
        self.words.setText(display(words))
        self.words.setAccessibleName(words)
        self.show()
