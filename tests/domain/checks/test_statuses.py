"""Ticks against texts."""

from dataclasses import replace

import pytest

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import REASONS, Status
from tests.domain.checks.conftest import FORM

RESULT = Column("result", "ผล", required=True, carried=False)
TICKS = Column("ticks", "สถานะ", kind=ColumnKind.STATUS, statuses=(Status.DONE, Status.CANNOT))
DONE = {"what": "งานหนึ่ง", "result": "จัดทำแล้วเสร็จ", "status": Status.DONE}


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (Status.DONE, "อยู่ระหว่างการดำเนินงาน (รวบรวมข้อมูล)"),
        (Status.DONE, "ขณะนี้อยู่ระหว่างจัดทำ"),
        (Status.DONE, "กองช่างอยู่ระหว่างดำเนินการ"),
        (Status.DONE, "ยังไม่ได้ดำเนินการ"),
        (Status.DONE, "ไม่ได้ดำเนินการ เนื่องจากไม่มีงบประมาณ"),
        (Status.IN_PROGRESS, "ได้เผยแพร่ให้ทราบเรียบร้อยแล้ว"),
        (Status.CANNOT, "ดำเนินการแล้วเสร็จ"),
        (Status.WAITING, "ดำเนินการเสร็จสิ้น"),
    ],
)
def test_a_text_that_says_otherwise_than_the_tick_is_found(checked, status, text):
    (found,) = checked(DONE, {"what": "งานสอง", "result": text, "status": status})
    assert (found.code, found.where.row, found.where.column) == ("status-text", 102, "result")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (Status.DONE, "ดำเนินการแล้วเสร็จ"),
        (Status.DONE, "ติดตามโครงการที่อยู่ระหว่างดำเนินการของทุกกอง"),
        (Status.IN_PROGRESS, "อยู่ระหว่างดำเนินการ งานส่วนแรกแล้วเสร็จ"),
        (Status.IN_PROGRESS, "เมื่อดำเนินการแล้วเสร็จให้รายงาน"),
        (Status.IN_PROGRESS, "ยังไม่แล้วเสร็จ"),
        (Status.DONE, "หากไม่สามารถดำเนินการได้ทันให้แจ้ง"),
    ],
)
def test_a_text_that_agrees_or_speaks_of_something_else_is_left_alone(codes, status, text):
    assert codes(DONE, {"what": "งานสอง", "result": text, "status": status}) == []


def test_a_result_without_a_tick_is_found_once_others_are_ticked(checked):
    told = {"what": "งานสอง", "result": "ประชุมแล้วสามครั้ง"}
    table = replace(FORM.part("rows"), columns=(*FORM.part("rows").columns[:3], RESULT, TICKS))
    form = replace(FORM, parts=tuple(table if part.key == "rows" else part for part in FORM.parts))
    (found,) = checked(DONE, told, form=form)
    assert (found.code, found.where.row, found.where.column) == ("status-unset", 102, "ticks")
    assert checked(told, form=form) == ()
    assert checked(DONE, {"what": "งานสอง", "result": " "}, form=form)[0].code == "empty-cell"


def test_what_cannot_be_done_says_why(checked):
    table = replace(FORM.part("rows"), columns=(*FORM.part("rows").columns[:4], TICKS))
    form = replace(FORM, parts=tuple(table if part.key == "rows" else part for part in FORM.parts))
    row = {"what": "งานสอง", "status": Status.CANNOT}
    (found,) = checked(DONE, row, form=form)
    assert (found.code, found.where.row, found.where.column) == ("reason-missing", 102, "ticks")
    assert checked(DONE, row | {"reason": REASONS[1]}, form=form) == ()


def test_blank_rows_are_not_counted(codes):
    assert "status-count" not in codes(DONE, {"what": " "}, opening="รวมทั้งสิ้น ๑ โครงการ")


def test_where_nothing_is_ticked_nothing_is_compared(codes):
    assert codes({"what": "งาน", "result": "ดำเนินการแล้วเสร็จ"}, opening="แล้วเสร็จ ๕ โครงการ") == []


@pytest.mark.parametrize(
    "text", ["ดำเนินการแล้วเสร็จ ๒ โครงการ", "อยู่ระหว่างดำเนินการ จำนวน 1 โครงการ", "รวมทั้งสิ้น ๕ มาตรการ"]
)
def test_a_count_that_is_not_the_tables_is_found(codes, text):
    assert codes(DONE, opening=text) == ["status-count"]


@pytest.mark.parametrize(
    "text",
    ["ดำเนินการแล้วเสร็จ ๑ โครงการ", "อยู่ระหว่างดำเนินการ 0 โครงการ", "ทั้งหมด ๑ มาตรการ", "จำนวน ๕ โครงการ"],
)
def test_a_count_that_agrees_or_counts_something_else_is_left_alone(codes, text):
    assert codes(DONE, opening=text) == []


def test_a_text_that_calls_all_done_while_a_row_is_not_is_found(checked):
    other = {"what": "งานสอง", "status": Status.IN_PROGRESS}
    (found,) = checked(DONE, other, opening="บัดนี้การดำเนินการตามแผนได้แล้วเสร็จแล้ว")
    assert (found.code, found.where.part) == ("status-whole", "opening")
    assert "๑ จาก ๒ แถว" in found.message
    assert checked(DONE, opening="บัดนี้การดำเนินการตามแผนได้แล้วเสร็จแล้ว") == ()


@pytest.mark.parametrize("text", ["เมื่อดำเนินการแล้วเสร็จจะรายงานต่อไป", "แล้วเสร็จ ๑ โครงการ", "ยังไม่แล้วเสร็จ"])
def test_a_text_that_wishes_counts_or_denies_is_left_alone(codes, text):
    assert codes(DONE, {"what": "งานสอง", "status": Status.IN_PROGRESS}, opening=text) == []


def with_columns(result, ticks):
    """Return the form with these two as its last columns."""
    table = replace(FORM.part("rows"), columns=(*FORM.part("rows").columns[:3], result, ticks))
    return replace(FORM, parts=tuple(table if part.key == "rows" else part for part in FORM.parts))


@pytest.fixture
def optional():
    """The form with a result of the year that it does not require."""
    return with_columns(replace(RESULT, required=False), TICKS)


def test_rows_that_tell_no_result_are_one_finding_even_when_nothing_is_ticked(checked, optional):
    rows = [{"what": "งานหนึ่ง"}, {"what": "งานสอง", "result": "ผล"}, {"what": "งานสาม"}, {"how": "ยังไม่มีงาน"}]
    (found,) = [each for each in checked(*rows, form=optional) if each.code == "result-missing"]
    assert [where.row for where in (found.where, *found.also)] == [101, 103]
    assert (found.where.column, found.message) == ("result", "ยังไม่ได้กรอกผลของแถวนี้และอีก ๑ แถว กรุณากรอก")


def test_a_row_that_waits_or_cannot_be_done_by_its_tick_needs_no_result(codes, optional):
    cannot = {"what": "งาน", "status": Status.CANNOT, "reason": REASONS[0]}
    assert "result-missing" not in codes(cannot, form=optional)
    waiting = with_columns(replace(RESULT, required=False), replace(TICKS, statuses=tuple(Status)))
    assert "result-missing" not in codes({"what": "งาน"}, form=waiting)
    assert "result-missing" in codes({"what": "งาน", "status": Status.DONE}, form=waiting)
