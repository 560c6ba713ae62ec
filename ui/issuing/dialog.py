"""พิมพ์ฉบับจริง: the issued copies of a report, what changed since the last one, and the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.issued import IssuedCopy
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.issuing.words import amend_words, is_frozen, moment_words, revision_words
from ui.report.form_rows import heading, muted
from ui.thai_text import display

FIRST = _(
    "ฉบับจริงเก็บไว้ในโปรแกรมทั้งไฟล์ พิมพ์ซ้ำได้ตรงกันทุกหน้า หลังออกแล้วรายงานจะแก้ไขไม่ได้ จนกว่าจะเลือกแก้ไขเพื่อออกครั้งต่อไป"
)
FROZEN = _("รายงานนี้ออกฉบับจริงแล้วและยังไม่ได้แก้ไข พิมพ์ซ้ำได้จากรายการนี้")
SHOWN = 12
"""Digits of the SHA-256 that are shown; the tooltip has them all."""


class IssueDialog(QDialog):
    """Only asks, by its signals; it closes when something was asked for that leaves it."""

    issue = Signal()
    amend = Signal()
    look = Signal()
    """What was found in the report shall be shown."""
    reprint = Signal(object)
    """The IssuedCopy to be printed again; ``save`` likewise into a file."""
    save = Signal(object)

    def __init__(
        self,
        file_name: str,
        copies: Sequence[IssuedCopy],
        changes: Sequence[str],
        found: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``found`` counts what ought to be looked at before the report is issued."""
        super().__init__(parent)
        self.setWindowTitle(_("พิมพ์ฉบับจริง"))
        self.setMinimumWidth(680)
        self._copies = tuple(copies)
        self.table = _table(self._copies)
        self.changes = _sentences(changes)
        self.place = muted(_("ชื่อไฟล์ของฉบับที่จะออก {file_name}").format(file_name=file_name))
        self.again = _button(_("พิมพ์ซ้ำ"), _("พิมพ์ฉบับที่เลือกอีกครั้งจากไฟล์ที่เก็บไว้"))
        self.keep = _button(_("บันทึกเป็นไฟล์…"), _("บันทึกฉบับที่เลือกเป็นไฟล์ PDF"))
        self.see = _button(_("ดูข้อควรตรวจ"), _("ยังไม่ออก ไปที่ข้อควรตรวจก่อน (Enter)"))
        self.main = QPushButton()
        self.leave = _button(_("ปิด"), _("ปิด (Esc)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        if self._copies:
            self._show_copies(layout, changes)
        else:
            layout.addWidget(muted(FIRST))
        if not is_frozen(self._copies):
            layout.addWidget(self.place)
        found = 0 if is_frozen(self._copies) else found
        if found:
            layout.addWidget(_still_found(found))
        self._name_main()
        layout.addLayout(self._foot())
        self.again.clicked.connect(lambda: self._ask(self.reprint, self.chosen))
        self.keep.clicked.connect(lambda: self._ask(self.save, self.chosen))
        self.leave.clicked.connect(self.reject)
        self.see.clicked.connect(lambda: self._ask(self.look))
        self.see.setVisible(bool(found))
        first = self.see if found else self.main
        first.setDefault(True)
        first.setFocus()

    @property
    def chosen(self) -> IssuedCopy:
        """The copy that is chosen in the list."""
        return self._copies[self.table.currentRow()]

    def _show_copies(self, layout: QVBoxLayout, changes: Sequence[str]) -> None:
        layout.addWidget(heading(_("ฉบับที่ออกแล้ว")))
        layout.addWidget(self.table, 1)
        if is_frozen(self._copies) and not changes:
            layout.addWidget(muted(FROZEN))
            self.changes.setParent(self)
            self.changes.hide()
            return
        layout.addWidget(
            heading(_("สิ่งที่เปลี่ยนจาก{revision}").format(revision=revision_words(self._copies[0].revision)))
        )
        layout.addWidget(self.changes, 1)

    def _name_main(self) -> None:
        """Let the main button do what comes next: issue, or change for the next issue."""
        if is_frozen(self._copies):
            words, wish = amend_words(self._copies), self.amend
        else:
            last = self._copies[0].revision if self._copies else 0
            words, wish = _("ออกฉบับจริง{revision}").format(revision=revision_words(last + 1)), self.issue
        self.main.setText(words)
        self.main.setAccessibleName(words)
        self.main.setToolTip(words)
        self.main.clicked.connect(lambda: self._ask(wish))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._copies:
            row.addWidget(self.again)
            row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.see)
        row.addWidget(self.main)
        return row

    def _ask(self, wish: SignalInstance, *what: object) -> None:
        self.accept()
        wish.emit(*what)


def _still_found(found: int) -> QLabel:
    words = _("ยังมีข้อควรตรวจ {count} ข้อ กรุณาดูก่อน หรือออกฉบับจริงทั้งอย่างนี้ก็ได้").format(count=found)
    label = QLabel(display(numerals(words)))
    label.setProperty("role", "waiting")
    label.setWordWrap(True)
    return label


def _table(copies: Sequence[IssuedCopy]) -> QTableWidget:
    table = QTableWidget(len(copies), 4)
    table.setHorizontalHeaderLabels([_("ฉบับ"), _("ออกเมื่อ"), _("ชื่อไฟล์"), _("รหัสตรวจไฟล์")])
    table.setAccessibleName(_("ฉบับที่ออกแล้ว"))
    table.setToolTip(_("เลือกฉบับที่จะพิมพ์ซ้ำหรือบันทึกเป็นไฟล์"))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    for row, copy in enumerate(copies):
        words = (
            revision_words(copy.revision),
            moment_words(copy.issued_at),
            copy.file_name,
            copy.sha256[:SHOWN],
        )
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(copy.sha256 if column == 3 else text)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setCurrentCell(0, 0)
    return table


def _sentences(changes: Sequence[str]) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(_("สิ่งที่เปลี่ยนจากฉบับก่อน"))
    listed.setToolTip(_("สิ่งที่เปลี่ยนจากฉบับก่อน"))
    listed.setWordWrap(True)
    listed.setSpacing(3)
    listed.addItems([display(sentence) for sentence in changes] or [_("ไม่มีอะไรเปลี่ยน")])
    return listed


def _button(words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
