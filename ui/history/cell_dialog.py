"""What stood in a cell before, to be looked at and taken again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from desktop_app.actions.past import EarlierText
from desktop_app.language import _
from ui.dialog_buttons import action_buttons
from ui.issuing.words import moment_words
from ui.report.form_rows import muted
from ui.thai_edit import ThaiTextEdit
from ui.thai_text import display

_HOW = _("เลือกข้อความเดิมของช่องนี้ แล้วกดใช้ข้อความนี้ ข้อความปัจจุบันยังเรียกคืนได้ด้วยเลิกทำ")


class CellHistoryDialog(QDialog):
    """Earlier texts on top, the whole of the chosen one below. ``wanted`` tells the text to be used again."""

    wanted = Signal(str)

    def __init__(self, place: str, texts: Sequence[EarlierText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = tuple(texts)
        self.setWindowTitle(_("ข้อความเดิมของ{place}").format(place=place))
        self.resize(560, 460)
        self.list = QListWidget()
        self.list.setAccessibleName(_("ข้อความเดิม"))
        self.list.setToolTip(_("ข้อความเดิม ล่าสุดอยู่บนสุด"))
        self.text = ThaiTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("ข้อความที่เลือก"))
        self.text.setToolTip(_("ข้อความที่เลือกทั้งหมด"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(muted(_HOW))
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 3)
        layout.addWidget(action_buttons(self, _("ใช้ข้อความนี้")))
        self.list.currentRowChanged.connect(lambda row: self.text.set_text(self._texts[row].text))
        self.list.itemActivated.connect(lambda _item: self.accept())
        for one in self._texts:
            begin = " ".join(one.text.split())[:60] or _("(ว่าง)")
            who = f" · {one.author}" if one.author else ""
            self.list.addItem(
                display(
                    _("ถึง {moment}{who} · {begin}").format(
                        moment=moment_words(one.until), who=who, begin=begin
                    )
                )
            )
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def accept(self) -> None:
        """Ask for the chosen text."""
        self.wanted.emit(self._texts[self.list.currentRow()].text)
        super().accept()
