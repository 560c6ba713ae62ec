"""The directory: add, change, set aside; nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.domain.office import Person
from ui.people.directory import GONE, PeopleDialog
from ui.people.person_form import NEW


@pytest.fixture
def dialog(qtbot, look, staff):
    made = PeopleDialog()
    qtbot.addWidget(made)
    made.set_people(staff)
    made.told = []
    made.saved.connect(made.told.append)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.name.hasFocus)
    return made


def names(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_directory_opens_ready_for_somebody_new(dialog, type_thai, qtbot):
    type_thai(dialog.name, "นายใหม่ มาแล้ว")
    QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
    type_thai(dialog.position, "นิติกร")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.told == [Person(NEW, "นายใหม่ มาแล้ว", "นิติกร", title="นาย")])


def test_a_chosen_person_is_changed_in_place(dialog, staff, type_thai):
    dialog.list.setCurrentRow(1)
    assert dialog.name.text() == staff[1].given
    dialog.position.set_text("รองปลัด")
    dialog.save()
    assert dialog.told == [replace(staff[1], position="รองปลัด")]


def test_somebody_who_left_is_set_aside_and_stands_last(dialog, staff):
    dialog.list.setCurrentRow(0)
    dialog.active.setChecked(False)
    dialog.save()
    assert dialog.told == [replace(staff[0], active=False)]
    dialog.set_people([replace(staff[0], active=False), *staff[1:]])
    assert names(dialog)[-1] == staff[0].name + GONE


def test_somebody_new_is_followed_by_the_next(dialog, type_thai, staff, qtbot):
    def store(person):
        dialog.set_people([*staff, replace(person, id=9)], 9)

    dialog.saved.connect(store)
    type_thai(dialog.name, "นายใหม่ มาแล้ว\n")
    assert dialog.position.hasFocus()
    QTest.keyClick(dialog.position, Qt.Key.Key_Tab)
    while dialog.focusWidget() is not dialog.save_button:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Return)
    assert [person.name for person in dialog.told] == ["นายใหม่ มาแล้ว"]
    assert dialog.name.text() == ""
    assert dialog.name.hasFocus()
    assert dialog.told_label.text() == "บันทึก นายใหม่ มาแล้ว แล้ว"


def test_a_name_that_is_there_already_is_asked_about_once(dialog, staff, type_thai):
    type_thai(dialog.name, staff[0].name)
    assert not dialog.save()
    assert dialog.told == []
    assert "มีชื่อนี้ในทำเนียบแล้ว" in dialog.told_label.text()
    assert dialog.save()
    assert len(dialog.told) == 1


def test_a_refused_person_stays_typed_with_the_reason(dialog, type_thai):
    dialog.saved.connect(lambda _person: dialog.refuse("ยังไม่ได้กรอกชื่อ"))
    type_thai(dialog.position, "นิติกร")
    assert not dialog.save()
    assert dialog.told[-1].position == "นิติกร"
    assert dialog.told_label.text() == "ยังไม่ได้กรอกชื่อ"
    assert dialog.position.text() == "นิติกร"


def question(dialog):
    (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    return {button.text(): button for button in box.buttons()}


def test_leaving_a_changed_person_is_asked_about(dialog, staff):
    dialog.list.setCurrentRow(0)
    dialog.position.set_text("นิติกรชำนาญการ")
    dialog.list.setCurrentRow(1)
    question(dialog)["กลับไปแก้ไข"].click()
    assert dialog.name.text() == staff[0].given
    assert dialog.list.currentRow() == 0
    dialog.list.setCurrentRow(1)
    question(dialog)["บันทึก"].click()
    assert dialog.told == [replace(staff[0], position="นิติกรชำนาญการ")]
    assert dialog.name.text() == staff[1].given
    assert dialog.list.currentRow() == 1


def test_closing_over_a_half_typed_person_is_asked_about(dialog, type_thai):
    type_thai(dialog.name, "นายครึ่ง")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    question(dialog)["ไม่บันทึก"].click()
    assert not dialog.isVisible()
    assert dialog.told == []


def questions(dialog):
    return [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]


def half_type(dialog, name, type_thai):
    """Type the name of somebody there already, and be refused once."""
    type_thai(dialog.name, name)
    assert not dialog.save()


def test_walking_by_tab_past_a_half_typed_person_asks_nothing(dialog, staff, type_thai):
    half_type(dialog, staff[0].name, type_thai)
    walked = []
    while not walked or walked[-1] is not dialog.name:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget())
        assert not questions(dialog)
    assert {dialog.list, dialog.close_button} <= set(walked)
    assert dialog.list.currentRow() == -1
    assert dialog.name.text() == staff[0].given


def choose_by_arrow(dialog):
    dialog.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)


def choose_by_mouse(dialog):
    place = dialog.list.visualItemRect(dialog.list.item(2)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def close_by_button(dialog):
    dialog.close_button.setFocus()
    dialog.close_button.click()


@pytest.mark.parametrize("leave", [choose_by_arrow, choose_by_mouse, close_by_button])
def test_going_back_to_a_half_typed_person_ends_in_the_name_and_asks_no_more(
    dialog, staff, type_thai, qtbot, leave
):
    half_type(dialog, staff[0].name, type_thai)
    leave(dialog)
    (box,) = questions(dialog)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.name.hasFocus)
    assert not questions(dialog)
    assert dialog.name.text() == staff[0].given
    assert dialog.list.currentRow() == -1
    assert not dialog.list.selectedItems()


def test_the_first_arrow_in_the_list_chooses_the_first_person(dialog, staff):
    choose_by_arrow(dialog)
    assert dialog.name.text() == staff[0].given


def test_looking_around_stores_nothing(dialog):
    for row in range(4):
        dialog.list.setCurrentRow(row)
        assert dialog.list.currentRow() == row
    dialog.start_new()
    dialog.reject()
    assert dialog.told == []
    assert not dialog.isVisible()
