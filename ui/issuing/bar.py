"""One quiet line above the steps of a report that was issued."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.issued import IssuedCopy
from desktop_app.language import _
from ui.issuing.words import amend_words, is_frozen, moment_words, revision_words
from ui.thai_text import display


class IssuedBar(QFrame):
    """Says when the last copy was issued; ``amend`` asks to change the report again."""

    amend = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.button = QPushButton(_("แก้ไขต่อ"))
        self.button.setToolTip(_("แก้ไขรายงานต่อ ฉบับที่ออกแล้วยังเก็บไว้และพิมพ์ซ้ำได้"))
        self.button.clicked.connect(self.amend)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        self.hide()

    def set_copies(self, copies: Sequence[IssuedCopy]) -> None:
        """Show how far issuing has come; nothing before the first copy. The newest copy comes first."""
        if copies:
            self._show(copies)
        self.setVisible(bool(copies))

    def _show(self, copies: Sequence[IssuedCopy]) -> None:
        last = copies[0]
        words = _("ออกฉบับจริงแล้ว {revision} เมื่อ {moment}").format(
            revision=revision_words(last.revision), moment=moment_words(last.issued_at)
        )
        if last.reopened:
            words += _(" · กำลังแก้ไขเพื่อออก{revision}").format(revision=revision_words(last.revision + 1))
        self.words.setText(display(words))
        self.words.setAccessibleName(words)
        self.button.setVisible(is_frozen(copies))
        self.button.setText(amend_words(copies))
        self.button.setAccessibleName(amend_words(copies))
