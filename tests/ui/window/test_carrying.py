"""Next year's report out of this one, by keyboard, from the menu and from the list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import people, reports, rows, signoffs
from desktop_app.domain.office import Person
from desktop_app.domain.report import Round, Status
from ui.reports.carry import CarryDialog
from ui.thai_text import plain

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture
def filled(ws, report):
    """The report with one row and a date."""
    cells = {"measure": "ประชุม", "method": "แจ้งเวียน", "responsible": "สำนักปลัด", "summary": "ทำแล้ว"}
    cells["period"] = "ต.ค. ๖๖ - ก.ย. ๖๗"
    (row_id,) = rows.add_rows(ws, report.id, 0, [cells]).rows
    rows.set_statuses(ws, report.id, {row_id: Status.DONE})
    reports.set_head(ws, report.id, "date", date(2024, 3, 18))
    return report.id


@pytest.fixture
def carrying(open_window, filled, staff):
    """The window with that report open."""
    return open_window()


def dialog_of(bench):
    (dialog,) = [one for one in bench.window.findChildren(CarryDialog) if one.isVisible()]
    return dialog


def test_next_years_report_is_made_with_two_keys_and_opens_where_its_first_result_belongs(
    carrying, filled, press
):
    press(carrying, K.Key_N, CTRL, SHIFT)
    dialog = dialog_of(carrying)
    assert dialog.focusWidget() is dialog.year
    assert dialog.year.text() == "๒๕๖๘"
    QTest.keyClick(dialog, K.Key_Return)
    new = carrying.session.report
    assert (new.id != filled, new.fiscal_year, new.round) == (True, 2568, Round.TWELVE_MONTHS)
    assert new.rows[0].cells["period"] == "ต.ค. ๖๗ - ก.ย. ๖๘"
    assert carrying.editor.table.grid.current_cell == (new.rows[0].id, "summary")
    assert carrying.editor.table.isAncestorOf(QApplication.focusWidget())
    assert new.rows[0].cells.keys() == {"measure", "method", "responsible", "period"}
    assert "ปีงบประมาณ ๒๕๖๘" in carrying.notice.sentence


def test_the_year_can_be_changed_and_what_is_kept_is_told(carrying, press, type_thai):
    press(carrying, K.Key_N, CTRL, SHIFT)
    dialog = dialog_of(carrying)
    assert "เริ่มว่าง" in plain(dialog.explanation.text())
    type_thai(dialog.year, "2567")
    assert "รวมผลและสถานะ" in plain(dialog.explanation.text())
    assert "ปีงบประมาณ ๒๕๖๗ รอบ ๑๒ เดือน อยู่แล้ว ๑ ฉบับ" in plain(dialog.same.text())
    QTest.keyClick(dialog, K.Key_Return)
    new = carrying.session.report
    assert (new.fiscal_year, new.rows[0].status, new.head.date) == (2567, Status.DONE, None)


def test_only_a_six_month_report_goes_on_to_twelve_months(carrying, ws, press):
    entry = carrying.window.menus.actions["continue_round"]
    assert not entry.isEnabled()
    half = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    carrying.open_report(half)
    assert entry.isEnabled()
    press(carrying, K.Key_M, CTRL, SHIFT)
    QTest.keyClick(dialog_of(carrying), K.Key_Return)
    new = carrying.session.report
    assert (new.id != half, new.fiscal_year, new.round) == (True, 2566, Round.TWELVE_MONTHS)
    assert not entry.isEnabled()


def test_both_are_in_the_menu_of_the_list(carrying):
    names = [action.objectName() for action in carrying.list.list.actions()]
    assert names == ["next_year", "continue_round", "delete_report"]


def test_what_is_being_typed_goes_along(carrying, press, type_thai):
    carrying.editor.go_to(0)
    opening = carrying.editor.parts["opening"].text
    opening.setFocus()
    opening.selectAll()
    type_thai(opening, "ตามปีงบประมาณ ๒๕๖๗")
    press(carrying, K.Key_N, CTRL, SHIFT)
    QTest.keyClick(dialog_of(carrying), K.Key_Return)
    assert carrying.session.report.texts["opening"] == "ตามปีงบประมาณ ๒๕๖๘"


def test_who_has_left_the_office_is_told(carrying, filled, staff, ws, press):
    place = carrying.session.report.signoffs[0]
    signoffs.choose_signer(ws, filled, place.id, staff[0].id)
    people.change_person(ws, Person(staff[0].id, staff[0].name, staff[0].position, active=False))
    press(carrying, K.Key_N, CTRL, SHIFT)
    QTest.keyClick(dialog_of(carrying), K.Key_Return)
    assert "นางสาวตัวอย่าง ใจดี ไม่ได้อยู่ในทำเนียบแล้ว" in carrying.notice.sentence


def test_escape_makes_nothing(carrying, filled, press):
    press(carrying, K.Key_N, CTRL, SHIFT)
    QTest.keyClick(dialog_of(carrying), K.Key_Escape)
    assert carrying.session.report.id == filled


def test_a_full_disk_is_told_and_the_earlier_report_stays_open(carrying, filled, press, request):
    press(carrying, K.Key_N, CTRL, SHIFT)
    disk = request.getfixturevalue("full_disk")
    QTest.keyClick(dialog_of(carrying), K.Key_Return)
    assert carrying.notice.sentence == disk.sentence
    assert carrying.session.report.id == filled
    disk.free()
