"""What is still to be done, whose it is, and what the charts of a year show."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.charts import score_lines, status_bars
from desktop_app.domain.office import Office
from desktop_app.domain.open_work import open_rows
from desktop_app.domain.report import Report, Round, Row, Score, Status
from desktop_app.forms.library import load_forms

FORMS = load_forms()


def report(form_id, *rows):
    made = tuple(replace(row, number=at) for at, row in enumerate(rows, start=1))
    return Report(1, form_id, 2567, Round.TWELVE_MONTHS, Office(), rows=made)


def row(row_id, status=Status.WAITING, **cells):
    return Row(row_id, 0, cells, status)


def test_rows_whose_work_has_not_ended_are_told_with_owner_and_last_day():
    memo = report(
        "memo",
        row(1, Status.DONE, measure="เสร็จ"),
        row(2, Status.IN_PROGRESS, measure="ค้าง\nสองบรรทัด", responsible="กองคลัง", period="ต.ค. ๖๖ - มี.ค. ๖๗"),
        row(3, Status.CANNOT, measure="ทำไม่ได้"),
        row(4, measure="ยังไม่เริ่ม", period="เป็นประจำ"),
        row(5),
    )
    first, second = open_rows(memo, FORMS["memo"], date(2024, 4, 1))
    assert (first.number, first.name, first.responsible) == (2, "ค้าง สองบรรทัด", "กองคลัง")
    assert (first.until, first.overdue, first.status) == (date(2024, 3, 31), True, Status.IN_PROGRESS)
    assert (first.where.part, first.where.row, first.where.column) == ("rows", 2, "summary")
    assert (second.number, second.until, second.overdue) == (4, None, False)


@pytest.mark.parametrize(("today", "overdue"), [(date(2024, 3, 31), False), (date(2024, 4, 1), True)])
def test_work_is_overdue_from_the_day_after_its_period(today, overdue):
    memo = report("memo", row(1, measure="ก", period="ต.ค. ๖๖ - มี.ค. ๖๗"))
    assert [one.overdue for one in open_rows(memo, FORMS["memo"], today)] == [overdue]


def test_a_form_without_statuses_has_no_open_work():
    part = FORMS["memo"].table
    bare = replace(part, columns=tuple(one for one in part.columns if one.key != "status"))
    form = replace(FORMS["memo"], parts=(bare,))
    assert open_rows(report("memo", row(1, measure="ก")), form, date(2024, 1, 1)) == ()
    assert status_bars(report("memo", row(1, measure="ก")), form) == ()


def test_an_action_plan_is_counted_by_dimension_in_the_form_s_order():
    plan = report(
        "action-plan",
        row(1, Status.DONE, project="ก", dimension="๒"),
        row(2, Status.IN_PROGRESS, project="ข", dimension="1"),
        row(3, Status.DONE, project="ค", dimension="2"),
        row(4),
    )
    bars = status_bars(plan, FORMS["action-plan"])
    assert [bar.name.split()[:2] for bar in bars] == [["มิติที่", "1"], ["มิติที่", "2"]]
    assert [bar.counts.get(Status.DONE, 0) for bar in bars] == [0, 2]
    assert [bar.total for bar in bars] == [1, 2]


def test_rows_under_headings_are_counted_under_them_and_others_all_together():
    follow_up = report(
        "follow-up",
        row(1, Status.DONE, indicator="ตัวชี้วัดที่ ๑", issue="ก"),
        row(2, indicator="", issue="ข"),
        row(3, indicator="ตัวชี้วัดที่ ๒", issue="ค"),
    )
    bars = status_bars(follow_up, FORMS["follow-up"])
    assert [(bar.name, bar.total) for bar in bars] == [("ตัวชี้วัดที่ ๑", 2), ("ตัวชี้วัดที่ ๒", 1)]
    (bar,) = status_bars(report("memo", row(1, measure="ก"), row(2, measure="ข")), FORMS["memo"])
    assert (bar.name, bar.total) == ("", 2)


def test_scores_make_a_line_over_the_years_and_the_year_s_own_report_counts_first():
    scores = [
        Score(1, 2567, Decimal("98.99"), Decimal("98.00")),
        Score(1, 2566, Decimal("98.53"), Decimal("90.00")),
        Score(2, 2567, None, Decimal("70.00")),
        Score(3, 2567),
    ]
    first, second = score_lines(scores, {1: "การปฏิบัติหน้าที่"})
    assert dict(first.points) == {2565: Decimal("90.00"), 2566: Decimal("98.53"), 2567: Decimal("98.99")}
    assert (first.name, list(first.points)) == ("การปฏิบัติหน้าที่", [2565, 2566, 2567])
    assert dict(second.points) == {2566: Decimal("70.00")}
