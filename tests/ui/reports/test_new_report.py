"""A new report asks for form, Buddhist fiscal year and round."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.report import Round
from desktop_app.forms.library import load_forms
from ui import theme
from ui.reports.new_report import NewReportDialog, reported_year
from ui.thai_text import plain


@pytest.fixture
def dialog(qtbot, look):
    made = NewReportDialog(load_forms(), date(2024, 4, 1), {("memo", 2567, Round.TWELVE_MONTHS): 1})
    qtbot.addWidget(made)
    made.told = []
    made.wanted.connect(lambda *what: made.told.append(what))
    made.show()
    return made


def test_the_fiscal_year_of_today_is_offered_in_thai_digits(dialog):
    assert dialog.year.text() == "๒๕๖๗"


def test_in_the_first_half_of_a_fiscal_year_the_one_that_has_ended_is_offered():
    assert reported_year(date(2024, 3, 18)) == 2566
    assert reported_year(date(2024, 4, 1)) == 2567
    assert reported_year(date(2024, 9, 30)) == 2567
    assert reported_year(date(2024, 10, 1)) == 2567


def test_what_is_on_the_paper_is_told_of_each_form(dialog):
    told = set()
    for at in range(dialog.form.count()):
        dialog.form.setCurrentIndex(at)
        told.add(plain(dialog.holds.text()))
    assert len(told) == dialog.form.count()
    dialog.form.setCurrentIndex(0)
    assert "ระยะเวลา" in plain(dialog.holds.text())
    assert "ข้อเสนอแนะ" in plain(dialog.holds.text())


def test_enter_takes_what_is_offered(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.told == [("memo", 2567, Round.TWELVE_MONTHS)]
    assert not dialog.isVisible()


def test_another_year_and_round_can_be_typed_in_any_digits(dialog, type_thai):
    dialog.year.selectAll()
    type_thai(dialog.year, "2566")
    QTest.keyClick(dialog.round, Qt.Key.Key_Up)
    dialog.accept()
    assert dialog.told == [("memo", 2566, Round.SIX_MONTHS)]


@pytest.mark.parametrize("typed", ["66", "๖๖", "2566"])
def test_a_year_is_typed_as_it_is_spoken(dialog, type_thai, typed):
    dialog.year.selectAll()
    type_thai(dialog.year, typed)
    dialog.accept()
    assert dialog.told == [("memo", 2566, Round.TWELVE_MONTHS)]


def test_a_year_of_the_common_era_is_turned_into_the_one_meant_and_asked_about(dialog, type_thai):
    dialog.year.selectAll()
    type_thai(dialog.year, "2023")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.told == []
    assert dialog.year.text() == "๒๕๖๖"
    assert "ปี ๒๐๒๓ เป็นปี ค.ศ. คือ พ.ศ. ๒๕๖๖" in plain(dialog.fault.text())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.told == [("memo", 2566, Round.TWELVE_MONTHS)]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_of_what_a_form_holds_is_cut_whichever_is_chosen(qtbot, qapp, percent):
    try:
        theme.apply(qapp, percent=percent)
        dialog = NewReportDialog(load_forms(), date(2024, 4, 1), {})
        qtbot.addWidget(dialog)
        dialog.show()
        for at in range(dialog.form.count()):
            dialog.form.setCurrentIndex(at)
            qapp.processEvents()
            assert dialog.holds.height() >= dialog.holds.heightForWidth(dialog.holds.width())
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("typed", ["1066", "๒๕", "ปีนี้", "", "25678", "3106"])
def test_a_year_that_is_not_buddhist_is_refused_with_a_sentence(dialog, type_thai, typed):
    dialog.year.clear()
    type_thai(dialog.year, typed)
    dialog.accept()
    assert dialog.told == []
    assert dialog.isVisible()
    assert dialog.fault.isVisible()
    type_thai(dialog.year, "๑")
    assert not dialog.fault.isVisible()


def test_a_second_report_of_the_same_year_and_round_is_told_and_can_be_made(dialog, type_thai):
    assert "อยู่แล้ว ๑ ฉบับ" in plain(dialog.same.text())
    assert dialog.same.isVisible()
    dialog.form.setCurrentIndex(dialog.form.count() - 1)
    assert not dialog.same.isVisible()
    dialog.form.setCurrentIndex(0)
    dialog.accept()
    assert dialog.told == [("memo", 2567, Round.TWELVE_MONTHS)]


def test_tab_goes_from_form_to_year_to_round(dialog):
    dialog.form.setFocus()
    for field in (dialog.year, dialog.round):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is field


def test_escape_makes_nothing(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.told == []
    assert not dialog.isVisible()
