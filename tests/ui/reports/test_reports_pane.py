"""The list of reports: by fiscal year, with how much is filled."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.domain.report import ReportSummary, Round
from desktop_app.forms.library import load_forms
from ui.reports.delegate import PAD
from ui.reports.model import REPORT_ROLE, ReportListModel, line_of
from ui.reports.pane import ReportsPane

THEN = datetime(2024, 3, 18, tzinfo=UTC)


def summary(number, year=2567, rows=7, complete=5, round_=Round.TWELVE_MONTHS):
    return ReportSummary(number, "memo", year, round_, f"เรื่องที่ {number}", rows, 0, THEN, complete)


SUMMARIES = [summary(3), summary(2, complete=0, round_=Round.SIX_MONTHS), summary(1, 2566, 0, 0)]


@pytest.fixture
def pane(qtbot, look):
    made = ReportsPane()
    qtbot.addWidget(made)
    made.set_reports(SUMMARIES, load_forms(), 3)
    made.told = []
    made.chosen.connect(made.told.append)
    made.resize(256, 600)
    made.show()
    return made


def test_the_model_keeps_the_rules_of_qt(qapp):
    model = ReportListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_reports(SUMMARIES, load_forms())
    model.set_reports([], load_forms())
    model.set_reports(SUMMARIES[:1], load_forms())
    assert model.rowCount() == 2


def test_reports_stand_under_their_fiscal_year(pane):
    words = [pane.model.index(row).data() for row in range(pane.model.rowCount())]
    title = "บันทึกรายงานผลมาตรการ"
    assert words == ["ปีงบประมาณ ๒๕๖๗", title, title, "ปีงบประมาณ ๒๕๖๖", title]


def test_a_line_tells_round_rows_and_progress():
    forms = load_forms()
    assert line_of(summary(1), forms).detail == "รอบ ๑๒ เดือน · ครบ ๕/๗ แถว"
    assert line_of(summary(1), forms).share == pytest.approx(5 / 7)
    assert line_of(summary(1, rows=0, complete=0), forms).detail == "รอบ ๑๒ เดือน · ยังไม่มีแถว"
    assert line_of(summary(1, rows=0, complete=0), forms).share == 0


def test_a_report_of_a_form_that_is_gone_is_still_listed():
    assert line_of(summary(1), {}).title == "memo"


def test_a_year_cannot_be_chosen_but_a_report_can_by_arrow_keys(pane, qtbot):
    assert pane.list.currentIndex().data(REPORT_ROLE).id == 3
    for _ in range(2):
        QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert pane.told == [2, 1]


def test_marking_the_open_report_does_not_choose_it_again(pane):
    pane.mark(1)
    assert pane.list.currentIndex().data(REPORT_ROLE).id == 1
    pane.mark(None)
    assert not pane.list.currentIndex().isValid()
    assert pane.told == []


def test_a_refresh_keeps_the_mark_and_chooses_nothing(pane):
    pane.set_reports(SUMMARIES, load_forms(), 2)
    assert pane.list.currentIndex().data(REPORT_ROLE).id == 2
    assert pane.told == []


def test_del_asks_to_delete_the_open_report(pane, qtbot):
    pane.list.setFocus()
    with qtbot.waitSignal(pane.delete_wanted):
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)


def test_an_empty_list_says_how_to_begin(pane):
    pane.set_reports([], {}, None)
    assert pane.empty.isVisible()
    assert "Ctrl+N" in pane.empty.text()
    assert not pane.list.isVisible()


def test_a_screen_reader_hears_title_and_progress(pane):
    words = pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "บันทึกรายงานผลมาตรการ" in words
    assert "ครบ ๕/๗ แถว" in words


def test_the_bar_shows_the_share_that_is_filled(pane):
    from ui import theme

    rect = pane.list.visualRect(pane.model.index(1))
    picture = pane.list.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    y = int((rect.bottom() - 10) * ratio)
    colours = [picture.pixelColor(x, y).name() for x in range(int(rect.width() * ratio))]
    done, line = colours.count(theme.tokens().done), colours.count(theme.tokens().line)
    assert done / (done + line) == pytest.approx(5 / 7, abs=0.02)


@pytest.mark.parametrize("wide", [200, 240, 400])
def test_every_shipped_form_is_named_whole_in_the_list(qtbot, look, wide):
    forms = load_forms()
    pane = ReportsPane()
    qtbot.addWidget(pane)
    pane.resize(wide, 600)
    pane.show()
    delegate = pane.list.itemDelegate()
    bold = pane.list.font()
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    for form in forms.values():
        lines = delegate.lines(form.title, bold)
        assert " ".join(lines).replace(" ", "") == form.title.replace(" ", "")
        assert all(
            metrics.horizontalAdvance(line) <= pane.list.viewport().width() - 2 * PAD for line in lines
        )


def test_a_longer_title_makes_its_line_higher_and_a_wider_list_lower_again(qtbot, look):
    pane = ReportsPane()
    qtbot.addWidget(pane)
    pane.set_reports([summary(1), replace(summary(2), form_id="action-plan")], load_forms(), None)
    pane.resize(220, 600)
    pane.show()
    short, long = (pane.list.visualRect(pane.model.index(row)).height() for row in (1, 2))
    assert long > short
    pane.resize(600, 600)
    qtbot.waitUntil(lambda: pane.list.visualRect(pane.model.index(2)).height() == short)


def test_two_reports_that_look_alike_are_told_apart_by_their_last_change():
    model, forms = ReportListModel(), load_forms()
    model.set_reports([summary(3), summary(2), summary(1, 2566)], forms)
    details = [model.index(row).data(REPORT_ROLE).detail for row in (1, 2, 4)]
    assert ["แก้ล่าสุด" in detail for detail in details] == [True, True, False]
    assert "๑๘ มี.ค. ๖๗" in details[0]
