"""The photos of an activity with the buttons that do what the keys do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.report.photo_list import PhotoList
from ui.report.thumbnails import Thumbnails
from ui.theme import icon


class PhotoField(QWidget):
    """The list, and below it what can be done with it."""

    files_wanted = Signal()
    """The clerk wants to choose files."""
    save_wanted = Signal(object)
    """The Photo that is wanted as a file."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = PhotoList(thumbnails)
        self.add = QPushButton(icon("image"), _("เพิ่มภาพ…"))
        self.add.setToolTip(_("เลือกไฟล์ภาพ เลือกพร้อมกันหลายภาพได้"))
        self.add.setAccessibleName(_("เพิ่มภาพจากไฟล์"))
        self.add.clicked.connect(self.files_wanted)
        self.paste = _tool("clipboard-paste", _("วางภาพที่คัดลอกไว้ (Ctrl+V)"), self.list.paste)
        self.before = _tool(
            "chevron-left", _("เลื่อนภาพไปก่อนหน้า (Alt+ซ้าย)"), lambda: self.list.move_current(-1)
        )
        self.after = _tool("chevron-right", _("เลื่อนภาพไปถัดไป (Alt+ขวา)"), lambda: self.list.move_current(1))
        self.save = _tool("file-down", _("บันทึกภาพนี้เป็นไฟล์…"), lambda: self.save_wanted.emit(self.list.photo))
        self.remove = _tool("trash-2", _("ลบภาพนี้ (Del)"), self.list.remove_current)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        for button in (self.before, self.after, self.save, self.remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)
        self.list.marked.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Let only those buttons be pressed that do something."""
        row, count = self.list.currentRow(), self.list.count()
        self.before.setEnabled(row > 0)
        self.after.setEnabled(0 <= row < count - 1)
        self.save.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0)


def _tool(name: str, words: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setProperty("flat", "true")
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked=False: act())
    return button
