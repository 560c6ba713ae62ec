"""A date is typed as people write it and stays until it can be read."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.report.date_line import DateLine
from ui.thai_text import plain

DAY = date(2024, 3, 18)
TODAY = date(2024, 3, 20)


@pytest.fixture
def line(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    field = DateLine(today=lambda: TODAY)
    field.other = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(field.other)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    field.told = []
    field.committed.connect(field.told.append)
    field.window_kept = window
    return field


@pytest.mark.parametrize("typed", ["18 มี.ค. 67", "๑๘/๓/๒๕๖๗", "๑๘ มีนาคม ๒๕๖๗", "2024-03-18"])
def test_every_usual_way_of_writing_gives_the_day(line, type_thai, typed):
    type_thai(line.line, typed)
    line.other.setFocus()
    assert line.told == [DAY]
    assert line.line.text() == "๑๘ มีนาคม ๒๕๖๗"


def test_what_cannot_be_read_stays_with_one_sentence_and_is_not_saved(line, type_thai):
    type_thai(line.line, "๓๑ ก.พ. ๖๗")
    line.other.setFocus()
    assert line.told == []
    assert line.line.text() == "๓๑ ก.พ. ๖๗"
    assert line.fault.isVisible()
    assert "กุมภาพันธ์" in line.unreadable


def test_a_refresh_leaves_an_unreadable_date_as_it_is(line, type_thai):
    type_thai(line.line, "พรุ่งนี้")
    line.other.setFocus()
    line.set_stored(None)
    assert line.line.text() == "พรุ่งนี้"


def test_nothing_complains_before_the_field_is_left(line, type_thai):
    type_thai(line.line, "18 มี.ค. 6")
    assert not line.fault.isVisible()


def test_mending_the_date_puts_the_sentence_away(line, type_thai):
    type_thai(line.line, "99")
    line.other.setFocus()
    line.line.setFocus()
    line.line.selectAll()
    type_thai(line.line, "18/3/67")
    line.other.setFocus()
    assert not line.fault.isVisible()
    assert line.told == [DAY]


def test_an_emptied_date_is_left_for_the_pen(line, type_thai):
    line.set_stored(DAY)
    line.line.selectAll()
    line.line.del_()
    line.other.setFocus()
    assert line.told == [None]
    assert line.line.text() == ""


def test_a_date_is_not_rewritten_while_it_is_typed(line, type_thai, qtbot):
    line.committed.connect(line.set_stored)
    type_thai(line.line, "18/3/25")
    line._pause.setInterval(1)
    line._pause.start()
    qtbot.waitUntil(lambda: line.told == [date(1982, 3, 18)])
    type_thai(line.line, "67")
    line.other.setFocus()
    assert line.told[-1] == DAY


def test_escape_brings_the_last_good_date_back(line, type_thai):
    line.set_stored(DAY)
    line.line.selectAll()
    type_thai(line.line, "พรุ่งนี้")
    QTest.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.line.text() == "๑๘ มีนาคม ๒๕๖๗"
    assert line.told == []


def test_an_undone_date_is_shown_again(line, type_thai):
    type_thai(line.line, "18/3/67")
    line.other.setFocus()
    line.set_stored(None)
    assert line.line.text() == ""


def test_a_year_of_the_common_era_is_asked_about_in_place_and_enter_takes_it(line, type_thai):
    type_thai(line.line, "18/03/2024")
    assert line.question.isVisible()
    assert "๑๘ มีนาคม ๒๕๖๗" in plain(line.question.text())
    assert "๑๘ มีนาคม ๒๕๖๗" in line.line.accessibleDescription()
    assert line.line.hasFocus()
    assert line.yes.text() == "ใช่ (Enter)"
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.told == [DAY]
    assert line.line.text() == "๑๘ มีนาคม ๒๕๖๗"
    assert not line.question.isVisible()


def test_who_said_once_that_the_common_era_is_meant_is_not_asked_again(line, type_thai):
    type_thai(line.line, "18/03/2024")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    line.line.selectAll()
    type_thai(line.line, "20/03/2024")
    assert not line.question.isVisible()
    assert line.line.accessibleDescription() == ""
    QTest.keyClick(line.line, Qt.Key.Key_Tab)
    assert line.told == [DAY, TODAY]
    assert line.line.text() == "๒๐ มีนาคม ๒๕๖๗"


def test_who_goes_on_typing_elsewhere_is_not_held_up_by_the_question(line, type_thai):
    type_thai(line.line, "18/03/2024")
    QTest.keyClick(line.line, Qt.Key.Key_Tab)
    assert line.other.hasFocus()
    assert line.yes.text() == "ใช่"  # Enter would answer no question here
    type_thai(line.other, "ห้องประชุม")
    assert line.other.text() == "ห้องประชุม"
    assert line.line.text() == "18/03/2024"
    assert line.question.isVisible()
    assert not line.fault.isVisible()
    assert line.told == []


def test_the_mouse_answers_the_question_as_well(line, type_thai):
    type_thai(line.line, "18/03/2024")
    line.other.setFocus()
    QTest.mouseClick(line.yes, Qt.MouseButton.LeftButton)
    assert line.told == [DAY]


@pytest.mark.parametrize("typed", ["18/3/3106", "18/3/256"])
def test_a_year_that_nobody_can_mean_is_told_and_not_saved(line, type_thai, typed):
    type_thai(line.line, typed)
    line.other.setFocus()
    assert line.told == []
    assert line.fault.isVisible()
    assert not line.question.isVisible()


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_a_day_is_chosen_from_the_calendar_by_keys_alone(line, key, held):
    line.set_stored(DAY)
    QTest.keyClick(line.line, key, held)
    days = line.calendar.days.focusWidget() or line.calendar.days
    assert plain(line.calendar.month.text()) == "มีนาคม ๒๕๖๗"
    for press in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(days, press)
    assert line.told == [date(2024, 4, 19)]
    assert line.line.text() == "๑๙ เมษายน ๒๕๖๗"
    assert line.line.hasFocus()


def test_the_calendar_opens_by_its_button_as_well(line):
    line.line.actions()[0].trigger()
    assert line.calendar.isVisible()
    line.calendar.close()


def test_escape_closes_the_calendar_and_nothing_changes(line):
    line.set_stored(DAY)
    line.open_calendar()
    QTest.keyClick(line.calendar.days.focusWidget(), Qt.Key.Key_Escape)
    assert line.calendar is None
    assert line.told == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Semicolon, ord("ว")])
def test_today_is_one_key_on_any_keyboard(line, key):
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
    QCoreApplication.sendEvent(line.line, press)
    assert line.told == [TODAY]
