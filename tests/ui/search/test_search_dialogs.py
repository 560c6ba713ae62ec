"""Found while typing, chosen with Enter; replaced only what was shown and ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop_app.actions import reports, rows
from desktop_app.domain.report import Round
from ui import in_turns
from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench
from ui.work_sign import WorkSign

WRONG, RIGHT = "เทศบาลตำบลตัวอยาง", "เทศบาลตำบลตัวอย่าง"


@pytest.fixture
def bench(qtbot, ws, look):
    for year in (2565, 2566, 2567):
        made = reports.create_report(ws, "memo", year, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, made, 0, [{"measure": "ก"}, {"measure": f"{WRONG}จัดปี {year}"}])
    window = MainWindow(ViewState(ws.store.path))
    qtbot.addWidget(window)
    window.furnish()
    made = Workbench(window, ws)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.leave()


def measures(bench):
    ws = bench.session.workspace
    return [reports.load_report(ws, one.id).rows[1].cells["measure"] for one in reports.list_reports(ws)]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_word_typed_is_found_and_enter_leads_to_its_cell(bench, type_thai, qtbot):
    dialog = bench.search_tasks.find()
    qtbot.waitUntil(dialog.line.hasFocus)
    type_thai(dialog.line, "จัดปี ๒๕๖๕")
    press(Qt.Key.Key_Return)
    assert bench.session.report.fiscal_year == 2565
    row = bench.session.report.rows[1]
    assert bench.editor.table.grid.current_cell == (row.id, "measure")
    again = bench.search_tasks.find()
    assert [hit.fiscal_year for hit in again.hits] == [2565]
    again.reject()


def test_the_arrow_goes_into_the_list_and_enter_takes_the_line(bench, type_thai, qtbot):
    dialog = bench.search_tasks.find()
    qtbot.waitUntil(dialog.line.hasFocus)
    type_thai(dialog.line, WRONG)
    dialog.look()
    assert dialog.told.text().replace("\u200b", "") == "พบ ๓ แห่ง"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert bench.session.report.fiscal_year == 2566


def test_nothing_found_is_told_and_enter_stays(bench, type_thai, qtbot):
    dialog = bench.search_tasks.find()
    qtbot.waitUntil(dialog.line.hasFocus)
    type_thai(dialog.line, "ไม่มีคำนี้")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "ไม่พบ" in dialog.told.text()
    dialog.reject()


def test_places_are_shown_before_anything_is_replaced_and_all_is_taken_back(bench, type_thai, qtbot):
    before = measures(bench)
    dialog = bench.search_tasks.replace()
    qtbot.waitUntil(dialog.old.hasFocus)
    type_thai(dialog.old, WRONG)
    press(Qt.Key.Key_Tab)
    type_thai(dialog.new, RIGHT)
    press(Qt.Key.Key_Return)
    assert measures(bench) == before
    assert dialog.list.count() == 3
    press(Qt.Key.Key_Space)
    assert dialog.list.ticked_lines() == [1, 2]
    main = dialog.buttons.buttons()[0]
    assert dialog.buttons.buttonRole(main) is QDialogButtonBox.ButtonRole.AcceptRole
    assert main.text() == "แทนที่ที่เลือก ๒ แห่ง"
    main.click()
    assert sorted(RIGHT in one for one in measures(bench)) == [False, True, True]
    assert bench.notice.sentence == "แทนที่แล้ว ๒ แห่งใน ๒ รายงาน"
    bench.notice.do.click()
    assert measures(bench) == before


def test_nothing_ticked_is_nothing_replaced(bench, type_thai):
    dialog = bench.search_tasks.replace()
    dialog.old.setText(WRONG)
    dialog.look()
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.buttons.buttons()[0].isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_other_words_forget_what_was_shown(bench, type_thai):
    dialog = bench.search_tasks.replace()
    dialog.old.setText(WRONG)
    dialog.look()
    assert dialog.list.count() == 3
    type_thai(dialog.new, "ก")
    assert dialog.list.count() == 0
    dialog.reject()


def test_the_open_report_shows_what_was_replaced_and_undoes_it_alone(bench):
    dialog = bench.search_tasks.replace()
    dialog.old.setText(WRONG)
    dialog.new.setText(RIGHT)
    dialog.scope.setCurrentIndex(1)
    dialog.look()
    assert dialog.list.count() == 1
    dialog.buttons.buttons()[0].click()
    assert bench.session.report.rows[1].cells["measure"].startswith(RIGHT)
    bench.session.undo()
    assert bench.session.report.rows[1].cells["measure"].startswith(WRONG)


def replace_everywhere(bench) -> None:
    dialog = bench.search_tasks.replace()
    dialog.old.setText(WRONG)
    dialog.new.setText(RIGHT)
    dialog.look()
    dialog.buttons.buttons()[0].click()


def test_undo_takes_a_replacement_back_in_all_reports_and_redo_makes_it_again(bench):
    before = measures(bench)
    replace_everywhere(bench)
    bench.notice.clear()  # whatever became of its button
    bench.window.menus.actions["undo"].trigger()
    assert measures(bench) == before
    assert "๓ รายงาน" in bench.notice.sentence
    bench.window.menus.actions["redo"].trigger()
    assert not any(WRONG in one for one in measures(bench))


def test_what_was_done_after_a_replacement_is_undone_alone(bench):
    replace_everywhere(bench)
    ws, report = bench.session.workspace, bench.session.report
    after = measures(bench)
    bench.session.attempt(lambda: rows.set_cell(ws, report.id, report.rows[0].id, "measure", "ข"))
    bench.window.menus.actions["undo"].trigger()
    assert bench.session.report.rows[0].cells["measure"] == "ก"
    assert measures(bench) == after


def test_a_replacement_that_is_stopped_on_the_way_is_taken_back_in_all_reports(bench, monkeypatch, qtbot):
    before = measures(bench)
    dialog = bench.search_tasks.replace()
    dialog.old.setText(WRONG)
    dialog.new.setText(RIGHT)
    dialog.look()
    monkeypatch.setattr(in_turns, "PATIENCE_S", 0.0)
    dialog.buttons.buttons()[0].click()
    (sign,) = (one for one in bench.window.findChildren(WorkSign) if one.isVisible())
    work = bench.window.findChild(in_turns.InTurns)
    while measures(bench) == before:
        work._piece()
    QTest.keyClick(sign, Qt.Key.Key_Escape)
    assert measures(bench) == before
    assert bench.notice.sentence == "หยุดแล้ว"
    assert [row.cells["measure"] for row in bench.session.report.rows][1] in before


def test_texts_shown_after_a_stop_are_those_that_are_stored(bench, monkeypatch):
    ws, report_id = bench.session.workspace, bench.session.report.id
    part = next(iter(bench.session.report.texts))
    reports.set_text(ws, report_id, part, "เปลี่ยนไปโดยหน้าต่างไม่รู้")
    bench.search_tasks._tell_stopped()
    assert bench.session.report.texts[part] == "เปลี่ยนไปโดยหน้าต่างไม่รู้"
