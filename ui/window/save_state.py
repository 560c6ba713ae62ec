"""The corner that answers whether all is saved."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.language import _
from desktop_app.thai.shown import numerals, short_day

READY = (_("พร้อมทำงาน"), "muted", False)


class SaveState(QWidget):
    """Says "บันทึกแล้ว ๑๔:๐๒", or why not, with a button that tries again."""

    retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = READY
        self.words = QLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(_("ลองบันทึกอีกครั้ง"))
        self.again.setToolTip(_("ลองบันทึกอีกครั้ง (Ctrl+S)"))
        self.again.setAccessibleName(_("ลองบันทึกอีกครั้ง"))
        self.again.clicked.connect(self.retry)
        self.again.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.again)

    def show_saved(self, moment: datetime, now: datetime) -> None:
        """Say when the last change became durable. Both times are local."""
        self._rest = (f"● {saved_words(moment, now)}", "done", False)
        self.show_idle()

    def show_unsaved(self, sentence: str) -> None:
        """Say that typed values wait, and why."""
        self._rest = (_("▲ ยังไม่ได้บันทึก: {sentence}").format(sentence=sentence), "error", True)
        self.show_idle()

    def show_nothing(self) -> None:
        """Say that nothing was saved yet, and nothing has to be."""
        self._rest = READY
        self.show_idle()

    def show_busy(self, words: str) -> None:
        """Say what is going on; ``show_idle`` goes back to the answer."""
        self._say(words, "muted")

    def show_idle(self) -> None:
        """Answer again whether all is saved."""
        words, role, offers_retry = self._rest
        self._say(words, role)
        self.again.setVisible(offers_retry)

    def _say(self, words: str, role: str) -> None:
        if (words, role) == (self.words.text(), self.words.property("role")):
            return
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.words.setAccessibleName(words)


def saved_words(moment: datetime, now: datetime) -> str:
    """Return "บันทึกแล้ว ๑๔:๐๒", with the day when that is not today."""
    day = "" if moment.date() == now.date() else f"{short_day(moment.date())} "
    return numerals(_("บันทึกแล้ว {day}{moment:%H:%M}").format(day=day, moment=moment))
