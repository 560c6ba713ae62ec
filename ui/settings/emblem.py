"""The emblem of the office: taken from a picture or a Word file, or its place left blank."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.office import Emblem
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import muted
from ui.theme import icon

SHOWN = 96
"""Side of the box a picture is shown in (px)."""
FILES = _("ภาพหรือ Word (*.png *.jpg *.jpeg *.svg *.docx)")


class EmblemField(QWidget):
    """The emblem as it is now, and the two ways to change it. ``file_wanted`` asks for a file.

    It stands on white, as on the page, in the dark too.
    """

    file_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.emblem: Emblem | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(SHOWN, SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setFrameShape(QLabel.Shape.StyledPanel)
        self.picture.setProperty("role", "muted")
        self.take = _button("image", _("เลือกจากไฟล์…"), _("เลือกจากไฟล์ภาพ หรือบันทึกข้อความเดิมที่เป็น Word"))
        self.take.clicked.connect(self.file_wanted)
        self.blank = _button("x", _("เว้นที่ว่างไว้"), _("ไม่พิมพ์ตรา แต่เว้นที่ไว้สำหรับกระดาษที่พิมพ์ตราแล้ว"))
        self.blank.clicked.connect(lambda: self.set_emblem(None))
        ways = QVBoxLayout()
        ways.addWidget(self.take)
        ways.addWidget(self.blank)
        ways.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.picture)
        layout.addLayout(ways)
        layout.addStretch(1)
        self.setFocusProxy(self.take)
        self.set_emblem(None)

    def set_emblem(self, emblem: Emblem | None) -> None:
        """Show this emblem; None is the blank place."""
        self.emblem = emblem
        self.picture.setStyleSheet("background: white" if emblem else "")
        if emblem is None:
            self.picture.setText(_("เว้นที่ว่าง"))
        else:
            self.picture.setPixmap(pixmap_of(emblem, SHOWN))
        self.blank.setEnabled(emblem is not None)
        self.changed.emit()


class EmblemChoice(QDialog):
    """The pictures found in a file, to pick one. ``picked`` carries the Emblem."""

    picked = Signal(object)

    def __init__(self, candidates: Sequence[Emblem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("เลือกตราหน่วยงาน"))
        self.resize(520, 380)
        self._candidates = tuple(candidates)
        self.list = QListWidget()
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setIconSize(QSize(SHOWN, SHOWN))
        self.list.setGridSize(QSize(SHOWN + 32, SHOWN + 44))
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(_("ภาพที่พบในไฟล์"))
        self.list.setToolTip(_("เลือกภาพด้วยลูกศร แล้วกด Enter"))
        for number, emblem in enumerate(self._candidates, start=1):
            self.list.addItem(QListWidgetItem(QIcon(pixmap_of(emblem, SHOWN)), _words(number)))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(_("พบภาพต่อไปนี้ในไฟล์ เลือกภาพที่เป็นตราของหน่วยงาน")))
        layout.addWidget(self.list, 1)
        layout.addWidget(action_buttons(self, _("ใช้ภาพนี้")))

    def accept(self) -> None:
        """Tell which picture was picked."""
        row = self.list.currentRow()
        if row >= 0:
            super().accept()
            self.picked.emit(self._candidates[row])


def pixmap_of(emblem: Emblem, side: int) -> QPixmap:
    """Return the emblem's picture, fitted into a square of ``side`` pixels."""
    picture = QPixmap()
    picture.loadFromData(emblem.image)
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(side, side, kept, smooth)


def _words(number: int) -> str:

    return numerals(_("ภาพที่ {number}").format(number=number))


def _button(name: str, words: str, hint: str) -> QPushButton:
    button = QPushButton(icon(name), words)
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
