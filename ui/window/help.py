"""The keyboard sheet and the words about the program."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.language import _, pgettext
from desktop_app.thai.shown import numerals
from ui.report.form_rows import heading, muted
from ui.thai_lines import LINE_SEPARATOR, LineBreaker
from ui.window.menu import ENTRIES, MENUS, all_keys

IN_FIELDS = (
    ("Tab", _("ไปช่องถัดไป")),
    ("Shift+Tab", _("กลับไปช่องก่อนหน้า")),
    ("F4 / Ctrl+;", _("ในช่องวันที่: เปิดปฏิทิน / ใส่วันที่วันนี้")),
    ("Alt+Down", _("เปิดรายการให้เลือก หรือปฏิทิน")),
    ("Ctrl+Shift+Del", _("ลบช่องลงนามของผู้บังคับบัญชาที่เคอร์เซอร์อยู่")),
    ("F10", _("เปิดเมนูด้วยแป้นพิมพ์")),
    ("Ctrl+1 … Ctrl+9", _("ไปขั้นตอนที่ ๑ ถึง ๙ ของรายงานที่เปิดอยู่")),
)
IN_TABLE = (
    ("F2", _("แก้ต่อท้ายข้อความในช่องของตาราง")),
    ("Enter", _("จบการแก้แล้วลงไปแถวถัดไป")),
    ("Alt+Enter", _("ขึ้นบรรทัดใหม่ในช่องของตาราง")),
    ("Esc", _("เลิกแก้ช่องของตาราง")),
    ("Ctrl+Enter / Ins", _("เพิ่มแถวใต้แถวที่อยู่ / ขณะพิมพ์เมื่อเลือกไว้หลายช่อง: ใส่ข้อความเดียวกันทุกช่อง")),
    ("Ctrl+D", _("เติมข้อความและสถานะจากช่องบนลงช่องที่เลือก")),
    ("Ctrl+;", _("ใส่วันที่วันนี้")),
    ("F4", _("เลือกจากคำที่เคยใช้ ช่วงเวลา หน่วยงาน และบุคคล")),
    ("Ctrl+Shift+Down", _("ใช้ข้อความปีก่อนในช่องว่างที่เลือก")),
    ("Del", _("ล้างช่องที่เลือก")),
    ("Ctrl+Del", _("ลบแถวที่เลือก")),
    ("Ctrl+Shift+J", _("รวมแถวที่เลือกกับแถวบน")),
    ("Alt+Up / Alt+Down", _("เลื่อนแถวขึ้น / ลง")),
    ("Ctrl+C / Ctrl+X", _("คัดลอก / ตัดช่องที่เลือก")),
    ("Ctrl+V", _("วางข้อความ หรือดูตารางจาก Word / Excel ก่อนวาง")),
    ("Ctrl+Shift+V", _("ดูตารางจาก Word / Excel ก่อนวางเป็นแถวใหม่")),
    ("Ctrl+Shift+K", _("เรียง ซ่อน แสดง และตรึงคอลัมน์")),
    ("Ctrl+Shift+L", _("กรองแถวตามข้อความ (Esc แสดงทุกแถว)")),
    ("Space", _("ทำหรือเอาเครื่องหมายสถานะออก")),
    ("Ctrl+R", _("บอกเหตุผลที่ไม่สามารถดำเนินการได้")),
)
IN_PREVIEW = (
    ("Ctrl++ / Ctrl+-", _("ขยาย / ย่อหน้ากระดาษ")),
    ("Ctrl+0", _("ให้เห็นทั้งหน้า")),
)


_AROUND = 24
"""Pixels beside the words of a column, and for the scroll bar and the frame."""


class KeySheet(QDialog):
    """Every shortcut, in the order of the menus, under the name of its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ปุ่มลัดทั้งหมด"))
        self.resize(640, 680)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([_("ปุ่ม"), _("ทำอะไร")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(_("ปุ่มลัดทั้งหมด"))
        self.list.setToolTip(_("เลื่อนดูด้วยลูกศร Home และ End"))
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)
        groups = key_groups()
        font = QFontMetrics(QApplication.font())
        widest = max(font.horizontalAdvance(keys) for lines in groups.values() for keys, _does in lines)
        self.list.setColumnWidth(0, widest + _AROUND)
        room = self.width() - self.list.columnWidth(0) - 3 * _AROUND
        for group, lines in groups.items():
            self._add_group(group, lines, room)
        self.list.expandAll()
        self.list.setCurrentItem(self.list.topLevelItem(0).child(0))
        self.list.setStyleSheet("QTreeView::item { padding: 4px 6px; }")
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(close_buttons(self))

    def _add_group(self, group: str, lines: Sequence[tuple[str, str]], room: int) -> None:
        """Add a heading and its lines, broken between words to ``room`` pixels."""
        breaker = LineBreaker(QApplication.font())
        head = QTreeWidgetItem([group, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        bold = QFont(self.list.font())
        bold.setBold(True)
        head.setFont(0, bold)
        for keys, does in lines:
            words = breaker.broken(does, room).replace(LINE_SEPARATOR, "\n")
            head.addChild(QTreeWidgetItem([keys, words]))
        self.list.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)


def key_groups() -> dict[str, list[tuple[str, str]]]:
    """Return every shortcut and what it does, by where it works: menu by menu, then the fields."""
    groups = {
        menu.replace("&", ""): [
            (keys, entry.hint) for entry in ENTRIES if entry.menu == menu and (keys := all_keys(entry.keys))
        ]
        for menu in MENUS
    }
    return {_("เมนู{name}").format(name=name): lines for name, lines in groups.items()} | {
        _("ในช่องกรอก"): list(IN_FIELDS),
        _("ในตาราง"): list(IN_TABLE),
        _("ในตัวอย่างหน้ากระดาษ"): list(IN_PREVIEW),
    }


class AboutDialog(QDialog):
    """Version, and where the data lies."""

    def __init__(self, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("เกี่ยวกับโปรแกรม"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(pgettext("program", "บันทึก")))
        layout.addWidget(muted(_("รุ่น {version}").format(version=numerals(__version__))))
        layout.addWidget(muted(_("โปรแกรมทำรายงานและบันทึกข้อความของหน่วยงาน ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต")))
        layout.addWidget(muted(_("ข้อมูลทั้งหมดอยู่ในไฟล์นี้ของเครื่องนี้")))
        self.place = place = muted("")
        place.setText(str(database))
        place.setTextInteractionFlags(place.textInteractionFlags().TextSelectableByMouse)
        layout.addWidget(place)
        layout.addWidget(close_buttons(self))


def close_buttons(dialog: QDialog) -> QDialogButtonBox:
    """Return the one button that closes a dialog."""
    buttons = QDialogButtonBox()
    close = buttons.addButton(_("ปิด"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setToolTip(_("ปิด (Esc)"))
    buttons.rejected.connect(dialog.reject)
    return buttons
