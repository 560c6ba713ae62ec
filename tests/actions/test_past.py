"""A report as it was at any time, and the way back to it."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.actions import history, issuing, past, reports, rows, signoffs
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round, Status
from desktop_app.errors import KnownError

NOW = datetime(2024, 3, 18, 7, 2, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path):
    moments = (NOW + timedelta(minutes=minute) for minute in range(10_000))
    workspace = open_workspace(tmp_path / "banthuek.db", clock=lambda: next(moments))
    yield workspace
    workspace.close()


@pytest.fixture
def seen(ws):
    """A report after each of its steps, oldest first: (step id, the report then)."""
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    found = [(0, reports.load_report(ws, made))]

    def note():
        found.append((past.list_steps(ws, made)[0].id, reports.load_report(ws, made)))

    rows.add_rows(ws.doing("เพิ่มแถว"), made, 0, [{"measure": "ก"}, {"measure": "ข"}])
    note()
    first, second = (row.id for row in found[-1][1].rows)
    rows.set_cells(ws.doing("แก้ข้อความ"), made, {(first, "measure"): "กา", (second, "method"): "ประชุม"})
    note()
    rows.set_status(ws.doing("เปลี่ยนสถานะ"), made, [second], Status.DONE)
    note()
    signoffs.remove_signoff(ws.doing("ลบช่อง"), made, found[-1][1].signoffs[1].id)
    note()
    history.undo(ws, made)
    note()
    rows.remove_rows(ws.doing("ลบแถว"), made, [first])
    note()
    return found


def bare(report):
    """All but the time of the last change, which nothing brings back."""
    from dataclasses import replace

    return replace(report, changed_at=None)


def test_a_report_is_shown_as_it_was_after_each_of_its_steps(ws, seen):
    for step, report in seen:
        assert bare(past.look_at_step(ws, report.id, step)[0]) == bare(report)


def test_looking_changes_nothing(ws, seen):
    report_id = seen[0][1].id
    before = reports.load_report(ws, report_id), past.list_steps(ws, report_id)
    past.look_at_step(ws, report_id, 0)
    assert (reports.load_report(ws, report_id), past.list_steps(ws, report_id)) == before


def test_a_step_tells_in_words_what_it_changed(ws, seen):
    report_id = seen[0][1].id
    assert past.look_at_step(ws, report_id, seen[2][0])[1] == (
        "แถว ๑ มาตรการ/แนวทาง จาก “ก” เป็น “กา”",
        "แถว ๒ วิธีการดำเนินการ เติม “ประชุม”",
    )


@pytest.mark.parametrize("at", range(6))
def test_going_back_is_one_step_that_can_be_taken_back(ws, seen, at):
    step, report = seen[at]
    now = reports.load_report(ws, report.id)
    past.go_back(ws, report.id, step)
    assert bare(reports.load_report(ws, report.id)) == bare(report)
    assert history.steps_of(ws, report.id).back == past.GONE_BACK
    history.undo(ws, report.id)
    assert bare(reports.load_report(ws, report.id)) == bare(now)


def test_the_steps_are_listed_with_who_and_when_the_newest_first(ws, seen):
    steps = past.list_steps(ws, seen[0][1].id)
    assert [step.label for step in steps] == [
        "ลบแถว",
        "ย้อนหรือทำซ้ำ: ลบช่อง",
        "ลบช่อง",
        "เปลี่ยนสถานะ",
        "แก้ข้อความ",
        "เพิ่มแถว",
        "เริ่มต้น",
    ]
    moments = [step.at for step in steps[:-1]]
    assert moments == sorted(moments, reverse=True)
    assert {step.author for step in steps[:-1]} == {ws.author}


def test_the_earlier_texts_of_a_cell_are_told_each_once_the_newest_first(ws, seen):
    report = seen[1][1]
    first = report.rows[1].id
    for text in ("ค", "ง", "ค", ""):
        rows.set_cell(ws, report.id, first, "measure", text)
    assert [one.text for one in past.earlier_texts(ws, report.id, first, "measure")] == ["ค", "ง", "ข"]
    assert past.earlier_texts(ws, report.id, first, "outcome") == ()


def test_an_issued_report_is_looked_at_but_does_not_go_back(ws, seen):
    step, report = seen[1]
    issuing.issue(ws, report.id)
    before = reports.load_report(ws, report.id)
    assert bare(past.look_at_step(ws, report.id, step)[0]) == bare(report)
    with pytest.raises(KnownError, match="ออกฉบับจริง"):
        past.go_back(ws, report.id, step)
    assert reports.load_report(ws, report.id) == before
