"""Rows find themselves in the report of the year before, and what they said is told."""

import pytest

from desktop_app.domain.earlier_rows import earlier_rows
from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.office import Office
from desktop_app.domain.report import Head, Report, Round, Row

MEASURE = Column("measure", "มาตรการ")
PERIOD = Column("period", "ระยะเวลา", kind=ColumnKind.PERIOD)
SUMMARY = Column("summary", "สรุปผล", carried=False)
STATUS = Column("status", "สถานะ", kind=ColumnKind.STATUS)
COLUMNS = (MEASURE, PERIOD, SUMMARY, STATUS)


def report_of(year, *rows, first_id=1):
    cells = [Row(first_id + at, at + 1, one) for at, one in enumerate(rows)]
    return Report(1, "memo", year, Round.TWELVE_MONTHS, Office(), Head(), {}, tuple(cells), ())


def named(*names, **more):
    return [{"measure": name, **more} for name in names]


def summaries(report, earlier):
    found = earlier_rows(report, earlier, COLUMNS)
    return [found.text(row.id, SUMMARY) for row in report.rows]


def told(*names):
    return [{"measure": name, "summary": f"ผลของ{name}"} for name in names]


def test_a_row_is_found_by_its_name_wherever_it_stood():
    now = report_of(2567, *named("จัดซื้อโปร่งใส", "รับเรื่องร้องเรียน", "ประกาศเจตนารมณ์"))
    then = report_of(2566, *told("ประกาศเจตนารมณ์", "จัดซื้อโปร่งใส", "รับเรื่องร้องเรียน"), first_id=40)
    assert summaries(now, then) == ["ผลของจัดซื้อโปร่งใส", "ผลของรับเรื่องร้องเรียน", "ผลของประกาศเจตนารมณ์"]


def test_years_numbers_and_spaces_make_no_other_name():
    now = report_of(2567, *named("๑. แผนปฏิบัติการ ปี ๒๕๖๗"))
    then = report_of(2566, *told("อื่น", "แผนปฏิบัติการ ปี 2566"), first_id=40)
    assert summaries(now, then) == ["ผลของแผนปฏิบัติการ ปี 2566"]


def test_a_row_without_a_name_goes_on_with_the_same_number():
    now = report_of(2567, *named("จัดซื้อโปร่งใส", ""))
    then = report_of(2566, *told("จัดซื้อโปร่งใส", "รับเรื่องร้องเรียน"), first_id=40)
    assert summaries(now, then) == ["ผลของจัดซื้อโปร่งใส", "ผลของรับเรื่องร้องเรียน"]


def test_a_reworded_name_of_the_same_number_is_the_same_measure_and_another_one_is_not():
    now = report_of(2567, *named("รับเรื่องร้องเรียนทางออนไลน์", "ตรวจสอบพัสดุ"))
    then = report_of(2566, *told("รับเรื่องร้องเรียนออนไลน์", "อบรมจริยธรรม"), first_id=40)
    assert summaries(now, then) == ["ผลของรับเรื่องร้องเรียนออนไลน์", ""]


def test_rows_of_the_same_name_are_taken_in_their_order():
    now = report_of(2567, *named("อบรม", "อบรม"))
    then = report_of(
        2566, {"measure": "อบรม", "summary": "ก"}, {"measure": "อบรม", "summary": "ข"}, first_id=40
    )
    assert summaries(now, then) == ["ก", "ข"]


@pytest.mark.parametrize(
    ("column", "text", "now"),
    [
        (PERIOD, "ต.ค. ๖๕ - ก.ย. ๖๖", "ต.ค. ๖๖ - ก.ย. ๖๗"),
        (MEASURE, "แผนปีงบประมาณ ๒๕๖๖", "แผนปีงบประมาณ ๒๕๖๗"),
        (SUMMARY, "รายงานในปีงบประมาณ ๒๕๖๖", "รายงานในปีงบประมาณ ๒๕๖๖"),
        (STATUS, "done", ""),
    ],
)
def test_what_goes_on_has_its_years_moved_and_a_result_is_told_as_it_was(column, text, now):
    found = earlier_rows(report_of(2567, {}), report_of(2566, {column.key: text}, first_id=40), COLUMNS)
    assert found.text(1, column) == now


def test_a_row_that_is_not_known_says_nothing():
    found = earlier_rows(report_of(2567, {}), report_of(2566, {"summary": "ก"}, first_id=40), COLUMNS)
    assert found.text(99, SUMMARY) == ""
