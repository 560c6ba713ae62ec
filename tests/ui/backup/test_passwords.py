"""A password of a backup in the window: chosen with the plain word of what forgetting means, asked later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import backups, reports, rows
from desktop_app.actions.recovering import Examined
from desktop_app.backup.reading import peek
from tests.ui.window import walking
from tests.ui.window.conftest import bench, open_window  # noqa: F401 — the window of the tests
from ui.backup.backup_dialog import BackupDialog
from ui.backup.questions import QuestionsDialog
from ui.recovery.dialog import RecoveryDialog
from ui.thai_text import plain

PASSWORD = "a safe Word 42!"


@pytest.fixture
def dialog(qtbot, look, ws, report, stick):
    made = BackupDialog(ws.store.path, drives=lambda: [stick])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.chosen == stick.root)
    yield made
    made.work.wait()
    made.reject()


@pytest.fixture
def locked(ws, report, stick, bench):  # noqa: F811
    rows.add_rows(ws, report.id, 0, [{"measure": "ของเดิม"}])
    bench.open_report(report.id)
    return backups.back_up(ws.store.path, stick.root, password=PASSWORD).path


def test_what_forgetting_means_is_said_where_a_password_is_chosen(dialog):
    assert not dialog.password.told.isVisible()
    dialog.password.wanted.setFocus()
    QTest.keyClick(dialog.password.wanted, Qt.Key.Key_Space)
    assert dialog.password.field.hasFocus()
    assert "ถ้าลืมรหัสผ่าน จะเปิดชุดสำรองนี้ไม่ได้อีกเลย" in plain(dialog.password.told.text())
    walking.settle()
    assert walking.clipped(dialog) == []
    assert walking.nameless(dialog) == []


def test_a_backup_is_locked_by_the_password_typed(qtbot, dialog):
    dialog.password.wanted.setChecked(True)
    QTest.keyClicks(dialog.password.field, PASSWORD)
    with qtbot.waitSignal(dialog.made, timeout=20_000) as made:
        dialog.main.click()
    assert peek(made.args[0].path).locked
    assert peek(made.args[0].path, PASSWORD.encode()).reports


def test_a_password_that_is_too_short_is_told_and_nothing_is_written(qtbot, dialog, stick):
    dialog.password.wanted.setChecked(True)
    QTest.keyClicks(dialog.password.field, "short")
    with qtbot.waitSignal(dialog.work.failed, timeout=20_000):
        dialog.main.click()
    assert "รหัสผ่าน" in plain(dialog.status.text())
    assert not list(stick.root.iterdir())
    assert dialog.password.field.isEnabled()


def test_after_a_password_that_cannot_be_one_the_next_is_typed_at_once(qtbot, dialog):
    dialog.password.wanted.setChecked(True)
    QTest.keyClicks(dialog.password.field, "short")
    with qtbot.waitSignal(dialog.work.failed, timeout=20_000):
        QTest.keyClick(dialog.password.field, Qt.Key.Key_Return)
    assert "๘ ถึง ๙๙ ตัว" in plain(dialog.status.text())
    QTest.keyClicks(QApplication.focusWidget(), "er no more")
    assert dialog.password.field.text() == "shorter no more"


@pytest.fixture
def ask(qtbot, monkeypatch, stick):
    from ui.backup import restore_dialog

    plain_dialog = restore_dialog.RestoreDialog
    monkeypatch.setattr(
        restore_dialog, "RestoreDialog", lambda *told: plain_dialog(*told, drives=lambda: [stick])
    )

    def open_dialog(window):
        made = window.backups.restore("")
        qtbot.waitUntil(made.line.isVisible, timeout=20_000)
        return made

    return open_dialog


def give(qtbot, dialog, password):
    dialog.line.field.clear()
    QTest.keyClicks(dialog.line.field, password)
    QTest.keyClick(dialog.line.field, Qt.Key.Key_Return)


def test_a_locked_backup_asks_for_its_password_then_shows_and_restores(
    qtbot,
    locked,
    bench,  # noqa: F811
    report,
    ask,
):
    ws = bench.session.workspace
    (row,) = reports.load_report(ws, report.id).rows
    rows.set_cell(ws, report.id, row.id, "measure", "แก้ภายหลัง")
    dialog = ask(bench)
    assert "ตั้งรหัสผ่านไว้" in dialog.bundles.item(0).text()
    assert not dialog.main.isEnabled()
    give(qtbot, dialog, "not this one")
    qtbot.waitUntil(lambda: "ไม่ตรง" in plain(dialog.status.text()), timeout=20_000)
    give(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(lambda: dialog.comparison is not None, timeout=20_000)
    assert not dialog.line.isVisible()
    assert dialog.reports.hasFocus()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        dialog.main.click()
    assert bench.session.report.rows[0].cells["measure"] == "ของเดิม"


def test_a_report_is_brought_in_out_of_a_locked_backup(qtbot, locked, bench, report, ask):  # noqa: F811
    dialog = ask(bench)
    give(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(lambda: dialog.comparison is not None, timeout=20_000)
    dialog.reports.item(0, 0).setCheckState(Qt.CheckState.Checked)
    dialog.some.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QuestionsDialog)), timeout=20_000)
    (question,) = dialog.findChildren(QuestionsDialog)
    question.reports[0].setCurrentIndex(1)
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        question.accept()
    assert len(reports.list_reports(bench.session.workspace)) == 2


def test_a_locked_backup_can_stand_beside_damaged_data(qtbot, locked, ws, look):
    database = locked.parent.parent / "damaged" / "banthuek.db"
    database.parent.mkdir()
    database.write_bytes(bytes(4096 * 4))
    dialog = RecoveryDialog(database)
    qtbot.addWidget(dialog, before_close_func=lambda each: each.done(0))
    with qtbot.waitSignal(dialog.examined_now, timeout=20_000):
        dialog.show()
    assert dialog.examined == Examined(None, None)
    dialog.choose_bundle(locked)
    qtbot.waitUntil(dialog.line.isVisible, timeout=20_000)
    give(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(dialog.use_bundle.isEnabled, timeout=20_000)
