"""Rows filtered and sorted for the eye alone: the report keeps its order, the way back is always shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from desktop_app.domain.report import Report, Round, Row, Status
from desktop_app.forms.library import load_forms
from ui.grid.arrangement import Arrangement, Wish
from ui.grid.columns import grid_columns
from ui.grid.model import ReportModel

from .conftest import OFFICE

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def numbers(desk) -> list[int]:
    return [row.number for row in desk.editor.model.rows]


def type_filter(desk, text: str) -> None:
    field = desk.editor.filter
    QTest.keyClick(desk.editor.view, Qt.Key.Key_L, CTRL | SHIFT)
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_unknown, char, NONE)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def active(desk, qtbot):
    qtbot.waitUntil(desk.editor.isActiveWindow)
    return desk


def test_rows_are_filtered_by_keys_and_shown_again_with_escape(active):
    type_filter(active, "กองคลัง")
    assert numbers(active) == [3]
    assert active.editor.view.hasFocus()
    assert active.editor.arranged.words.accessibleName() == "แสดง ๑ จาก ๓ แถว"
    QTest.keyClick(active.editor.view, Qt.Key.Key_L, CTRL | SHIFT)
    QTest.keyClick(active.editor.filter, Qt.Key.Key_Escape)
    assert numbers(active) == [1, 2, 3]
    assert not active.editor.arranged.isVisible()
    assert active.asked == []


def test_a_filter_that_finds_nothing_shows_all_rows_again(active):
    type_filter(active, "ไม่มีคำนี้")
    assert numbers(active) == [1, 2, 3]
    assert active.editor.filter.text() == ""


def test_thai_and_arabic_digits_find_each_other(active):
    type_filter(active, "98.53")
    assert numbers(active) == [1]


def test_a_row_edited_in_a_filtered_table_stays_in_sight_and_in_its_place(desk):
    desk.editor.set_wish(Wish(text="กองคลัง"))
    desk.editor.view.go_to(0, 2)
    desk.editor.fill("กองช่าง")
    assert desk.texts("responsible") == ["ทุกกอง", "สำนักปลัดเทศบาล", "กองช่าง"]
    assert numbers(desk) == [3]


def test_only_rows_of_a_status_are_shown(desk):
    desk.editor.set_wish(Wish(statuses=frozenset({Status.DONE, Status.WAITING})))
    assert numbers(desk) == [1, 3]


def test_sorting_is_for_the_eye_alone_and_says_how_it_is_left(desk):
    at = desk.editor.model.column_at("responsible")
    desk.editor.set_wish(Wish(sort="responsible"))
    assert [desk.editor.model.text(row, at) for row in range(3)] == ["กองคลัง", "ทุกกอง", "สำนักปลัดเทศบาล"]
    assert desk.texts("responsible") == ["ทุกกอง", "สำนักปลัดเทศบาล", "กองคลัง"]
    assert "ลำดับในรายงานไม่เปลี่ยน" in desk.editor.arranged.words.accessibleName()
    assert desk.editor.model.shown_heading(at).endswith("▲")
    assert not desk.editor.down_action.isEnabled()
    assert not desk.editor.view.numbers.movable
    desk.editor.arranged.button.click()
    assert numbers(desk) == [1, 2, 3]
    assert desk.editor.down_action.isEnabled() or desk.editor.view.currentIndex().row() == 2


def test_a_row_added_to_a_sorted_table_comes_below_the_current_one_in_the_report_and_in_sight(desk):
    desk.editor.set_wish(Wish(sort="responsible"))
    desk.editor.view.go_to(0, 0)
    desk.editor.add_row()
    assert desk.asked == [("added", (3, [{}]))]
    assert numbers(desk) == [3, 4, 1, 2]
    assert desk.editor.view.currentIndex().row() == 1


def test_the_cursor_stays_on_its_row(desk):
    desk.editor.view.go_to(1, 3)
    desk.editor.set_wish(Wish(sort="responsible", descending=True))
    assert desk.editor.current_cell == (12, "period")


def test_a_finding_in_a_row_that_is_filtered_out_shows_all_rows(desk):
    desk.editor.set_wish(Wish(text="กองคลัง"))
    desk.editor.go_to(12, "method")
    assert desk.editor.current_cell == (12, "method")
    assert desk.editor.wish.is_plain


def test_the_menu_of_a_column_sorts_by_it(desk):
    menu = desk.editor.show_column_menu(2)
    words = {action.text(): action for action in menu.actions()}
    words["เรียงมากไปน้อย (ฮ-ก)"].trigger()
    assert desk.editor.wish == Wish(sort="responsible", descending=True)
    inside = next(one for one in menu.findChildren(QMenu))
    next(one for one in inside.actions() if one.text() == "ดำเนินการแล้วเสร็จ").trigger()
    menu.close()
    assert Status.DONE in desk.editor.wish.statuses


def test_another_report_begins_with_all_its_rows(desk, form):
    desk.editor.set_wish(Wish(text="กองคลัง", sort="responsible"))
    desk.editor.set_report(replace(desk.report, id=2), form)
    assert numbers(desk) == [1, 2, 3]
    assert desk.editor.filter.text() == ""


def test_money_is_sorted_by_its_value_and_empty_cells_come_last():
    form = load_forms()["action-plan"]
    sums = ("๙๐๐", "1,250.00", "", "นายสมมุติ", "20 บาท")
    rows = tuple(Row(at, at, {"budget": text}) for at, text in enumerate(sums, start=1))
    arrangement = Arrangement()
    arrangement.wish = Wish(sort="budget")
    arranged = arrangement.arrange(rows, grid_columns(form.table))
    assert [row.cells["budget"] for row in arranged] == ["20 บาท", "๙๐๐", "1,250.00", "นายสมมุติ", ""]


def test_qt_finds_no_fault_with_a_model_that_is_arranged_and_changed(desk, form):
    rows = tuple(Row(at, at, {"measure": f"ก {at % 7}"}, tuple(Status)[at % 4]) for at in range(1, 40))
    report = Report(1, "memo", 2567, Round.TWELVE_MONTHS, OFFICE, rows=rows)
    model, arrangement = ReportModel(), Arrangement()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_report(report, grid_columns(form.table))
    for wish in (Wish(sort="measure"), Wish(text="ก 3"), Wish(statuses=frozenset({Status.DONE})), Wish()):
        arrangement.wish = wish
        model.show_rows(arrangement.arrange(rows, model.columns))
        fewer = [row for row in rows if row.id % 5]
        model.apply(arrangement.follow([*fewer, Row(100, 99, {"measure": "ก 3"})]))
        assert Row(100, 99, {"measure": "ก 3"}) in model.rows
    assert tester.model() is model
