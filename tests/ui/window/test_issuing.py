"""Issuing from the window: one key, one dialog; then the report is read only until it is opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

from desktop_app.actions import issuing, reports, rows
from desktop_app.domain.report import Round
from desktop_app.domain.where import Where
from desktop_app.thai.shown import numerals
from ui.issuing.dialog import IssueDialog
from ui.issuing.words import moment_words
from ui.report.edits import HeadEdit
from ui.reports.model import REPORT_ROLE
from ui.thai_text import plain
from ui.window import files, issue_tasks

K = Qt.Key


@pytest.fixture
def printed(monkeypatch):
    """What would have gone to the printer: (bytes, name)."""
    sheets = []
    monkeypatch.setattr(issue_tasks.preview, "print_pdf", lambda data, name, *_: sheets.append((data, name)))
    return sheets


@pytest.fixture
def memo(ws, report, bench):
    """The window with one row in its memo, which has a register number."""
    rows.add_rows(ws, report.id, 0, [{"measure": "มาตรการหนึ่ง"}])
    reports.set_head(ws, report.id, "number", "ตย ๕๒๐๐๑/๑๒")
    bench.open_report(report.id)
    return report.id


@pytest.fixture
def issued(bench, memo, printed, qtbot):
    """The same, issued once."""
    issue(bench, qtbot, printed)
    return memo


def issue(bench, qtbot, printed):
    before = len(printed)
    dialog = open_dialog(bench)
    dialog.main.click()
    qtbot.waitUntil(lambda: len(printed) > before, timeout=20_000)


def lines(bench):
    model = bench.list.model
    found = (model.index(row).data(REPORT_ROLE) for row in range(model.rowCount()))
    return [line for line in found if line is not None]


def open_dialog(bench):
    bench.window.menus.actions["issue"].trigger()
    return dialog_shown()


def dialog_shown():
    (dialog,) = shown(IssueDialog)
    return dialog


def shown(kind):
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def moment(ws):
    return moment_words(ws.clock())


def test_ctrl_shift_p_and_enter_issue_the_report_and_print_its_copy(
    bench, ws, memo, printed, press, qtbot, monkeypatch
):
    monkeypatch.setattr("desktop_app.domain.checks.CHECKS", ())
    press(bench, K.Key_P, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert not dialog_shown().see.isVisible()
    QTest.keyClick(dialog_shown(), K.Key_Return)
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    (copy,) = issuing.list_copies(ws, memo)
    assert printed == [(issuing.reprint(ws, copy.id), "2567_ตย52001_12")]
    assert copy.file_name in bench.notice.sentence


def test_what_was_found_in_a_report_is_told_before_it_is_issued_and_enter_leads_there(
    bench, ws, memo, printed
):
    dialog = open_dialog(bench)
    told = [plain(label.text()) for label in dialog.findChildren(QLabel)]
    count = numerals(len(bench.editor.findings.findings))
    assert f"ยังมีข้อควรตรวจ {count} ข้อ กรุณาดูก่อน หรือออกฉบับจริงทั้งอย่างนี้ก็ได้" in told
    QTest.keyClick(dialog, K.Key_Return)
    assert issuing.list_copies(ws, memo) == ()
    assert bench.window.focusWidget() is bench.editor.findings.list


def test_what_asks_to_open_an_issued_report_first_goes_once_that_is_done(bench, issued):
    bench.notice.warn("กรุณาเลือก “แก้ไขเพื่อออกครั้งที่ ๒” ก่อนแก้ไข")
    bench.editor.issued.button.click()
    assert bench.notice.isHidden()


def test_the_list_tells_which_reports_were_issued(bench, ws, issued):
    (line,) = lines(bench)
    assert line.detail.endswith("\nออกฉบับจริงแล้ว ครั้งที่ ๑")
    other = reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS).report_id
    bench.refresh_list()
    assert [line.id for line in lines(bench) if "ออกฉบับจริง" in line.detail] == [issued]
    assert other in [line.id for line in lines(bench)]


def test_leaving_the_dialog_issues_nothing(bench, ws, memo):
    QTest.keyClick(open_dialog(bench), K.Key_Escape)
    assert issuing.list_copies(ws, memo) == ()
    assert not bench.editor.issued.isVisible()


def test_a_step_first_looked_at_after_issuing_cannot_be_typed_into_either(bench, issued):
    assert "opinions" not in bench.editor.parts
    bench.editor.show_place(Where("opinions"))
    assert bench.editor.parts["opinions"].isVisible()
    assert not bench.editor.parts["opinions"].isEnabled()


def test_an_issued_report_says_so_and_cannot_be_typed_into(bench, ws, issued):
    assert bench.editor.issued.isVisible()
    assert bench.editor.issued.words.accessibleName() == "ออกฉบับจริงแล้ว ครั้งที่ ๑ เมื่อ " + moment(ws)
    assert not bench.editor.parts["head"].fields["subject"].isEnabled()
    table = bench.editor.table
    bench.editor.show_part(table)
    assert not any(action.isEnabled() for action in table.actions_on_rows)
    view = table.grid.view
    view.go_to(0, 0)
    view.setFocus()
    QTest.keyClick(view, K.Key_F2)
    assert view.cells.editor is None
    QTest.keyClick(view, K.Key_Delete)
    assert "ออกฉบับจริงแล้ว" in bench.notice.sentence
    assert bench.session.report.rows[0].cells == {"measure": "มาตรการหนึ่ง"}


def test_cells_of_an_issued_report_are_still_copied(bench, issued):
    grid = bench.editor.table.grid
    bench.editor.show_part(bench.editor.table)
    grid.view.go_to(0, 0)
    grid.pasting.copy()
    assert "มาตรการหนึ่ง" in QApplication.clipboard().text()


def test_an_undo_does_not_reach_behind_the_issue(bench, memo, printed, qtbot):
    before = bench.session.report.head.subject
    bench.session.do(HeadEdit(bench.session.report, "subject", "เรื่องใหม่", "เรื่อง"))
    issue(bench, qtbot, printed)
    bench.window.menus.actions["undo"].trigger()
    assert bench.session.report.head.subject == "เรื่องใหม่"
    assert "แก้ไขเพื่อออกครั้งที่ ๒" in bench.notice.sentence
    bench.editor.issued.button.click()
    bench.window.menus.actions["undo"].trigger()
    assert bench.session.report.head.subject == before


def test_one_button_opens_it_again_and_that_is_remembered(bench, ws, issued, open_window):
    bench.editor.focus_step()
    assert bench.window.focusWidget() is bench.editor.issued.button
    QTest.keyClick(bench.editor.issued.button, K.Key_Space)
    assert bench.editor.parts["head"].fields["subject"].isEnabled()
    assert bench.editor.issued.isVisible()
    assert not bench.editor.issued.button.isVisible()
    assert bench.editor.table.actions_on_rows[0].isEnabled()
    bench.session.open_report(None)
    bench.session.open_report(issued)
    assert bench.editor.parts["head"].fields["subject"].isEnabled()


def test_the_dialog_tells_what_changed_and_issues_the_second_revision(bench, ws, issued, printed, qtbot):
    bench.editor.issued.button.click()
    bench.session.do(HeadEdit(bench.session.report, "subject", "เรื่องใหม่", "เรื่อง"))
    dialog = open_dialog(bench)
    assert "เรื่องใหม่" in dialog.changes.item(0).text().replace("\u200b", "")
    assert dialog.main.text() == "ออกฉบับจริงครั้งที่ ๒"
    dialog.main.click()
    qtbot.waitUntil(lambda: len(printed) == 2, timeout=20_000)
    assert [one.revision for one in issuing.list_copies(ws, issued)] == [2, 1]
    assert not bench.editor.parts["head"].fields["subject"].isEnabled()


def test_an_older_copy_is_printed_again_and_saved_byte_for_byte(
    bench, ws, issued, printed, qtbot, tmp_path, monkeypatch
):
    bench.editor.issued.button.click()
    bench.session.do(HeadEdit(bench.session.report, "subject", "เรื่องใหม่", "เรื่อง"))
    issue(bench, qtbot, printed)
    dialog = open_dialog(bench)
    dialog.table.setCurrentCell(1, 0)
    dialog.again.click()
    assert printed[2] == printed[0] != printed[1]
    path, offered = tmp_path / "copy.pdf", []

    def choose(_parent, _title, _kinds, name, then):
        offered.append(name)
        then(path)

    monkeypatch.setattr(files, "ask_save", choose)
    dialog = open_dialog(bench)
    dialog.table.setCurrentCell(1, 0)
    dialog.keep.click()
    assert path.read_bytes() == printed[0][0]
    assert offered == ["2567_ตย52001_12.pdf"]


def test_what_is_typed_and_not_saved_keeps_the_report_from_being_issued(bench, ws, memo, full_disk):
    bench.session.do(HeadEdit(bench.session.report, "subject", "เรื่องใหม่", "เรื่อง"))
    bench.window.menus.actions["issue"].trigger()
    assert bench.notice.sentence == full_disk.sentence
    assert shown(IssueDialog) == []
    full_disk.free()
    assert issuing.list_copies(ws, memo) == ()


def test_an_issued_report_is_not_even_offered_to_be_deleted(bench, ws, issued):
    bench.window.menus.actions["delete_report"].trigger()
    assert shown(QMessageBox) == []
    assert "จึงลบไม่ได้" in bench.notice.sentence
    assert len(reports.list_reports(ws)) == 1


def test_another_report_opened_after_it_is_free(bench, ws, issued):
    other = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    bench.open_report(other)
    assert not bench.editor.issued.isVisible()
    assert bench.editor.parts["head"].fields["subject"].isEnabled()
    assert shown(QDialog) == []
