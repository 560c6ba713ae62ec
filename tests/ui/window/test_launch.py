"""The start: a frame at once, then words that say what is going on, then the work."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from desktop_app.errors import KnownError
from ui.window.launch import Launch


class Alone(QObject):
    """A guard with nobody else around."""

    raise_wanted = Signal()

    def listen(self):
        """Hear nothing."""


@pytest.fixture
def start(qtbot, look, tmp_path):
    told = []
    made = Launch(tmp_path / "a.db", Alone(), lambda sentence, _then: told.append(sentence))
    made.told = told
    yield made
    if made.bench is not None:
        made.bench.leave()
    made.window.deleteLater()


def test_the_frame_says_that_it_opens_before_the_work_begins(start, qtbot, monkeypatch):
    monkeypatch.setattr(start, "open", lambda: None)
    start.window.show()
    qtbot.waitUntil(lambda: start.window.centralWidget() is not None)
    words = [label.text() for label in start.window.middle.findChildren(QLabel)]
    assert words == ["กำลังเปิดข้อมูล…"]


def test_the_work_takes_the_place_of_the_words(start, qtbot):
    start.window.show()
    qtbot.waitUntil(lambda: start.bench is not None)
    qtbot.waitUntil(lambda: "กำลังเปิดข้อมูล…" not in said(start.window.middle))
    assert start.told == []


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_window_that_is_never_painted_begins_all_the_same(start, qtbot):
    start._unseen.setInterval(1)
    qtbot.waitUntil(lambda: start.bench is not None)
    assert not start.window.isVisible()


def test_nothing_of_the_office_is_shown_when_it_cannot_be_told_whether_a_password_is_set(
    start, qtbot, monkeypatch
):
    def fail(_workspace):
        raise KnownError("อ่านไม่ได้")

    monkeypatch.setattr("desktop_app.actions.start_password.has_password", fail)
    start.window.show()
    qtbot.waitUntil(lambda: bool(start.told))
    assert start.bench is None
