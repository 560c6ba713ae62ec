"""Columns drawn wider, hidden and frozen: kept for the form, skipped by the keys, never emptied unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ui.grid.column_state import ColumnState, Forgetful
from ui.grid.table_editor import TableEditor

from .conftest import Desk, make_report

Flag = QItemSelectionModel.SelectionFlag
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def memory():
    return Forgetful()


@pytest.fixture
def open_desk(qtbot, form, report, memory):
    def open_one(width=1000):
        editor = TableEditor(memory=memory)
        qtbot.addWidget(editor)
        editor.resize(width, 500)
        made = Desk(editor, form, report)
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        editor.view.setFocus()
        return made

    return open_one


def place(desk):
    at = desk.editor.view.currentIndex()
    return at.row(), at.column()


def test_a_drawn_width_is_there_when_the_form_is_opened_again(open_desk):
    open_desk().editor.view.horizontalHeader().resizeSection(1, 333)
    assert open_desk(1200).editor.view.columnWidth(1) == 333


def test_a_drawn_width_stays_when_another_report_of_the_form_is_shown(open_desk, form):
    desk = open_desk()
    desk.editor.view.horizontalHeader().resizeSection(0, 333)
    desk.editor.set_report(replace(make_report(2, first_id=50), id=2), form)
    assert desk.editor.view.columnWidth(0) == 333


def test_a_hidden_column_is_hidden_when_the_form_is_opened_again(open_desk):
    open_desk().editor.view.columns.hide(5, True)
    view = open_desk().editor.view
    assert view.isColumnHidden(5)
    assert not view.isColumnHidden(4)
    view.columns.reset()
    assert not view.isColumnHidden(5)


def test_the_keys_go_past_a_hidden_column(open_desk):
    desk = open_desk()
    view = desk.editor.view
    view.columns.hide(1, True)
    view.columns.hide(9, True)
    view.go_to(0, 0)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert place(desk) == (0, 2)
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert place(desk) == (0, 0)
    view.go_to(0, 8)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert place(desk) == (1, 0)


def test_a_hidden_column_is_neither_emptied_nor_copied(open_desk):
    desk = open_desk()
    view = desk.editor.view
    view.columns.hide(1, True)
    view.selectionModel().select(view.report.index(0, 0), Flag.ClearAndSelect | Flag.Rows)
    desk.editor.pasting.copy()
    assert desk.report.rows[0].cells["method"] not in QApplication.clipboard().text()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert desk.report.rows[0].cells["method"]
    assert not desk.report.rows[0].cells["summary"]


def test_the_last_shown_column_cannot_be_hidden(open_desk):
    view = open_desk().editor.view
    for column in range(10):
        view.columns.hide(column, True)
    assert len(view.columns.shown) == 1


def test_a_finding_in_a_hidden_column_leads_to_its_row(open_desk):
    desk = open_desk()
    desk.editor.view.columns.hide(1, True)
    desk.editor.go_to(12, "method")
    assert place(desk) == (1, 2)


def test_frozen_columns_stay_at_the_left_while_the_others_scroll(open_desk):
    view = open_desk(700).editor.view
    view.columns.freeze(0)
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert view.visualRect(view.report.index(0, 0)).left() == 0
    assert view.indexAt(QPoint(5, 5)).column() == 0
    shot = view.viewport().grab(view.visualRect(view.report.index(0, 0)).adjusted(9, 2, -4, -4)).toImage()
    ink = sum(shot.pixelColor(x, y).lightness() < 120 for x in range(shot.width()) for y in range(40))
    assert ink > 50
    view.columns.freeze(None)
    bar.setValue(bar.maximum())
    assert view.visualRect(view.report.index(0, 0)).left() < 0


def test_no_cell_is_left_beneath_the_frozen_columns(open_desk):
    view = open_desk(700).editor.view
    view.columns.freeze(0)
    view.go_to(0, 6)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Left)
        rect = view.visualRect(view.currentIndex())
        assert rect.left() >= view.pinned.right
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().column() == 0


def test_columns_that_would_leave_no_room_are_not_frozen(open_desk):
    view = open_desk(500).editor.view
    view.columns.freeze(5)
    assert view.pinned.leading == []


def test_the_menu_of_the_columns_opens_by_key_and_hides_the_column_the_cursor_is_in(open_desk):
    desk = open_desk()
    desk.editor.view.go_to(0, 3)
    QTest.keyClick(desk.editor.view, Qt.Key.Key_K, CTRL | SHIFT)
    menu = next(one for one in desk.editor.findChildren(QMenu) if one.isVisible())
    hide = next(one for one in menu.actions() if one.text() == "ซ่อนคอลัมน์ “ระยะเวลาดำเนินการ”")
    hide.trigger()
    menu.close()
    assert desk.editor.view.isColumnHidden(3)


def test_a_column_is_shown_again_from_the_menu(open_desk):
    desk = open_desk()
    desk.editor.view.columns.hide(3, True)
    menu = desk.editor.show_column_menu(2, QPoint(0, 0))
    entry = next(action for action in menu.actions() if action.text() == "ระยะเวลาดำเนินการ")
    assert not entry.isChecked()
    entry.trigger()
    menu.close()
    assert not desk.editor.view.isColumnHidden(3)


@pytest.mark.parametrize("text", ["", "ขยะ", "[]", '{"widths": 3}', '{"widths": {"method": "x"}}', "{"])
def test_what_was_not_written_by_the_program_counts_as_nothing(text):
    assert ColumnState.from_text(text) == ColumnState()


def test_a_state_comes_back_as_it_was_kept():
    state = ColumnState({"method": 222}, frozenset({"period", "status:done"}), "measure")
    assert ColumnState.from_text(state.to_text()) == state
