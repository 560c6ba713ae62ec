"""A date is typed as people write it and stays until it can be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.report.date_line import DateLine

DAY = date(2024, 3, 18)


@pytest.fixture
def line(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    field = DateLine()
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
