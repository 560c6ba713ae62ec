"""Why a row cannot be done goes with it: stored, printed, exported, brought in, left behind next year."""

import json

import pytest

from desktop_app.actions import (
    carrying,
    checking,
    exporting,
    history,
    importing,
    issuing,
    printing,
    reports,
    rows,
)
from desktop_app.documents.blocks import Table
from desktop_app.documents.compose import compose
from desktop_app.domain.report import REASONS, Round, Status


@pytest.fixture
def plan(ws):
    made = reports.create_report(ws, "action-plan", 2567, Round.SIX_MONTHS).report_id
    cells = {"number": "1", "project": "โครงการตัวอย่าง", "dimension": "1", "remark": "เลื่อนไปปีหน้า"}
    (row,) = rows.add_rows(ws, made, 0, [cells]).rows
    rows.set_statuses(ws, made, {row: Status.CANNOT}, {row: REASONS[2]})
    return reports.load_report(ws, made)


def remark_of(ws, report) -> str:
    (table,) = (one for one in compose(report, ws.form("action-plan")).blocks if isinstance(one, Table))
    return table.rows[0][-1]


def test_it_is_printed_above_the_remark_and_not_twice(ws, plan):
    assert remark_of(ws, plan) == f"{REASONS[2]}\nเลื่อนไปปีหน้า"
    rows.set_cell(ws, plan.id, plan.rows[0].id, "remark", f"เพราะ{REASONS[2]}")
    assert remark_of(ws, reports.load_report(ws, plan.id)) == f"เพราะ{REASONS[2]}"


def test_it_goes_through_json_and_back(ws, plan, tmp_path):
    text = exporting.report_as_json(ws, plan.id)
    assert json.loads(text)["rows"][0]["reason"] == REASONS[2]
    file = tmp_path / "plan.json"
    file.write_text(text, encoding="utf-8")
    again = reports.load_report(ws, importing.import_file(ws, file).report_id)
    assert (again.rows[0].status, again.rows[0].reason) == (Status.CANNOT, REASONS[2])


def test_a_reason_of_what_can_be_done_is_kept_as_a_line_without_a_place(ws, plan, tmp_path):
    data = json.loads(exporting.report_as_json(ws, plan.id))
    data["rows"][0]["status"] = "done"
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    again = reports.load_report(ws, importing.import_file(ws, file).report_id)
    assert (again.rows[0].reason, again.unplaced) == ("", (REASONS[2],))


def test_another_status_takes_it_away_and_the_same_one_keeps_it(ws, plan):
    (row,) = plan.rows
    rows.set_status(ws, plan.id, [row.id], Status.CANNOT)
    assert reports.load_report(ws, plan.id).rows[0].reason == REASONS[2]
    rows.set_status(ws, plan.id, [row.id], Status.DONE)
    assert reports.load_report(ws, plan.id).rows[0].reason == ""


def test_a_removed_row_comes_back_with_it(ws, plan):
    rows.remove_rows(ws, plan.id, [plan.rows[0].id])
    history.undo(ws, plan.id)
    assert reports.load_report(ws, plan.id).rows == plan.rows


def test_the_next_round_keeps_it_and_the_next_year_does_not(ws, plan):
    later = carrying.carry_report(ws, plan.id, 2567, Round.TWELVE_MONTHS).changes.report_id
    assert reports.load_report(ws, later).rows[0].reason == REASONS[2]
    next_year = carrying.carry_report(ws, plan.id, 2568, Round.SIX_MONTHS).changes.report_id
    assert reports.load_report(ws, next_year).rows[0].reason == ""


def test_a_revision_tells_that_it_changed(ws, plan):
    issuing.issue(ws, plan.id)
    issuing.reopen(ws, plan.id)
    rows.set_reasons(ws, plan.id, {plan.rows[0].id: " น้ำ  ท่วม "})
    (told,) = issuing.changes_since(ws, plan.id)
    assert "เหตุผล" in told
    assert "น้ำ ท่วม" in told


def test_a_missing_one_is_told_by_check_until_it_is_given(ws, plan):
    def codes():
        return [finding.code for finding in checking.check_report(ws, plan.id).findings]

    assert "reason-missing" not in codes()
    rows.set_reasons(ws, plan.id, {plan.rows[0].id: ""})
    assert "reason-missing" in codes()


def test_it_is_read_from_the_remark_of_a_table_that_is_brought_in(ws, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(
        "รายงานตัวอย่าง\n\nมิติที่ ๑ การสร้างวัฒนธรรมสุจริต\n\n(๑) โครงการต้นกล้า\n\nภารกิจตามมิติ\n\nสร้างจิตสำนึก\n\n"
        "การดำเนินงาน\n\n- (๑) วางแผน\n\nผลการดำเนินงาน\n\nยังไม่มี\n\n"
        "ลำดับ\tรายการโครงการ\tมิติ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tสถานะ\t\t\t\tหมายเหตุ\n"
        "\t\t\t\t\tรอ รายงาน\tอยู่ระหว่าง ดำเนินการ\tดำเนินการ แล้วเสร็จ\tไม่สามารถ ดำเนินการได้\t\n"
        f"1\tโครงการต้นกล้า\t1\t0.00\t0.00\t☐\t☐\t☐\t☑\t{REASONS[0]}\n",
        encoding="utf-8",
    )
    report = reports.load_report(ws, importing.import_file(ws, file, "action-plan").report_id)
    (row,) = report.rows
    assert (row.status, row.reason, row.cells.get("remark")) == (Status.CANNOT, REASONS[0], None)
    assert printing.render_report(report, ws.form("action-plan")).startswith(b"%PDF")
