"""A page of fields under each other, of one step of a report."""

from collections.abc import Sequence
from weakref import WeakSet

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.report.part import PartEditor
from ui.thai_edit import ThaiTextEdit

WIDEST = 860
"""Lines of fields longer than this (px) are hard to follow."""


NO_PICTURE = _("รูปภาพใส่ในช่องข้อความไม่ได้ ถ้าแบบรายงานนี้มีภาพกิจกรรม กรุณาเพิ่มกิจกรรมแล้ววางรูปที่ช่องภาพ")


class FieldPage(QScrollArea):
    """A scrolling page of field parts that keeps the focused field in sight."""

    notice = Signal(str)
    """Why something could not be put into a field."""

    def __init__(self, editors: Sequence[PartEditor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(16)
        for editor in editors:
            column.addWidget(editor)
        column.addStretch(1)
        self.setWidget(inside)
        self._followed: WeakSet[ThaiTextEdit] = WeakSet()
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._bring(now))
            if isinstance(now, ThaiTextEdit) and now not in self._followed:
                self._followed.add(now)
                now.cursorPositionChanged.connect(lambda: QTimer.singleShot(0, self, self._bring_caret))
                now.picture_pasted.connect(lambda: self.notice.emit(NO_PICTURE))

    def _bring(self, field: QWidget) -> None:
        if field is QApplication.focusWidget():
            self.ensureWidgetVisible(field, 0, 24)
            self._bring_caret()

    def _bring_caret(self) -> None:
        """Keep the line that is typed in sight: a text may grow out of it."""
        field = QApplication.focusWidget()
        if isinstance(field, ThaiTextEdit) and self.isAncestorOf(field):
            caret = field.cursorRect()
            place = field.viewport().mapTo(self.widget(), caret.center())
            self.ensureVisible(0, place.y(), 0, caret.height() + 8)
