"""Words of last year come into this year's report by one key, through the real window."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions import people, reports, rows
from desktop_app.domain.report import Round
from desktop_app.domain.where import Where

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = "แจ้งเวียนทุกกองแล้วในปีนั้น"


@pytest.fixture
def table(ws, open_window, staff, qtbot):
    """The window at the first row of a report whose forerunner is in the database too."""
    for year, cells in ((2566, {"summary": SAID}), (2567, {})):
        made = reports.create_report(ws, "memo", year, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, made, 0, [{"measure": "มาตรการตัวอย่าง", **cells}])
    bench = open_window()
    bench.open_report(made)
    part = bench.editor.table
    qtbot.waitUntil(lambda: bool(part.grid.model.ghost(0, column(part, "summary"))))
    part.kept_bench = bench
    return part


def column(part, key):
    return part.grid.model.column_at(key)


def go(part, key):
    bench = part.kept_bench
    bench.editor.show_place(Where("rows", bench.session.report.rows[0].id, key))


def summary(part):
    return part.kept_bench.session.report.rows[0].cells.get("summary", "")


def test_last_years_text_is_taken_over_by_keys_and_taken_back_by_undo(table, press):
    bench = table.kept_bench
    go(table, "summary")
    assert "ปีก่อน" in bench.place.text()
    press(bench, Qt.Key.Key_Down, CTRL, SHIFT)
    assert summary(table) == SAID
    press(bench, Qt.Key.Key_Z, CTRL)
    assert summary(table) == ""
    assert table.grid.model.ghost(0, column(table, "summary"))


def test_the_menu_of_a_cell_takes_last_years_text_over(table):
    go(table, "summary")
    menu = table.grid.show_menu(table.grid.view.menu_corner())
    next(action for action in menu.actions() if action.text() == "ใช้ข้อความปีก่อน").trigger()
    menu.close()
    assert summary(table) == SAID


def test_people_of_the_directory_are_offered_to_be_responsible(table, press, type_thai, qtbot, ws):
    bench, offered = table.kept_bench, table.offered
    people.add_person(ws, "นางสมมุติ ตัวอย่างดี", "ผู้อำนวยการกองช่าง")
    go(table, "responsible")
    for char in "ผู้อำ":
        type_thai(bench.window.focusWidget(), char)
    qtbot.waitUntil(offered.list.isVisible)
    press(bench, Qt.Key.Key_Down)
    press(bench, Qt.Key.Key_Return)
    press(bench, Qt.Key.Key_Return)
    assert bench.session.report.rows[0].cells["responsible"] == "ผู้อำนวยการกองช่าง"


def test_another_report_is_offered_its_own_year_before(table, qtbot, ws):
    bench = table.kept_bench
    new = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, new, 0, [{"measure": "มาตรการตัวอย่าง"}])
    bench.open_report(new)
    part = bench.editor.table
    with qtbot.waitSignal(part.offered.understood):  # the year before was looked up
        pass
    assert part.grid.model.ghost(0, column(part, "summary")) == ""
