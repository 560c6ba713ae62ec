"""A backup on a stick, work lost after it, and all of it back: with the keyboard alone, with the mouse."""

from contextlib import closing
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QMessageBox

from desktop_app.actions import backups, office, reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from desktop_app.drives import Drive, Kind
from tests.journeys.clerk import Keys, Mouse, close_window, open_window
from ui.backup.backup_dialog import DONE, TAKE_OUT, BackupDialog
from ui.backup.questions import QuestionsDialog
from ui.backup.restore_dialog import RestoreDialog


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The only stick of this PC."""
    (tmp_path / "E").mkdir()
    drive = Drive(tmp_path / "E", "SAMNAKPLAD", "AB12-CD34", Kind.STICK, 12_300_000_000, 16_000_000_000)
    for kind in (BackupDialog, RestoreDialog):
        monkeypatch.setattr(f"{kind.__module__}.{kind.__name__}", partial(kind, drives=lambda: [drive]))
    return drive


@pytest.fixture(params=[Keys, Mouse], ids=["keys", "mouse"])
def hands(request, qapp, surroundings, tmp_path, stick):
    """The program over an office with one report of one row."""
    database = tmp_path / "office.db"
    with closing(open_workspace(database)) as ws:
        office.set_office(ws, "name", "เทศบาลตำบลตัวอย่าง")
        report = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, report, 0, [{"measure": "ก่อนสำรอง"}])
    hands = open_window(database, request.param)
    yield hands
    close_window(hands)


def measure(hands):
    return hands.launch.bench.session.report.rows[0].cells["measure"]


def back_up(hands):
    hands.choose("back_up")
    hands.dialog(BackupDialog)
    dialog = hands.launch.window.findChild(BackupDialog)
    hands.until(lambda: dialog.main.isEnabled(), "the stick found")
    hands.answer()
    hands.until(lambda: dialog.outcome.isVisible(), "the backup proven")
    assert dialog.outcome.text() == f"{DONE}  {TAKE_OUT}"
    hands.answer()
    hands.back()


def open_restore(hands):
    hands.choose("restore")
    hands.dialog(RestoreDialog)
    dialog = hands.launch.window.findChild(RestoreDialog)
    hands.until(lambda: dialog.comparison is not None, "what the backup holds")
    return dialog


def test_work_lost_after_a_backup_comes_back_from_the_stick(hands, stick):
    back_up(hands)
    session = hands.launch.bench.session
    report = session.report
    session.attempt(lambda: rows.set_cell(session.workspace, report.id, report.rows[0].id, "measure", "ผิด"))
    assert measure(hands) == "ผิด"
    open_restore(hands)
    hands.press("กู้คืนทั้งหมด")
    hands.dialog(QMessageBox)
    hands.press("กู้คืนทั้งหมด")
    hands.back()
    hands.until(lambda: session.report is not None, "the report open again")
    assert measure(hands) == "ก่อนสำรอง"
    assert "กู้คืนข้อมูลแล้ว" in hands.launch.bench.notice.sentence
    assert backups.last_backup(session.workspace.store.path).folder == str(stick.root)


def test_one_report_comes_in_once_more_when_told_to(hands):
    back_up(hands)
    workspace = hands.launch.bench.session.workspace
    dialog = open_restore(hands)
    hands.field("รายงานในชุดสำรอง")
    tick(hands, dialog)
    assert dialog.checked
    hands.press("นำเข้าเฉพาะที่เลือก")
    hands.dialog(QuestionsDialog)
    questions = dialog.findChild(QuestionsDialog)
    choice = questions.findChild(QComboBox)
    if isinstance(hands, Keys):
        hands.field(choice.accessibleName())
        hands.type("น")
    else:
        choice.setCurrentIndex(1)
    assert choice.currentIndex() == 1
    hands.answer()
    hands.back()
    hands.until(lambda: len(reports.list_reports(workspace)) == 2, "the report in")
    assert measure(hands) == "ก่อนสำรอง"


def tick(hands, dialog):
    """Tick the first report of the bundle."""
    if isinstance(hands, Keys):
        hands.key(Qt.Key.Key_Home)
        hands.key(Qt.Key.Key_Space)
        return
    place = dialog.reports.visualItemRect(dialog.reports.item(0, 0))
    hands.click(dialog.reports.viewport(), QPoint(place.left() + 19, place.center().y()))
