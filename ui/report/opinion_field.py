"""What a superior writes: any text, or one of the usual phrases chosen by key or mouse."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.language import _
from ui.report.fields import CommitText
from ui.theme import icon

PHRASES = (
    "เพื่อโปรดทราบ",
    "เพื่อทราบ",
    "ทราบ",
    "เพื่อโปรดพิจารณา",
    "เห็นควรอนุมัติ",
    "เห็นชอบ",
    "อนุมัติ",
    "เห็นควรเสนอผู้บริหารเพื่อโปรดทราบ",
)
"""What superiors usually write under a report."""
_HINT = _("เลือกวลีที่ใช้บ่อย (F4)")


class OpinionField(QWidget):
    """Lines that save themselves, and phrases behind a button (F4); one takes the place of the text."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = CommitText(lines=1, parent=self)
        self.text.committed.connect(self.committed)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(_("วลีที่ใช้บ่อย"))
        self.phrases = QToolButton(self)
        self.phrases.setIcon(icon("chevron-down"))
        self.phrases.setProperty("flat", "true")
        self.phrases.setToolTip(_HINT)
        self.phrases.setAccessibleName(_("วลีที่ใช้บ่อย"))
        self.phrases.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.phrases.clicked.connect(self.offer)
        shortcut = QShortcut(QKeySequence("F4"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.offer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.text)
        self.set_own(())

    def set_own(self, opinions: Sequence[str]) -> None:
        """Offer what this office writes most often as well, under the usual phrases."""
        self.menu.clear()
        own = [each for each in opinions if each not in PHRASES]
        for phrase in PHRASES:
            self._add(phrase)
        if own:
            self.menu.addSeparator()
        for phrase in own:
            self._add(phrase)

    def offer(self) -> None:
        """Open the phrases, with the one that is written marked."""
        for action in self.menu.actions():
            if action.data() == self.text.text():
                self.menu.setActiveAction(action)
        self.menu.popup(self.text.mapToGlobal(self.text.rect().bottomLeft()))

    def set_stored(self, text: str) -> None:
        """Show what is stored, unless the clerk is typing just now."""
        self.text.set_stored(text)

    def flush(self) -> None:
        """Commit now what is typed."""
        self.text.flush()

    def _add(self, phrase: str) -> None:
        action = QAction(" ".join(phrase.split()).replace("&", "&&"), self.menu)
        action.setData(phrase)
        action.triggered.connect(partial(self._choose, phrase))
        self.menu.addAction(action)

    def _choose(self, phrase: str, _checked: bool = False) -> None:
        self.text.set_text(phrase)
        self.text.flush()
        self.text.setFocus()
