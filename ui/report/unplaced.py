"""Lines of an import that belong nowhere: shown until the clerk has put them where they belong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import Card
from ui.thai_text import display
from ui.theme import icon

MOST_LINES = 4


class UnplacedLines(Card):
    """A folded card under the steps, to copy lines from; one that is placed or of no use is taken out."""

    kept = Signal(object)
    """The lines that are to stay, as a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(12, 8, 12, 8)
        self._lines: tuple[str, ...] = ()
        self.title = QLabel()
        self.title.setProperty("role", "waiting")
        self.list = QListWidget()
        self.list.setAccessibleName(_("ข้อความที่ยังไม่ได้จัดวาง"))
        self.list.setToolTip(_("เลือกบรรทัดแล้วกดคัดลอก เพื่อนำไปวางในช่องที่ถูกต้อง"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.copy = QPushButton(icon("copy"), _("คัดลอก"))
        _name(self.copy, _("คัดลอกบรรทัดที่เลือก หรือทุกบรรทัดถ้าไม่ได้เลือก"))
        self.copy.clicked.connect(self.copy_lines)
        self.take_out = QPushButton(icon("x"), _("นำออก"))
        _name(self.take_out, _("นำบรรทัดที่เลือกออก เมื่อจัดวางแล้วหรือไม่ใช้ (เลิกทำได้)"))
        self.take_out.clicked.connect(self.take_out_lines)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self.take_out_lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.itemSelectionChanged.connect(self._follow_selection)
        self._frozen = False
        self._follow_selection()
        self.fold = QToolButton()
        self.fold.setProperty("flat", "true")
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.clicked.connect(lambda: self.set_folded(not self.list.isHidden()))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.copy)
        top.addWidget(self.take_out)
        top.addWidget(self.fold)
        self.body.addLayout(top)
        self.body.addWidget(self.list)
        self.set_folded(False)
        self.hide()

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, or nothing at all when there are none."""
        self.setVisible(bool(lines))
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem(display(line))
            item.setData(Qt.ItemDataRole.UserRole, line)
            self.list.addItem(item)
        self.title.setText(numerals(_("ข้อความที่ยังไม่ได้จัดวาง {count} บรรทัด").format(count=len(self._lines))))
        heights = [self.list.sizeHintForRow(row) for row in range(min(len(self._lines), MOST_LINES))]
        self.list.setFixedHeight(sum(heights) + 2 * self.list.frameWidth() + 4)

    def set_folded(self, folded: bool) -> None:
        """Fold the lines away under their heading, or show them."""
        self.list.setVisible(not folded)
        self.fold.setIcon(icon("chevron-up" if folded else "chevron-down"))
        _name(self.fold, _("แสดงข้อความที่ยังไม่ได้จัดวาง") if folded else _("พับข้อความที่ยังไม่ได้จัดวาง"))

    def copy_lines(self) -> None:
        """Copy the chosen lines, or all, to the clipboard, as they were imported."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        QGuiApplication.clipboard().setText("\n".join(chosen or self._lines))

    def take_out_lines(self) -> None:
        """Ask for the chosen lines to be taken out."""
        chosen = {self.list.row(item) for item in self.list.selectedItems()}
        if chosen and not self._frozen:
            self.kept.emit(tuple(line for at, line in enumerate(self._lines) if at not in chosen))

    def set_frozen(self, frozen: bool) -> None:
        """Let nothing be taken out while the report is issued."""
        self._frozen = frozen
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.take_out.setEnabled(bool(self.list.selectedItems()) and not self._frozen)


def _name(widget: QWidget, words: str) -> None:
    widget.setAccessibleName(words)
    widget.setToolTip(words)
