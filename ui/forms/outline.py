"""The form as an outline: its parts, and what lies in them, in the order of the pages."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.forms.editing import Path, inner_of, item_at
from desktop_app.language import _
from ui import theme
from ui.forms.words import detail_of, name_of

LINE = 26
"""Pixels from line to line."""
_PATH = Qt.ItemDataRole.UserRole


class FormOutline(QTreeWidget):
    """One line for the form, each part, and each column, place to sign or level below it."""

    chosen = Signal(tuple)
    """The path of the line that the cursor went to."""
    entered = Signal()
    """Enter: go on to the fields of this line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setStyleSheet("QTreeView::branch { image: none; border-image: none; }")
        self.setAccessibleName(_("หมวดและคอลัมน์ของแบบรายงาน"))
        self.setToolTip(_("เลือกสิ่งที่จะแก้ Enter ไปที่ช่องแก้ Alt+Up และ Alt+Down เลื่อน Del เอาออก"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell)

    @property
    def path(self) -> Path:
        """The path of the line with the cursor."""
        item = self.currentItem()
        return item.data(0, _PATH) if item else ()

    def show_form(self, form: FormSpec, path: Path) -> None:
        """Show this form, the cursor on this path; nothing is told."""
        self.blockSignals(True)
        self.clear()
        top = self._line(form, ())
        self.addTopLevelItem(top)
        for number in range(len(form.parts)):
            line = self._line(form, (number,))
            top.addChild(line)
            line.addChildren([self._line(form, (number, at)) for at in range(len(inner_of(form, (number,))))])
        self.expandAll()
        self.setCurrentItem(self._item(path))
        self.blockSignals(False)
        self.scrollToItem(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the fields."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, form: FormSpec, path: Path) -> QTreeWidgetItem:
        item = item_at(form, path)
        name, detail = name_of(item), detail_of(item)
        line = QTreeWidgetItem([name or _("(ยังไม่มีชื่อ)"), detail])
        line.setData(0, _PATH, path)
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name} {detail}".strip())
        line.setToolTip(0, f"{name} · {detail}" if detail else name)
        line.setSizeHint(0, QSize(0, LINE))
        line.setForeground(1, QColor(theme.tokens().muted))
        if len(path) < 2:
            font = self.font()
            font.setBold(True)
            line.setFont(0, font)
        return line

    def _item(self, path: Path) -> QTreeWidgetItem:
        item = self.topLevelItem(0)
        for at in path:
            item = item.child(at)
        return item

    def _tell(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.chosen.emit(item.data(0, _PATH))
