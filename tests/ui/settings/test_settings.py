"""Settings and start page: the office's own data and emblem."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.office import Emblem, Office
from ui.settings.dialog import SettingsDialog
from ui.settings.emblem import EmblemChoice, pixmap_of
from ui.start.page import StartPage

FAMILIES = ("TH Sarabun New", "Sarabun", "TH SarabunPSK")
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", unit="งานนิติการ")


def seal(colour="navy", size=(60, 40)):
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, "PNG")
    return Emblem(kept.getvalue())


@pytest.fixture
def dialog(qtbot, look):
    made = SettingsDialog(OFFICE, FAMILIES)
    qtbot.addWidget(made)
    made.told = []
    made.saved.connect(lambda *what: made.told.append(what))
    made.show()
    return made


def test_only_what_was_changed_is_told(dialog):
    dialog.form.fields["telephone"].setText(" ๐ ๒๐๐๐ ๐๐๐๐ ")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.told == [({"telephone": "๐ ๒๐๐๐ ๐๐๐๐"}, None)]
    assert not dialog.emblem_changed


def test_the_dialog_stays_until_everything_was_stored(dialog):
    dialog.accept()
    assert dialog.isVisible()
    dialog.refuse("ดิสก์เต็ม")
    assert dialog.fault.isVisible()
    dialog.accept()
    assert not dialog.fault.isVisible()
    dialog.done_saving()
    assert not dialog.isVisible()


def test_the_family_of_documents_is_chosen_by_key(dialog):
    assert dialog.font_choice.currentText() == "TH Sarabun New (ปกติ)"
    dialog.font_choice.setFocus()
    QTest.keyClick(dialog.font_choice, Qt.Key.Key_Down)
    QTest.keyClick(dialog.font_choice, Qt.Key.Key_Down)
    dialog.accept()
    assert dialog.told == [({"font": "TH SarabunPSK"}, None)]


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ("TH Sarabun New", "TH Sarabun New (ปกติ)"),
        ("Sarabun", "Sarabun"),
        ("TH SarabunIT๙", "TH SarabunIT๙ (ไม่มีในเครื่องนี้)"),
    ],
)
def test_the_stored_family_is_shown_and_stays_when_nothing_is_chosen(qtbot, look, stored, words):
    dialog = SettingsDialog(replace(OFFICE, font=stored), FAMILIES)
    qtbot.addWidget(dialog)
    told = []
    dialog.saved.connect(lambda *what: told.append(what))
    assert dialog.font_choice.currentText() == words
    dialog.accept()
    assert told == [({}, None)]


def test_an_emblem_is_chosen_shown_and_taken_away_again(dialog):
    dialog.emblem.set_emblem(seal())
    assert dialog.emblem_changed
    assert not dialog.emblem.picture.pixmap().isNull()
    dialog.emblem.blank.click()
    assert dialog.new_emblem is None
    assert dialog.emblem.picture.text() == "เว้นที่ว่าง"
    assert not dialog.emblem.blank.isEnabled()


def test_a_file_is_asked_for_by_key(dialog, qtbot):
    dialog.emblem.take.setFocus()
    with qtbot.waitSignal(dialog.file_wanted):
        QTest.keyClick(dialog.emblem.take, Qt.Key.Key_Space)


def test_the_right_picture_is_picked_with_arrow_and_enter(qtbot, look):
    pictures = [seal("navy"), seal("green"), seal("red")]
    choice = EmblemChoice(pictures)
    qtbot.addWidget(choice)
    picked = []
    choice.picked.connect(picked.append)
    choice.show()
    QTest.keyClick(choice.list, Qt.Key.Key_Right)
    QTest.keyClick(choice.list, Qt.Key.Key_Return)
    assert picked == [pictures[1]]
    assert not choice.isVisible()


def test_an_emblem_keeps_its_shape(qapp):
    picture = pixmap_of(seal(size=(60, 40)), 90)
    assert (picture.width(), picture.height()) == (90, 60)


@pytest.fixture
def start(qtbot, look):
    page = StartPage()
    qtbot.addWidget(page)
    page.told = []
    page.office_filled.connect(page.told.append)
    page.resize(800, 700)
    page.show()
    return page


def test_the_first_start_asks_who_the_office_is(start, type_thai):
    start.set_office(Office())
    start.focus_first()
    assert start.office_card.isVisible()
    assert not start.work_card.isVisible()
    type_thai(start.form.fields["name"], "เทศบาลตำบลตัวอย่าง")
    start.save.click()
    assert start.told == [{"name": "เทศบาลตำบลตัวอย่าง", "head_title": "นายกเทศมนตรีตำบลตัวอย่าง"}]


def test_enter_goes_from_field_to_field_and_saves_in_the_last(start, type_thai):
    start.set_office(Office())
    start.activateWindow()
    start.focus_first()
    typed = {}
    for key, field in start.form.fields.items():
        assert start.told == []
        typed[key] = f"ช่อง{key}"
        type_thai(QApplication.focusWidget(), typed[key] + "\n")
        assert field.text() == typed[key]
    assert start.told == [typed]


def test_an_office_without_a_name_is_not_stored(start):
    start.set_office(Office())
    start.form.fields["unit"].setText("งานนิติการ")
    start.save.click()
    assert start.told == []
    assert start.fault.isVisible()


def test_a_known_office_is_offered_the_work(start, qtbot):
    start.set_office(OFFICE)
    start.focus_first()
    assert start.title.text() == OFFICE.name
    assert not start.office_card.isVisible()
    for signal, button in ((start.new_wanted, start.new), (start.import_wanted, start.bring)):
        with qtbot.waitSignal(signal):
            QTest.keyClick(button, Qt.Key.Key_Space)
