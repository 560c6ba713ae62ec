"""Scores are typed by keyboard beside their indicator; the difference is told at once."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import history, reports, scores
from desktop_app.domain.report import Round, Score
from ui.report.scores import ScoresEditor

FIRST = Score(1, 2567, Decimal("98.99"), Decimal("98.53"))


@pytest.fixture
def editor(qtbot, look, ws):
    """The scores of a report, carried out on a real database."""
    number = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    scores.set_scores(ws, number, (FIRST,))
    made = ScoresEditor(ws.form("measures").part("scores"))
    qtbot.addWidget(made)
    made.edits = []
    made.edits_report = number
    made.stored = lambda: reports.load_report(ws, number).scores

    def carry_out(edit):
        made.edits.append(edit)
        edit.do(ws)
        made.set_report(reports.load_report(ws, number))

    made.edited.connect(carry_out)
    made.set_report(reports.load_report(ws, number))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def line(editor, indicator, field, year=2567):
    return editor.lines[year, indicator, field].line


def test_every_indicator_of_the_form_has_its_line_with_what_is_stored(editor):
    assert [number for _, number, field in editor.lines if field == "score"] == list(range(1, 11))
    assert line(editor, 1, "previous").text() == "๙๘.๕๓"
    assert line(editor, 1, "score").text() == "๙๘.๙๙"
    assert editor.deltas[2567, 1].text() == "เพิ่มขึ้น ๐.๔๖ คะแนน"
    assert line(editor, 2, "score").text() == editor.deltas[2567, 2].text() == ""
    assert "ปี ๒๕๖๖" in line(editor, 2, "previous").accessibleName()


def test_a_fall_is_typed_key_by_key_and_taken_back(editor, type_thai, ws):
    editor.focus_first()
    assert QApplication.focusWidget() is line(editor, 2, "previous")
    type_thai(QApplication.focusWidget(), "94.87")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line(editor, 2, "score")
    type_thai(QApplication.focusWidget(), "๙๑.๓๑")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line(editor, 3, "previous")
    assert editor.deltas[2567, 2].text() == "ลดลง ๓.๕๖ คะแนน"
    assert editor.stored() == (FIRST, Score(2, 2567, Decimal("91.31"), Decimal("94.87")))
    assert {edit.label for edit in editor.edits} == {"แก้คะแนนตัวชี้วัดที่ ๒"}
    for edit in editor.edits:
        history.undo(ws, edit.report_id)
    assert editor.stored() == (FIRST,)


def test_a_score_that_is_cleared_is_gone(editor):
    for field in ("previous", "score"):
        line(editor, 1, field).selectAll()
        QTest.keyClick(line(editor, 1, field), Qt.Key.Key_Delete)
    editor.flush()
    assert editor.stored() == ()
    assert editor.deltas[2567, 1].text() == ""


def test_what_is_no_score_is_told_and_not_saved(editor, type_thai):
    type_thai(line(editor, 3, "score"), "100.5")
    editor.flush()
    assert editor.unfinished() == editor.lines[2567, 3, "score"].unreadable
    assert "ไม่ใช่คะแนน กรุณา" in editor.unfinished()
    assert editor.stored() == (FIRST,)
    editor.focus_first()
    assert QApplication.focusWidget() is line(editor, 3, "score")


def test_scores_of_another_year_have_lines_of_their_own(editor, ws):
    older = Score(1, 2566, Decimal("98.53"))
    report = reports.load_report(ws, editor._report.id)
    scores.set_scores(ws, report.id, (older, FIRST))
    editor.set_report(reports.load_report(ws, report.id))
    assert line(editor, 1, "score", 2566).text() == "๙๘.๕๓"
    assert line(editor, 1, "score").text() == "๙๘.๙๙"


def test_the_total_and_its_grade_come_with_the_last_score_and_tell_who_is_not_verified(editor, type_thai, ws):
    number = editor.edits_report
    told = [Score(n, 2567, Decimal("96.00"), Decimal("95.50")) for n in range(1, 10)]
    scores.set_scores(ws, number, told)
    editor.set_report(reports.load_report(ws, number))
    words = editor.totals[2567].words
    assert "คะแนนรวม" not in words
    assert words[:4] == ("IIT (ตัวชี้วัดที่ ๑-๕ น้ำหนัก ๓๐)", "๙๕.๕๐", "๙๖.๐๐", "เพิ่มขึ้น ๐.๕๐ คะแนน")
    assert not editor.totals[2567].doubt.text()
    for field in ("previous", "score"):
        type_thai(line(editor, 10, field), "96")
        QTest.keyClick(line(editor, 10, field), Qt.Key.Key_Return)
    words = editor.totals[2567].words
    assert words[12:16] == ("คะแนนรวม", "๙๕.๖๐", "๙๖.๐๐", "เพิ่มขึ้น ๐.๔๐ คะแนน")
    assert words[16:] == ("ระดับผลการประเมิน", "AA", "ผ่านดีเยี่ยม", "")
    assert "ตารางประจำปี ๒๕๖๖ ยังไม่ได้ตรวจ" in editor.totals[2567].doubt.text().replace("\u200b", "")
