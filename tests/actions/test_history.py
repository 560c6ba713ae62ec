"""Every step is written down, taken back and taken again: to the letter, in any order, after any time."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.actions import activities, history, issuing, people, reports, rows, signoffs
from desktop_app.actions.scores import set_scores
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Activity, Round, Score, Status
from desktop_app.errors import KnownError
from desktop_app.store import history as store

NOW = datetime(2024, 3, 18, 7, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    workspace = open_workspace(tmp_path_factory.mktemp("history") / "banthuek.db", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def report_id(ws):
    return new_report(ws)


def new_report(ws):
    made = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, made, 0, [{"measure": "ก"}, {"measure": "ข", "method": "๑. ประชุม"}])
    signoffs.add_signoff(ws, made, "signatures")
    return made


def steps(ws, report_id):
    with ws.store.reading() as session:
        return store.list_steps(session, report_id)


def add_rows(ws, report, number):
    rows.add_rows(ws, report.id, number, [{"measure": "ใหม่"}, {}])


def set_cell(ws, report, number):
    row = report.rows[number % len(report.rows)]
    rows.set_cells(ws, report.id, {(row.id, "measure"): f"ข้อ {number}", (row.id, "method"): ""})


def set_status(ws, report, number):
    rows.set_status(ws, report.id, [row.id for row in report.rows[number:]], list(Status)[number % 4])


def move_rows(ws, report, number):
    rows.move_rows(ws, report.id, [report.rows[0].id, report.rows[-1].id], number)


def remove_rows(ws, report, number):
    rows.remove_rows(ws, report.id, [row.id for row in report.rows[number::3]])


def set_subject(ws, report, number):
    reports.set_head(ws, report.id, "subject", f"เรื่องที่ {number}")


def set_date(ws, report, number):
    reports.set_head(ws, report.id, "date", date(2024, 3, number + 1) if number else None)


def set_text(ws, report, number):
    reports.set_text(ws, report.id, "cover", f"ปก {number}")


def tell_activities(ws, report, number):
    told = [Activity(date(2024, 3, 7), "ห้องประชุม", f"ครั้งที่ {one}") for one in range(number)]
    activities.set_activities(ws, report.id, told)


def score(ws, report, number):
    set_scores(ws, report.id, [Score(1, 2567, Decimal(number), Decimal("99.50"))])


def add_signer(ws, report, number):
    signoffs.add_signoff(ws, report.id, "signatures")


def move_signer(ws, report, number):
    for signoff in report.signoffs[:1]:
        signoffs.move_signoff(ws, report.id, signoff.id, number + 1)


def remove_signer(ws, report, number):
    for signoff in report.signoffs[-1:]:
        signoffs.remove_signoff(ws, report.id, signoff.id)


EDITS = (
    add_rows,
    set_cell,
    set_status,
    move_rows,
    remove_rows,
    set_subject,
    set_date,
    set_text,
    tell_activities,
    score,
    add_signer,
    move_signer,
    remove_signer,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 5)), max_size=14))
def test_any_steps_taken_back_give_the_same_report_and_taken_again_the_other(ws, edits):
    report_id = new_report(ws)
    seen = [reports.load_report(ws, report_id)]
    taken = len(steps(ws, report_id))
    for edit, number in edits:
        if seen[-1].rows or edit not in (set_cell, move_rows):
            edit(ws, seen[-1], number)
        if len(steps(ws, report_id)) > taken:
            taken += 1
            seen.append(reports.load_report(ws, report_id))
    for before in reversed(seen[:-1]):
        history.undo(ws, report_id)
        assert reports.load_report(ws, report_id) == before
    for after in seen[1:]:
        history.redo(ws, report_id)
        assert reports.load_report(ws, report_id) == after
    assert history.steps_of(ws, report_id).again is None


def test_a_step_is_written_down_with_who_when_and_what(ws, report_id):
    mine = replace(ws, author="นิติกร", clock=lambda: datetime(2025, 1, 2, 3, 4, tzinfo=UTC))
    reports.set_text(mine.doing("แก้หน้าปก"), report_id, "cover", "ปกใหม่")
    step = steps(ws, report_id)[0]
    assert (step.author, step.label) == ("นิติกร", "แก้หน้าปก")
    assert step.at == datetime(2025, 1, 2, 3, 4, tzinfo=UTC)
    with ws.store.reading() as session:
        (change,) = store.changes_of(session, step.id)
    assert (change.table, change.new["text"]) == ("report_text", "ปกใหม่")
    assert change.old["text"] != "ปกใหม่"


def test_a_step_that_changes_nothing_is_none(ws, report_id):
    before = steps(ws, report_id)
    history.undo(ws, report_id)
    text = reports.load_report(ws, report_id).texts["cover"]
    reports.set_text(ws, report_id, "cover", text)
    assert len(steps(ws, report_id)) == len(before) + 1
    history.redo(ws, report_id)


def test_what_was_taken_back_is_gone_once_something_else_is_done(ws, report_id):
    reports.set_text(ws.doing("หนึ่ง"), report_id, "cover", "หนึ่ง")
    history.undo(ws, report_id)
    reports.set_text(ws.doing("สอง"), report_id, "cover", "สอง")
    assert history.steps_of(ws, report_id).again is None
    with pytest.raises(KnownError, match="ไม่มีขั้น"):
        history.redo(ws, report_id)
    assert reports.load_report(ws, report_id).texts["cover"] == "สอง"


def test_a_new_report_has_nothing_to_take_back(ws):
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    assert history.steps_of(ws, made) == history.Steps()
    with pytest.raises(KnownError, match="ไม่มีขั้น"):
        history.undo(ws, made)


def test_a_failed_edit_leaves_no_trace_in_the_history(ws, report_id):
    before = steps(ws, report_id)
    row = reports.load_report(ws, report_id).rows[0].id
    with pytest.raises(KnownError):
        rows.set_cells(ws, report_id, {(row, "measure"): "ใหม่", (10**6, "measure"): "ไม่มีแถวนี้"})
    assert steps(ws, report_id) == before
    people.add_person(ws, "นายทดสอบ หลังพลาด", "")
    assert steps(ws, report_id) == before


def test_when_the_first_step_of_the_day_fails_the_next_is_written_down(ws, report_id):
    ws.close()
    with pytest.raises(KnownError), ws.changing(report_id):
        raise KnownError("a finding that is out of date")
    rows.add_rows(ws.doing("เพิ่มแถว"), report_id, 0)
    assert steps(ws, report_id)[0].label == "เพิ่มแถว"


def test_the_history_of_a_deleted_report_goes_with_it(ws, report_id):
    reports.delete_report(ws, report_id)
    assert steps(ws, report_id) == ()


def test_an_issued_report_is_not_taken_back_behind_its_copy(ws, report_id):
    reports.set_text(ws, report_id, "cover", "ฉบับจริง")
    issuing.issue(ws, report_id)
    with pytest.raises(KnownError, match="ออกฉบับจริง"):
        history.undo(ws, report_id)
    assert reports.load_report(ws, report_id).texts["cover"] == "ฉบับจริง"
