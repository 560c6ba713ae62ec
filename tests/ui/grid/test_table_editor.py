"""The table step: keys as in Excel, wishes as signals, Thai as typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from desktop_app.domain.report import Status
from ui import theme
from ui.grid.delegate import tick_box
from ui.thai_text import plain
from ui.theme.colours import DARK, LIGHT

from .conftest import make_report

Key, Keys = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, ALT, SHIFT = Keys.NoModifier, Keys.ControlModifier, Keys.AltModifier, Keys.ShiftModifier


def type_in(desk, text: str) -> None:
    """Type letter by letter where the keyboard is: the grid, then the editor it opens."""
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, focus(desk), Key.Key_unknown, char, NONE)


def focus(desk):
    return desk.editor.view.cells.editor or desk.editor.view


def press(desk, key, keys=NONE) -> None:
    QTest.keyClick(focus(desk), key, keys)


def place(desk) -> tuple[int, int]:
    at = desk.editor.view.currentIndex()
    return at.row(), at.column()


def go(desk, row: int, column: int) -> None:
    desk.editor.view.go_to(row, column)


# Typing


def test_typing_over_a_cell_replaces_it_and_enter_goes_down(desk):
    go(desk, 0, 2)
    type_in(desk, "กองคลังและสำนักปลัด")
    assert desk.asked == []
    press(desk, Key.Key_Return)
    assert desk.asked == [("cells", ({(11, "responsible"): "กองคลังและสำนักปลัด"},))]
    assert place(desk) == (1, 2)
    assert desk.editor.view.cells.editor is None
    assert desk.editor.view.hasFocus()


def test_f2_goes_on_where_the_text_ends(desk):
    go(desk, 0, 2)
    press(desk, Key.Key_F2)
    type_in(desk, "และกองช่าง")
    press(desk, Key.Key_Return)
    assert desk.report.rows[0].cells["responsible"] == "ทุกกองและกองช่าง"


def test_escape_gives_the_typed_text_up(desk):
    go(desk, 0, 2)
    type_in(desk, "ผิด")
    press(desk, Key.Key_Escape)
    assert desk.asked == []
    assert desk.editor.view.cells.editor is None
    assert desk.report.rows[0].cells["responsible"] == "ทุกกอง"


def test_tab_commits_and_goes_on_without_opening_the_next_cell(desk):
    go(desk, 0, 2)
    type_in(desk, "ก")
    press(desk, Key.Key_Tab)
    assert place(desk) == (0, 3)
    assert desk.editor.view.cells.editor is None
    press(desk, Key.Key_Tab)
    assert place(desk) == (0, 4)
    press(desk, Key.Key_Backtab)
    assert place(desk) == (0, 3)
    assert desk.texts("responsible")[0] == "ก"


def test_tab_goes_from_the_end_of_a_row_to_the_next(desk):
    go(desk, 0, 9)
    press(desk, Key.Key_Tab)
    assert place(desk) == (1, 0)
    press(desk, Key.Key_Backtab)
    assert place(desk) == (0, 9)


def test_tab_in_the_last_cell_adds_a_row_and_goes_to_it(desk):
    go(desk, 2, 9)
    press(desk, Key.Key_Tab)
    assert desk.asked == [("added", (3, [{}]))]
    assert place(desk) == (3, 0)


def test_shift_tab_in_the_first_cell_leaves_the_grid(desk, qtbot):
    go(desk, 0, 0)
    press(desk, Key.Key_Backtab)
    assert not desk.editor.view.hasFocus()


def test_alt_enter_and_shift_enter_make_a_line(desk):
    go(desk, 0, 2)
    press(desk, Key.Key_F2)
    press(desk, Key.Key_Return, ALT)
    type_in(desk, "กองช่าง")
    press(desk, Key.Key_Return, SHIFT)
    type_in(desk, "กองคลัง")
    press(desk, Key.Key_Return)
    assert desk.report.rows[0].cells["responsible"] == "ทุกกอง\nกองช่าง\nกองคลัง"


def test_a_new_line_in_a_list_goes_on_counting(desk):
    go(desk, 1, 1)
    press(desk, Key.Key_F2)
    press(desk, Key.Key_Return, ALT)
    type_in(desk, "จัดอบรม")
    press(desk, Key.Key_Return, ALT)
    press(desk, Key.Key_Return, ALT)
    press(desk, Key.Key_Return)
    assert desk.report.rows[1].cells["method"] == "๑. ประชาสัมพันธ์ช่องทาง\n๒. จัดอบรม\n"


def test_escape_in_the_grid_is_left_to_the_window(desk):
    go(desk, 0, 2)
    press(desk, Key.Key_Escape)
    assert desk.editor.view.cells.editor is None
    assert place(desk) == (0, 2)


def test_an_unchanged_cell_asks_for_nothing(desk):
    go(desk, 0, 0)
    press(desk, Key.Key_F2)
    press(desk, Key.Key_Return)
    assert desk.asked == []


def test_no_stored_text_ever_holds_a_hidden_break(desk):
    long = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลตัวอย่าง " * 3
    go(desk, 0, 4)
    type_in(desk, long)
    press(desk, Key.Key_Return)
    assert desk.report.rows[0].cells["summary"] == long


def test_an_input_method_that_commits_begins_editing(desk):
    go(desk, 0, 2)
    event = QInputMethodEvent("", [])
    event.setCommitString("กองคลัง")
    QApplication.sendEvent(desk.editor.view, event)
    assert desk.editor.pending_text() == "กองคลัง"


def test_an_input_method_that_composes_begins_editing(desk):
    go(desk, 0, 2)
    QApplication.sendEvent(desk.editor.view, QInputMethodEvent("ก", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("กองคลัง")
    QApplication.sendEvent(desk.editor.view, event)
    press(desk, Key.Key_Return)
    assert desk.report.rows[0].cells["responsible"] == "กองคลัง"


def test_a_double_click_edits(desk):
    view = desk.editor.view
    go(desk, 0, 2)
    spot = view.visualRect(view.currentIndex()).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, spot)
    assert desk.editor.pending_text() == "ทุกกอง"


def test_leaving_the_grid_keeps_what_is_typed(desk, qtbot):
    other = QLineEdit(desk.editor)
    other.show()
    go(desk, 0, 2)
    type_in(desk, "กองคลัง")
    other.setFocus()
    assert desk.texts("responsible")[0] == "กองคลัง"


def test_pending_text_can_be_asked_for_and_committed(desk):
    assert desk.editor.pending_text() is None
    go(desk, 0, 2)
    type_in(desk, "กองคลัง")
    assert desk.editor.pending_text() == "กองคลัง"
    desk.editor.commit_editor()
    assert desk.editor.pending_text() is None
    assert desk.texts("responsible")[0] == "กองคลัง"
    desk.editor.commit_editor()
    assert len(desk.asked) == 1


def test_showing_another_report_commits_the_open_editor(desk, form):
    go(desk, 0, 2)
    type_in(desk, "กองคลัง")
    other = make_report(2, first_id=50)
    desk.editor.set_report(replace(other, id=2), form)
    assert desk.asked == [("cells", ({(11, "responsible"): "กองคลัง"},))]


def test_a_change_elsewhere_leaves_caret_and_typed_text_alone(desk):
    go(desk, 0, 2)
    type_in(desk, "กองคลังใหม่")
    press(desk, Key.Key_Left)
    caret = desk.editor.view.cells.editor.textCursor().position()
    rows = list(desk.report.rows)
    desk._status([11], Status.CANNOT)
    assert desk.editor.pending_text() == "กองคลังใหม่"
    assert desk.editor.view.cells.editor.textCursor().position() == caret
    assert len(rows) == 3


def test_a_row_that_goes_while_it_is_edited_takes_its_editor_along(desk):
    go(desk, 1, 2)
    type_in(desk, "กองคลัง")
    desk.show([desk.report.rows[0], desk.report.rows[2]])
    assert desk.editor.pending_text() is None
    desk.editor.commit_editor()
    assert desk.asked == []
    assert place(desk) == (1, 2)


def test_keys_that_write_nothing_ask_for_nothing_in_an_empty_table(desk, form):
    text_last = replace(form.table, columns=form.table.columns[:-1])
    bare = replace(form, id="text last", parts=(text_last,))
    desk.editor.set_report(replace(desk.report, id=6, rows=()), bare)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Space, Key.Key_Backspace):
        QTest.keyClick(desk.editor.view, key)
    QTest.keyClick(desk.editor.view, Key.Key_X, CTRL)
    assert desk.asked == []


def test_the_offices_new_name_is_kept_whole_at_once(desk):
    desk.show([replace(desk.report.rows[0], cells={"measure": "องค์การบริหารส่วนตำบลตัวอย่าง"})])
    texts = desk.editor.view._texts
    desk.report = replace(desk.report, office=replace(desk.report.office, name="องค์การบริหารส่วนตำบลตัวอย่าง"))
    desk.editor.apply(desk.report)
    assert texts.breaker.broken("ก องค์การบริหารส่วนตำบลตัวอย่าง", 190).split("\u2028")[-1].startswith("องค์การ")
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in texts.terms


def test_a_report_without_a_table_closes_the_grid(desk, form):
    bare = replace(form, id="bare", parts=tuple(part for part in form.parts if not part.columns))
    go(desk, 1, 2)
    press(desk, Key.Key_F2)
    desk.editor.set_report(replace(desk.report, id=5), bare)
    assert desk.editor.pending_text() is None
    assert not desk.editor.add_action.isEnabled()
    desk.editor.add_row()
    desk.editor.remove_rows()
    desk.editor.pasting.paste_as_rows()
    assert [name for name, _ in desk.asked] == []


def test_a_row_that_could_not_be_added_leaves_the_cursor(desk):
    desk.editor.rows_added.disconnect()
    go(desk, 0, 3)
    press(desk, Key.Key_Return, CTRL)
    assert place(desk) == (0, 3)
    desk.show([*desk.report.rows, replace(desk.report.rows[0], id=99)])
    assert place(desk) == (3, 3)


# Emptying, copying, pasting


def test_delete_empties_all_chosen_cells_in_one_wish(desk):
    view = desk.editor.view
    go(desk, 0, 2)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    QTest.keyClick(view, Key.Key_Right, SHIFT)
    press(desk, Key.Key_Delete)
    empty = {(11, "responsible"): "", (11, "period"): "", (12, "responsible"): "", (12, "period"): ""}
    assert desk.asked == [("cells", (empty,))]


def test_delete_takes_a_tick_back(desk):
    go(desk, 0, 8)
    press(desk, Key.Key_Delete)
    assert desk.asked == [("status", ([11], Status.WAITING))]


def put(text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def test_a_copied_cell_is_its_plain_text(desk):
    go(desk, 0, 1)
    press(desk, Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    assert data.text() == desk.report.rows[0].cells["method"]
    assert not data.hasHtml()


def test_copied_cells_are_a_table_for_word_and_for_excel(desk):
    go(desk, 0, 1)
    QTest.keyClick(desk.editor.view, Key.Key_Right, SHIFT)
    press(desk, Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith('"๑. จัดทำคู่มือ')
    assert data.text().endswith('"\tทุกกอง')
    assert ">ทุกกอง</td>" in data.html()
    assert "<br" in data.html()


def test_a_plain_text_is_pasted_into_the_cell(desk):
    go(desk, 1, 4)
    put("๑. แจ้งเวียน\n๒. จัดอบรม")
    press(desk, Key.Key_V, CTRL)
    assert desk.asked == [("cells", ({(12, "summary"): "๑. แจ้งเวียน\n๒. จัดอบรม"},))]


def test_a_plain_text_fills_every_chosen_cell(desk):
    go(desk, 0, 2)
    QTest.keyClick(desk.editor.view, Key.Key_Down, SHIFT)
    put("ทุกส่วนราชการ")
    press(desk, Key.Key_V, CTRL)
    assert desk.texts("responsible") == ["ทุกส่วนราชการ", "ทุกส่วนราชการ", "กองคลัง"]


def test_cutting_copies_and_empties(desk):
    go(desk, 0, 2)
    press(desk, Key.Key_X, CTRL)
    assert QApplication.clipboard().text() == "ทุกกอง"
    assert desk.texts("responsible")[0] == ""


def test_pasting_without_a_table_says_what_to_do_at_the_cell(desk):
    put("ไม่ใช่ตาราง")
    desk.editor.paste_action.trigger()
    assert desk.editor.view.told.isVisible()
    assert "กรุณาคัดลอกตาราง" in plain(desk.editor.view.told.text())
    assert desk.asked == []


# Rows


def test_ctrl_enter_adds_a_row_below_and_goes_to_it(desk):
    go(desk, 0, 3)
    press(desk, Key.Key_Return, CTRL)
    assert desk.asked == [("added", (1, [{}]))]
    assert place(desk) == (1, 0)
    type_in(desk, "มาตรการใหม่")
    press(desk, Key.Key_Return)
    assert desk.texts("measure")[1] == "มาตรการใหม่"


def test_ctrl_enter_while_typing_keeps_the_text_and_adds_a_row(desk):
    go(desk, 0, 2)
    type_in(desk, "กองคลัง")
    press(desk, Key.Key_Return, CTRL)
    assert [name for name, _ in desk.asked] == ["cells", "added"]
    assert place(desk) == (1, 0)


def test_ctrl_delete_removes_the_chosen_rows_and_stays_near(desk):
    go(desk, 1, 3)
    press(desk, Key.Key_Delete, CTRL)
    assert desk.asked == [("removed", ([12],))]
    assert place(desk) == (1, 3)
    press(desk, Key.Key_Delete, CTRL)
    assert place(desk) == (0, 3)


def test_alt_arrows_move_a_row_and_the_cursor_goes_along(desk):
    go(desk, 0, 3)
    press(desk, Key.Key_Down, ALT)
    assert desk.asked == [("moved", ([11], 1))]
    assert place(desk) == (1, 3)
    press(desk, Key.Key_Up, ALT)
    press(desk, Key.Key_Up, ALT)
    assert [row.id for row in desk.report.rows] == [11, 12, 13]
    assert len(desk.asked) == 2


def test_chosen_rows_move_together(desk):
    go(desk, 0, 0)
    QTest.keyClick(desk.editor.view, Key.Key_Down, SHIFT)
    desk.editor.down_action.trigger()
    assert desk.asked == [("moved", ([11, 12], 1))]
    assert [row.id for row in desk.report.rows] == [13, 11, 12]
    assert desk.editor.view.chosen_rows() == [1, 2]


def test_rows_put_back_appear_where_they_were(desk):
    before = desk.report.rows
    go(desk, 1, 0)
    press(desk, Key.Key_Delete, CTRL)
    desk.show(before)
    assert [desk.editor._model.rows[at].id for at in range(3)] == [11, 12, 13]


# Ticks


@pytest.mark.parametrize(
    ("char", "status"),
    [("1", Status.IN_PROGRESS), ("๑", Status.IN_PROGRESS), ("ๅ", Status.IN_PROGRESS), ("3", Status.CANNOT)],
)
def test_a_key_sets_the_status_whatever_the_keyboard_speaks(desk, char, status):
    go(desk, 2, 8)
    type_in(desk, char)
    assert desk.asked == [("status", ([13], status))]


def test_space_sets_the_tick_under_the_cursor_and_takes_it_back(desk):
    go(desk, 2, 8)
    press(desk, Key.Key_Space)
    press(desk, Key.Key_Space)
    assert desk.asked == [("status", ([13], Status.DONE)), ("status", ([13], Status.WAITING))]


def test_a_click_on_the_box_ticks_and_a_click_beside_it_only_chooses(desk):
    view = desk.editor.view
    index = view.report.index(2, 7)
    box = tick_box(view.visualRect(index), view._texts.line_height).toRect()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, box.center() + QPoint(0, 40))
    assert desk.asked == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, box.center())
    assert desk.asked == [("status", ([13], Status.IN_PROGRESS))]
    assert place(desk) == (2, 7)


def test_dragging_onto_a_box_chooses_cells_and_ticks_nothing(desk):
    view = desk.editor.view
    text = view.visualRect(view.report.index(2, 6)).center()
    box = tick_box(view.visualRect(view.report.index(2, 7)), view._texts.line_height).toRect().center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NONE, text)
    QTest.mouseMove(view.viewport(), box)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NONE, box)
    assert desk.asked == []


def test_letters_on_a_tick_do_nothing(desk):
    go(desk, 0, 8)
    type_in(desk, "ก")
    assert desk.asked == []
    assert desk.editor.view.cells.editor is None


def test_a_tick_stands_in_its_own_column(desk):
    view, done = desk.editor.view, theme.tokens().done
    shot = view.viewport().grab().toImage()

    def holds_tick(column: int) -> bool:
        box = tick_box(view.visualRect(view.report.index(0, column)), view._texts.line_height).toRect()
        spots = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
        return any(shot.pixelColor(*spot).name() == done for spot in spots)

    assert [holds_tick(column) for column in (7, 8, 9)] == [False, True, False]


# Place, count, looks


def test_the_current_cell_is_told(desk, qtbot):
    with qtbot.waitSignal(desk.editor.current_cell_changed) as heard:
        go(desk, 1, 3)
    assert heard.args == [12, "period"]


def test_the_count_of_complete_rows_follows_the_typing(desk):
    def count():
        return next(one.text() for one in desk.editor.findChildren(QLabel) if one.text().startswith("ครบ "))

    assert count() == "ครบ ๒/๓ แถว"
    go(desk, 2, 1)
    type_in(desk, "๑. แจ้งเวียน")
    press(desk, Key.Key_Return)
    assert count() == "ครบ ๓/๓ แถว"


def test_rows_are_as_high_as_their_text(desk):
    view = desk.editor.view
    assert view.rowHeight(0) > view.rowHeight(2) > view._texts.line_height
    go(desk, 2, 4)
    before = view.rowHeight(2)
    type_in(desk, "แจ้งเวียนแล้วทุกกอง " * 12)
    grown = view.rowHeight(2)
    assert grown > before * 2
    press(desk, Key.Key_Escape)
    assert view.rowHeight(2) == before


def test_a_row_grows_when_its_column_gets_narrow(desk):
    view = desk.editor.view
    desk.editor.resize(1500, 600)
    QApplication.processEvents()
    before = view.rowHeight(0)
    desk.editor.resize(700, 600)
    QApplication.processEvents()
    assert view.rowHeight(0) > before


def test_the_text_stands_still_when_its_editor_opens(desk):
    """The editor breaks the same lines at the same place as the cell did."""
    view = desk.editor.view
    go(desk, 0, 1)
    rect = view.visualRect(view.currentIndex()).adjusted(6, 4, -8, -4)

    def ink():
        shot, ground = view.viewport().grab(rect).toImage(), set()
        for x in range(shot.width()):
            for y in range(shot.height()):
                if shot.pixelColor(x, y).lightness() < 110:
                    ground.add((x, y))
        return ground

    before = ink()
    view.edit_cell()
    view.cells.editor.setCursorWidth(0)
    after = ink()
    assert len(before) > 200
    assert len(before ^ after) < 0.1 * len(before)


def test_only_rows_in_sight_are_measured(desk, form):
    desk.editor.set_report(replace(make_report(2000), id=7), form)
    QApplication.processEvents()
    assert len(desk.editor.view.heights._known) < 40
    desk.editor.view.verticalScrollBar().setValue(20_000)
    assert len(desk.editor.view.heights._known) < 80


def test_scrolling_up_does_not_make_the_text_jump(desk, form):
    desk.editor.set_report(replace(make_report(600), id=7), form)
    view = desk.editor.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(40):
        watched = view.rowAt(view.viewport().height() // 2)
        before = view.rowViewportPosition(watched)
        bar.setValue(bar.value() - 30)
        assert view.rowViewportPosition(watched) - before == 30


def test_an_empty_table_says_how_to_begin(desk, form):
    desk.editor.set_report(replace(desk.report, id=9, rows=()), form)
    shot = desk.editor.view.viewport().grab().toImage()
    dark = sum(shot.pixelColor(x, y).lightness() < 160 for x in range(0, 960, 2) for y in range(0, 400, 2))
    assert dark > 100
    press(desk, Key.Key_Return, CTRL)
    assert desk.asked[-1] == ("added", (0, [{}]))


def test_every_button_has_a_name_an_icon_and_its_key_in_the_tooltip(desk):
    buttons = [one for one in desk.editor.findChildren(QToolButton) if one.isVisible()]
    assert len(buttons) == 6
    for one in buttons:
        assert one.accessibleName()
        assert not one.icon().isNull()
        assert "(" in one.toolTip()


def test_buttons_that_cannot_act_are_off(desk):
    go(desk, 0, 0)
    assert not desk.editor.up_action.isEnabled()
    assert desk.editor.down_action.isEnabled()
    go(desk, 2, 0)
    assert not desk.editor.down_action.isEnabled()


@pytest.mark.parametrize("dark", [False, True])
def test_missing_cells_are_marked_in_words_and_colour(desk, qapp, dark):
    theme.apply(qapp, dark=dark)
    view = desk.editor.view
    shot = view.viewport().grab(view.visualRect(view.report.index(2, 1))).toImage()
    colours = {shot.pixelColor(x, y).name() for x in range(shot.width()) for y in range(shot.height())}
    theme.apply(qapp)
    assert (DARK if dark else LIGHT).waiting in colours


def test_a_column_drawn_wider_stays_so_when_the_window_is_resized(desk):
    view = desk.editor.view
    view.horizontalHeader().resizeSection(0, 260)
    high = view.rowHeight(0)
    desk.editor.resize(1100, 600)
    QApplication.processEvents()
    assert view.columnWidth(0) == 260
    view.horizontalHeader().resizeSection(1, 90)
    assert view.rowHeight(0) > high


def test_rows_are_joined_with_those_above_by_a_key(desk, qtbot):
    go(desk, 1, 0)
    with qtbot.waitSignal(desk.editor.rows_joined) as asked:
        press(desk, Key.Key_J, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert asked.args == [[desk.report.rows[1].id]]
    go(desk, 0, 0)
    assert not desk.editor.join_action.isEnabled()
