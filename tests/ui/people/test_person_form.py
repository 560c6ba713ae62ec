"""A person's fields: a name typed whole is taken apart, a stored one stays letter by letter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.office import Person
from ui.people.person_form import NEW, PersonForm


@pytest.fixture
def form(qtbot, look):
    made = PersonForm()
    qtbot.addWidget(made)
    made.show_person(Person(NEW, ""))
    made.show()
    made.activateWindow()
    made.name.setFocus()
    qtbot.waitUntil(made.name.hasFocus)
    return made


def test_a_name_typed_whole_goes_into_its_fields(form, type_thai):
    type_thai(form.name, "ว่าที่ร้อยตรี นายตัวอย่าง ใจดี")
    whole = Person(NEW, "นายตัวอย่าง ใจดี", rank="ว่าที่ร้อยตรี", title="นาย")
    assert form.typed() == whole
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    shown = (form.rank.currentText(), form.title.currentText(), form.name.text())
    assert shown == ("ว่าที่ร้อยตรี", "นาย", "ตัวอย่าง ใจดี")
    assert form.typed() == whole


def test_a_title_that_was_chosen_stays_chosen(form, type_thai):
    form.title.setEditText("หม่อมหลวง")
    type_thai(form.name, "นายิกา ใจดี")
    assert (form.typed().title, form.typed().name) == ("หม่อมหลวง", "หม่อมหลวงนายิกา ใจดี")


@pytest.mark.parametrize(
    "person",
    [
        Person(3, "นาย ตัวอย่าง  ใจดี", "ปลัด", title="นาย"),
        Person(4, "นางนุช ใจดี", "ปลัด"),
        Person(5, "จ่าเอกตัวอย่าง ใจดี", active=False),
        Person(6, "ดร.ตัวอย่าง", rank="เรืออากาศตรี", title="ดร."),
    ],
)
def test_whom_nobody_touched_is_as_stored(form, person):
    form.show_person(person)
    assert form.typed() == person


def test_another_title_takes_the_place_of_the_first(form):
    person = Person(3, "นางสาวตัวอย่าง ใจดี", title="นางสาว")
    form.show_person(person)
    form.title.setEditText("นาง")
    assert form.typed() == replace(person, name="นางตัวอย่าง ใจดี", title="นาง")


def test_a_signature_is_shown_and_can_be_left_out(form):
    from desktop_app.actions.office import emblem_candidates
    from desktop_app.resources import resource

    png = emblem_candidates(resource("sample", "seal.svg"))[0].image
    form.signature.set_png(png)
    assert form.typed().signature == png
    assert not form.signature.picture.pixmap().isNull()
    form.signature.drop.click()
    assert form.typed().signature is None
    assert form.signature.picture.text() == "ลงด้วยปากกา"
