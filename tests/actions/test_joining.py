"""Rows that are the rest of the one above become one with it, and nothing of them is lost."""

import pytest

from desktop_app.actions import history, reports, rows
from desktop_app.actions.joining import join_rows
from desktop_app.domain.report import Round, Status
from desktop_app.errors import KnownError


def made(ws, *cells, form="memo"):
    report_id = reports.create_report(ws, form, 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, report_id, 0, cells)
    return report_id


def load(ws, report_id):
    return reports.load_report(ws, report_id).rows


def test_the_rest_goes_behind_each_text_of_the_row_above(ws):
    report_id = made(
        ws,
        {"measure": "มาตรการ ก", "method": "๑. จัดทำคู่", "period": "ต.ค. ๖๖ -"},
        {"method": "มือ\n๒. เผยแพร่", "period": "ก.ย. ๖๗", "summary": "ทำแล้ว"},
        {"measure": "มาตรการ ข"},
    )
    changes = join_rows(ws, report_id, [load(ws, report_id)[1].id])
    first, second = load(ws, report_id)
    assert first.cells == {
        "measure": "มาตรการ ก",
        "method": "๑. จัดทำคู่มือ\n๒. เผยแพร่",
        "period": "ต.ค. ๖๖ - ก.ย. ๖๗",
        "summary": "ทำแล้ว",
    }
    assert (second.cells, second.number) == ({"measure": "มาตรการ ข"}, 2)
    assert (changes.rows, changes.row_order) == (frozenset({first.id}), True)


def test_several_rests_and_a_status_go_along_and_all_of_it_is_taken_back(ws):
    report_id = made(ws, {"measure": "ก"}, {"method": "๑. ข"}, {"method": "๒. ค"})
    ids = [row.id for row in load(ws, report_id)]
    rows.set_status(ws, report_id, ids[2:], Status.DONE)
    before = load(ws, report_id)
    join_rows(ws, report_id, ids[1:])
    (whole,) = load(ws, report_id)
    assert (whole.cells["method"], whole.status) == ("๑. ข\n๒. ค", Status.DONE)
    history.undo(ws, report_id)
    assert load(ws, report_id) == before


def test_two_amounts_and_the_first_row_are_refused_and_nothing_is_changed(ws):
    report_id = made(ws, {"project": "ก", "budget": "500.00"}, {"budget": "20.00"}, form="action-plan")
    first, second = before = load(ws, report_id)
    with pytest.raises(KnownError, match="มีตัวเลขทั้งสองแถว"):
        join_rows(ws, report_id, [second.id])
    with pytest.raises(KnownError, match="แถวแรก"):
        join_rows(ws, report_id, [first.id])
    assert load(ws, report_id) == before
