"""Sums and percents in texts against those of the table."""

from dataclasses import replace

import pytest

from desktop_app.domain.form import Column, ColumnKind, Part, PartKind
from desktop_app.domain.report import Status
from tests.domain.checks.conftest import FORM

TABLE = FORM.part("rows")
MONEY = tuple(Column(key, key, kind=ColumnKind.MONEY) for key in ("budget", "spent"))
PLAN = replace(
    FORM,
    parts=(
        *(replace(part, columns=(*part.columns, *MONEY)) if part is TABLE else part for part in FORM.parts),
        Part(PartKind.SUMMARY, "summary", "สรุป", budget="budget", spent="spent"),
    ),
)
ROWS = (
    {"what": "งานหนึ่ง", "budget": "20,000.00", "spent": "15,000.00", "status": Status.DONE},
    {"what": "งานสอง", "budget": "10,000.00", "spent": "", "status": Status.IN_PROGRESS},
)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("เบิกจ่ายงบประมาณแล้ว ๑๖,๐๐๐ บาท", "๑๕,๐๐๐.๐๐"),
        ("ใช้งบประมาณรวมทั้งสิ้น 35,000 บาท", "๓๐,๐๐๐.๐๐"),
        ("เบิกจ่าย 15,000.00 บาท คิดเป็นร้อยละ 60.00", "๕๐.๐๐"),
        ("มีการนำแผนฯ ไปปฏิบัติ ร้อยละ 83.33", "๗๕.๐๐"),
    ],
)
def test_a_sum_or_percent_that_is_not_the_tables_is_found(checked, text, there):
    (found,) = checked(*ROWS, opening=text, form=PLAN)
    assert (found.code, found.where.part) == ("sum", "opening")
    assert there in found.message


@pytest.mark.parametrize(
    "text",
    [
        "เบิกจ่ายงบประมาณทั้งสิ้น ๑๕,๐๐๐ บาท คิดเป็นร้อยละ ๕๐",
        "งบประมาณทั้งหมด 30,000.00 บาท",
        "ได้รับงบประมาณ 5,000 บาท จากจังหวัด",
        "ผู้เข้าร่วมร้อยละ 80",
    ],
)
def test_a_sum_that_agrees_or_is_of_something_else_is_left_alone(codes, text):
    assert codes(*ROWS, opening=text, form=PLAN) == []
