"""How far the long work of a dialog is: what is said, a bar, and the button that stops it or leaves."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.backup.parts import button
from ui.backup.watched import WatchedWork
from ui.thai_text import display


class Progress(QWidget):
    """Follows a piece of work. ``leave`` is placed by the dialog, ``leaving`` says what it does at rest."""

    def __init__(self, work: WatchedWork, leave: Callable[[], object], leaving: str) -> None:
        super().__init__()
        self._work, self._leaving = work, leaving
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("ความคืบหน้า"))
        self.leave = button(leaving, _("{words} (Esc)").format(words=leaving), leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.status)
        layout.addWidget(self.bar)
        work.told.connect(self._follow)
        self.set_running(False)

    def say(self, sentence: str) -> None:
        """Say something in the place of what was said before."""
        self.status.setText(display(sentence))

    def set_running(self, running: bool) -> None:
        """Show the bar, empty, while something runs; the button then stops it."""
        self.bar.setVisible(running)
        self.bar.setValue(0)
        words = _("หยุด") if running else self._leaving
        self.leave.setText(words)
        self.leave.setAccessibleName(words)
        self.leave.setToolTip(_("{words} (Esc)").format(words=words))

    def stop(self) -> bool:
        """Stop what runs; False when nothing does."""
        if self._work.running:
            self.status.setText(_("กำลังหยุด…"))
            self._work.stop()
        return self._work.running

    def _follow(self, words: str, part: float) -> None:
        self.status.setText(f"{words}…")
        self.bar.setValue(round(part * 1000))
