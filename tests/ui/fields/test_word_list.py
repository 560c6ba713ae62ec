"""A list of words lets whoever types go on typing, and lies where it can be read."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.fields.word_list import Offer, WordList

OFFERS = [Offer("กองคลัง"), Offer("กองช่าง"), Offer("ต.ค. - ธ.ค. ๖๖", "ไตรมาสที่ ๑")]
CARET = QRect(20, 30, 1, 20)


@pytest.fixture
def words(qtbot, look):
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(600, 400)
    place.show()
    shown = WordList(place)
    shown.kept = place
    shown.told = []
    shown.taken.connect(shown.told.append)
    return shown


def took(words, key, held=Qt.KeyboardModifier.NoModifier):
    return words.took(QKeyEvent(QEvent.Type.KeyPress, key, held))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up])
def test_until_a_line_is_chosen_the_keys_are_those_of_the_field(words, key):
    words.offer(OFFERS, CARET)
    assert not took(words, key)
    assert words.told == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_chosen_line_is_taken_by_enter_or_tab(words, key):
    words.offer(OFFERS, CARET)
    assert took(words, Qt.Key.Key_Down)
    assert took(words, Qt.Key.Key_Down)
    assert took(words, key)
    assert words.told == ["กองช่าง"]
    assert words.isHidden()


def test_what_was_asked_for_is_taken_at_once(words):
    words.offer(OFFERS, CARET, first_chosen=True)
    took(words, Qt.Key.Key_Return)
    assert words.told == ["กองคลัง"]


def test_escape_puts_only_the_list_away(words):
    words.offer(OFFERS, CARET)
    assert took(words, Qt.Key.Key_Escape)
    assert not took(words, Qt.Key.Key_Escape)


def test_the_mouse_takes_a_line_without_its_note(words):
    words.offer(OFFERS, CARET)
    line = words.visualItemRect(words.item(2))
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert words.told == ["ต.ค. - ธ.ค. ๖๖"]


def test_keys_with_alt_or_ctrl_are_none_of_the_lists(words):
    words.offer(OFFERS, CARET, first_chosen=True)
    assert not took(words, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("caret", [CARET, QRect(590, 370, 1, 20), QRect(300, 190, 1, 20)])
def test_the_list_hides_neither_the_line_that_is_typed_nor_itself(words, caret):
    words.offer([Offer(f"คำที่ {at}") for at in range(20)], caret)
    assert words.parentWidget().rect().contains(words.geometry())
    assert not words.geometry().contains(caret.center())


def test_nothing_to_offer_hides_it(words):
    words.offer(OFFERS, CARET)
    words.offer([], CARET)
    assert words.isHidden()
