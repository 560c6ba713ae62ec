"""Every step of the work on a report: who, when, what it changed, and the page as it was after it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions.past import Step
from desktop_app.language import _
from ui.dialog_buttons import action_buttons
from ui.issuing.words import moment_words
from ui.latest import Latest
from ui.preview import PreviewPane
from ui.report.form_rows import heading, muted
from ui.thai_text import display

if TYPE_CHECKING:
    from desktop_app.actions.printing import Printed

_HOW = _("เลือกขั้นที่ต้องการดู หน้ากระดาษด้านขวาเป็นแบบที่เป็นอยู่หลังขั้นนั้น")
_FAILED = _("เปิดรายงานแบบเดิมไม่สำเร็จ ข้อมูลปัจจุบันยังอยู่ครบ กรุณาเลือกขั้นอื่น")
_NOTHING = _("ขั้นนี้ไม่เปลี่ยนข้อความหรือสถานะใด")
_BEGINNING = _("รายงานตอนเริ่มเก็บประวัติ")


class Look(NamedTuple):
    """What a step changed, a sentence each, and the page as it was after it."""

    sentences: tuple[str, ...]
    printed: "Printed"


class HistoryDialog(QDialog):
    """Steps on the left, the newest first; what they changed and the page on the right.

    ``look`` makes a Look of a Step; it is called in a thread. ``wanted`` tells the Step to go back to.
    """

    wanted = Signal(object)

    def __init__(
        self,
        steps: Sequence[Step],
        look: Callable[[Step], Look],
        can_go_back: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ประวัติการแก้ไข"))
        self.resize(1080, 720)
        self._steps, self._can_go_back = tuple(steps), can_go_back
        self.list = QListWidget()
        self.list.setAccessibleName(_("ขั้นของการแก้ไข"))
        self.list.setToolTip(_("ขั้นของการแก้ไข ล่าสุดอยู่บนสุด"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.changes = QListWidget()
        self.changes.setAccessibleName(_("สิ่งที่ขั้นนี้เปลี่ยน"))
        self.changes.setToolTip(_("สิ่งที่ขั้นนี้เปลี่ยน"))
        self.changes.setWordWrap(True)
        self.changes.setMaximumHeight(150)
        self.preview = PreviewPane()
        self.buttons = action_buttons(self, _("คืนรายงานเป็นแบบนี้"), _("คืนทั้งรายงานเป็นแบบที่เห็น แล้วยังเลิกทำได้"))
        self.looker = Latest(look, _FAILED, self)
        self._lay_out()
        self.looker.ready.connect(self._show)
        self.looker.failed.connect(self.preview.show_error)
        self.looker.busy.connect(self.preview.set_busy)
        self.list.currentRowChanged.connect(self._chosen)
        for step in self._steps:
            self.list.addItem(_item(step))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def current(self) -> Step:
        """The chosen step."""
        return self._steps[self.list.currentRow()]

    def accept(self) -> None:
        """Ask for the way back to the chosen step."""
        self.wanted.emit(self.current)
        super().accept()

    def done(self, code: int) -> None:
        """Let nothing be looked up any more."""
        self.looker.close()
        self.preview.clear()
        super().done(code)

    @property
    def go_back_button(self) -> QPushButton:
        """The main button."""
        return self.buttons.buttons()[0]

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(muted(_HOW))
        column.addWidget(self.list, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading(_("สิ่งที่ขั้นนี้เปลี่ยน")))
        column.addWidget(self.changes)
        column.addWidget(self.preview, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(left)
        panes.addWidget(right)
        panes.setSizes([380, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(panes, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.buttons)
        layout.addLayout(foot)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.go_back_button.setEnabled(self._can_go_back and row > 0)
            self.changes.clear()
            self.looker.request(self._steps[row])

    def _show(self, look: Look) -> None:
        words = _NOTHING if self.current.id else _BEGINNING
        self.changes.addItems([display(sentence) for sentence in look.sentences] or [display(words)])
        self.preview.show_printed(look.printed)


def _item(step: Step) -> QListWidgetItem:
    when = moment_words(step.at) if step.at else ""
    quiet = " · ".join(filter(None, (when, step.author)))
    item = QListWidgetItem(display(f"{step.label}\n{quiet}" if quiet else step.label))
    item.setToolTip(f"{step.label} {quiet}".strip())
    return item
