"""The year at a glance, through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import reports, rows
from desktop_app.domain.report import Round, Status
from ui import in_turns
from ui.overview import dialog as dialog_module
from ui.overview.bars import BarChart
from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench
from ui.work_sign import WorkSign


@pytest.fixture
def bench(qtbot, ws, look):
    window = MainWindow(ViewState(ws.store.path))
    qtbot.addWidget(window)
    window.furnish()
    made = Workbench(window, ws)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.leave()


def fill(bench, year=2567):
    ws = bench.session.workspace
    made = reports.create_report(ws, "memo", year, Round.TWELVE_MONTHS).report_id
    cells = [
        {"measure": "เสร็จแล้ว", "responsible": "สำนักปลัด"},
        {"measure": "ยังมีเวลา", "responsible": "กองคลัง", "period": "ต.ค. ๖๖ - ก.ย. ๖๗"},
        {"measure": "เลยแล้ว", "responsible": "สำนักปลัด", "period": "ต.ค. ๖๖ - ธ.ค. ๖๖"},
    ]
    rows.add_rows(ws, made, 0, cells)
    ids = [row.id for row in reports.load_report(ws, made).rows]
    rows.set_status(ws, made, ids[:1], Status.DONE)
    bench.session.open_report(made)
    return made


def plain(text):
    return text.replace("\u200b", "")


def column(dialog, at):
    return [plain(dialog.table.item(row, at).text()) for row in range(dialog.table.rowCount())]


def test_open_work_is_listed_overdue_first_and_enter_leads_to_its_row(bench, qtbot):
    made = fill(bench)
    bench.editor.go_to(0)
    dialog = bench.overview_tasks.show()
    qtbot.waitUntil(dialog.table.hasFocus)
    assert column(dialog, 2) == ["เลยแล้ว", "ยังมีเวลา"]
    assert column(dialog, 5) == ["๓๑ ธ.ค. ๖๖ (เลยกำหนด)", "๓๐ ก.ย. ๖๗"]
    assert plain(dialog.told.text()) == "ค้าง ๒ แถว เลยกำหนด ๑ แถว"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bench.session.report.id == made
    assert bench.editor.table.grid.current_cell == (bench.session.report.rows[2].id, "summary")


def test_the_work_of_one_office_alone_is_shown(bench):
    fill(bench)
    dialog = bench.overview_tasks.show()
    assert [dialog.owner.itemText(at) for at in range(dialog.owner.count())] == ["ทุกคน", "กองคลัง", "สำนักปลัด"]
    dialog.owner.setCurrentIndex(1)
    assert column(dialog, 2) == ["ยังมีเวลา"]
    dialog.reject()


def test_charts_say_their_names_and_numbers(bench):
    fill(bench)
    dialog = bench.overview_tasks.show()
    (chart,) = dialog.charts.findChildren(BarChart)
    assert chart.bars[0].told == "ดำเนินการแล้วเสร็จ ๑ · รอรายงาน ๒ จาก ๓"
    assert chart.bars[0].told in chart.accessibleDescription()
    assert sum(piece.share for piece in chart.bars[0].pieces) == pytest.approx(1)
    assert chart.heightForWidth(320) >= chart.heightForWidth(2000) > 0
    dialog.reject()


def test_the_year_of_the_open_report_is_shown_first_and_another_can_be_chosen(bench):
    fill(bench, 2568)
    fill(bench, 2567)
    dialog = bench.overview_tasks.show()
    assert dialog.years.currentText() == "ปีงบประมาณ ๒๕๖๗"
    dialog.years.setCurrentIndex(0)
    assert dialog.table.rowCount() == 2
    dialog.reject()


def test_without_a_report_it_says_how_to_begin(bench):
    assert bench.overview_tasks.show() is None
    assert "Ctrl+N" in bench.notice.sentence


def test_a_year_that_takes_long_is_read_behind_a_sign_and_stopping_closes(bench, monkeypatch, qtbot):
    fill(bench)
    monkeypatch.setattr(in_turns, "PATIENCE_S", 0.0)
    dialog = bench.overview_tasks.show()
    (sign,) = dialog.findChildren(WorkSign)
    assert sign.isVisible()
    QTest.keyClick(sign, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_stopping_another_year_stays_with_the_one_that_is_shown(bench, monkeypatch, qtbot):
    fill(bench, 2566)
    fill(bench, 2567)
    dialog = bench.overview_tasks.show()
    before = column(dialog, 2)
    monkeypatch.setattr(in_turns, "PATIENCE_S", 0.0)
    dialog.years.setCurrentIndex(1)
    (sign,) = (one for one in dialog.findChildren(WorkSign) if one.isVisible())
    sign.reject()
    assert dialog.years.currentIndex() == 0
    assert column(dialog, 2) == before
    dialog.reject()


def test_more_open_work_than_anybody_reads_is_counted_but_not_listed(bench, monkeypatch):
    monkeypatch.setattr(dialog_module, "_MOST", 1)
    fill(bench)
    dialog = bench.overview_tasks.show()
    assert column(dialog, 2) == ["เลยแล้ว"]
    assert plain(dialog.told.text()) == "ค้าง ๒ แถว เลยกำหนด ๑ แถว แสดง ๑ แถวแรก"
    dialog.reject()
