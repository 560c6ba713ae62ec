"""The yearly tables in the window: by keys alone, refused at their place, nothing kept before it is saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.actions import reports, rows, yearly
from desktop_app.domain.report import Round, Status
from desktop_app.domain.yearly import Section
from tests.ui.window.conftest import open_window  # noqa: F401


@pytest.fixture
def bench(open_window, ws):  # noqa: F811
    """The window with an action plan open, all of it done."""
    made = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    (row,) = rows.add_rows(ws, made, 0, [{"project": "โครงการตัวอย่าง", "dimension": "1"}]).rows
    rows.set_status(ws, made, [row], Status.DONE)
    window = open_window()
    window.open_report(made)
    return window


@pytest.fixture
def dialog(bench, qtbot):
    made = bench.office_tasks.open_yearly()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.done(0)


def type_over(field, text):
    """Go to a field, type over what is there, key by key."""
    field.setFocus()
    field.selectAll()
    for char in text:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, field, Qt.Key.Key_unknown, char, Qt.KeyboardModifier.NoModifier
        )


def clear(field):
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)


def save(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def answer(words):
    (box,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    next(button for button in box.buttons() if button.text() == words).click()


def told(label) -> str:
    return label.text().replace("\u200b", "")


def summary(bench) -> str:
    return told(bench.editor.parts["summary"].lines)


def test_it_opens_at_the_year_of_the_report_and_tells_what_nobody_verified(dialog):
    assert dialog.shown_year == 2567
    assert told(dialog.pages[Section.GRADES].source) == "ใช้ค่าที่มากับโปรแกรม"
    assert "ยังไม่ได้ตรวจกับประกาศของปี ๒๕๖๗" in told(dialog.pages[Section.LEVELS].source)
    assert not dialog.is_changed


def test_a_level_typed_key_by_key_shows_in_the_open_report(bench, dialog, ws):
    page = dialog.pages[Section.LEVELS]
    dialog.tabs.setCurrentIndex(2)
    type_over(page.lines.rows[0][0], "ยอดเยี่ยม")
    assert "มากที่สุด" in summary(bench)
    save(dialog)
    assert "ระดับ ยอดเยี่ยม" in summary(bench)
    assert "บันทึกตารางของปี ๒๕๖๗ แล้ว" in told(dialog.told)
    assert "ของหน่วยงาน" in told(page.source)
    assert yearly.load_year(ws, 2568).levels[0].word == "ยอดเยี่ยม"


def test_a_new_row_is_typed_below_and_a_cleared_one_is_gone(dialog, ws):
    page = dialog.pages[Section.DIMENSIONS]
    dialog.tabs.setCurrentIndex(3)
    type_over(page.lines.rows[4][0], "มิติใหม่")
    assert len(page.lines.rows) == 6
    clear(page.lines.rows[1][0])
    save(dialog)
    names = yearly.load_year(ws, 2567).dimensions
    assert (len(names), names[-1]) == (4, "มิติที่ 4 มิติใหม่")


def test_what_is_wrong_is_told_in_its_row_and_nothing_is_kept(dialog, ws):
    page = dialog.pages[Section.INSTRUMENTS]
    type_over(page.lines.rows[2][1], "๓๐")
    dialog.tabs.setCurrentIndex(4)
    save(dialog)
    assert dialog.tabs.currentIndex() == 0
    assert page.lines.rows[2][1].hasFocus()
    assert "น้ำหนักรวมกันได้ ๙๐" in "".join(told(label) for label in page.lines._faults if label.isVisible())
    assert yearly.load_year(ws, 2567).instruments[2].weight == 40
    type_over(page.lines.rows[2][1], "๔๐")
    assert not dialog.is_changed


def test_a_year_until_which_it_holds_that_is_none_is_told_there(dialog):
    page = dialog.pages[Section.ITEMS]
    dialog.tabs.setCurrentIndex(4)
    type_over(page.until, "2024")
    save(dialog)
    assert page.until.hasFocus()
    assert "ใช้ถึงปี" in told(page.fault)


@pytest.mark.parametrize("typed", ["2024", "ปีนี้", "", "๙๙๙๙"])
def test_a_year_that_is_none_is_told_and_the_tables_stay(dialog, typed):
    dialog.year.setEditText(typed)
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    assert "ปีต้องเป็นปีงบประมาณ" in told(dialog.told)
    assert dialog.shown_year == 2567


def test_another_year_is_typed_and_shown(dialog):
    dialog.year.setEditText("๒๕๖๔")
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    assert dialog.shown_year == 2564
    assert dialog.pages[Section.GRADES].lines.rows[0][0].text() == "AA"
    assert dialog.pages[Section.GRADES].lines.rows[6][1].text() == "๐"
    assert dialog.isVisible()


def test_the_usual_values_come_back_and_count_once_they_are_saved(dialog, ws):
    page = dialog.pages[Section.LEVELS]
    dialog.tabs.setCurrentIndex(2)
    type_over(page.lines.rows[0][0], "ยอดเยี่ยม")
    save(dialog)
    page.usual.click()
    assert page.lines.rows[0][0].text() == "มากที่สุด"
    assert yearly.load_year(ws, 2567).levels[0].word == "ยอดเยี่ยม"
    save(dialog)
    assert yearly.load_year(ws, 2567).levels[0].word == "มากที่สุด"
    assert "ที่มากับโปรแกรม" in told(page.source)


def test_what_is_typed_is_asked_about_before_it_would_be_lost(dialog, ws):
    page = dialog.pages[Section.LEVELS]
    type_over(page.lines.rows[0][0], "ยอดเยี่ยม")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    answer("กลับไปแก้ไข")
    assert dialog.isVisible()
    assert page.lines.rows[0][0].text() == "ยอดเยี่ยม"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    answer("ไม่บันทึก")
    assert not dialog.isVisible()
    assert yearly.load_year(ws, 2567).levels[0].word == "มากที่สุด"


def test_it_can_be_saved_on_the_way_to_another_year(dialog, ws):
    type_over(dialog.pages[Section.LEVELS].lines.rows[0][0], "ยอดเยี่ยม")
    dialog.year.setEditText("2566")
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    answer("บันทึก")
    assert dialog.shown_year == 2566
    assert yearly.load_year(ws, 2567).levels[0].word == "ยอดเยี่ยม"
    assert dialog.pages[Section.LEVELS].lines.rows[0][0].text() == "มากที่สุด"
