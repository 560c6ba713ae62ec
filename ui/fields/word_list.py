"""A list of words under the caret that never takes the keyboard: whoever types goes on typing."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop_app.language import _

_WIDEST, _NARROWEST = 520, 220
_FRAME, _GAP = 2, 2
_MOST_ROWS = 8
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Offer(NamedTuple):
    """A text, and in a word what it is ("ไตรมาสที่ ๑"); "" when it speaks for itself."""

    text: str
    note: str = ""


class WordList(QListWidget):
    """Hidden until something is offered; ``took`` is asked about every key of the field it serves."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wordList")
        self.setAccessibleName(_("คำที่เสนอ"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._take)
        self.hide()

    def offer(self, offers: Sequence[Offer], beside: QRect, first_chosen: bool = False) -> None:
        """Show offers under ``beside`` (in the parent's pixels), or above it; hide without any.

        ``first_chosen``: the list was asked for, so Enter takes its first line at once.
        """
        self.clear()
        for one in offers:
            line = " ".join(one.text.split())
            item = QListWidgetItem(f"{line}   ({one.note})" if one.note else line)
            item.setData(Qt.ItemDataRole.UserRole, one.text)
            item.setToolTip(one.text)
            self.addItem(item)
        if not offers:
            self.hide()
            return
        self.setCurrentRow(0 if first_chosen else -1)
        self._place(beside)
        self.raise_()
        self.show()

    def took(self, event: QKeyEvent) -> bool:
        """Use a key that is meant for the list: the arrows, Esc, and Enter or Tab once a line is chosen."""
        if self.isHidden() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, row = event.key(), self.currentRow()
        if key == Qt.Key.Key_Down:
            self.setCurrentRow((row + 1) % self.count())
        elif key == Qt.Key.Key_Up and row >= 0:
            self.setCurrentRow(row - 1)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _TAKING and row >= 0:
            self._take(self.currentItem())
        else:
            return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.taken.emit(item.data(Qt.ItemDataRole.UserRole))

    def _place(self, beside: QRect) -> None:
        """Lie where there is more room, no larger than it."""
        room = self.parentWidget().rect()
        rows = min(self.count(), _MOST_ROWS)
        below, above = room.bottom() - beside.bottom() - _GAP, beside.top() - _GAP
        wanted = rows * self.sizeHintForRow(0) + 2 * _FRAME
        height = min(wanted, max(below, above))
        top = beside.bottom() + _GAP if below >= min(wanted, above) else beside.top() - _GAP - height
        hint = self.sizeHintForColumn(0) + 4 * _FRAME + self.verticalScrollBar().sizeHint().width()
        width = min(max(hint, _NARROWEST), _WIDEST, room.width())
        left = max(0, min(beside.left(), room.width() - width))
        self.setGeometry(left, max(top, 0), width, height)
