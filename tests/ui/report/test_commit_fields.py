"""Fields save themselves, and never fight with the hands that type."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.report import commit
from ui.report.fields import ChoiceBox, CommitLine, CommitText
from ui.report.opinion_field import PHRASES, OpinionField


@pytest.fixture(autouse=True)
def _look(look):
    pass


@pytest.fixture
def shown(qtbot):
    """Show fields in a window, with one more to go to."""

    kept = []

    def show(*fields):
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        window.other = QLineEdit()
        for field in (*fields, window.other):
            column.addWidget(field)
        window.show()
        window.activateWindow()
        fields[0].setFocus()
        qtbot.waitUntil(fields[0].hasFocus)
        return window

    return show


def heard(field):
    told = []
    field.committed.connect(told.append)
    return told


@pytest.mark.parametrize("kind", [CommitLine, CommitText])
def test_a_field_is_committed_when_it_is_left(shown, type_thai, kind):
    field = kind()
    window = shown(field)
    told = heard(field)
    type_thai(field, "ที่ทำการ")
    assert told == []
    window.other.setFocus()
    assert told == ["ที่ทำการ"]


@pytest.mark.parametrize("kind", [CommitLine, CommitText])
def test_a_field_is_committed_when_the_typing_pauses(qtbot, shown, type_thai, monkeypatch, kind):
    monkeypatch.setattr(commit, "PAUSE_MS", 20)
    field = kind()
    shown(field)
    told = heard(field)
    type_thai(field, "ปี")
    qtbot.waitUntil(lambda: told == ["ปี"])
    assert field.hasFocus()


def test_enter_commits_a_line(shown, type_thai):
    field = CommitLine()
    shown(field)
    told = heard(field)
    type_thai(field, "เรียน\n")
    assert told == ["เรียน"]


def test_nothing_is_committed_when_nothing_changed(shown):
    field = CommitLine()
    window = shown(field)
    field.set_stored("เดิม")
    told = heard(field)
    window.other.setFocus()
    field.flush()
    assert told == []


def test_a_tidier_stored_form_waits_until_the_field_is_left(shown, type_thai):
    field = CommitLine()
    window = shown(field)
    field.committed.connect(lambda text: field.set_stored(text.strip()))
    type_thai(field, "งาน ")
    field.flush()
    assert field.text() == "งาน "
    type_thai(field, "นิติการ")
    assert field.text() == "งาน นิติการ"
    type_thai(field, " ")
    window.other.setFocus()
    assert field.text() == "งาน นิติการ"


def test_what_is_being_typed_is_not_replaced_by_a_refresh(shown, type_thai):
    field = CommitText()
    shown(field)
    field.set_stored("เก่า")
    field.selectAll()
    type_thai(field, "ใหม่")
    field.set_stored("เก่า")
    assert field.toPlainText() == "ใหม่"


def test_an_undone_value_is_shown_even_in_the_field_with_the_cursor(shown, type_thai):
    field = CommitLine()
    shown(field)
    type_thai(field, "ใหม่")
    field.flush()
    field.set_stored("")
    assert field.text() == ""


def test_a_text_keeps_its_cursor_when_it_is_refreshed(shown):
    field = CommitText()
    shown(field)
    field.set_stored("หนึ่งสอง")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    field.set_stored("หนึ่งสองสาม")
    assert field.textCursor().position() == 5


def test_tab_leaves_a_text_instead_of_entering_it(shown):
    field = CommitText()
    window = shown(field)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert window.other.hasFocus()
    assert field.toPlainText() == ""


def test_a_text_grows_with_its_lines_up_to_a_limit(shown):
    field = CommitText(lines=2)
    shown(field)
    small = field.height()
    field.set_stored("\n".join("บรรทัด" for _ in range(8)))
    middle = field.height()
    field.set_stored("\n".join("บรรทัด" for _ in range(60)))
    assert small < middle < field.height() < 30 * field.fontMetrics().lineSpacing()


def test_the_usual_opinion_is_one_choice_away_and_any_other_can_be_typed(shown, type_thai, qtbot):
    field = OpinionField()
    window = shown(field)
    told = heard(field)
    QTest.keyClick(field.text, Qt.Key.Key_F4)
    qtbot.waitUntil(field.menu.isVisible)
    QTest.keyClick(field.menu, Qt.Key.Key_Down)
    QTest.keyClick(field.menu, Qt.Key.Key_Return)
    assert told == ["เพื่อโปรดทราบ"]
    field.text.selectAll()
    type_thai(field.text, "เห็นควรเผยแพร่")
    window.other.setFocus()
    assert told == ["เพื่อโปรดทราบ", "เห็นควรเผยแพร่"]


def test_what_the_office_writes_most_often_is_offered_after_the_usual_phrases(shown):
    field = OpinionField()
    shown(field)
    field.set_own(["ทราบ", "ให้เผยแพร่\nบนเว็บไซต์"])
    offered = [action.text() for action in field.menu.actions() if not action.isSeparator()]
    assert offered == [*PHRASES, "ให้เผยแพร่ บนเว็บไซต์"]
    told = heard(field)
    field.menu.actions()[-1].trigger()
    assert told == ["ให้เผยแพร่\nบนเว็บไซต์"]


def test_a_closed_choice_keeps_a_word_that_came_with_an_import(shown):
    box = ChoiceBox((("", "ปกติ"), ("ด่วน", "ด่วน")))
    shown(box)
    box.set_stored("ด่วนพิเศษ")
    assert box.currentText() == "ด่วนพิเศษ"
    box.set_stored("")
    assert box.currentText() == "ปกติ"


def test_scrolling_over_a_choice_does_not_change_it(shown, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    box = ChoiceBox((("", "ปกติ"), ("ด่วน", "ด่วน")))
    shown(box)
    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.wheelEvent(wheel)
    assert box.currentData() == ""
    assert not wheel.isAccepted()
