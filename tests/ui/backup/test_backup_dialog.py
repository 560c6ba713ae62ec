"""A clerk backs up with a stick in the hand: what is offered, told, stopped and remembered."""

import errno
import threading
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bench.faulty.media import FaultyMedium, error
from desktop_app.actions import backups
from desktop_app.backup.making import make_bundle
from desktop_app.backup.notes import Notes, write_notes
from desktop_app.drives import Drive, Kind
from ui.backup import backup_dialog
from ui.backup.backup_dialog import DONE, TAKE_OUT, BackupDialog
from ui.backup.restore_dialog import RestoreDialog
from ui.thai_text import plain


@pytest.fixture
def plugged(stick, disk):
    """The drives that are there, to be changed by a test."""
    return [disk, stick]


@pytest.fixture
def dialog(qtbot, look, ws, report, plugged):
    made = BackupDialog(ws.store.path, drives=lambda: list(plugged))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.places.count() == len(plugged))
    yield made
    made.work.wait()
    made.reject()


def words(dialog):
    return [dialog.places.item(row).text() for row in range(dialog.places.count())]


def test_sticks_come_first_and_one_is_chosen_with_its_free_room(dialog, stick):
    assert words(dialog)[0].startswith("แฟลชไดรฟ์ สำนักปลัด")
    assert "ว่าง ๑๒.๓ GB" in words(dialog)[0]
    assert dialog.chosen == stick.root


def test_a_stick_that_is_plugged_in_appears_by_itself_and_one_that_goes_leaves(
    qtbot, dialog, plugged, stick, tmp_path
):
    other = replace(stick, root=tmp_path, label="กองคลัง", serial="1")
    plugged.append(other)
    dialog.look()
    qtbot.waitUntil(lambda: dialog.places.count() == 3)
    assert dialog.chosen == stick.root
    plugged[:] = [other]
    dialog.look()
    qtbot.waitUntil(lambda: dialog.places.count() == 1)
    assert dialog.chosen == other.root


def test_closing_does_not_wait_for_a_stick_that_sleeps(qtbot, look, ws, report):
    woken, answered = threading.Event(), []

    def sleeping():
        woken.wait(30)
        answered.append(True)
        return []

    dialogs = [kind(ws.store.path, drives=sleeping) for kind in (BackupDialog, RestoreDialog)]
    for dialog in dialogs:
        dialog.show()
        dialog.reject()
        assert not dialog.isVisible()
        shiboken6.delete(dialog)
    assert not answered
    woken.set()
    qtbot.waitUntil(lambda: len(answered) == 2)


def test_the_offices_own_stick_is_known_again_by_its_serial(qtbot, ws, report, look, stick, disk, tmp_path):
    again = Drive(tmp_path, "ชื่อใหม่", stick.serial, Kind.STICK, 1, 1)
    other = replace(stick, serial="9")
    write_notes(ws.store.path, Notes(serial=stick.serial))
    dialog = BackupDialog(ws.store.path, drives=lambda: [other, disk, again])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.places.count() == 3)
    assert "ใช้ครั้งก่อน" in words(dialog)[0]
    assert dialog.chosen == again.root
    dialog.reject()


def test_success_is_said_only_when_the_bundle_was_proven_by_keyboard_alone(qtbot, dialog, stick):
    assert DONE not in dialog.outcome.text()
    with qtbot.waitSignal(dialog.made) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.outcome.isHidden()
    assert dialog.outcome.text() == f"{DONE}  {TAKE_OUT}"
    (made,) = told.args
    assert made.path.parent == stick.root
    backups.verify(made.path, stick.root)


def test_what_went_wrong_is_told_and_never_called_a_success(qtbot, dialog, stick, monkeypatch):
    full = FaultyMedium(at=6, fault=error(errno.ENOSPC))
    monkeypatch.setattr(backups, "make_bundle", lambda *told, **_named: make_bundle(*told[:4], full, told[5]))
    with qtbot.waitSignal(dialog.work.failed):
        dialog.back_up()
    assert "ที่ว่างในไดรฟ์ไม่พอ" in plain(dialog.status.text()).replace("\u200b", "")
    assert dialog.outcome.isHidden()
    assert dialog.main.isEnabled()
    assert list(stick.root.iterdir()) == []


def test_it_can_be_stopped_with_escape_and_leaves_nothing(qtbot, dialog, stick, monkeypatch):
    waiting = []
    back_up = backups.back_up

    def slow(*told, watch, **more):
        waiting.append(1)
        while not watch.stopped():
            pass
        return back_up(*told, watch=watch, **more)

    monkeypatch.setattr(backup_dialog.backups, "back_up", slow)
    dialog.back_up()
    qtbot.waitUntil(lambda: bool(waiting))
    assert dialog.leave.text() == "หยุด"
    with qtbot.waitSignal(dialog.work.stopped):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert list(stick.root.iterdir()) == []


def test_any_folder_can_be_the_place(qtbot, dialog, tmp_path):
    folder = tmp_path / "ที่อื่น"
    folder.mkdir()
    dialog.choose_folder(folder)
    with qtbot.waitSignal(dialog.made):
        dialog.back_up()
    assert len(list(folder.glob("*.zip"))) == 1
    assert dialog.outcome.text() == DONE, "nothing is to be taken out"


def test_without_a_stick_it_says_what_to_do(qtbot, ws, report, look):
    dialog = BackupDialog(ws.store.path, drives=lambda: [])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.status.text()))
    assert "เสียบแฟลชไดรฟ์" in dialog.status.text().replace("\u200b", "")
    assert not dialog.main.isEnabled()
    dialog.reject()
