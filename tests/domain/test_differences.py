"""What was changed since an issued copy is told in sentences that name the place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.differences import differences
from desktop_app.domain.office import Emblem, Office
from desktop_app.domain.report import Activity, Head, Report, Round, Row, Score, SignOff, Status
from desktop_app.forms.library import load_form

FORM = load_form("memo", Path("no folder"))
BEFORE = Report(
    id=1,
    form_id="memo",
    fiscal_year=2567,
    round=Round.TWELVE_MONTHS,
    office=Office("เทศบาลตำบลตัวอย่าง"),
    head=Head(subject="รายงานตัวอย่าง", number="ตย ๑/๒", date=date(2024, 3, 18)),
    texts={"opening": "ตามที่"},
    rows=(Row(5, 1, {"measure": "มาตรการหนึ่ง"}), Row(6, 2, {"measure": "มาตรการสอง", "method": "ประชุม"})),
    signoffs=(
        SignOff(3, 1, "signatures", "ผู้รายงาน", name="นางสาวตัวอย่าง ใจดี"),
        SignOff(4, 2, "opinions", "ปลัด"),
    ),
    activities=(Activity(date(2024, 3, 7), "ห้องประชุม", "ประชุม"),),
)


def told(**changes):
    return differences(BEFORE, replace(BEFORE, **changes), FORM)


def test_nothing_changed_is_nothing_told():
    assert told() == ()


def test_what_is_not_printed_is_not_told():
    assert told(unplaced=("บรรทัด",), changed_at=None, id=0) == ()


def test_a_field_of_the_head_is_told_with_both_its_texts():
    head = replace(BEFORE.head, subject="รายงานจริง", date=date(2024, 3, 19), number="")
    assert told(head=head) == (
        "ที่ ลบ “ตย ๑/๒”",
        "วันที่ จาก “๑๘ มีนาคม ๒๕๖๗” เป็น “๑๙ มีนาคม ๒๕๖๗”",
        "เรื่อง จาก “รายงานตัวอย่าง” เป็น “รายงานจริง”",
    )


def test_a_text_that_came_is_told():
    (sentence,) = told(texts={"opening": "ตามที่", "closing": "จึงเรียนมา"})
    assert sentence.endswith("เติม “จึงเรียนมา”")


def test_a_cell_is_told_by_row_and_heading():
    first, second = BEFORE.rows
    changed = Row(6, 2, {**second.cells, "method": "อบรม"}, Status.DONE)
    cell, status = sorted(told(rows=(first, changed)))
    heading = next(one.heading for one in FORM.table.columns if one.key == "method")
    assert f"แถว ๒ {heading} จาก “ประชุม” เป็น “อบรม”" in (cell, status)
    assert "แถว ๒ สถานะ จาก “รอรายงาน” เป็น “ดำเนินการแล้วเสร็จ”" in (cell, status)


def test_rows_that_came_went_and_moved_are_told_and_nothing_else():
    first, second = BEFORE.rows
    assert told(rows=(first,)) == ("ลบแถว ๒ “มาตรการสอง” ของฉบับก่อน",)
    assert told(rows=(Row(9, 1, {"measure": "มาตรการใหม่"}), first, second)) == ("เพิ่มแถว ๑ “มาตรการใหม่”",)
    assert told(rows=(replace(second, number=1), replace(first, number=2))) == ("เปลี่ยนลำดับแถว",)


def test_signatures_are_told():
    first, second = BEFORE.signoffs
    other = replace(first, name="นายสมมุติ มีสุข", signed_date=date(2024, 3, 18))
    assert told(signoffs=(other, second)) == (
        "ลงนาม ผู้รายงาน ชื่อ จาก “นางสาวตัวอย่าง ใจดี” เป็น “นายสมมุติ มีสุข”",
        "ลงนาม ผู้รายงาน วันที่ลงนาม เติม “๑๘ มีนาคม ๒๕๖๗”",
    )
    assert told(signoffs=(first,)) == ("ลบช่องลงนาม ปลัด ของฉบับก่อน",)
    assert told(signoffs=(first, second, SignOff(8, 3, "opinions", "นายก"))) == ("เพิ่มช่องลงนาม นายก",)
    assert told(signoffs=(second, first)) == ("เปลี่ยนลำดับช่องลงนาม",)


def test_activities_are_told():
    (one,) = BEFORE.activities
    assert told(activities=(replace(one, place="ศาลา"),)) == ("กิจกรรม ๑ สถานที่ จาก “ห้องประชุม” เป็น “ศาลา”",)
    assert told(activities=(one, one)) == ("กิจกรรมจาก ๑ รายการ เป็น ๒ รายการ",)


def test_scores_are_told_by_indicator_and_year():
    before = replace(BEFORE, scores=(Score(5, 2566, Decimal("98.53")),))
    after = replace(BEFORE, scores=(Score(5, 2566, Decimal("98.99"), Decimal("97.00")),))
    assert differences(before, after, FORM) == (
        "คะแนนตัวชี้วัดที่ ๕ ปี ๒๕๖๖ จาก “๙๘.๕๓” เป็น “๙๘.๙๙”",
        "คะแนนตัวชี้วัดที่ ๕ ปี ๒๕๖๕ เติม “๙๗.๐๐”",
    )
    assert differences(BEFORE, before, FORM) == ("คะแนนตัวชี้วัดที่ ๕ ปี ๒๕๖๖ เติม “๙๘.๕๓”",)


@pytest.mark.parametrize("change", [{"font": "Sarabun"}, {"emblem": Emblem(b"x")}])
def test_another_look_of_the_office_is_told(change):
    assert len(told(office=replace(BEFORE.office, **change))) == 1


def test_of_long_texts_only_the_neighbourhood_of_the_difference_is_shown():
    long = "ก่อนหน้านี้มีข้อความยาว " * 40
    before = replace(BEFORE, texts={"opening": f"{long}เดิม"})
    after = replace(BEFORE, texts={"opening": f"{long}ใหม่"})
    (sentence,) = differences(before, after, FORM)
    assert "เดิม” เป็น “…" in sentence
    assert sentence.endswith("ใหม่”")
    assert len(sentence) < 200
