"""The row a change is about stays under the cursor and in sight, whoever made the change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.domain.report import Status
from ui.grid.concern import Concern, find_concern

from .conftest import Desk, make_report

Key, Keys = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def long(desk, form) -> Desk:
    """Thirty rows, far more than there is room for."""
    desk.report = replace(make_report(30), id=7)
    desk.editor.set_report(desk.report, form)
    return desk


def in_sight(desk) -> bool:
    view = desk.editor.view
    row = view.visualRect(view.currentIndex())
    return view.viewport().rect().intersected(row).height() >= min(row.height(), view.viewport().height())


def cursor(desk) -> tuple[int, int]:
    """Return the id of the cursor's row, and its column."""
    at = desk.editor.view.currentIndex()
    return desk.report.rows[at.row()].id, at.column()


def chosen(desk) -> list[int]:
    return [desk.report.rows[at].id for at in desk.editor.view.chosen_rows()]


def test_a_row_moved_out_of_the_pane_takes_the_pane_along(long):
    long.editor.view.go_to(1, 1)
    for _ in range(12):
        QTest.keyClick(long.editor.view, Key.Key_Down, Keys.AltModifier)
        assert in_sight(long)
        assert chosen(long) == [12]
    assert cursor(long) == (12, 1)
    assert long.editor.current_words == "แถว ๑๔ · วิธีการดำเนินการ"


def test_rows_chosen_together_stay_chosen_when_they_move(long):
    long.editor.view.go_to(4, 0)
    QTest.keyClick(long.editor.view, Key.Key_Down, Keys.ShiftModifier)
    QTest.keyClick(long.editor.view, Key.Key_Up, Keys.AltModifier)
    assert chosen(long) == [15, 16]
    assert in_sight(long)


def test_removed_rows_that_come_back_are_gone_to(long):
    before = long.report.rows
    long.editor.view.go_to(20, 3)
    QTest.keyClick(long.editor.view, Key.Key_Delete, Keys.ControlModifier)
    long.editor.view.go_to(0, 2)
    long.show(before)
    assert cursor(long) == (31, 2)
    assert chosen(long) == [31]
    assert in_sight(long)


def test_a_text_set_back_far_away_is_shown(long):
    before = long.report.rows
    long.editor.view.go_to(0, 0)
    changed = replace(before[25], cells={**before[25].cells, "outcome": "เดิม"})
    long.show([*before[:25], changed, *before[26:]])
    assert cursor(long) == (36, 5)
    assert in_sight(long)


def test_a_status_set_back_far_away_is_shown(long):
    before = long.report.rows
    long.editor.view.go_to(0, 4)
    long.show([*before[:25], replace(before[25], status=Status.CANNOT), *before[26:]])
    assert cursor(long) == (36, 4)
    assert in_sight(long)


def test_a_click_into_another_cell_while_typing_goes_there(long):
    view = long.editor.view
    view.go_to(0, 2)
    view.edit_cell("กองคลัง")
    spot = view.visualRect(view.report.index(1, 3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Keys.NoModifier, spot)
    assert long.texts("responsible")[0] == "กองคลัง"
    assert cursor(long) == (12, 3)


def test_nothing_is_gone_to_while_a_cell_is_being_typed(long):
    view, before = long.editor.view, long.report.rows
    view.go_to(0, 2)
    view.edit_cell("กองคลัง")
    long.show([*before[:25], replace(before[25], status=Status.CANNOT), *before[26:]])
    assert cursor(long) == (11, 2)
    assert long.editor.pending_text() == "กองคลัง"


def test_an_order_set_back_elsewhere_is_shown():
    rows = make_report(6).rows
    assert find_concern(rows, (*rows[:3], rows[4], rows[3], rows[5]), 0, typed=False) == Concern(3)
    assert find_concern(rows, rows, 0, typed=False) is None
    assert find_concern(rows, (), 0, typed=False) is None
    assert find_concern(rows, rows[1:], 0, typed=True) == Concern(0)


def test_a_tick_column_says_which_status_it_is(desk):
    desk.editor.view.go_to(1, 8)
    assert desk.editor.current_words == "แถว ๒ · สถานะ: เสร็จ"
    desk.show([])
    assert desk.editor.current_words == ""


@pytest.mark.parametrize(
    ("key", "row_id"), [(Key.Key_End, 40), (Key.Key_Home, 11), (Key.Key_Down, 17), (Key.Key_Up, 15)]
)
def test_where_ctrl_goes_is_chosen_and_in_sight_so_that_keys_act_there(long, key, row_id):
    long.editor.view.go_to(5, 2)
    QTest.keyClick(long.editor.view, key, Keys.ControlModifier)
    assert chosen(long) == [cursor(long)[0]] == [row_id]
    assert in_sight(long)
    QTest.keyClick(long.editor.view, Key.Key_Delete, Keys.ControlModifier)
    assert long.asked == [("removed", ([row_id],))]


def test_ctrl_and_shift_still_choose_up_to_where_they_go(long):
    long.editor.view.go_to(28, 9)
    QTest.keyClick(long.editor.view, Key.Key_End, Keys.ControlModifier | Keys.ShiftModifier)
    assert chosen(long) == [39, 40]


def test_turning_pages_keeps_the_cursor_in_sight(long):
    long.editor.view.go_to(0, 1)
    for _ in range(4):
        QTest.keyClick(long.editor.view, Key.Key_PageDown)
        assert in_sight(long)


# The menu of a cell


@pytest.fixture
def menus(desk):
    """The menu that is open now, closed afterwards."""

    def opened() -> list[QMenu]:
        return [menu for menu in desk.editor.findChildren(QMenu) if menu.isVisible()]

    yield opened
    for menu in opened():
        menu.close()


def ask_for_menu(desk, reason) -> None:
    view = desk.editor.view
    spot = view.visualRect(view.report.index(2, 1)).center()
    goal = view.viewport() if reason == QContextMenuEvent.Reason.Mouse else view
    QApplication.sendEvent(goal, QContextMenuEvent(reason, spot, goal.mapToGlobal(spot)))


def test_the_menu_key_opens_the_menu_at_the_current_cell(desk, menus):
    view = desk.editor.view
    view.go_to(1, 2)
    ask_for_menu(desk, QContextMenuEvent.Reason.Keyboard)
    (menu,) = menus()
    corner = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
    assert (menu.pos() - corner).manhattanLength() < 4


def test_the_menu_of_a_cell_copies_pastes_and_changes_rows(desk, menus):
    view = desk.editor.view
    view.go_to(2, 1)
    ask_for_menu(desk, QContextMenuEvent.Reason.Mouse)
    (menu,) = menus()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:3] == ["ตัด", "คัดลอก", "วาง"]
    assert words[3:5] == ["เติมลงล่าง", "ใส่วันที่วันนี้"]
    assert words[5:] == [action.text() for action in desk.editor.row_actions]
    assert all(action.isShortcutVisibleInContextMenu() for action in menu.actions() if action.text())
    next(action for action in menu.actions() if action.text() == "ลบแถว").trigger()
    assert desk.asked == [("removed", ([13],))]


def test_one_key_has_one_name(desk):
    shown = desk.editor.add_action.shortcut().toString()
    assert shown == "Ctrl+Enter"
    assert shown in desk.editor.add_action.toolTip()
