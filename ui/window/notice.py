"""One sentence above the steps: what could not be done, or what an import brought."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.thai_text import display
from ui.theme import icon


class Notice(QFrame):
    """Comes and goes without stopping the work; Esc or its button puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.sentence = ""
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x"))
        self.close_button.setProperty("flat", "true")
        self.close_button.setToolTip("ปิดข้อความนี้")
        self.close_button.setAccessibleName("ปิดข้อความนี้")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show good news or plain news."""
        self._show(sentence, "")

    def warn(self, sentence: str) -> None:
        """Show what could not be done."""
        self._show(sentence, "error")

    def clear(self) -> None:
        """Put the sentence away."""
        self.sentence = ""
        self.hide()

    def _show(self, sentence: str, role: str) -> None:
        self.sentence = sentence
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(display(sentence))
        self.words.setAccessibleName(sentence)
        self.show()
