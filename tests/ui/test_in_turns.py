"""Long work on the window's thread: short work is done at once, longer work behind a sign that stops it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.actions.pieces import Done, at_once
from desktop_app.errors import KnownError
from ui import in_turns
from ui.in_turns import InTurns
from ui.work_sign import WorkSign


class Heard:
    """What came of the work."""

    def __init__(self, work):
        self.told = []
        work.finished.connect(lambda answer: self.told.append(("finished", answer)))
        work.failed.connect(lambda sentence: self.told.append(("failed", sentence)))
        work.stopped.connect(lambda: self.told.append(("stopped",)))


@pytest.fixture
def window(qtbot, look):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def work(window):
    def make(pieces):
        sign = WorkSign("ทดสอบ", "กำลังทำชิ้น", "หยุด", window)
        made = InTurns(pieces, sign, window)
        return made, sign, Heard(made)

    return make


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(in_turns, "PATIENCE_S", 0.0)


def counting(count, closed=None, fault=None):
    try:
        for at in range(count):
            yield Done(at, count)
        if fault:
            raise fault
    except GeneratorExit:
        closed.append(True)
        raise
    return count


def endless(closed):
    try:
        while True:
            yield Done(1, 3)
    except GeneratorExit:
        closed.append(True)
        raise


def test_short_work_is_done_at_once_and_shows_nothing(work):
    made, sign, heard = work(counting(5))
    made.start()
    assert heard.told == [("finished", 5)]
    assert not sign.isVisible()


def test_longer_work_goes_on_behind_a_sign_that_tells_how_far_it_is(work, impatient, qtbot):
    made, sign, heard = work(counting(500))
    made.start()
    assert sign.isVisible()
    assert heard.told == []
    qtbot.waitUntil(lambda: heard.told == [("finished", 500)])


def test_the_sign_stops_the_work_by_keys_and_it_takes_back_what_it_did(work, impatient, qtbot):
    closed = []
    made, sign, heard = work(endless(closed))
    made.start()
    qtbot.waitUntil(lambda: "๒ จาก ๓" in sign.words.text())
    QTest.keyClick(sign, Qt.Key.Key_Escape)
    assert heard.told == [("stopped",)]
    assert closed == [True]
    QApplication.processEvents()
    assert heard.told == [("stopped",)]


@pytest.mark.parametrize("patience", [0.0, 60.0])
def test_a_foreseen_fault_is_told(work, monkeypatch, patience, qtbot):
    monkeypatch.setattr(in_turns, "PATIENCE_S", patience)
    made, _sign, heard = work(counting(3, fault=KnownError("อ่านไม่ได้ กรุณาลองใหม่")))
    made.start()
    qtbot.waitUntil(lambda: heard.told == [("failed", "อ่านไม่ได้ กรุณาลองใหม่")])


def test_all_pieces_can_be_done_without_a_window():
    assert at_once(counting(4)) == 4


def unable(closed):
    try:
        while True:
            yield Done(1, 3)
    except GeneratorExit:
        closed.append(True)
        raise KnownError("ดิสก์เต็ม กรุณาลบไฟล์ที่ไม่ใช้") from None


def test_what_cannot_be_taken_back_is_told(work, impatient, qtbot):
    closed = []
    made, sign, heard = work(unable(closed))
    made.start()
    qtbot.waitUntil(lambda: "๒ จาก ๓" in sign.words.text())
    sign.reject()
    assert (closed, heard.told) == ([True], [("failed", "ดิสก์เต็ม กรุณาลบไฟล์ที่ไม่ใช้")])
