"""Restoring and bringing reports in through the window: what is seen before, and what stands there after."""

from contextlib import closing

import pytest

from desktop_app.actions import backups, office, reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.notes import Notes, write_notes
from desktop_app.domain.report import Round
from tests.ui.window.conftest import bench, open_window  # noqa: F401 — the window of the tests


@pytest.fixture
def bundle(ws, report, stick, bench):  # noqa: F811
    """A bundle of the office with its one report."""
    rows.add_rows(ws, report.id, 0, [{"measure": "ของเดิม"}])
    bench.open_report(report.id)
    return backups.back_up(ws.store.path, stick.root).path


@pytest.fixture
def ask(qtbot, monkeypatch, stick):
    """Open the dialog over a window and wait for what it finds."""
    from ui.window import backup_tasks

    plain_dialog = backup_tasks.RestoreDialog
    monkeypatch.setattr(
        backup_tasks, "RestoreDialog", lambda *told: plain_dialog(*told, drives=lambda: [stick])
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


def test_a_week_without_a_backup_is_told_with_the_way_to_make_one(bench, ws):  # noqa: F811
    bench.backups.remind()
    assert "ยังไม่เคยสำรองข้อมูล" in bench.notice.sentence
    assert bench.notice.do.isVisible()
    bench.notice.clear()
    write_notes(ws.store.path, Notes(made_at=ws.clock()))
    bench.backups.remind()
    assert bench.notice.sentence == ""


def test_todays_bundle_is_made_beside_the_window(qtbot, bench, ws):  # noqa: F811
    bench.backups.keep_daily()
    bench.report_tasks.jobs.wait()
    qtbot.waitUntil(lambda: not bench.report_tasks.jobs.running)
    assert len(list((ws.store.path.parent / "banthuek-backups").glob("*.zip"))) == 1
