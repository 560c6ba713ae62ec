"""The language is chosen in the settings, the menu and on the first page, for the next start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.domain.office import Office
from desktop_app.language import ENGLISH, THAI, wanted
from desktop_app.places import view_file
from tests.ui.window.conftest import open_window
from ui.settings.dialog import SettingsDialog
from ui.start.page import StartPage
from ui.window.commands import commands

__all__ = ["open_window"]


@pytest.fixture
def kept(ws, monkeypatch):
    monkeypatch.delenv("BANTHUEK_LANGUAGE")
    return view_file(ws.store.path)


def test_the_settings_keep_the_language_for_the_next_start(open_window, ws, kept):
    bench = open_window()
    dialog = bench.office_tasks.open_settings()
    assert dialog.language.currentText() == "ไทย"
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_Down)
    dialog.accept()
    assert wanted(kept) == ENGLISH
    again = bench.office_tasks.open_settings()
    assert again.language.currentText() == "English"
    again.reject()


def test_settings_that_are_given_up_leave_the_language(open_window, kept):
    dialog = open_window().office_tasks.open_settings()
    QTest.keyClick(dialog.language, Qt.Key.Key_Down)
    dialog.reject()
    assert wanted(kept) == THAI


@pytest.mark.parametrize(("answer", "language"), [("English", ENGLISH), ("ไทย", THAI), (None, THAI)])
def test_the_menu_asks_in_both_languages(open_window, kept, answer, language):
    bench = open_window()
    commands(bench)["language"]()
    (box,) = bench.window.findChildren(QMessageBox)
    assert "next time" in box.text()
    if answer is None:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    else:
        next(button for button in box.buttons() if button.text() == answer).click()
    assert wanted(kept) == language


def test_the_first_page_leads_to_the_language_in_words_of_both(qtbot, look):
    page = StartPage()
    qtbot.addWidget(page)
    for known in (Office(), Office(name="เทศบาลตำบลตัวอย่าง")):
        page.set_office(known)
        page.show()
        assert page.language.isVisible()
        assert "Language" in page.language.text()
        with qtbot.waitSignal(page.language_wanted):
            QTest.keyClick(page.language, Qt.Key.Key_Space)


def test_the_dialog_alone_tells_no_change(qtbot, look):
    dialog = SettingsDialog(Office(), ("Sarabun",), language=ENGLISH)
    qtbot.addWidget(dialog)
    assert dialog.language.changed == ""
