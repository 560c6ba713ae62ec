"""The chart of a cover is chosen by keys; as long as there is nothing to draw that is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions import reports, rows
from desktop_app.domain.report import Chart, Round
from ui.report.cover_editor import CoverEditor
from ui.thai_text import plain


@pytest.fixture
def cover(qtbot, look, ws):
    made = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    form = ws.form("action-plan")
    editor = CoverEditor(form.part("cover"), form)
    qtbot.addWidget(editor)
    editor.set_report(reports.load_report(ws, made))
    editor.show()
    editor.activateWindow()
    editor.edited.connect(lambda edit: edit.do(ws) and editor.set_report(reports.load_report(ws, made)))
    editor.report_id = made
    return editor


def test_a_chart_is_chosen_by_keys_and_taken_away_again(cover, ws, qtbot):
    cover.focus_first()
    QTest.keyClick(cover.text, Qt.Key.Key_Tab)
    qtbot.waitUntil(cover.chart.hasFocus)
    assert cover.told.isHidden()
    QTest.keyClick(cover.chart, Qt.Key.Key_Down)
    assert reports.load_report(ws, cover.report_id).chart is Chart.STATUS
    assert cover.told.isVisible()
    QTest.keyClick(cover.chart, Qt.Key.Key_Up)
    assert reports.load_report(ws, cover.report_id).chart is Chart.NONE


def test_it_is_told_what_is_missing_and_where_the_chart_stands(cover, ws):
    QTest.keyClick(cover.chart, Qt.Key.Key_Down)
    assert "ยังไม่มีข้อมูล" in plain(cover.told.text())
    rows.add_rows(ws, cover.report_id, 0, [{"project": "โครงการ ก"}])
    cover.set_report(reports.load_report(ws, cover.report_id))
    assert "เหนือกลุ่มข้อความสุดท้าย" in plain(cover.told.text())
