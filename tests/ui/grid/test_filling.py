"""One text for many cells, today's date, and texts that have no place in a column."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.report import Report, Round, Row, Status
from desktop_app.forms.library import load_forms
from ui.grid.table_editor import TableEditor

from .conftest import OFFICE, Desk

Flag = QItemSelectionModel.SelectionFlag
Key, Keys = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT = Keys.NoModifier, Keys.ControlModifier, Keys.ShiftModifier


def type_in(desk, text: str) -> None:
    for char in text:
        target = desk.editor.view.cells.editor or desk.editor.view
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, Key.Key_unknown, char, NONE)


def press(desk, key, keys=NONE) -> None:
    QTest.keyClick(desk.editor.view.cells.editor or desk.editor.view, key, keys)


def choose(desk, row, column, down=0, right=0) -> None:
    desk.editor.view.go_to(row, column)
    for _ in range(down):
        press(desk, Key.Key_Down, SHIFT)
    for _ in range(right):
        press(desk, Key.Key_Right, SHIFT)


def test_ctrl_d_repeats_the_uppermost_chosen_cells_below_in_one_wish(desk):
    choose(desk, 0, 2, down=2, right=1)
    press(desk, Key.Key_D, CTRL)
    assert len(desk.asked) == 1
    assert desk.texts("responsible") == ["ทุกกอง"] * 3
    assert desk.texts("period") == ["ต.ค. ๖๖ – ก.ย. ๖๗"] * 3


def test_ctrl_d_in_one_row_takes_over_the_row_above(desk):
    choose(desk, 2, 2)
    press(desk, Key.Key_D, CTRL)
    assert desk.asked == [("cells", ({(13, "responsible"): "สำนักปลัดเทศบาล"},))]
    choose(desk, 0, 2)
    press(desk, Key.Key_D, CTRL)
    assert len(desk.asked) == 1


def test_ctrl_d_on_ticks_repeats_the_status(desk):
    choose(desk, 0, 8, down=2)
    press(desk, Key.Key_D, CTRL)
    assert desk.asked == [("status", ([12, 13], Status.DONE))]


def test_ctrl_d_over_texts_and_ticks_repeats_both_in_one_wish(desk):
    choose(desk, 0, 6, down=2, right=2)
    press(desk, Key.Key_D, CTRL)
    assert [name for name, _ in desk.asked] == ["pasted"]
    assert len(set(desk.texts("suggestion"))) == 1
    assert [row.status for row in desk.report.rows] == [Status.DONE] * 3


def test_ctrl_enter_fills_every_chosen_cell_with_what_is_typed(desk):
    choose(desk, 0, 2, down=2)
    type_in(desk, "ทุกส่วนราชการ")
    press(desk, Key.Key_Return, CTRL)
    assert len(desk.asked) == 1
    assert desk.texts("responsible") == ["ทุกส่วนราชการ"] * 3
    assert desk.editor.view.cells.editor is None


def test_ctrl_semicolon_writes_today_in_buddhist_years(desk):
    desk.editor._today = lambda: date(2024, 3, 18)
    choose(desk, 2, 4)
    press(desk, Key.Key_Semicolon, CTRL)
    assert desk.editor.pending_text() == "แจ้งเวียนแล้วทุกกอง ๑๘ มีนาคม ๒๕๖๗"
    press(desk, Key.Key_Return)
    choose(desk, 2, 5)
    type_in(desk, "ณ")
    press(desk, Key.Key_Semicolon, CTRL)
    press(desk, Key.Key_Return)
    assert desk.texts("outcome")[2] == "ณ ๑๘ มีนาคม ๒๕๖๗"


# A person's name in a column of money


@pytest.fixture
def plan(qtbot):
    form = load_forms()["action-plan"]
    rows = tuple(Row(at, at, {"project": f"โครงการ {at}"}) for at in (1, 2, 3))
    editor = TableEditor()
    qtbot.addWidget(editor)
    editor.resize(1200, 600)
    made = Desk(editor, form, Report(1, form.id, 2567, Round.TWELVE_MONTHS, OFFICE, rows=rows))
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    editor.view.setFocus()
    made.budget = editor.model.column_at("budget")
    return made


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_a_name_in_a_column_of_money_is_told_at_the_cell_and_stays_in_it(plan, key):
    view = plan.editor.view
    view.go_to(1, plan.budget)
    type_in(plan, "นายสมมุติ มีสุข")
    press(plan, key)
    assert plan.asked == []
    assert plan.editor.pending_text() == "นายสมมุติ มีสุข"
    assert view.told.isVisible()
    assert "ไม่ใช่จำนวนเงิน" in view.told.accessibleName()
    assert "ไม่ใช่จำนวนเงิน" in plan.editor.refusal()
    view.cells.editor.selectAll()
    type_in(plan, "1250")
    assert not view.told.isVisible()
    press(plan, key)
    assert plan.asked == [("cells", ({(2, "budget"): "1,250.00"},))]
    assert plan.editor.refusal() == ""


def test_what_cannot_be_taken_over_stays_when_the_mouse_or_the_keyboard_goes_elsewhere(plan):
    view = plan.editor.view
    view.go_to(0, plan.budget)
    type_in(plan, "ห้าร้อย")
    spot = view.visualRect(view.report.index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, spot)
    assert plan.editor.pending_text() == "ห้าร้อย"
    other = QLineEdit(plan.editor)
    other.show()
    other.setFocus()
    assert plan.editor.pending_text() == "ห้าร้อย"
    assert not plan.editor.commit_editor()
    plan.editor.go_to(3, "project")
    assert view.currentIndex().row() == 0
    press(plan, Key.Key_Escape)
    assert plan.editor.pending_text() is None
    assert plan.asked == []


def test_an_old_text_that_is_no_sum_can_be_opened_and_left(plan):
    rows = [replace(plan.report.rows[0], cells={"budget": "ตามข้อบัญญัติ"}), *plan.report.rows[1:]]
    plan.show(rows)
    plan.editor.view.go_to(0, plan.budget)
    press(plan, Key.Key_F2)
    press(plan, Key.Key_Return)
    assert plan.editor.pending_text() is None
    assert plan.asked == []


# Rows carried with the mouse


def drag(desk, row: int, to_y: int, release: bool = True) -> None:
    numbers = desk.editor.view.numbers
    port, start = numbers.viewport(), QPoint(10, numbers.sectionViewportPosition(row) + 10)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, NONE, start)
    QTest.mouseMove(port, QPoint(10, (start.y() + to_y) // 2))
    QTest.mouseMove(port, QPoint(10, to_y))
    if release:
        QTest.mouseRelease(port, left, NONE, QPoint(10, to_y))


def foot(desk, row: int) -> int:
    numbers = desk.editor.view.numbers
    return numbers.sectionViewportPosition(row) + numbers.sectionSize(row) - 3


def test_a_row_dragged_by_its_number_goes_there_and_is_numbered_anew(desk):
    drag(desk, 0, foot(desk, 1))
    assert desk.asked == [("moved", ([11], 1))]
    assert [row.id for row in desk.report.rows] == [12, 11, 13]
    assert [desk.editor.model.headerData(at, Qt.Orientation.Vertical) for at in range(3)] == ["๑", "๒", "๓"]


def test_chosen_rows_are_dragged_together(desk):
    view = desk.editor.view
    view.selectionModel().select(view.report.index(1, 0), Flag.ClearAndSelect | Flag.Rows)
    view.selectionModel().select(view.report.index(2, 0), Flag.Select | Flag.Rows)
    drag(desk, 2, 2)
    assert desk.asked == [("moved", ([12, 13], 0))]


def test_a_drag_is_given_up_with_escape_and_one_to_the_same_place_asks_for_nothing(desk):
    drag(desk, 0, foot(desk, 2), release=False)
    assert desk.editor.view.numbers.target == 3
    press(desk, Key.Key_Escape)
    assert desk.editor.view.numbers.target is None
    drag(desk, 1, foot(desk, 0) + 6)
    assert desk.asked == []


def test_a_click_on_a_number_chooses_the_row(desk):
    numbers = desk.editor.view.numbers
    QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(10, foot(desk, 1)))
    assert desk.editor.view.chosen_rows() == [1]
    assert len(desk.editor.view.chosen_cells()) == 10


def test_rows_of_an_issued_report_are_not_dragged(desk):
    desk.editor.set_frozen(True)
    drag(desk, 0, foot(desk, 2))
    assert desk.asked == []


def test_typing_in_an_empty_table_begins_its_first_row(desk):
    desk.show([])
    desk.asked.clear()
    type_in(desk, "มาตรการแรก")
    assert desk.asked == [("added", (0, [{}]))]
    press(desk, Key.Key_Tab)
    assert desk.texts("measure") == ["มาตรการแรก"]


def test_enter_in_an_empty_table_adds_a_row_and_stays_there(desk):
    desk.show([])
    desk.asked.clear()
    press(desk, Key.Key_Return)
    assert desk.asked == [("added", (0, [{}]))]
    assert desk.editor.view.currentIndex().row() == 0


def test_a_table_whose_rows_are_all_filtered_away_is_not_empty(desk):
    desk.editor.filter.setText("ไม่มีคำนี้")
    desk.editor.filter.wanted.emit("ไม่มีคำนี้")
    desk.asked.clear()
    desk.editor.view.setFocus()
    type_in(desk, "ก")
    assert desk.asked == []
