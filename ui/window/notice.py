"""One sentence above the steps: what could not be done, or what an import brought."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.language import _
from ui.thai_text import display
from ui.theme import icon

GOOD_NEWS_MS = 12_000
"""How long good news stays; what could not be done stays until it is put away."""


class Notice(QFrame):
    """Comes and goes without stopping the work; its button puts it away."""

    came = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(GOOD_NEWS_MS)
        self._leave.timeout.connect(self.clear)
        self.sentence = ""
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.do = QPushButton()
        _name(self.do, _("เปิด"))
        self.do.hide()
        self.do.clicked.connect(self._take)
        self._before: QWidget | None = None
        self._act: Callable[[], object] = self.clear
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x"))
        self.close_button.setProperty("flat", "true")
        self.close_button.setToolTip(_("ปิดข้อความนี้"))
        self.close_button.setAccessibleName(_("ปิดข้อความนี้"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.do)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str, words: str = "", act: Callable[[], object] | None = None) -> None:
        """Show good news; it leaves by itself after a while. A button with ``words`` does ``act``."""
        self._show(sentence, "")
        if act is not None:
            self._act = act
            _name(self.do, words)
            self.do.show()
        self._leave.start()

    def offer(self, sentence: str, words: str = "", act: Callable[[], object] | None = None) -> None:
        """Say or offer something until it is taken or put away."""
        self.tell(sentence, words, act)
        self._leave.stop()

    def warn(self, sentence: str) -> None:
        """Show what could not be done."""
        self._show(sentence, "error")

    def take_back(self, sentence: str) -> None:
        """Put a sentence away that holds no more, if it is still the one that is shown."""
        if sentence == self.sentence:
            self.clear()

    def take_keyboard(self) -> None:
        """Let the keyboard go to what the sentence offers; then it stays until it is put away (Esc)."""
        if not self.isHidden():
            self._leave.stop()
            self._before = QApplication.focusWidget()
            (self.close_button if self.do.isHidden() else self.do).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self._give_back()
        self._act()

    def _give_back(self) -> None:
        """Give the keyboard back to where it was."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and self.isAncestorOf(QApplication.focusWidget()):
            before.setFocus()

    def clear(self) -> None:
        """Put the sentence away."""
        self._give_back()
        self._leave.stop()
        self.sentence = ""
        self.hide()
        self.gone.emit()

    def _show(self, sentence: str, role: str) -> None:
        self._give_back()
        self._leave.stop()
        self.do.hide()
        self.sentence = sentence
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(display(sentence))
        self.words.setAccessibleName(sentence)
        self.show()
        self.came.emit()


def with_margins(notice: Notice) -> QWidget:
    """Return the notice with the same air around as the step above it; no air when it is put away."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(notice)
    notice.came.connect(lambda: column.setContentsMargins(16, 0, 16, 12))
    notice.gone.connect(lambda: column.setContentsMargins(0, 0, 0, 0))
    return around


def _name(button: QPushButton, words: str) -> None:
    button.setText(words)
    button.setToolTip(words)
    button.setAccessibleName(words)
