"""The chart on a cover: drawn as areas, told in words, on the one page of the cover."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.actions.printing import print_with_places, render_report
from desktop_app.documents.chart_parts import cover_chart
from desktop_app.documents.compose import compose
from desktop_app.domain.report import Chart, Row, Score, Status
from desktop_app.domain.where import Where
from desktop_app.forms.library import load_forms

from .readers import pdfium
from .tagged import Tagged
from .test_covers import FORM, make_report

PLAN = load_forms()["action-plan"]
COVER = FORM.part("cover")
SCORES = (
    Score(1, 2567, Decimal("98.99"), Decimal("98.53")),
    Score(5, 2567, Decimal("91.31"), Decimal("94.87")),
)


def with_scores(count: int, years: int = 2):
    """A report with scores of so many indicators in so many years."""
    now = tuple(Score(at, 2567, Decimal(90), Decimal(80)) for at in range(1, count + 1))
    before = tuple(
        Score(at, 2567 - back, Decimal(70)) for back in range(years - 1, 1, -1) for at in range(1, count + 1)
    )
    return make_report(fiscal_year=2567, chart=Chart.SCORES, scores=now, earlier_scores=before)


def plan(*statuses: Status, chart=Chart.STATUS):
    rows = tuple(
        Row(at, at, {"project": f"โครงการ {at}", "dimension": str(1 + at % 2)}, status)
        for at, status in enumerate(statuses, start=1)
    )
    texts = {"cover": "รายงาน\n\nประจำปี ๒๕๖๗\n\nเทศบาลตำบลตัวอย่าง"}
    return replace(make_report(form_id="action-plan", texts=texts, chart=chart), rows=rows, signoffs=())


def first_page(report, form=FORM) -> str:
    return "".join(pdfium(render_report(report, form))[0].split())


def test_each_score_is_told_with_its_year():
    page = first_page(make_report(fiscal_year=2567, chart=Chart.SCORES, scores=SCORES))
    assert "คะแนนการประเมินITAแต่ละปี" in page
    for words in ("2566", "98.53", "2567", "98.99", "94.87", "91.31"):
        assert words in page


def test_statuses_are_counted_by_dimension_in_the_digits_of_the_cover():
    report = plan(Status.DONE, Status.DONE, Status.IN_PROGRESS, Status.CANNOT)
    page = first_page(report, PLAN)
    assert "ดำเนินการแล้วเสร็จ๑·อยู่ระหว่างดำเนินการ๑จาก๒" in page
    assert "ดำเนินการแล้วเสร็จ๑·ไม่สามารถดำเนินการได้๑จาก๒" in page


def test_it_is_drawn_as_areas_that_no_zoom_makes_coarse():
    drawn = Tagged(render_report(with_scores(5), FORM))
    bare = Tagged(render_report(replace(with_scores(5), chart=Chart.NONE), FORM))
    assert "/XObject" not in drawn.pdf.pages[0].Resources
    boxes = [one.pdf.pages[0].Contents.read_bytes().count(b" re f") for one in (drawn, bare)]
    assert boxes == [5 * 2 * 3, 0]


def test_who_cannot_see_it_is_told_all_of_it():
    tagged = Tagged(render_report(make_report(fiscal_year=2567, chart=Chart.SCORES, scores=SCORES), FORM))
    tree = tagged.tree
    (figure,) = tree.all("Figure")
    alt = str(figure.element.Alt)
    assert alt.startswith("แผนภูมิคะแนนการประเมิน ITA แต่ละปี 1. การปฏิบัติหน้าที่: 2566 98.53; 2567 98.99")
    assert "91.31" in alt
    roles = [kid.role for kid in tree.kids[:4]]
    assert roles.index("Figure") < len(roles) - 1
    before, after = tree.kids[roles.index("Figure") - 1], tree.kids[roles.index("Figure") + 1]
    assert (before.text, after.text) == ("เทศบาลตำบลตัวอย่าง", "อำเภอตัวอย่าง")


@pytest.mark.parametrize(("count", "years"), [(1, 2), (5, 4), (10, 2), (10, 4)])
def test_however_many_scores_there_are_the_cover_stays_one_page(count, years):
    report = with_scores(count, years)
    pages = [len(pdfium(render_report(one, FORM))) for one in (report, replace(report, chart=Chart.NONE))]
    assert pages[0] == pages[1]
    assert first_page(report).count("90.00") == count


def test_a_cover_full_of_words_has_its_chart_behind_it_and_none_of_them_is_pushed_off():
    report = with_scores(10)
    full = replace(report, texts={**report.texts, "cover": "\n\n".join(f"บรรทัดที่ {at}" for at in range(14))})
    bare, charted = (pdfium(render_report(one, FORM)) for one in (replace(full, chart=Chart.NONE), full))
    assert charted[0] == bare[0]
    assert charted[1].count("90.00") == 10
    assert len(charted) == len(bare) + 1


def test_of_many_years_the_last_are_shown():
    lines = cover_chart(with_scores(5, 6), FORM, COVER).lines
    assert [bar.label for bar in lines[0].bars] == ["2564", "2565", "2566", "2567"]
    assert [len(line.bars) for line in cover_chart(with_scores(10, 6), FORM, COVER).lines] == [2] * 10


@pytest.mark.parametrize("chart", list(Chart))
def test_without_anything_to_show_the_cover_is_as_without_a_chart(chart):
    report = make_report(chart=chart, rows=(), scores=())
    assert compose(report, FORM) == compose(replace(report, chart=Chart.NONE), FORM)


def test_a_click_on_it_leads_to_the_cover():
    report = make_report(fiscal_year=2567, chart=Chart.SCORES, scores=SCORES)
    spots = print_with_places(report, FORM).places[Where("cover")]
    assert max(spot.height for spot in spots) > 300


def test_the_same_report_gives_the_same_bytes():
    assert render_report(with_scores(3), FORM) == render_report(with_scores(3), FORM)
