"""What somebody meets who has never seen the program: docs/first-use.md tells how each was found."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QFontMetrics, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.actions import office, reports
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from tests.ui.window import walking
from ui import theme
from ui.people.picker import KNOWN, NOBODY_KNOWN, PersonPicker
from ui.reports.new_report import NewReportDialog
from ui.start.page import DONE
from ui.thai_lines import LineBreaker
from ui.thai_text import plain
from ui.theme import fonts
from ui.window.connections import THAI_KEYS
from ui.window.help import KeySheet
from ui.window.main_window import FRAME, SIZE, MainWindow
from ui.window.menu import EDIT
from ui.window.view_state import ViewState

K = Qt.Key


@pytest.fixture
def empty(tmp_path, open_window):
    """The window over a database in which nobody has written anything."""
    workspace = open_workspace(tmp_path / "empty.db")
    yield open_window(workspace=workspace)
    workspace.close()


def marks(bench):
    return [mark.text() for mark in bench.start.way.marks]


def test_the_first_page_tells_the_way_to_paper_and_where_one_stands(empty):
    assert marks(empty) == ["๑", "๒", "๓"]
    assert [name.property("role") for name in empty.start.way.names] == ["now", "muted", "muted"]
    empty.start.form.fields["name"].setText("เทศบาลตำบลตัวอย่าง")
    empty.start.save.click()
    assert marks(empty) == [DONE, "๒", "๓"]
    assert [name.property("role") for name in empty.start.way.names] == ["done", "now", "muted"]


def test_tab_goes_round_the_window_while_there_is_no_report(empty):
    stops = walking.tab_stops(empty.window)
    assert empty.window.focusWidget() is stops[0]
    assert walking.never_reached(empty.window) == []


def test_the_first_page_points_to_the_list_only_when_there_are_reports(open_window, ws):
    bench = open_window()
    assert "รายการด้านซ้าย" not in plain(bench.start.choice.text())
    reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    bench.refresh_list()
    assert "รายการด้านซ้าย" in plain(bench.start.choice.text())


def test_enter_goes_from_the_office_to_a_new_report_without_a_mouse(empty, press):
    empty.start.form.fields["name"].setText("เทศบาลตำบลตัวอย่าง")
    empty.start.form.fields["head_title"].setFocus()
    press(empty, K.Key_Return)
    assert office.load_office(empty.session.workspace).name == "เทศบาลตำบลตัวอย่าง"
    assert empty.window.focusWidget() is empty.start.new
    press(empty, K.Key_Return)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, NewReportDialog)]
    assert dialog.isVisible()
    dialog.reject()


def test_the_addressee_follows_from_the_name_of_the_office_until_somebody_writes_another(empty, type_thai):
    fields = empty.start.form.fields
    type_thai(fields["name"], "เทศบาลตำบลตัวอย่าง")
    assert fields["head_title"].text() == "นายกเทศมนตรีตำบลตัวอย่าง"
    fields["head_title"].setText("ประธานสภาตัวอย่าง")
    type_thai(fields["name"], "ใหม่")
    assert fields["head_title"].text() == "ประธานสภาตัวอย่าง"


def test_enter_presses_every_button_of_the_window_that_has_the_keyboard(bench):
    bench.editor.go_to(1)
    buttons = [
        one
        for one in bench.window.findChildren(QPushButton)
        if one.isVisible() and one.window() is bench.window and not bench.window.right.isAncestorOf(one)
    ]
    assert len(buttons) > 5
    assert [one.accessibleName() for one in buttons if not one.autoDefault()] == []


def test_a_signer_is_asked_for_by_name_until_there_is_a_directory_to_choose_from(qtbot, look, staff):
    picker = PersonPicker()
    qtbot.addWidget(picker)
    assert picker.line.placeholderText() == NOBODY_KNOWN
    picker.set_people(staff)
    assert picker.line.placeholderText() == KNOWN
    picker.set_people([])
    assert picker.line.placeholderText() == NOBODY_KNOWN


def test_the_size_of_type_follows_the_user_at_once_everywhere_and_is_remembered(bench, press, qapp):
    try:
        bench.editor.go_to(1)
        before = qapp.font().pointSizeF()
        for _ in range(3):
            bench.window.menus.actions["larger_text"].trigger()
        assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
        assert bench.editor.step == 1
        assert theme.grid_font().pointSizeF() == pytest.approx(fonts.GRID_POINTS * 1.5)
        assert bench.start.new.font().pointSizeF() == pytest.approx(before * 1.5)
        assert ViewState(bench.session.workspace.store.path).text_percent == 150
        bench.window.menus.actions["normal_text"].trigger()
        assert qapp.font().pointSizeF() == before
    finally:
        theme.apply(qapp)


def test_the_size_of_type_ends_at_its_smallest_and_largest(bench, qapp):
    actions = bench.window.menus.actions
    try:
        for _ in theme.PERCENTS:
            actions["larger_text"].trigger()
        assert theme.text_percent() == max(theme.PERCENTS)
        assert not actions["larger_text"].isEnabled()
        for _ in theme.PERCENTS:
            actions["smaller_text"].trigger()
        assert theme.text_percent() == min(theme.PERCENTS)
        assert not actions["smaller_text"].isEnabled()
        assert actions["normal_text"].isEnabled()
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("percent", theme.PERCENTS)
def test_a_line_and_a_button_are_as_high_as_their_type(bench, qapp, percent):
    try:
        theme.apply(qapp, percent=percent)
        needed = LineBreaker(theme.interface_font()).line_height
        for widget in (bench.editor.parts["head"].fields["number"], bench.start.new):
            widget.ensurePolished()
            assert widget.sizeHint().height() >= needed
    finally:
        theme.apply(qapp)


def test_an_open_cell_tells_its_keys_and_a_closed_one_does_not(bench, press):
    bench.editor.go_to(1)
    table = bench.editor.table.grid
    table.add_action.trigger()
    table.view.setFocus()
    assert bench.editing_hint.isHidden()
    press(bench, K.Key_F2)
    assert not bench.editing_hint.isHidden()
    press(bench, K.Key_Escape)
    assert bench.editing_hint.isHidden()


def shown_keys(sheet):
    groups = [sheet.list.topLevelItem(at) for at in range(sheet.list.topLevelItemCount())]
    return [group.child(at) for group in groups for at in range(group.childCount())]


@pytest.mark.parametrize("percent", [100, 150])
def test_no_line_of_the_key_sheet_is_cut(qtbot, qapp, look, percent):
    try:
        theme.apply(qapp, percent=percent)
        sheet = KeySheet()
        qtbot.addWidget(sheet)
        sheet.show()
        metrics = QFontMetrics(sheet.list.font())
        for item in shown_keys(sheet):
            for column in (0, 1):
                lines = item.text(column).split("\n")
                assert max(map(metrics.horizontalAdvance, lines)) + 20 <= sheet.list.columnWidth(column)
                assert sheet.list.visualItemRect(item).height() >= len(lines) * metrics.height()
    finally:
        theme.apply(qapp)


def test_the_key_sheet_tells_every_key_of_the_window(bench):
    bench.editor.go_to(1)
    sheet = KeySheet(bench.window)
    told = " ".join(item.text(0) for item in shown_keys(sheet)).replace(" / ", " ").split()
    text = QKeySequence.SequenceFormat.PortableText
    keys = {key.toString(text) for one in bench.window.findChildren(QAction) for key in one.shortcuts()}
    keys |= {one.key().toString(text) for one in bench.window.findChildren(QShortcut)}
    missing = {key for key in keys if key.replace("Return", "Enter") not in told}
    steps = {f"Ctrl+{number}" for number in range(1, 10)}
    same_key = {"Ctrl+=", "Ctrl+ว", *THAI_KEYS}  # without Shift; with the Thai layout
    assert " ".join(sorted(missing - steps - same_key - {""})) == ""


def test_a_window_is_never_larger_than_the_screen_it_opens_on(tmp_path, qtbot, qapp):
    room = qapp.primaryScreen().availableSize() - FRAME
    state = ViewState(tmp_path / "office.db")
    first = MainWindow(state)
    qtbot.addWidget(first)
    assert (first.width(), first.height()) == (min(SIZE[0], room.width()), min(SIZE[1], room.height()))
    first.resize(room.width() + 400, room.height() + 300)
    state.keep_bytes("geometry", first.saveGeometry())
    again = MainWindow(state)
    qtbot.addWidget(again)
    assert again.width() <= room.width()
    assert again.height() <= room.height()


def test_a_window_that_leaves_no_room_for_its_frame_takes_the_whole_screen(tmp_path, qtbot, monkeypatch):
    large, small = (MainWindow(ViewState(tmp_path / name)) for name in ("large.db", "small.db"))
    for window in (large, small):
        qtbot.addWidget(window)
    small.resize(400, 300)
    large.show_whole()
    small.show_whole()
    assert large.isMaximized()
    assert not small.isMaximized()


def test_rows_that_are_not_on_the_screen_are_neither_removed_nor_moved_from_the_menu(bench):
    rows, edit = bench.editor.table.grid, bench.window.menus.menus[EDIT]
    bench.editor.go_to(3)
    edit.aboutToShow.emit()
    assert rows.add_action in edit.actions()
    assert rows.remove_action not in edit.actions()
    assert rows.down_action not in edit.actions()
    bench.editor.go_to(1)
    edit.aboutToShow.emit()
    assert rows.remove_action in edit.actions()


def test_control_2_and_3_lead_to_their_steps_with_the_thai_layout_too(bench, press):
    bench.editor.go_to(0)
    press(bench, K.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert bench.editor.step == 1
    press(bench, K.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert bench.editor.step == 2
    bench.preview.setFocus()
    press(bench, K.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert bench.editor.step == 2


def test_the_line_that_is_typed_stays_in_sight_however_long_a_text_gets(open_window, report, type_thai, qapp):
    bench = open_window((1280, 620))
    opening = bench.editor.parts["opening"].text
    opening.setFocus()
    cursor = opening.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    opening.setTextCursor(cursor)
    for _ in range(8):
        type_thai(opening, "หนึ่งบรรทัด\n")
        qapp.processEvents()
        page = bench.editor.pages.currentWidget()
        caret = opening.viewport().mapTo(page.viewport(), opening.cursorRect().center())
        assert page.viewport().rect().contains(0, caret.y())


def test_a_picture_pasted_into_a_text_is_told_and_the_text_stays(bench, press, qapp):
    opening = bench.editor.parts["opening"].text
    opening.setFocus()
    before = opening.text()
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    qapp.clipboard().setMimeData(picture)
    press(bench, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "รูปภาพใส่ในช่องข้อความไม่ได้" in bench.notice.sentence
    assert opening.text() == before
