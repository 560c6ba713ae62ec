"""The window of an office whose database is damaged: both sides, one choice, by the keyboard alone."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import backups, reports, rows
from desktop_app.actions.damage import find_damage, wants_a_look
from desktop_app.actions.workspace import open_workspace, utc_now
from desktop_app.domain.report import Round
from desktop_app.places import bundles_folder
from tests.ui.window import walking
from tests.ui.window.test_all_words import check_names, check_words
from ui.recovery.dialog import NO_BUNDLE, NOTHING_AT_ALL, RecoveryDialog
from ui.thai_text import plain
from ui.window.health import Health
from ui.window.launch import DAMAGED, Launch
from ui.window.leaving import Leaving

PAGE = 4096
PASSWORD = "a safe Word 42!"


class Alone(QObject):
    """A guard with nobody else around."""

    raise_wanted = Signal()

    def listen(self):
        """Hear nothing."""


@pytest.fixture
def database(tmp_path):
    """An office with two reports, one of them younger than the bundle beside it."""
    path = tmp_path / "here" / "banthuek.db"
    with closing(open_workspace(path)) as ws:
        one = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, one, 0, [{"measure": "ก่อนสำรอง"}])
        backups.keep_before(path, backups.Reason.DAILY)
        two = reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, two, 0, [{"measure": "หลังสำรอง"}])
    return path


def damage(database, table="office"):
    with closing(sqlite3.connect(database)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * PAGE)
        file.write(bytes(PAGE))


@pytest.fixture
def show(qtbot, look, database):
    """Show the dialog and wait until both sides are there."""

    def show_it():
        dialog = RecoveryDialog(database)
        qtbot.addWidget(dialog, before_close_func=lambda each: each.done(0))
        with qtbot.waitSignal(dialog.examined_now, timeout=20_000):
            dialog.show()
        return dialog

    return show_it


def cells(dialog):
    return [
        tuple(dialog.table.item(row, column).text() for column in range(3))
        for row in range(dialog.table.rowCount())
    ]


def test_both_sides_are_shown_with_what_is_newer(show, database):
    damage(database)
    dialog = show()
    told = cells(dialog)
    assert ("รายงาน", "๒", "๑") in told
    assert ("แถวในตาราง", "๒", "๑") in told
    bold = [row for row in range(len(told)) if dialog.table.item(row, 1).font().bold()]
    assert len(bold) == 1
    assert told[bold[0]][2] == "—"
    assert dialog.use_recovered.isDefault()


def test_enter_takes_what_is_suggested_and_nothing_is_left_but_what_is_kept(show, database, qtbot):
    damage(database)
    dialog = show()
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        QTest.keyClick(QApplication.focusWidget() or dialog.use_recovered, Qt.Key.Key_Return)
    assert str(dialog.aside) in dialog.outcome()
    with closing(open_workspace(database)) as ws:
        assert len(reports.list_reports(ws)) == 2
    assert not list(database.parent.glob(".banthuek*"))


def test_the_bundle_can_be_taken_instead_and_what_was_read_is_kept(show, database, qtbot):
    damage(database)
    dialog = show()
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.use_bundle.click()
    with closing(open_workspace(database)) as ws:
        assert len(reports.list_reports(ws)) == 1
    (kept,) = dialog.aside.glob("*.zip")
    assert len(backups.verify(kept, dialog.aside).reports) == 2


def test_leaving_changes_nothing(show, database):
    damage(database)
    before = {path: path.read_bytes() for path in database.parent.rglob("*") if path.is_file()}
    dialog = show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert {path: path.read_bytes() for path in database.parent.rglob("*") if path.is_file()} == before
    assert not list(database.parent.glob(".banthuek*"))


def test_without_a_bundle_one_is_asked_for_and_taken_from_anywhere(show, database, tmp_path, qtbot):
    stick = shutil.move(bundles_folder(database), tmp_path / "stick")
    database.write_bytes(bytes(8 * PAGE))
    dialog = show()
    assert dialog.status.text().replace("\u200b", "") == NOTHING_AT_ALL
    assert not dialog.use_bundle.isEnabled()
    assert not dialog.use_recovered.isEnabled()
    (bundle,) = stick.iterdir()
    with qtbot.waitSignal(dialog.examined_now, timeout=20_000):
        dialog.choose_bundle(bundle)
    assert dialog.use_bundle.isDefault()
    with qtbot.waitSignal(dialog.work.failed, timeout=20_000):
        dialog.choose_bundle(database)
    assert "ไม่ใช่ชุดสำรอง" in dialog.status.text().replace("\u200b", "")
    assert dialog.use_bundle.isEnabled()


def test_without_a_bundle_what_was_read_can_be_taken(show, database):
    shutil.rmtree(bundles_folder(database))
    damage(database)
    dialog = show()
    assert dialog.status.text().replace("\u200b", "") == NO_BUNDLE
    assert dialog.use_recovered.isEnabled()
    assert not dialog.use_bundle.isEnabled()


@pytest.fixture
def locked(database):
    """A backup with a password, newer than the bundle without one."""
    folder = bundles_folder(database)
    made = backups.back_up(database, folder, password=PASSWORD, clock=lambda: utc_now() + timedelta(hours=1))
    with closing(open_workspace(database)) as ws:
        reports.create_report(ws, "memo", 2565, Round.TWELVE_MONTHS)
    return made.path


def test_a_newer_backup_with_a_password_is_told_of_and_shown_once_that_is_typed(
    show, database, locked, qtbot
):
    damage(database)
    dialog = show()
    assert "ตั้งรหัสผ่านไว้" in plain(dialog.status.text())
    assert ("รายงาน", "๓", "๑") in cells(dialog)
    assert dialog.line.isVisible()
    dialog.line.field.setFocus()
    QTest.keyClicks(dialog.line.field, "not this one")
    with qtbot.waitSignal(dialog.work.done, timeout=20_000):
        QTest.keyClick(dialog.line.field, Qt.Key.Key_Return)
    assert "ไม่ตรง" in plain(dialog.status.text())
    assert dialog.aside is None, "Enter in the field takes no side"
    QTest.keyClicks(dialog.line.field, PASSWORD)
    with qtbot.waitSignal(dialog.examined_now, timeout=20_000):
        QTest.keyClick(dialog.line.field, Qt.Key.Key_Return)
    assert ("รายงาน", "๓", "๒") in cells(dialog)
    assert not dialog.line.isVisible()
    assert dialog.examined.bundle.bundle == locked


def test_where_nothing_can_be_read_the_keyboard_waits_for_the_password(show, database, locked):
    for bundle in set(bundles_folder(database).iterdir()) - {locked}:
        bundle.unlink()
    database.write_bytes(bytes(8 * PAGE))
    dialog = show()
    assert QApplication.focusWidget() is dialog.line.field
    assert dialog.line.open.isDefault()
    assert not dialog.use_bundle.isEnabled()


def test_away_from_the_field_enter_takes_what_is_suggested(show, database, locked, qtbot):
    damage(database)
    dialog = show()
    dialog.line.field.setFocus()
    assert dialog.line.open.isDefault()
    dialog.use_recovered.setFocus()
    assert dialog.use_recovered.isDefault()


def test_it_is_named_reached_and_whole_also_with_longer_words(show, database):
    damage(database)
    dialog = show()
    walking.settle()
    check_words(dialog)
    check_names(dialog)
    for check in (walking.nameless, walking.clipped, walking.never_reached):
        assert check(dialog) == []
    walking.make_longer(dialog)
    walking.give_room(dialog)
    walking.settle()
    assert walking.clipped(dialog) == []


@pytest.fixture
def start(qtbot, look, database):
    """Start the program on the database."""
    told, made = [], []

    def start_it():
        launch = Launch(database, Alone(), lambda sentence, _then: told.append(sentence))
        launch.told = told
        made.append(launch)
        launch.window.show()
        return launch

    yield start_it
    for launch in made:
        launch.close()
        if launch.bench is not None:
            launch.bench.leave()
        launch.window.deleteLater()


def asked(qtbot):
    """The dialog that is on the screen, once both sides are there."""
    qtbot.waitUntil(lambda: bool(shown()) and shown()[0].examined is not None, timeout=20_000)
    return shown()[0]


def shown():
    widgets = QApplication.topLevelWidgets()
    return [each for each in widgets if isinstance(each, RecoveryDialog) and each.isVisible()]


def test_a_start_on_a_damaged_database_leads_to_the_choice_and_on_to_the_work(start, database, qtbot):
    with database.open("r+b") as file:
        file.write(b"\xff" * 100)
    launch = start()
    dialog = asked(qtbot)
    assert launch.bench is None
    dialog.use_recovered.click()
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)
    assert launch.told == []
    assert len(reports.list_reports(launch.bench.session.workspace)) == 2
    assert "ไฟล์ที่เสียหายเก็บไว้ที่" in launch.bench.notice.sentence
    assert launch.window.isVisible()


def test_damage_that_only_shows_page_by_page_is_found_after_the_start_and_told(start, database, qtbot):
    damage(database, "photo")
    launch = start()
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)
    launch._health.look()
    qtbot.waitUntil(lambda: launch.bench.notice.sentence == DAMAGED, timeout=20_000)
    launch.bench.notice.do.click()
    dialog = asked(qtbot)
    dialog.use_recovered.click()
    first = launch.bench
    qtbot.waitUntil(lambda: launch.bench is not first, timeout=20_000)
    assert find_damage(database, lambda: False) is False


def test_what_is_not_saved_keeps_the_window_open_before_it_is_recovered(start, database, qtbot, monkeypatch):
    launch = start()
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)
    monkeypatch.setattr(Leaving, "may_close", lambda _: False)
    launch._leave_to_recover()
    assert not shown()
    monkeypatch.undo()


def test_a_whole_database_is_looked_over_and_nothing_said(start, database, qtbot):
    launch = start()
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)
    with qtbot.waitSignal(launch._health.looked, timeout=20_000) as looked:
        launch._health.look()
    assert looked.args == [False]
    assert launch.bench.notice.sentence != DAMAGED


def test_looking_over_ends_with_the_program(database, qapp):
    health = Health(database)
    health.begin()
    health.close()
    assert not health._wait.isActive()


def test_a_large_database_is_looked_over_only_after_an_unclean_end(database, monkeypatch):
    assert wants_a_look(database)
    monkeypatch.setattr("desktop_app.actions.damage.SMALL", 1000)
    assert not wants_a_look(database)
    database.with_name("banthuek.db-wal").write_bytes(b"x")
    assert wants_a_look(database)
    assert not wants_a_look(database.with_name("none.db"))
