"""What a sentence above the steps offers is taken by keys, and the keyboard comes back to its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def at():
    return QApplication.focusWidget()


def test_f12_goes_to_what_is_offered_and_back_when_it_is_taken(bench, press, qtbot):
    taken = []
    bench.editor.focus_step()
    before = at()
    bench.notice.tell("แทนที่แล้ว", "เลิกทำทั้งหมด", lambda: taken.append(True))
    press(bench, Qt.Key.Key_F12)
    qtbot.waitUntil(bench.notice.do.hasFocus)
    assert not bench.notice._leave.isActive()  # nobody is hurried
    QTest.keyClick(at(), Qt.Key.Key_Space)
    assert taken == [True]
    assert at() is before


def test_esc_puts_the_sentence_away_and_the_keyboard_back(bench, press, qtbot):
    bench.editor.focus_step()
    before = at()
    bench.notice.warn("บันทึกไม่ได้")
    press(bench, Qt.Key.Key_F12)
    qtbot.waitUntil(bench.notice.close_button.hasFocus)
    QTest.keyClick(at(), Qt.Key.Key_Escape)
    assert bench.notice.isHidden()
    assert at() is before


def test_there_is_nothing_to_go_to_while_nothing_is_told(bench):
    action = bench.window.menus.actions["go_notice"]
    bench.notice.clear()
    assert not action.isEnabled()
    bench.notice.tell("บันทึกแล้ว")
    assert action.isEnabled()


def test_a_new_sentence_takes_no_keyboard_away(bench, press, qtbot):
    bench.editor.focus_step()
    before = at()
    bench.notice.offer("มีข้อความค้าง", "ใช้", lambda: None)
    press(bench, Qt.Key.Key_F12)
    qtbot.waitUntil(bench.notice.do.hasFocus)
    bench.notice.warn("อีกเรื่อง")
    assert at() is before
