"""A calendar of Buddhist years that opens under a date field and is used by keys as well as by hand."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language import _
from desktop_app.thai.dates import ERA, FIRST_YEAR, LAST_YEAR
from desktop_app.thai.shown import long_day, month_name, numerals
from ui import theme
from ui.qt_thai import locale
from ui.thai_text import display

_CELL = (54, 30)
"""Pixels that a day takes."""
_GAP = 2
_KEYS = _("PageUp PageDown เดือน · กด Ctrl ด้วย ปี · Home วันนี้")


class Calendar(QFrame):
    """Shows one month and lets a day be chosen; closes by itself when that was done or given up."""

    chosen = Signal(object)
    """The day (CE)."""
    closed = Signal()

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(_("ปฏิทิน"))
        self._today = today
        self.days = _Days(today, self)
        self.month = QLabel(self)
        self.month.setProperty("role", "title")
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.days.currentPageChanged.connect(self._name_month)
        self.days.activated.connect(self._choose)
        self.days.clicked.connect(self._choose)
        self.days.left.connect(self.close)
        self.today = QPushButton(_("วันนี้ {day}").format(day=long_day(today)), self)
        self.today.clicked.connect(lambda: self._choose(self._today))
        self._lay_out()

    def open_at(self, day: date | None, field: QWidget) -> None:
        """Open under ``field`` (above it where there is no room), at ``day`` or today."""
        shown = day or self._today
        self.days.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._name_month()
        self.adjustSize()
        room = field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height() + _GAP))
        if place.y() + self.height() > room.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - _GAP))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.days.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._tool("chevrons-left", _("ปีก่อน (Ctrl+PageUp)"), years=-1))
        top.addWidget(self._tool("chevron-left", _("เดือนก่อน (PageUp)"), months=-1))
        top.addWidget(self.month, 1)
        top.addWidget(self._tool("chevron-right", _("เดือนถัดไป (PageDown)"), months=1))
        top.addWidget(self._tool("chevrons-right", _("ปีถัดไป (Ctrl+PageDown)"), years=1))
        keys = QLabel(display(_KEYS), self)
        keys.setProperty("role", "muted")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.days)
        layout.addWidget(self.today)
        layout.addWidget(keys)

    def _tool(self, name: str, words: str, years: int = 0, months: int = 0) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(name))
        button.setProperty("flat", "true")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys work from the days
        button.clicked.connect(lambda: self.days.step(years, months))
        return button

    def _name_month(self) -> None:
        year, month = self.days.yearShown(), self.days.monthShown()
        self.month.setText(f"{month_name(month)} {numerals(year + ERA)}")

    def _choose(self, day: date | QDate) -> None:
        self.close()
        self.chosen.emit(day.toPython() if isinstance(day, QDate) else day)


class _Days(QCalendarWidget):
    """The days of a month with Thai digits; there are only days of years that can be meant."""

    left = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = QDate(today.year, today.month, today.day)
        self.setAccessibleName(_("วันของเดือน"))
        self.setLocale(locale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.setNavigationBarVisible(False)
        self.setDateEditEnabled(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setDateRange(QDate(FIRST_YEAR - ERA, 1, 1), QDate(LAST_YEAR - ERA, 12, 31))
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.tokens().muted))
        self.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
        self._view = self.findChild(QAbstractItemView)
        self._view.setStyleSheet("border: none")
        self.setFixedSize(7 * _CELL[0], 7 * _CELL[1])
        self._view.installEventFilter(self)

    def step(self, years: int = 0, months: int = 0) -> None:
        """Go on by whole years and months; the day is kept where the month has it."""
        self.setSelectedDate(self.selectedDate().addYears(years).addMonths(months))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go by years, to today, and out."""
        if watched is self._view and event.type() == QEvent.Type.KeyPress and self._took(event):
            return True
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        by_years = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            by = -1 if event.key() == Qt.Key.Key_PageUp else 1
            self.step(years=by) if by_years else self.step(months=by)
        elif event.key() == Qt.Key.Key_Home:
            self.setSelectedDate(self._today)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.left.emit()
        else:
            return False
        return True

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        colours = theme.tokens()
        chosen = day == self.selectedDate()
        ink = colours.text if day.month() == self.monthShown() else colours.muted
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(colours.panel))
        box = rect.adjusted(2, 1, -2, -1)
        if chosen or day == self._today:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(QColor(colours.accent if chosen else colours.panel))
            painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(colours.accent_text if chosen else ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, numerals(day.day()))
        painter.restore()
