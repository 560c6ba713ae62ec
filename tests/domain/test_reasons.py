"""Why a row cannot be done, read out of a remark."""

import pytest

from desktop_app.domain.form import Column
from desktop_app.domain.reasons import with_told_reason
from desktop_app.domain.report import REASONS, Row, Status

COLUMNS = (Column("project", "โครงการ"), Column("remark", "หมายเหตุ", reasons=True))


def told(text: str, status: Status = Status.CANNOT) -> tuple[str, str]:
    row = with_told_reason(Row(1, 1, {"project": "งาน", "remark": text}, status), COLUMNS)
    assert row.cells["project"] == "งาน"
    return row.reason, row.cells["remark"]


@pytest.mark.parametrize("reason", REASONS)
def test_a_remark_that_is_a_reason_becomes_it(reason):
    assert told(f" {reason}\n") == (reason, "")


def test_in_a_longer_remark_the_words_stay():
    assert told("ไม่ได้รับงบประมาณ และเกิดน้ำท่วม") == (REASONS[0], "ไม่ได้รับงบประมาณ และเกิดน้ำท่วม")


@pytest.mark.parametrize("text", ["อื่น ๆ (ระบุ) น้ำท่วม", "อื่นๆ น้ำท่วม", "อื่น ๆ: น้ำท่วม", "อื่น ๆ โปรดระบุ น้ำท่วม"])
def test_another_reason_is_taken_in_its_words(text):
    assert told(text) == ("น้ำท่วม", text)


@pytest.mark.parametrize("text", ["ใช้งบประมาณของจังหวัด", "", "อื่น ๆ"])
def test_nothing_else_is_taken_for_a_reason(text):
    assert told(text) == ("", text)


def test_what_can_be_done_has_none():
    assert told(REASONS[0], Status.WAITING) == ("", REASONS[0])
