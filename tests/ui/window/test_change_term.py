"""The year and round of the open report are changed from the menu, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import reports
from ui.reports.change_term import ChangeTermDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_dialog(bench, press, qtbot) -> ChangeTermDialog:
    press(bench, Qt.Key.Key_Y, CTRL, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChangeTermDialog))
    return QApplication.activeModalWidget()


def test_a_report_made_for_the_wrong_year_is_put_right_and_that_is_undone(bench, press, type_thai, qtbot):
    dialog = open_dialog(bench, press, qtbot)
    assert dialog.year.text() == "๒๕๖๗"
    assert dialog.same.isHidden()  # the report itself is no second one
    type_thai(dialog.year, "๒๕๖๖")
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    stored = reports.load_report(bench.session.workspace, bench.session.report.id)
    assert stored.fiscal_year == bench.session.report.fiscal_year == 2566
    assert "๒๕๖๖" in bench.editor.parts["head"].fields["subject"].toPlainText()
    bench.window.menus.actions["undo"].trigger()
    assert bench.session.report.fiscal_year == 2567


def test_the_same_year_is_no_step(bench, press, qtbot):
    dialog = open_dialog(bench, press, qtbot)
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    assert bench.session.steps.back is None


def test_a_year_that_is_none_is_told_and_asked_again(bench, press, type_thai, qtbot):
    dialog = open_dialog(bench, press, qtbot)
    type_thai(dialog.year, "๒๐๒๔")
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.fault.isVisible()
    dialog.reject()
