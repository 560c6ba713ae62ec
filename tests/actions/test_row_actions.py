"""Rows through the actions: what each one says that it changed, and what is stored."""

import pytest

from desktop_app.actions import history, reports, rows
from desktop_app.domain.report import Status
from desktop_app.store.faults import StoreError


def cells(ws, report_id):
    return [dict(row.cells) for row in reports.load_report(ws, report_id).rows]


def test_adding_rows_answers_with_their_ids(ws, report_id):
    changes = rows.add_rows(ws, report_id, 0, [{"measure": "ก"}, {}])
    assert changes.rows == {row.id for row in reports.load_report(ws, report_id).rows}
    assert changes.row_order
    assert changes.reports


def test_many_cells_are_set_at_once(ws, report_id):
    first, second = sorted(rows.add_rows(ws, report_id, 0, [{}, {}]).rows)
    rows.set_cells(ws, report_id, {(first, "measure"): "ก", (second, "method"): "ข\nค"})
    assert cells(ws, report_id) == [{"measure": "ก"}, {"method": "ข\nค"}]


def test_what_nobody_can_see_is_not_stored_and_what_can_be_seen_is(ws, report_id):
    (row,) = rows.add_rows(ws, report_id, 0).rows
    rows.set_cell(ws, report_id, row, "measure", "น้ำ\u200bใจ\r\nก < ข & “ค” <p>\x00\x07๑. ")
    assert cells(ws, report_id) == [{"measure": "น้ำใจ\nก < ข & “ค” <p>๑. "}]


def test_a_removed_row_put_back_is_as_it_was(ws, report_id):
    rows.add_rows(ws, report_id, 0, [{"measure": str(i)} for i in range(4)])
    first = reports.load_report(ws, report_id).rows
    rows.set_status(ws, report_id, [first[1].id], Status.CANNOT)
    before = reports.load_report(ws, report_id).rows
    rows.remove_rows(ws, report_id, [before[1].id, before[3].id])
    rows.add_rows(ws, report_id, 2, [{"measure": "ใหม่"}])
    for _ in range(2):
        history.undo(ws, report_id)
    assert reports.load_report(ws, report_id).rows == before


def test_statuses_are_set_each_its_own(ws, report_id):
    first, second = sorted(rows.add_rows(ws, report_id, 0, [{}, {}]).rows)
    rows.set_statuses(ws, report_id, {first: Status.DONE, second: Status.IN_PROGRESS})
    assert [row.status for row in reports.load_report(ws, report_id).rows] == ["done", "in_progress"]
    assert reports.list_reports(ws)[0].rows_done == 1


def test_moving_rows_keeps_them_together(ws, report_id):
    rows.add_rows(ws, report_id, 0, [{"measure": str(i)} for i in range(5)])
    ids = [row.id for row in reports.load_report(ws, report_id).rows]
    rows.move_rows(ws, report_id, [ids[0], ids[3]], 3)
    assert [cell["measure"] for cell in cells(ws, report_id)] == ["1", "2", "4", "0", "3"]


def test_a_paste_that_fails_in_the_middle_changes_nothing(ws, report_id, monkeypatch):
    (row,) = rows.add_rows(ws, report_id, 0, [{"measure": "ก"}]).rows

    def fail(*_what):
        raise StoreError("ดิสก์เต็ม")

    monkeypatch.setattr(rows.store, "add_rows", fail)
    with pytest.raises(StoreError):
        rows.paste_rows(ws, report_id, {(row, "measure"): "ข"}, 1, [({"measure": "ค"}, Status.DONE)])
    assert cells(ws, report_id) == [{"measure": "ก"}]


def test_a_paste_answers_with_the_rows_it_set_and_added(ws, report_id):
    (row,) = rows.add_rows(ws, report_id, 0, [{}]).rows
    changes = rows.paste_rows(ws, report_id, {(row, "measure"): "ข"}, 1, [({"measure": "ค"}, Status.DONE)])
    assert changes.rows == {row.id for row in reports.load_report(ws, report_id).rows}
    assert cells(ws, report_id) == [{"measure": "ข"}, {"measure": "ค"}]
