"""A signer is found by typing a part of the name or position; a new one is added on the spot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.people.picker import PersonPicker


@pytest.fixture
def picker(qtbot, look, staff):
    window = QWidget()
    qtbot.addWidget(window)
    made = PersonPicker()
    made.other = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(made.other)
    made.set_people(staff)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    made.told, made.names = [], []
    made.chosen.connect(made.told.append)
    made.named.connect(made.names.append)
    made.kept = window
    return made


def popup(picker):
    return picker.line.completer().popup()


@pytest.mark.parametrize("typed", ["ขยัน", "ปลัดเทศ", "นางสาวทด"])
def test_a_part_of_name_or_position_and_enter_choose_a_person(picker, type_thai, qtbot, staff, typed):
    type_thai(picker.line, typed)
    qtbot.waitUntil(popup(picker).isVisible)
    QTest.keyClick(popup(picker), Qt.Key.Key_Down)
    QTest.keyClick(popup(picker), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picker.told == [staff[2].id])
    assert picker.line.text() == "นางสาวทดลอง ขยันยิ่ง"
    assert picker.names == []


def test_a_whole_name_typed_out_chooses_the_person_when_left(picker, type_thai, staff):
    type_thai(picker.line, "นายจำลอง  ตั้งมั่น")
    popup(picker).hide()
    picker.other.setFocus()
    assert picker.told == [staff[3].id]


def test_an_emptied_line_frees_the_place(picker):
    picker.set_stored("นายสมมุติ มีสุข")
    picker.line.clear()
    picker.other.setFocus()
    assert picker.told == [None]


def test_a_name_that_is_not_in_the_directory_is_taken_as_typed(picker, type_thai):
    type_thai(picker.line, "นายใหม่  มาแล้ว")
    picker.other.setFocus()
    assert picker.names == ["นายใหม่ มาแล้ว"]
    assert picker.told == []
    picker.line.setFocus()
    picker.other.setFocus()
    assert picker.names == ["นายใหม่ มาแล้ว"]


def test_a_half_typed_name_is_settled_when_asked(picker, type_thai):
    type_thai(picker.line, "นายใหม่")
    picker.settle()
    assert picker.names == ["นายใหม่"]


def test_nothing_is_told_when_nothing_changed(picker):
    picker.set_stored("นายสมมุติ มีสุข")
    picker.other.setFocus()
    assert picker.told == []


def test_a_refresh_leaves_a_half_typed_name_alone(picker, type_thai):
    type_thai(picker.line, "นางสาวท")
    picker.set_stored("")
    assert picker.line.text() == "นางสาวท"
