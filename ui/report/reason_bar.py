"""Why a row cannot be done: asked under the table once its tick is set, shown while the row is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.domain.report import REASONS, Row, Status
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.fields import PhraseBox
from ui.report.form_rows import name_field

WORDS = _("เหตุผลที่ไม่สามารถดำเนินการได้")
KEYS = "Ctrl+R"
_HINT = _("เลือกด้วยลูกศรลง หรือพิมพ์เหตุผลอื่น แล้วกด Enter กด Esc เพื่อกรอกภายหลัง")
_EMPTY = _("เลือก หรือพิมพ์เหตุผลอื่น")


class ReasonBar(QFrame):
    """One field for the reason of the chosen rows that cannot be done; away when there are none.

    ``given`` carries their ids and the reason, ``left`` tells that the keyboard goes back to the table.
    ``action`` takes the keyboard here, for menus.
    """

    given = Signal(list, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._frozen = False
        self.words = QLabel(WORDS)
        self.box = PhraseBox(REASONS)
        self.box.lineEdit().setPlaceholderText(_EMPTY)
        self.words.setBuddy(self.box)
        name_field(self.box, WORDS, _HINT)
        self.box.committed.connect(self._give)
        for receiver in (self.box, self.box.lineEdit()):
            receiver.installEventFilter(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words)
        line.addWidget(self.box, 1)
        self.action = QAction(f"{WORDS}…", self)
        self.action.setShortcut(QKeySequence(KEYS))
        self.action.setToolTip(f"{WORDS} ({KEYS})")
        self.action.triggered.connect(self.ask)
        self.hide()
        self._refresh()

    def set_rows(self, chosen: Sequence[Row]) -> None:
        """Show the reason of the chosen rows that cannot be done; what is typed of others is told first."""
        rows = tuple(row for row in chosen if row.status is Status.CANNOT)
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.flush()
        self._rows = rows
        self._refresh()

    def start_over(self) -> None:
        """Forget the rows and what is typed about them."""
        self._rows = ()
        self.box.start_over()
        self._refresh()

    def set_frozen(self, frozen: bool) -> None:
        """Let the reason only be read."""
        self._frozen = frozen
        self._refresh()

    def ask(self) -> None:
        """Take the keyboard, to choose or to type; nothing happens without a row that cannot be done."""
        if self._rows and not self._frozen:
            self.box.setFocus()
            self.box.lineEdit().selectAll()

    def flush(self) -> None:
        """Tell now what is typed."""
        self.box.flush()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter keeps what is there, Esc leaves it for later; both go back to the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.flush()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.box.setEditText(self._reason())
                self.left.emit()
                return True
        return False

    def _give(self, reason: str) -> None:
        rows = [row.id for row in self._rows if row.reason != reason]
        if rows:
            self.given.emit(rows, reason)

    def _reason(self) -> str:
        """Return what all of them have as their reason, "" when they differ."""
        reasons = {row.reason for row in self._rows}
        return reasons.pop() if len(reasons) == 1 else ""

    def _refresh(self) -> None:
        numbers = ", ".join(str(row.number) for row in self._rows[:3])
        more = _(" และอีก {count} แถว").format(count=len(self._rows) - 3) if len(self._rows) > 3 else ""
        self.words.setText(
            numerals(_("แถว {numbers}{more}: {words}").format(numbers=numbers, more=more, words=WORDS))
            if self._rows
            else WORDS
        )
        self.box.set_stored(self._reason())
        self.box.setEnabled(not self._frozen)
        self.action.setEnabled(bool(self._rows) and not self._frozen)
        self.setVisible(bool(self._rows))
