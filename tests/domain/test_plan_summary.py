"""What an action plan comes to, by the rules of the system that the offices report to."""

from decimal import Decimal

import pytest

from desktop_app.domain.plan_summary import summarise, summary_lines
from desktop_app.domain.report import Row, Status
from desktop_app.forms.library import load_forms

PART = load_forms()["action-plan"].part("summary")


def projects(*statuses: Status, **cells: str) -> list[Row]:
    return [
        Row(at, at, {"project": f"โครงการ {at}", **cells}, status) for at, status in enumerate(statuses, 1)
    ]


def test_ten_done_and_five_in_progress_of_fifteen_are_83_33():
    rows = projects(*[Status.DONE] * 10, *[Status.IN_PROGRESS] * 5, budget="0.00", spent="0.00")
    found = summarise(rows, PART)
    assert found.total == 15
    assert found.counts == {
        Status.WAITING: 0,
        Status.IN_PROGRESS: 5,
        Status.DONE: 10,
        Status.CANNOT: 0,
    }
    assert (str(found.implementation_percent), found.level) == ("83.33", "มาก")
    assert summary_lines(found) == (
        "แผนปฏิบัติการป้องกันการทุจริต มีโครงการ/กิจกรรม/มาตรการ จำนวน 15 โครงการ",
        "รอการรายงาน 0 โครงการ",
        "อยู่ระหว่างดำเนินการ 5 โครงการ",
        "ดำเนินการแล้วเสร็จ 10 โครงการ",
        "ไม่สามารถดำเนินการได้ 0 โครงการ",
        "เบิกจ่ายงบประมาณ 0.00 บาท คิดเป็นร้อยละ 0.00",
        "มีการนำแผนฯ ไปปฏิบัติ ระดับ มาก ร้อยละ 83.33",
    )


def test_nothing_spent_of_nothing_is_0_00():
    assert str(summarise(projects(Status.DONE), PART).spent_percent) == "0.00"
    assert str(summarise([], PART).implementation_percent) == "0.00"


def test_money_is_summed_without_floats_and_a_dash_counts_as_none():
    rows = projects(Status.DONE, budget="๐.๑๐", spent="0.20") + projects(
        Status.DONE, budget="1,000.20", spent="-"
    )
    found = summarise(rows, PART)
    assert (found.budget, found.spent) == (Decimal("1000.30"), Decimal("0.20"))
    assert str(found.spent_percent) == "0.02"


def test_a_blank_row_is_no_project():
    rows = [*projects(Status.DONE), Row(9, 2, {"project": " "}, Status.WAITING)]
    assert summarise(rows, PART).total == 1


@pytest.mark.parametrize(
    ("statuses", "word"),
    [
        ((Status.DONE,), "มากที่สุด"),
        ((Status.IN_PROGRESS,), "ปานกลาง"),
        ((Status.IN_PROGRESS, Status.CANNOT), "น้อยที่สุด"),
        ((Status.DONE, Status.CANNOT, Status.WAITING), "น้อย"),
    ],
)
def test_the_level_is_the_highest_band_reached(statuses, word):
    assert summarise(projects(*statuses), PART).level == word
