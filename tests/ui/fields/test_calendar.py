"""The calendar speaks of Buddhist years and knows none that cannot be meant."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QToolButton

from desktop_app.thai.dates import ERA, LAST_YEAR
from ui.fields.calendar import Calendar

DAY, TODAY = date(2024, 2, 29), date(2024, 3, 20)


@pytest.fixture
def calendar(qtbot, look):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    shown = Calendar(field, TODAY)
    shown.field_kept = field
    shown.told = []
    shown.chosen.connect(shown.told.append)
    shown.open_at(DAY, field)
    return shown


def press(calendar, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(calendar.days.findChild(QAbstractItemView), key, held)


def test_a_year_on_from_a_leap_day_is_the_last_of_february(calendar):
    press(calendar, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert calendar.month.text() == "กุมภาพันธ์ ๒๕๖๘"
    press(calendar, Qt.Key.Key_Return)
    assert calendar.told == [date(2025, 2, 28)]


def test_home_goes_to_today(calendar):
    press(calendar, Qt.Key.Key_Home)
    assert calendar.month.text() == "มีนาคม ๒๕๖๗"
    press(calendar, Qt.Key.Key_Return)
    assert calendar.told == [TODAY]


def test_without_a_date_it_opens_at_today(calendar):
    calendar.open_at(None, calendar.field_kept)
    press(calendar, Qt.Key.Key_Return)
    assert calendar.told == [TODAY]


def test_a_year_like_3106_cannot_be_reached(calendar):
    for _ in range(3):
        calendar.days.step(years=400)
    assert calendar.days.selectedDate().year() <= LAST_YEAR - ERA
    calendar.days.setSelectedDate(QDate(3106 - ERA, 1, 1))
    press(calendar, Qt.Key.Key_Return)
    assert calendar.told[0].year <= LAST_YEAR - ERA


def test_the_mouse_goes_by_months_and_years(calendar):
    back, _, _, on = calendar.findChildren(QToolButton)[-4:]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "กุมภาพันธ์ ๒๕๖๖"
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "กุมภาพันธ์ ๒๕๖๗"
    QTest.mouseClick(calendar.today, Qt.MouseButton.LeftButton)
    assert calendar.told == [TODAY]
