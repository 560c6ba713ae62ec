"""The past of a report is looked at, and taken again, through the window."""

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import activities, issuing, reports, rows
from desktop_app.actions.cover_memo import send_under_memo
from desktop_app.domain.report import Activity, Round
from tests.actions.test_photos import ONE
from tests.journeys.memo_by_keys import pdf_text
from ui.report.edits import TextEdit
from ui.report.row_edits import CellsEdit
from ui.window.commands import commands
from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench


@pytest.fixture
def bench(qtbot, ws, look):
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws.doing("เพิ่มแถว"), made, 0, [{"measure": "หนึ่ง"}])
    window = MainWindow(ViewState(ws.store.path))
    qtbot.addWidget(window)
    window.furnish()
    made = Workbench(window, ws)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.leave()


def type_cell(bench, text):
    (row,) = bench.session.report.rows
    bench.session.do(CellsEdit(bench.session.report, {(row.id, "measure"): text}))


def wait_for(signal, act=lambda: None):
    loop = QEventLoop()
    signal.connect(loop.quit)
    act()
    loop.exec()


def plain(text):
    return text.replace("\u200b", "")


def test_each_step_tells_what_it_changed_and_the_report_goes_back_to_it(bench):
    type_cell(bench, "สอง")
    bench.session.do(TextEdit(bench.session.report, "closing", "จบ", "แก้ข้อความปิด"))
    dialog = bench.history_tasks.show_history(frozen=False)
    labels = [plain(dialog.list.item(at).text()).split("\n")[0] for at in range(dialog.list.count())]
    assert labels == ["แก้ข้อความปิด", "แก้ข้อความในตาราง", "เพิ่มแถว", "เริ่มต้น"]
    wait_for(dialog.looker.ready)
    assert not dialog.go_back_button.isEnabled()
    wait_for(dialog.looker.ready, lambda: dialog.list.setCurrentRow(1))
    assert plain(dialog.changes.item(0).text()) == "แถว ๑ มาตรการ/แนวทาง จาก “หนึ่ง” เป็น “สอง”"
    dialog.go_back_button.click()
    assert bench.session.report.texts["closing"] != "จบ"
    assert bench.session.report.rows[0].cells["measure"] == "สอง"
    bench.session.undo()
    assert bench.session.report.texts["closing"] == "จบ"


def test_the_steps_are_gone_through_by_keyboard_and_esc_changes_nothing(bench, qtbot):
    type_cell(bench, "สอง")
    before = bench.session.report
    dialog = bench.history_tasks.show_history(frozen=False)
    qtbot.waitUntil(dialog.list.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.current.label == "เพิ่มแถว"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert bench.session.report == before


def test_an_issued_report_is_only_looked_at(bench):
    type_cell(bench, "สอง")
    issuing.issue(bench.session.workspace, bench.session.report.id)
    dialog = bench.history_tasks.show_history(bench.issue_tasks.is_frozen())
    wait_for(dialog.looker.ready, lambda: dialog.list.setCurrentRow(1))
    assert not dialog.go_back_button.isEnabled()
    dialog.reject()


def test_an_earlier_text_of_a_cell_is_used_again_and_undone(bench, qtbot):
    for text in ("สอง", "สาม"):
        type_cell(bench, text)
    (row,) = bench.session.report.rows
    dialog = bench.history_tasks.show_cell((row.id, "measure"), "แถว ๑ · มาตรการ")
    qtbot.waitUntil(dialog.list.hasFocus)
    assert dialog.text.text() == "สอง"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.text.text() == "หนึ่ง"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bench.session.report.rows[0].cells["measure"] == "หนึ่ง"
    bench.session.undo()
    assert bench.session.report.rows[0].cells["measure"] == "สาม"


def test_a_cell_without_a_past_is_told_and_so_is_no_cell(bench):
    (row,) = bench.session.report.rows
    assert bench.history_tasks.show_cell((row.id, "outcome"), "") is None
    assert "ไม่มีข้อความเดิม" in bench.notice.sentence
    bench.editor.go_to(0)
    commands(bench)["cell_history"]()
    assert "วางเคอร์เซอร์" in bench.notice.sentence


def looked_at(dialog, row):
    """What is told of a step, or the sentence why it cannot be shown."""
    seen, loop = [], QEventLoop()
    for signal in (dialog.looker.ready, dialog.looker.failed):
        signal.connect(seen.append)
        signal.connect(loop.quit)
    dialog.list.setCurrentRow(row)
    loop.exec()
    return seen[0]


def test_a_report_with_photos_and_a_memo_put_away_since_is_shown_as_it_was(bench):
    ws = bench.session.workspace
    made = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    activities.set_activities(ws, made, [Activity(caption="ประชุม", photos=(ONE.photo,))], [ONE])
    send_under_memo(ws.doing("ส่งพร้อมบันทึก"), made, True)
    send_under_memo(ws.doing("ไม่ส่งพร้อมบันทึก"), made, False)
    bench.open_report(made)
    dialog = bench.history_tasks.show_history(frozen=False)
    look = looked_at(dialog, 1)
    assert "บันทึกข้อความ" in pdf_text(look.printed.pdf)
    assert "บันทึกข้อความ" not in pdf_text(looked_at(dialog, 2).printed.pdf)
    dialog.reject()
