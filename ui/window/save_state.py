"""The corner that answers whether all is saved."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.thai.digits import to_thai


class SaveState(QWidget):
    """Says "บันทึกแล้ว ๑๔:๐๒", or why not, with a button that tries again."""

    retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = QPushButton("ลองบันทึกอีกครั้ง")
        self.again.setToolTip("ลองบันทึกอีกครั้ง (Ctrl+S)")
        self.again.setAccessibleName("ลองบันทึกอีกครั้ง")
        self.again.clicked.connect(self.retry)
        self.again.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.again)

    def show_saved(self, moment: datetime) -> None:
        """Say when the last change became durable. ``moment`` is local time."""
        self._say(f"● {saved_words(moment)}", "done")
        self.again.hide()

    def show_unsaved(self, sentence: str) -> None:
        """Say that typed values wait, and why."""
        self._say(f"▲ ยังไม่ได้บันทึก: {sentence}", "error")
        self.again.show()

    def show_plain(self, words: str) -> None:
        """Say something that is neither."""
        self._say(words, "muted")

    def _say(self, words: str, role: str) -> None:
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.words.setAccessibleName(words)


def saved_words(moment: datetime) -> str:
    """Return "บันทึกแล้ว ๑๔:๐๒"."""
    return to_thai(f"บันทึกแล้ว {moment:%H:%M}")
