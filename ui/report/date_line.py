"""A value typed the way people write it, shown the way an office prints it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.dates import date_of_other_era, official_date, parse_date
from desktop_app.thai.shown import long_day
from ui.fields.calendar import Calendar
from ui.report.commit import PAUSE_MS, UndoInWindow
from ui.report.fields import opens_list
from ui.thai_text import display
from ui.theme import icon

_CALENDAR = _("ปฏิทิน (F4)")
_SAID = "years_of_the_common_era_are_meant"
"""A property of the window, once the clerk has said so."""
_TODAY_KEYS = (Qt.Key.Key_Semicolon, ord("ว"))
"""What Ctrl+; gives on an English and on a Thai keyboard."""


class ValueLine(QWidget):
    """One value, or nothing. ``committed`` carries the value or None.

    ``parse`` makes a value of a text and raises KnownError for what is none; ``words`` show a value. What
    cannot be read stays as typed, with one sentence under it, and is not saved. While the clerk types,
    nothing is rewritten and nothing complains; that waits until the field is left.
    """

    committed = Signal(object)
    judged = Signal()
    """The typed value was found readable, or not."""

    def __init__(
        self,
        parse: Callable[[str], object],
        words: Callable[[object], str],
        example: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse_text, self._words_of = parse, words
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("เช่น {example}").format(example=example))
        self.fault = QLabel(self)
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.fault)
        self.setFocusProxy(self.line)
        self._value: object | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._commit_readable)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.flush)
        UndoInWindow(self.line, self._commit_readable)
        self.line.installEventFilter(self)

    @property
    def unreadable(self) -> str:
        """Return the sentence about a typed value that cannot be read, or an empty text."""
        try:
            self._parse()
        except KnownError as error:
            return error.sentence
        return ""

    def set_stored(self, value: object | None) -> None:
        """Show what is stored; what is being typed stays, unless the value changed elsewhere."""
        same, self._value = value == self._value, value
        if same and (self.line.hasFocus() or self.unreadable):
            return
        if not self._pause.isActive():
            self._show()

    def start_over(self) -> None:
        """Forget what is stored and what is typed."""
        self._pause.stop()
        self._value = None
        self._show()

    def flush(self) -> None:
        """Commit what is typed, or say why it cannot be read."""
        self._commit_readable()
        if sentence := self.unreadable:
            self.fault.setText(display(sentence))
            self.fault.show()
        else:
            self._show()
        self.judged.emit()

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Let Esc bring the last good value back."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and self._differs():
            self._pause.stop()
            self._show()
            self.judged.emit()
            return True
        return False

    def _differs(self) -> bool:
        return self.line.text() != self._words()

    def _typed(self) -> None:
        self.fault.hide()
        self._pause.start()

    def _commit_readable(self) -> None:
        self._pause.stop()
        try:
            value = self._parse()
        except KnownError:
            return
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def _parse(self) -> object | None:
        text = self.line.text().strip()
        return self._parse_text(text) if text else None

    def _show(self) -> None:
        self.fault.hide()
        self.line.setText(self._words())

    def _words(self) -> str:
        return "" if self._value is None else self._words_of(self._value)


class DateLine(ValueLine):
    """One date (CE), or nothing. F4 or Alt+Down opens a calendar, Ctrl+; writes today.

    A year of the common era is asked about under the line, where nobody who goes on typing is held up:
    Enter in the line takes the date that was meant. Who has said so once in a window is not asked again:
    the year is taken as meant in all its lines, and shown in the Buddhist era when the line is left.
    """

    def __init__(self, parent: QWidget | None = None, today: Callable[[], date] = date.today) -> None:
        super().__init__(parse_date, official_date, "๑๘ มี.ค. ๖๗", parent)
        self._today = today
        self.calendar: Calendar | None = None
        """The calendar while it is open."""
        self.question = QLabel(self)
        self.question.setProperty("role", "waiting")
        self.question.setWordWrap(True)
        self.yes = QPushButton(self)
        self.yes.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is Enter in the line
        self.yes.clicked.connect(self._take_meant)
        self._asked = QWidget(self)
        asking = QHBoxLayout(self._asked)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.question, 1)
        asking.addWidget(self.yes)
        self.layout().addWidget(self._asked)
        self._asked.hide()
        opening = self.line.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        opening.setText(_CALENDAR)
        opening.setToolTip(_CALENDAR)
        opening.triggered.connect(self.open_calendar)
        self.line.textChanged.connect(self._ask)

    def open_calendar(self) -> None:
        """Open the calendar at the date that stands here, or at today."""
        calendar = self.calendar = Calendar(self, self._today())
        calendar.chosen.connect(self._take)
        calendar.closed.connect(self._closed)
        calendar.open_at(self._day_shown(), self.line)

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Take the keys of the calendar, of today, and the answer about the era."""
        if event.type() == QEvent.Type.ShortcutOverride and opens_list(event):
            event.accept()  # else it would do what it does around this field
            return True
        if event.type() == QEvent.Type.KeyPress and self._took(event):
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._name_yes(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(line, event)

    def flush(self) -> None:
        """Commit what is typed, or say why it cannot be read; the question is sentence enough."""
        if self._is_known and (meant := self._meant()) is not None:
            self.line.setText(official_date(meant))
        super().flush()
        if self._meant() is not None:
            self.fault.hide()

    def _took(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        ctrl = Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_F4 or opens_list(event):
            self.open_calendar()
        elif held & ctrl and key in _TODAY_KEYS:
            self._take(self._today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._meant() is not None:
            self._take_meant()
        else:
            return False
        return True

    @property
    def _is_known(self) -> bool:
        """Whether the clerk said in this window that years of the common era are meant."""
        return bool(self.window().property(_SAID))

    def _meant(self) -> date | None:
        return date_of_other_era(self.line.text())

    def _ask(self) -> None:
        """Ask under the line which era is meant, as soon as the year is typed."""
        meant = self._meant()
        asks = meant is not None and not self._is_known
        self._asked.setVisible(asks)
        sentence = ""
        if asks:
            sentence = _("ปีที่พิมพ์เป็นปี ค.ศ. หมายถึง {day} ใช่หรือไม่").format(day=long_day(meant))
            self.question.setText(display(sentence))
            self._name_yes(self.line.hasFocus())
            self.yes.setAccessibleName(_("ใช้ {day}").format(day=long_day(meant)))
            self.yes.setToolTip(_("ใช้ {day} กด Enter ในช่องวันที่").format(day=long_day(meant)))
        self.line.setAccessibleDescription(sentence)

    def _name_yes(self, has_keys: bool) -> None:
        """Tell the key of the answer only where it is one: in another field Enter does something else."""
        self.yes.setText(_("ใช่ (Enter)") if has_keys else _("ใช่"))

    def _take_meant(self) -> None:
        if (meant := self._meant()) is not None:
            self.window().setProperty(_SAID, True)
            self._take(meant)

    def _take(self, day: date) -> None:
        self.line.setText(official_date(day))
        self.line.setFocus()
        self.flush()

    def _closed(self) -> None:
        self.calendar = None

    def _day_shown(self) -> date | None:
        try:
            return parse_date(self.line.text())
        except KnownError:
            return self._meant() or self._value
