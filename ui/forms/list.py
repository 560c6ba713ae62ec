"""แบบรายงาน: which forms there are, whose they are, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions.forms import ListedForm
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import muted
from ui.thai_text import display
from ui.theme import icon

EXPLAINED = _(
    "แก้แบบที่มากับโปรแกรมได้ โดยโปรแกรมเก็บเป็นแบบของหน่วยงานและคืนแบบเดิมได้ทุกเมื่อ "
    "รายงานที่ทำไว้เปลี่ยนตามแบบทันที ข้อความที่กรอกไว้และฉบับจริงที่ออกแล้วไม่เปลี่ยน"
)


class FormsDialog(QDialog):
    """Only asks, by its signals, each with the id of the form that is chosen."""

    edit = Signal(str)
    copy = Signal(str)
    take_out = Signal(str)
    remove = Signal(str)
    bring_in = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("แบบรายงาน"))
        self.resize(820, 440)
        self._listed: tuple[ListedForm, ...] = ()
        self.table = _table()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.edit_button = _button("pen-line", _("แก้ไข…"), _("แก้แบบที่เลือก (Enter)"))
        self.copy_button = _button("copy", _("ทำสำเนา…"), _("ทำแบบใหม่จากแบบที่เลือก (Ctrl+D)"))
        self.bring_in_button = _button("file-input", _("นำเข้าไฟล์…"), _("นำไฟล์แบบรายงานเข้ามา (Ctrl+O)"))
        self.take_out_button = _button("file-down", _("ส่งออกเป็นไฟล์…"), _("เก็บแบบที่เลือกเป็นไฟล์ (Ctrl+Shift+S)"))
        self.remove_button = _button("trash-2", _("ลบ…"), _("ลบแบบของหน่วยงานที่เลือก (Del)"))
        self.close_button = _button("", _("ปิด"), _("ปิด (Esc)"))
        self._lay_out()
        self._connect()
        self.table.setFocus()

    @property
    def chosen(self) -> str:
        """The id of the form that is chosen."""
        return self._listed[self.table.currentRow()].form.id

    def show_forms(self, listed: Sequence[ListedForm], choose: str = "") -> None:
        """Show these forms and choose one (or keep the choice)."""
        wanted = choose or (self.chosen if self._listed else "")
        self._listed = tuple(listed)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._listed))
        for row, each in enumerate(self._listed):
            for column, words in enumerate((each.form.title, _origin(each), _count(each))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        rows = [row for row, each in enumerate(self._listed) if each.form.id == wanted]
        self.table.setCurrentCell(rows[0] if rows else 0, 0)
        self._follow()

    def tell(self, sentence: str, role: str = "done") -> None:
        """Say what was done, or with the role "error" why it was not."""
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(display(sentence))
        self.told.setAccessibleName(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter edit the chosen form, or press the button it is on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QPushButton):
            self.focusWidget().click()
        else:
            self.edit_button.click()

    def _follow(self) -> None:
        """Let the last button say what it would do with the chosen form."""
        each = self._listed[self.table.currentRow()]
        self.remove_button.setEnabled(each.own)
        gives_back = each.own and each.shipped
        words = _("คืนแบบเดิม…") if gives_back else _("ลบ…")
        hint = _("คืนแบบที่มากับโปรแกรม") if gives_back else _("ลบแบบของหน่วยงานที่เลือก")
        self.remove_button.setIcon(icon("history" if gives_back else "trash-2"))
        self.remove_button.setText(words)
        self.remove_button.setAccessibleName(words)
        self.remove_button.setToolTip(f"{hint} (Del)")

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(lambda *_unused: self._follow())
        self.table.doubleClicked.connect(lambda _index: self.edit_button.click())
        self.edit_button.clicked.connect(lambda: self.edit.emit(self.chosen))
        self.copy_button.clicked.connect(lambda: self.copy.emit(self.chosen))
        self.take_out_button.clicked.connect(lambda: self.take_out.emit(self.chosen))
        self.remove_button.clicked.connect(lambda: self.remove.emit(self.chosen))
        self.bring_in_button.clicked.connect(self.bring_in)
        self.close_button.clicked.connect(self.reject)
        for keys, button in (
            ("Ctrl+D", self.copy_button),
            ("Ctrl+O", self.bring_in_button),
            ("Ctrl+Shift+S", self.take_out_button),
            ("Del", self.remove_button),
        ):
            QShortcut(QKeySequence(keys), self, button.click)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.edit_button, self.copy_button, self.bring_in_button, self.take_out_button):
            buttons.addWidget(button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.table, 1)
        layout.addWidget(muted(EXPLAINED))
        layout.addWidget(self.told)
        layout.addLayout(buttons)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setHorizontalHeaderLabels([_("แบบรายงาน"), _("ที่มา"), _("รายงานที่ใช้")])
    table.setAccessibleName(_("แบบรายงานทั้งหมด"))
    table.setToolTip(_("แบบรายงานทั้งหมด Enter แก้แบบที่เลือก"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(34)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


def _origin(each: ListedForm) -> str:
    if not each.own:
        return _("มากับโปรแกรม")
    return _("ของหน่วยงาน (แก้จากที่มากับโปรแกรม)") if each.shipped else _("ของหน่วยงาน")


def _count(each: ListedForm) -> str:
    return numerals(_("{reports} ฉบับ").format(reports=each.reports)) if each.reports else _("ยังไม่มี")


def _button(name: str, words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    if name:
        button.setIcon(icon(name))
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
