"""What ought to be looked at, in the window: found while one works, gone to, mended, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.actions import activities, importing, people, reports, rows, signoffs
from desktop_app.domain.report import Activity, Round
from tests.exchange.seed_texts import SEEDS

WRONG, RIGHT = "เทศบาลตำบลตัวอยาง", "เทศบาลตำบลตัวอย่าง"


def codes(bench):
    return [finding.code for finding in bench.editor.findings.findings]


def choose(bench, code):
    findings = bench.editor.findings
    findings.list.setCurrentRow(codes(bench).index(code))
    findings.list.setFocus()
    return findings.current


@pytest.fixture
def spoilt(bench, ws, report, qtbot):
    """A window over a report with two rows, one empty cell and a wrong name in two places."""
    filled = {"measure": "๑. งาน", "method": "วิธี", "responsible": "ทุกกอง", "period": "ต.ค. ๖๖ - ก.ย. ๖๗"}
    rows.add_rows(
        ws, report.id, 0, [filled | {"summary": f"{WRONG}แจ้ง"}, filled | {"measure": "๒. งาน", "method": ""}]
    )
    reports.set_text(ws, report.id, "closing", f"{WRONG}รับทราบ")
    bench.open_report(report.id)
    qtbot.waitUntil(lambda: "office-name" in codes(bench))
    return bench


@pytest.fixture
def imported(open_window, ws, qtbot):
    """What the import of a real memo made, and a window over it; two lines of it have no place."""
    (memo,) = SEEDS.glob("004_*.txt")
    made = importing.import_file(ws, memo, "memo")
    bench = open_window()
    bench.open_report(made.report_id)
    qtbot.waitUntil(lambda: "unplaced" in codes(bench))
    return made, bench


def test_findings_come_by_themselves_and_follow_each_edit(spoilt, qtbot, type_thai, press):
    assert "empty-cell" in codes(spoilt)
    spoilt.editor.go_to(1)
    spoilt.editor.table.grid.go_to(spoilt.session.report.rows[1].id, "method")
    for letter in "วิธีใหม่":
        type_thai(QApplication.focusWidget(), letter)
    press(spoilt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "empty-cell" not in codes(spoilt))


def test_typing_goes_on_while_findings_come(spoilt, qtbot, type_thai):
    spoilt.editor.go_to(2)
    field = QApplication.focusWidget()
    type_thai(field, "ก")
    spoilt.editor.flush()
    qtbot.waitUntil(
        lambda: not spoilt.checking.checker._rest.isActive() and not spoilt.checking.checker._running
    )
    assert QApplication.focusWidget() is field
    type_thai(field, "ข")
    assert "กข" in field.toPlainText()


def test_enter_leads_to_the_cell(spoilt, press):
    where = choose(spoilt, "empty-cell").where
    press(spoilt, Qt.Key.Key_Return)
    table = spoilt.editor.table
    assert spoilt.editor.step == 1
    assert table.grid.current_cell == (where.row, "method")
    assert table.isAncestorOf(QApplication.focusWidget())


def test_enter_leads_to_a_text_a_field_of_the_head_and_a_signer(spoilt, ws, report, qtbot, press):
    reports.set_head(ws, report.id, "subject", "")
    first = report.signoffs[0]
    person = people.list_people(ws)[0]
    signoffs.choose_signer(ws, report.id, first.id, person.id)
    signoffs.set_signoff(ws, report.id, first.id, "position", "")
    spoilt.open_report(report.id)
    qtbot.waitUntil(lambda: {"empty-head", "signer-position"} <= set(codes(spoilt)))
    parts = spoilt.editor.parts
    for code, field in (
        ("empty-head", parts["head"].fields["subject"]),
        ("signer-position", parts["signatures"].cards[first.id].fields["position"]),
    ):
        choose(spoilt, code)
        press(spoilt, Qt.Key.Key_Return)
        assert field is QApplication.focusWidget() or field.isAncestorOf(QApplication.focusWidget())


def test_enter_leads_to_an_activity(open_window, ws, press, qtbot):
    report_id = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    activities.set_activities(ws, report_id, [Activity(caption="อื่น"), Activity(caption=f"{WRONG}ประชุม")])
    bench = open_window()
    bench.open_report(report_id)
    qtbot.waitUntil(lambda: "office-name" in codes(bench))
    choose(bench, "office-name")
    press(bench, Qt.Key.Key_Return)
    field = bench.editor.parts["activities"].cards[1].fields["caption"]
    assert field is QApplication.focusWidget() or field.isAncestorOf(QApplication.focusWidget())


def test_enter_leads_to_the_lines_that_are_not_placed_yet(imported, press):
    made, bench = imported
    bench.editor.unplaced.set_folded(True)
    choose(bench, "unplaced")
    press(bench, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is bench.editor.unplaced.list
    assert bench.editor.unplaced.list.count() == len(made.unplaced) == 2


def test_lines_of_no_use_are_taken_out_by_keyboard_and_come_back(imported, ws, press, qtbot):
    made, bench = imported
    choose(bench, "unplaced")
    press(bench, Qt.Key.Key_Return)
    card = bench.editor.unplaced
    assert not card.take_out.isEnabled()
    card.list.item(0).setSelected(True)
    press(bench, Qt.Key.Key_Delete)
    assert card.list.count() == 1
    card.list.selectAll()
    card.take_out.click()
    assert card.isHidden()
    assert reports.load_report(ws, made.report_id).unplaced == ()
    qtbot.waitUntil(lambda: "unplaced" not in codes(bench))
    bench.session.undo()
    bench.session.undo()
    assert reports.load_report(ws, made.report_id).unplaced == made.unplaced
    assert card.list.count() == 2


def test_a_mend_reaches_every_place_and_is_one_step_back(spoilt, qtbot, press):
    before = spoilt.session.report
    choose(spoilt, "office-name")
    press(spoilt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    now = spoilt.session.report
    assert now.rows[0].cells["summary"] == f"{RIGHT}แจ้ง"
    assert now.texts["closing"] == f"{RIGHT}รับทราบ"
    qtbot.waitUntil(lambda: "office-name" not in codes(spoilt))
    spoilt.session.undo()
    assert (spoilt.session.report.rows, spoilt.session.report.texts) == (before.rows, before.texts)
    qtbot.waitUntil(lambda: "office-name" in codes(spoilt))
    spoilt.session.redo()
    assert spoilt.session.report.texts == now.texts


def test_a_mend_never_takes_back_what_was_typed_meanwhile(spoilt, type_thai, press):
    finding = next(each for each in spoilt.editor.findings.findings if each.code == "office-name")
    spoilt.editor.go_to(2)
    type_thai(QApplication.focusWidget(), "เพิ่มเติม")
    spoilt.editor.findings.mend_wanted.emit(finding)
    assert "เพิ่มเติม" in spoilt.session.report.texts["closing"]
    assert WRONG in spoilt.session.report.texts["closing"]
    assert "กรุณาดูข้อควรตรวจอีกครั้ง" in spoilt.notice.sentence


def test_f9_leads_to_the_list_from_anywhere_and_checks_at_once(spoilt, press):
    spoilt.editor.findings.set_folded(True)
    spoilt.editor.findings.set_findings(())
    spoilt.editor.go_to(0)
    press(spoilt, Qt.Key.Key_F9)
    assert spoilt.editor.findings.list.hasFocus()
    assert "office-name" in codes(spoilt)


def test_f9_says_so_when_there_is_nothing(bench, monkeypatch, press):
    monkeypatch.setattr("desktop_app.domain.checks.check", lambda *_what: ())
    press(bench, Qt.Key.Key_F9)
    assert "ไม่พบข้อควรตรวจ" in bench.notice.sentence


def test_a_low_window_folds_the_list_under_its_count(open_window, report):
    assert open_window(size=(1280, 720)).editor.findings.list.isHidden()
    assert not open_window(size=(1440, 900)).editor.findings.list.isHidden()


def test_another_report_shows_none_of_the_findings_of_the_one_before(spoilt, ws, qtbot):
    made = reports.create_report(ws, "memo", 2568, Round.TWELVE_MONTHS)
    spoilt.open_report(made.report_id)
    assert codes(spoilt) == []
    qtbot.waitUntil(lambda: "signer-missing" in codes(spoilt))
    assert "office-name" not in codes(spoilt)


def test_a_change_of_the_directory_is_checked_against_at_once(spoilt, ws, report, qtbot):
    reports.set_text(ws, report.id, "opening", "โดยนางสาวสมมุต ใจดียิ่ง")
    spoilt.open_report(report.id)
    changes, _ = people.add_person(ws, "นางสาวสมมุติ ใจดียิ่ง", "นิติกร")
    spoilt.session.take(changes)
    qtbot.waitUntil(lambda: "person-name" in codes(spoilt))
