"""Restoring and bringing reports in through the window: what is seen before, and what stands there after."""

import threading
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox

from desktop_app.actions import backups, office, reports, rows
from desktop_app.actions.bringing_in import Answers, Namesake, Questions, Twin
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.notes import Notes, write_notes
from desktop_app.domain.report import Round
from tests.ui.window.conftest import bench, open_window  # noqa: F401 — the window of the tests
from ui.backup import restore_dialog
from ui.backup.questions import Asking, QuestionsDialog
from ui.backup.restore_dialog import RestoreDialog
from ui.backup.watched import WatchedWork
from ui.thai_text import plain


@pytest.fixture
def bundle(ws, report, stick, bench):  # noqa: F811
    """A bundle of the office with its one report."""
    rows.add_rows(ws, report.id, 0, [{"measure": "ของเดิม"}])
    bench.open_report(report.id)
    return backups.back_up(ws.store.path, stick.root).path


@pytest.fixture
def ask(qtbot, monkeypatch, stick):
    """Open the dialog over a window and wait for what it finds."""
    from ui.backup import restore_dialog

    plain_dialog = restore_dialog.RestoreDialog
    monkeypatch.setattr(
        restore_dialog, "RestoreDialog", lambda *told: plain_dialog(*told, drives=lambda: [stick])
    )

    def open_dialog(window):
        dialog = window.backups.restore("")
        qtbot.waitUntil(lambda: dialog.comparison is not None)
        return dialog

    return open_dialog


def standings(dialog):
    return [dialog.reports.item(row, 2).text() for row in range(dialog.reports.rowCount())]


def test_what_is_newer_here_or_there_is_seen_before_anything_is_done(bundle, bench, ws, report, ask):  # noqa: F811
    reports.create_report(ws, "memo", 2568, Round.SIX_MONTHS)
    dialog = ask(bench)
    assert standings(dialog) == ["ตรงกัน", "มีเฉพาะในเครื่อง"]
    assert dialog.main.isEnabled()
    assert not dialog.some.isEnabled()
    dialog.reject()


def test_restoring_shows_the_office_as_it_was_and_keeps_the_present(qtbot, bundle, bench, report, ask):  # noqa: F811
    ws = bench.session.workspace
    (row,) = reports.load_report(ws, report.id).rows
    rows.set_cell(ws, report.id, row.id, "measure", "แก้ภายหลัง")
    dialog = ask(bench)
    with qtbot.waitSignal(dialog.finished):
        dialog.main.click()
    assert bench.session.report.rows[0].cells["measure"] == "ของเดิม"
    assert "กู้คืนข้อมูลแล้ว" in bench.notice.sentence
    assert len(list((ws.store.path.parent / "banthuek-backups").glob("*.zip"))) == 1
    (row,) = bench.session.report.rows
    rows.set_cell(bench.session.workspace, report.id, row.id, "measure", "ทำงานต่อได้")


def test_a_damaged_bundle_is_told_and_the_work_goes_on(qtbot, bundle, bench, report, ask):  # noqa: F811
    dialog = ask(bench)
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    with qtbot.waitSignal(dialog.work.failed):
        dialog.main.click()
    assert "เสียหาย" in dialog.status.text().replace("\u200b", "")
    dialog.reject()
    assert bench.session.report.id == report.id
    assert bench.session.report.rows[0].cells["measure"] == "ของเดิม"


def test_another_offices_bundle_is_restored_only_when_that_is_ticked(qtbot, bundle, bench, ws, ask):  # noqa: F811
    office.set_office(ws, "name", "เทศบาลเมืองสมมุติ")
    dialog = ask(bench)
    assert dialog.other.isVisible()
    assert not dialog.main.isEnabled()
    dialog.other.setChecked(True)
    assert dialog.main.isEnabled()
    dialog.reject()


def test_a_colleagues_report_comes_in_beside_ones_own(qtbot, tmp_path, stick, bench, report, staff, ask):  # noqa: F811
    theirs = tmp_path / "theirs" / "banthuek.db"
    with closing(open_workspace(theirs)) as ws:
        office.set_office(ws, "name", "เทศบาลตำบลตัวอย่าง")
        made = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
        rows.add_rows(ws, made, 0, [{"measure": "ของเพื่อนร่วมงาน"}])
    backups.back_up(theirs, stick.root)
    before = reports.load_report(bench.session.workspace, report.id)
    dialog = ask(bench)
    dialog.reports.item(0, 0).setCheckState(dialog.reports.item(0, 0).checkState().Checked)
    assert dialog.some.isEnabled()
    with qtbot.waitSignal(dialog.finished):
        dialog.some.click()
    assert bench.session.report.id != report.id
    assert bench.session.report.rows[0].cells["measure"] == "ของเพื่อนร่วมงาน"
    assert reports.load_report(bench.session.workspace, report.id) == before


def test_a_week_without_a_backup_is_told_with_the_way_to_make_one(qtbot, bench, ws):  # noqa: F811
    bench.backups.remind()
    qtbot.waitUntil(lambda: not bench.backups.reminding.running)
    assert "ยังไม่เคยสำรองข้อมูล" in bench.notice.sentence
    assert bench.notice.do.isVisible()
    bench.notice.clear()
    write_notes(ws.store.path, Notes(made_at=ws.clock()))
    bench.backups.remind()
    qtbot.waitUntil(lambda: not bench.backups.reminding.running)
    assert bench.notice.sentence == ""


def test_todays_bundle_is_made_beside_the_window(qtbot, bench, ws):  # noqa: F811
    bench.backups.keep_daily()
    qtbot.waitUntil(lambda: not bench.backups.daily.running)
    assert len(list((ws.store.path.parent / "banthuek-backups").glob("*.zip"))) == 1


def test_what_a_restore_would_take_away_is_told_first(qtbot, bundle, bench, ws, ask):  # noqa: F811
    new = reports.create_report(ws, "memo", 2568, Round.SIX_MONTHS).report_id
    dialog = ask(bench)
    dialog.main.click()
    (question,) = dialog.findChildren(QMessageBox)
    assert "มีเฉพาะในเครื่อง ๑ รายงาน" in plain(question.text())
    stay = question.escapeButton()
    assert question.defaultButton() is stay
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert not dialog.work.running
    assert reports.load_report(ws, new).id == new
    dialog.main.click()
    question = next(one for one in dialog.findChildren(QMessageBox) if one.isVisible())
    with qtbot.waitSignal(dialog.finished):
        question.buttons()[0].click()
    known = {one.id for one in reports.list_reports(bench.session.workspace)}
    assert new not in known


def test_a_stick_with_bundles_that_is_plugged_in_appears_by_itself(qtbot, bundle, bench, ws, stick):  # noqa: F811
    plugged = []
    dialog = RestoreDialog(ws.store.path, drives=lambda: list(plugged))
    qtbot.addWidget(dialog)
    write_notes(ws.store.path, Notes())
    qtbot.waitUntil(lambda: dialog.drives == [])
    dialog.drives = None
    dialog.look()
    qtbot.waitUntil(lambda: dialog.bundles.count() == 0)
    plugged.append(stick)
    dialog.look()
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert "เทศบาล" in dialog.bundles.item(0).text() or "หน่วยงาน" in dialog.bundles.item(0).text()
    assert stick.label in dialog.bundles.item(0).text()
    dialog.reject()


def test_nothing_runs_on_the_database_while_it_is_another_ones(qtbot, bundle, bench, report, ask):  # noqa: F811
    bench.editor.flush()
    bench.list_refresh.request()
    bench.worker.request(bench.session.report, bench.session.form)
    dialog = ask(bench)
    with qtbot.waitSignal(dialog.finished):
        dialog.main.click()
    assert "กู้คืนข้อมูลแล้ว" in bench.notice.sentence
    assert not (bench.session.workspace.store.path.parent / "banthuek-damaged").exists()
    bench.backups.close()


def test_while_a_slow_stick_is_read_that_is_said_and_goes_again(qtbot, look, ws, report, stick, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr(restore_dialog, "LATE_MS", 0)
    monkeypatch.setattr(
        backups, "compare", lambda *told, compare=backups.compare: (go_on.wait(30), compare(*told))[1]
    )
    backups.back_up(ws.store.path, stick.root)
    dialog = RestoreDialog(ws.store.path, drives=lambda: [stick])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: plain(dialog.status.text()) == restore_dialog.LOOKING)
    assert not dialog.main.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert dialog.status.text() == ""
    dialog.reject()


def test_who_has_no_reports_yet_finds_the_way_back_on_the_first_page(open_window, tmp_path):  # noqa: F811
    workspace = open_workspace(tmp_path / "new.db")
    window = open_window(workspace=workspace)
    assert window.start.restore.isVisible()
    window.start.restore.click()
    (dialog,) = window.window.findChildren(RestoreDialog)
    assert dialog.isVisible()
    dialog.reject()


QUESTIONS = Questions(
    (Namesake("นายตัวอย่าง ดีงาม", "ปลัดเทศบาล", "รองปลัดเทศบาล"), Namesake("นางสาวสมมุติ", "", "นักวิชาการ")),
    (Twin(7, 2567, "12", "รายงานผลการดำเนินการ", True), Twin(8, 2567, "6", "รายงานกลางปี", False)),
)


def test_the_likely_answer_is_chosen_and_enter_takes_it(qtbot, look):
    dialog = QuestionsDialog(QUESTIONS)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.answers == Answers(frozenset(), frozenset({7})), "the same again is not wanted"
    told = [plain(label.text()) for label in dialog.findChildren(QLabel)]
    assert any("รายงานผลการดำเนินการ: เหมือนฉบับที่มีในเครื่อง" in words for words in told)
    assert any("รายงานกลางปี: หัวเรื่องและรอบเดียวกับ" in words and "ต่างกัน" in words for words in told)
    dialog.people[1].setCurrentIndex(1)
    dialog.reports[0].setCurrentIndex(1)
    assert dialog.answers == Answers(frozenset({QUESTIONS.namesakes[1]}), frozenset())
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_work_waits_for_the_answer_and_ends_when_the_question_is_put_away(qtbot, look):
    window = QDialog()
    qtbot.addWidget(window)
    asking, work = Asking(window), WatchedWork(window)
    for end, signal in (("accept", work.done), ("reject", work.stopped)):
        work.run(lambda _watch: asking.decide(QUESTIONS))
        qtbot.waitUntil(
            lambda: bool([one for one in window.findChildren(QuestionsDialog) if one.isVisible()])
        )
        dialog = next(one for one in window.findChildren(QuestionsDialog) if one.isVisible())
        assert work.running
        with qtbot.waitSignal(signal):
            getattr(dialog, end)()
