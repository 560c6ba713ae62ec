"""The directory: add, change, set aside; nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.office import Person
from ui.people.directory import GONE, NEW, PeopleDialog


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
    qtbot.waitUntil(lambda: dialog.told == [Person(NEW, "นายใหม่ มาแล้ว", "นิติกร")])


def test_a_chosen_person_is_changed_in_place(dialog, staff, type_thai):
    dialog.list.setCurrentRow(1)
    assert dialog.name.text() == staff[1].name
    dialog.position.setPlainText("รองปลัด")
    dialog.save()
    assert dialog.told == [replace(staff[1], position="รองปลัด")]


def test_somebody_who_left_is_set_aside_and_stands_last(dialog, staff):
    dialog.list.setCurrentRow(0)
    dialog.active.setChecked(False)
    dialog.save()
    assert dialog.told == [replace(staff[0], active=False)]
    dialog.set_people([replace(staff[0], active=False), *staff[1:]])
    assert names(dialog)[-1] == staff[0].name + GONE


def test_a_refused_person_stays_typed_with_the_reason(dialog, type_thai):
    dialog.saved.connect(lambda _person: dialog.refuse("ยังไม่ได้กรอกชื่อ"))
    type_thai(dialog.position, "นิติกร")
    dialog.save()
    assert dialog.told[-1].position == "นิติกร"
    assert dialog.told_label.text() == "ยังไม่ได้กรอกชื่อ"
    dialog.list.setCurrentRow(2)
    assert dialog.position.toPlainText() == "นิติกร"
    dialog.reject()
    assert dialog.isVisible()


def test_typed_changes_are_stored_before_another_person_is_shown(dialog, staff):
    dialog.list.setCurrentRow(0)
    dialog.position.setPlainText("นิติกรชำนาญการ")
    dialog.list.setCurrentRow(1)
    assert dialog.told == [replace(staff[0], position="นิติกรชำนาญการ")]
    assert dialog.name.text() == staff[1].name


def test_looking_around_stores_nothing(dialog):
    for row in range(4):
        dialog.list.setCurrentRow(row)
    dialog.start_new()
    dialog.reject()
    assert dialog.told == []
    assert not dialog.isVisible()
