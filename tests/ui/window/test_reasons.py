"""Why a row cannot be done is asked when its tick is set, by keys alone, and can be left for later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions import issuing, reports, rows
from desktop_app.domain.report import REASONS, Status


@pytest.fixture
def bench(bench, report, ws):
    rows.add_rows(ws, report.id, 0, [{"measure": f"มาตรการ {i}"} for i in range(4)])
    bench.session.open_report(report.id)
    bench.editor.go_to(1)
    return bench


def stored(bench):
    return reports.load_report(bench.session.workspace, bench.session.report.id).rows


def tick_cannot(bench, *places: int) -> None:
    """Choose rows and press the key of the last tick."""
    view = bench.editor.table.grid.view
    view.setFocus()
    view.go_to(places[0], view.report.column_at("status"))
    for _ in places[1:]:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_3)


def test_it_is_asked_at_once_and_given_by_keys(bench, press):
    tick_cannot(bench, 1)
    bar = bench.editor.table.reasons
    assert bar.isVisible()
    assert bar.box.hasFocus()
    press(bench, Qt.Key.Key_Down)
    press(bench, Qt.Key.Key_Return)
    assert [(row.status, row.reason) for row in stored(bench)][1] == (Status.CANNOT, REASONS[0])
    assert bench.editor.table.grid.view.hasFocus()


def test_one_reason_goes_to_all_the_rows_that_were_ticked(bench, type_thai, press):
    tick_cannot(bench, 0, 1, 2)
    assert "แถว ๑, ๒, ๓" in bench.editor.table.reasons.words.text()
    type_thai(bench.editor.table.reasons.box, "น้ำท่วม")
    press(bench, Qt.Key.Key_Return)
    assert [row.reason for row in stored(bench)] == ["น้ำท่วม"] * 3 + [""]
    bench.session.undo()
    assert [row.reason for row in stored(bench)] == [""] * 4
    assert [row.status for row in stored(bench)][:3] == [Status.CANNOT] * 3


def test_left_for_later_it_is_a_finding_that_leads_back(bench, type_thai, press):
    tick_cannot(bench, 2)
    type_thai(bench.editor.table.reasons.box, "ยังไม่แน่")
    press(bench, Qt.Key.Key_Escape)
    assert stored(bench)[2].reason == ""
    assert bench.editor.table.grid.view.hasFocus()
    bench.editor.go_to(0)
    bench.window.menus.actions["go_findings"].trigger()
    findings = bench.editor.findings.findings
    (found,) = (finding for finding in findings if finding.code == "reason-missing")
    bench.editor.show_place(found.where)
    assert bench.editor.table.reasons.box.hasFocus()


def test_the_bar_follows_the_chosen_row_and_is_away_for_the_others(bench, press):
    tick_cannot(bench, 1)
    press(bench, Qt.Key.Key_Down)
    press(bench, Qt.Key.Key_Return)
    view, bar = bench.editor.table.grid.view, bench.editor.table.reasons
    view.go_to(0, 0)
    assert not bar.isVisible()
    assert not bar.action.isEnabled()
    view.go_to(1, 0)
    assert bar.isVisible()
    assert bar.box.currentText() == REASONS[0]
    bar.action.trigger()
    assert bar.box.hasFocus()


def test_a_typed_reason_is_not_lost_when_another_row_is_chosen(bench, type_thai):
    tick_cannot(bench, 1)
    type_thai(bench.editor.table.reasons.box, "ย้ายหน่วยงาน")
    bench.editor.table.grid.view.go_to(0, 0)
    assert stored(bench)[1].reason == "ย้ายหน่วยงาน"


def test_a_tick_of_waiting_where_all_wait_is_no_step_to_take_back(bench):
    grid = bench.editor.table.grid
    asked = []
    grid.status_chosen.connect(lambda *what: asked.append(what))
    grid.view.go_to(0, grid.view.report.column_at("status"))
    grid.view.cleared.emit()
    assert asked == []


def test_in_an_issued_report_it_is_only_read(bench, ws, press):
    tick_cannot(bench, 1)
    press(bench, Qt.Key.Key_Down)
    press(bench, Qt.Key.Key_Return)
    issuing.issue(ws, bench.session.report.id)
    bench.session.open_report(bench.session.report.id)
    bench.editor.go_to(1)
    bench.editor.table.grid.view.go_to(1, 0)
    bar = bench.editor.table.reasons
    assert (bar.isVisible(), bar.box.isEnabled(), bar.box.currentText()) == (True, False, REASONS[0])
