"""Words are offered in the cells, and taken over only when somebody wants them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.words_offered import words_offered
from ui.grid.offered import Offered
from ui.thai_text import plain

NO = Qt.KeyboardModifier.NoModifier
USED = {
    "summary": ["๑. จัดประชุมแล้ว\n๒. จัดอบรมแล้ว"],
    "responsible": ["กองคลัง, กองช่าง"],
    "period": ["ต.ค. ๖๕ - ก.ย. ๖๖", "ทุกเดือน"],
}
LAST = {"summary": "แจ้งเวียนทุกกองในปีที่แล้ว", "outcome": "เรียบร้อยดี"}


class Memory:
    """An office that wrote a report last year."""

    def __init__(self, earlier):
        self.earlier, self.asked = earlier, []

    def before(self, _report):
        return self.earlier

    def words(self, form_id, column):
        self.asked.append((form_id, column.key))
        return words_offered(USED.get(column.key, ()), (), column.kind)


@pytest.fixture
def offered(qtbot, desk, report):
    """What is offered beside the desk's grid; its second row has no summary yet."""
    was = [replace(row, id=row.id + 50, cells={**row.cells, **LAST}) for row in report.rows]
    memory = Memory(replace(report, fiscal_year=2566, rows=tuple(was)))
    made = Offered(desk.editor.view, memory)
    made.memory = memory
    made.last_year.wanted.connect(lambda cells: desk.editor.ask(desk.editor.cells_edited, cells))
    made.last_year.notice.connect(desk.editor.notice)
    desk.editor.cells_edited.connect(lambda _cells: made.set_report(desk.report))
    with qtbot.waitSignal(made.understood):
        made.set_report(report)
    return made


def column_of(desk, key):
    return desk.editor.model.column_at(key)


def go(desk, row, key):
    desk.editor.view.go_to(row, column_of(desk, key))


def press(desk, key, held=NO):
    QTest.keyClick(desk.editor.view.cells.editor or desk.editor.view, key, held)


def typed(desk, type_thai, text):
    for char in text:
        type_thai(desk.editor.view.cells.editor or desk.editor.view, char)


def lines(offered):
    return [offered.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(offered.list.count())]


def test_a_report_moved_to_another_year_offers_the_text_of_the_year_before_that_one(qtbot, desk, offered):
    offered.memory.earlier = None
    with qtbot.waitSignal(offered.last_year.found):
        offered.set_report(replace(desk.report, fiscal_year=desk.report.fiscal_year + 3))
    assert desk.editor.model.ghost(1, column_of(desk, "summary")) == ""


def test_an_empty_cell_shows_last_years_text_and_a_filled_one_its_own(desk, offered):
    ghost = desk.editor.model.ghost
    assert ghost(1, column_of(desk, "summary")) == f"ปีก่อน: {LAST['summary']}"
    assert ghost(0, column_of(desk, "summary")) == ""


def test_last_years_text_is_drawn_but_is_no_text_of_the_report(desk, offered):
    view = desk.editor.view
    shown = view.grab().toImage()
    desk.editor.model.ghost = lambda _row, _column: ""
    view.viewport().update()
    assert view.grab().toImage() != shown
    assert desk.editor.model.text(1, column_of(desk, "summary")) == ""


def test_a_screen_reader_is_told_of_last_years_text(desk, offered):
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    at = desk.editor.model.index(1, column_of(desk, "summary"))
    assert LAST["summary"] in at.data(role)
    assert desk.editor.model.index(0, column_of(desk, "summary")).data(role) is None


def test_tab_through_closed_cells_takes_nothing_over(desk, offered):
    go(desk, 1, "period")
    for _ in range(4):
        press(desk, Qt.Key.Key_Tab)
    assert desk.asked == []


def test_one_key_takes_last_years_text_of_all_chosen_cells_in_one_step(desk, offered):
    go(desk, 1, "summary")
    press(desk, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    row = desk.report.rows[1].id
    assert desk.asked == [("cells", ({(row, key): text for key, text in LAST.items()},))]


def test_where_there_is_nothing_to_take_over_that_is_told(desk, offered):
    told = []
    desk.editor.notice.connect(told.append)
    go(desk, 0, "summary")
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "ปีก่อน" in told[0]
    assert desk.asked == []


def test_tab_in_an_open_empty_cell_takes_last_years_text_and_escape_gives_it_up(desk, offered):
    go(desk, 1, "summary")
    press(desk, Qt.Key.Key_F2)
    assert "Tab" in plain(desk.editor.view.cells.editor.placeholderText())
    press(desk, Qt.Key.Key_Tab)
    assert desk.editor.view.cells.editor.text() == LAST["summary"]
    press(desk, Qt.Key.Key_Escape)
    assert desk.asked == []


def test_an_issued_report_offers_nothing(desk, offered):
    desk.editor.set_frozen(True)
    assert desk.editor.model.ghost(1, column_of(desk, "summary")) == ""


def test_typing_offers_what_was_used_and_arrow_and_enter_take_it(desk, offered, type_thai, qtbot):
    go(desk, 1, "summary")
    typed(desk, type_thai, "๑. จัด")
    qtbot.waitUntil(offered.list.isVisible)
    assert lines(offered) == ["จัดประชุมแล้ว", "จัดอบรมแล้ว"]
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    assert desk.editor.view.cells.editor.text() == "๑. จัดประชุมแล้ว"
    assert offered.list.isHidden()


def test_whoever_goes_on_typing_is_not_held_up(desk, offered, type_thai, qtbot):
    go(desk, 1, "summary")
    typed(desk, type_thai, "จัด")
    qtbot.waitUntil(offered.list.isVisible)
    typed(desk, type_thai, "เอง")
    press(desk, Qt.Key.Key_Return)
    assert desk.report.rows[1].cells["summary"] == "จัดเอง"
    assert offered.list.isHidden()


def test_the_words_of_a_column_are_looked_up_once_for_each_opened_cell(desk, offered, type_thai, qtbot):
    go(desk, 1, "summary")
    typed(desk, type_thai, "จั")
    qtbot.waitUntil(offered.list.isVisible)
    typed(desk, type_thai, "ด")
    assert offered.memory.asked == [("memo", "summary")]


def test_of_several_units_the_one_that_is_typed_is_completed(desk, offered, type_thai, qtbot):
    go(desk, 0, "responsible")
    typed(desk, type_thai, "สำนักปลัด, กองช")
    qtbot.waitUntil(offered.list.isVisible)
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Tab)
    assert desk.editor.view.cells.editor.text() == "สำนักปลัด, กองช่าง"


def test_f4_offers_the_periods_of_the_year_and_takes_the_whole_text(desk, offered):
    go(desk, 0, "period")
    press(desk, Qt.Key.Key_F4)
    assert lines(offered)[:3] == ["ทุกเดือน", "ต.ค. ๖๖ - ก.ย. ๖๗", "ต.ค. ๖๖ - มี.ค. ๖๗"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return):
        press(desk, key)
    assert desk.report.rows[0].cells["period"] == "ต.ค. ๖๖ - มี.ค. ๖๗"


def test_a_quarter_is_typed_by_its_name(desk, offered, type_thai, qtbot):
    go(desk, 0, "period")
    typed(desk, type_thai, "ไตรมาส 1")
    qtbot.waitUntil(offered.list.isVisible)
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    assert desk.editor.view.cells.editor.text() == "ต.ค. - ธ.ค. ๖๖"


def test_it_is_told_how_a_period_is_understood(desk, offered):
    go(desk, 0, "period")
    assert offered.words_here() == "๑ ต.ค. ๖๖ ถึง ๓๐ ก.ย. ๖๗"


def test_a_period_given_up_is_told_as_it_was(desk, offered, type_thai, qtbot):
    go(desk, 0, "period")
    typed(desk, type_thai, "ม.ค. ๖๗")
    assert offered.words_here() == "๑ ม.ค. ๖๗ ถึง ๓๑ ม.ค. ๖๗"
    with qtbot.waitSignal(offered.understood):
        press(desk, Qt.Key.Key_Escape)
    assert offered.words_here() == "๑ ต.ค. ๖๖ ถึง ๓๐ ก.ย. ๖๗"


def test_a_day_that_does_not_exist_is_told_at_its_cell_and_the_text_is_kept(desk, offered, type_thai):
    go(desk, 0, "period")
    typed(desk, type_thai, "31/2/2567 - 5/3/2567")
    press(desk, Qt.Key.Key_Return)
    assert desk.report.rows[0].cells["period"] == "31/2/2567 - 5/3/2567"
    assert offered.told.isVisible()
    assert "กุมภาพันธ์" in plain(offered.told.text())


def test_free_text_is_a_period_too(desk, offered, type_thai):
    go(desk, 0, "period")
    typed(desk, type_thai, "เมื่อมีเหตุ")
    press(desk, Qt.Key.Key_Return)
    assert desk.report.rows[0].cells["period"] == "เมื่อมีเหตุ"
    assert offered.told.isHidden()
