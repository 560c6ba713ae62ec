"""A chart is chosen for the cover, stays with its report wherever that goes, and is taken back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.actions import history, importing, reports, scores
from desktop_app.actions.carrying import carry_report
from desktop_app.actions.cover_chart import set_cover_chart
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.fitting import fitted
from desktop_app.actions.print_file import print_file
from desktop_app.actions.printing import render_report
from desktop_app.domain.charts import charts_of
from desktop_app.domain.differences import differences
from desktop_app.domain.report import Chart, Round, Score
from desktop_app.errors import KnownError


@pytest.fixture
def report_id(ws):
    """Scores of three years, told in two reports."""
    for year, points in ((2565, "90.10"), (2567, "98.99")):
        made = reports.create_report(ws, "measures", year, Round.TWELVE_MONTHS).report_id
        scores.set_scores(ws, made, (Score(1, year, Decimal(points), Decimal("88.80")),))
    return made


def load(ws, report_id):
    return reports.load_report(ws, report_id)


def test_scores_of_earlier_years_come_along_with_their_chart(ws, report_id):
    assert load(ws, report_id).earlier_scores == ()
    changes = set_cover_chart(ws, report_id, Chart.SCORES)
    assert (changes.report_id, changes.head) == (report_id, True)
    assert load(ws, report_id).earlier_scores == (Score(1, 2565, Decimal("90.10"), Decimal("88.80")),)


def test_choosing_it_is_a_step_that_can_be_taken_back(ws, report_id):
    set_cover_chart(ws, report_id, Chart.STATUS)
    stepped = history.undo(ws, report_id)
    assert load(ws, report_id).chart is Chart.NONE
    assert stepped.parts == {"cover"}
    history.redo(ws, report_id)
    assert load(ws, report_id).chart is Chart.STATUS


def test_an_exported_report_prints_the_very_same_page_elsewhere(ws, report_id, tmp_path):
    set_cover_chart(ws, report_id, Chart.SCORES)
    source, paper = tmp_path / "report.json", tmp_path / "report.pdf"
    source.write_text(report_as_json(ws, report_id), encoding="utf-8")
    print_file(source, paper, tmp_path / "none.db")
    assert paper.read_bytes() == render_report(load(ws, report_id), ws.form("measures"))
    again = importing.import_file(ws, source).report_id
    assert load(ws, again).chart is Chart.SCORES


def test_next_years_report_has_it_too(ws, report_id):
    set_cover_chart(ws, report_id, Chart.SCORES)
    carried = carry_report(ws, report_id, 2568, Round.TWELVE_MONTHS).changes.report_id
    found = load(ws, carried)
    assert found.chart is Chart.SCORES
    assert [one.year for one in found.earlier_scores] == [2565, 2567]


def test_a_form_shows_the_charts_it_has_something_for(ws):
    assert {form: charts_of(ws.form(form)) for form in ("memo", "measures", "action-plan", "follow-up")} == {
        "memo": (),
        "measures": (Chart.STATUS, Chart.SCORES),
        "action-plan": (Chart.STATUS,),
        "follow-up": (),
    }


def test_a_chart_that_the_form_cannot_show_is_refused_and_left_out_of_an_import(ws):
    plan = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    with pytest.raises(KnownError, match="กรุณาเลือกแผนภูมิอื่น"):
        set_cover_chart(ws, plan, Chart.SCORES)
    wrong = replace(load(ws, plan), chart=Chart.SCORES)
    assert fitted(wrong, ws.form("action-plan")).chart is Chart.NONE


def test_what_became_of_it_since_the_issued_copy_is_told(ws, report_id):
    before = load(ws, report_id)
    after = replace(before, chart=Chart.STATUS)
    assert differences(before, after, ws.form("measures")) == ("เปลี่ยนแผนภูมิบนปก",)
    assert differences(after, before, ws.form("measures")) == ("เอาแผนภูมิบนปกออก",)
