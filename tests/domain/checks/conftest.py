"""Invented reports on an invented form: what is checked is data, so no real form is needed."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.checks import check
from desktop_app.domain.form import Column, ColumnKind, FormSpec, Part, PartKind, Slot
from desktop_app.domain.office import Office, Person
from desktop_app.domain.report import DigitPolicy, Head, Report, Round, Row, SignOff, Status

FORM = FormSpec(
    "invented",
    "แบบสมมุติ",
    "บันทึกข้อความ",
    "",
    (
        Part(PartKind.MEMO_HEAD, "head", "หัวเรื่อง"),
        Part(PartKind.TEXT, "opening", "ข้อความนำ"),
        Part(
            PartKind.TABLE,
            "rows",
            "ตาราง",
            columns=(
                Column("what", "งาน", required=True),
                Column("how", "วิธี", kind=ColumnKind.LIST),
                Column("when", "ระยะเวลา", kind=ColumnKind.PERIOD),
                Column("result", "ผล"),
                Column("ticks", "สถานะ", kind=ColumnKind.STATUS, statuses=(Status.DONE,)),
            ),
        ),
        Part(PartKind.TEXT, "closing", "ข้อความปิด", digits=DigitPolicy.THAI),
        Part(PartKind.ACTIVITIES, "activities", "กิจกรรม", digits=DigitPolicy.THAI),
        Part(PartKind.SIGNATURES, "signatures", "ผู้รายงาน", slots=(Slot("ผู้รายงาน"),)),
    ),
)
OFFICE = Office(name="เทศบาลตำบลตัวอย่างงาม")
HEAD = Head(unit="สำนักปลัด", subject="รายงาน", addressee="นายกเทศมนตรีตำบลตัวอย่างงาม", date=date(2024, 3, 18))
PEOPLE = (Person(1, "นางสาวสมมุติ ใจดียิ่ง", "นิติกร"), Person(2, "นายจำลอง ตั้งมั่นคง", "ปลัดเทศบาล"))
SIGNED = SignOff(7, 1, "signatures", "ผู้รายงาน", name="นางสาวสมมุติ ใจดียิ่ง", position="นิติกร")


@pytest.fixture
def checked():
    """Check an invented report of fiscal year 2567; rows are dicts of cells, "status" among them."""

    def check_it(
        *rows,
        opening="",
        closing="",
        head=HEAD,
        signoffs=(SIGNED,),
        people=PEOPLE,
        form=FORM,
        office=OFFICE,
        activities=(),
        scores=(),
        unplaced=(),
    ):
        made = tuple(
            Row(
                at + 100,
                at,
                {key: text for key, text in row.items() if key not in ("status", "reason")},
                row.get("status", Status.WAITING),
                row.get("reason", ""),
            )
            for at, row in enumerate(rows, start=1)
        )
        texts = {"opening": opening, "closing": closing}
        report = Report(1, form.id, 2567, Round.TWELVE_MONTHS, office, head, texts, made, tuple(signoffs))
        report = replace(report, activities=tuple(activities), scores=tuple(scores), unplaced=tuple(unplaced))
        return check(report, form, people)

    return check_it


@pytest.fixture
def codes(checked):
    """Return only the codes of what is found."""
    return lambda *rows, **what: [finding.code for finding in checked(*rows, **what)]


@pytest.fixture
def signed():
    """Return a place for a signature, filled in."""

    return lambda **what: replace(SIGNED, **what)
