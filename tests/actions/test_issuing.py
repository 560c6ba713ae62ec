"""An issued report is frozen, its copies come back byte for byte, and what changed since is told."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest

from desktop_app.actions import activities, history, issuing, office, printing, reports, rows, signoffs
from desktop_app.actions.checking import mend
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.printing import render_report
from desktop_app.actions.scores import set_scores
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.finding import Change, Where
from desktop_app.domain.report import Activity, Round, Score, Status
from desktop_app.errors import KnownError
from desktop_app.store.tables import IssuedCopyRecord


@pytest.fixture
def filled(ws, report_id):
    """A memo with a number and a row."""
    reports.set_head(ws, report_id, "number", "ตย ๕๒๐๐๑/๑๒")
    reports.set_head(ws, report_id, "date", date(2024, 3, 18))
    rows.add_rows(ws, report_id, 0, [{"measure": "มาตรการหนึ่ง"}])
    return report_id


def test_the_first_copy_is_the_page_with_its_name_and_digest(ws, filled):
    report = reports.load_report(ws, filled)
    page = render_report(report, ws.form("memo"))
    made = issuing.issue(ws, filled)
    assert made.pdf == page
    assert made.changes.issued
    assert (made.copy.revision, made.copy.file_name) == (1, "2567_ตย52001_12.pdf")
    assert made.copy.sha256 == sha256(page).hexdigest()
    assert made.copy.issued_at == ws.clock()
    assert issuing.list_copies(ws, filled) == (made.copy,)


def test_every_copy_is_printed_again_byte_for_byte_whatever_changes_and_after_a_restart(ws, filled, tmp_path):
    first = issuing.issue(ws, filled)
    issuing.reopen(ws, filled)
    reports.set_head(ws, filled, "subject", "เรื่องใหม่")
    second = issuing.issue(ws, filled)
    office.set_office(ws, "name", "เทศบาลตำบลอื่น")
    ws.close()
    again = open_workspace(tmp_path / "banthuek.db")
    assert [one.revision for one in issuing.list_copies(again, filled)] == [2, 1]
    assert issuing.reprint(again, first.copy.id) == first.pdf != second.pdf
    assert issuing.reprint(again, second.copy.id) == second.pdf
    path = tmp_path / first.copy.file_name
    issuing.save_copy(again, first.copy.id, path)
    assert path.read_bytes() == first.pdf
    again.close()


def edits(ws, report_id):
    """Everything that a clerk can change of a report."""
    report = reports.load_report(ws, report_id)
    row, place = report.rows[0], report.signoffs[0]
    return {
        "head": lambda: reports.set_head(ws, report_id, "subject", "เรื่องใหม่"),
        "text": lambda: reports.set_text(ws, report_id, "opening", "ข้อความใหม่"),
        "add rows": lambda: rows.add_rows(ws, report_id, 0),
        "remove rows": lambda: rows.remove_rows(ws, report_id, [row.id]),
        "move rows": lambda: rows.move_rows(ws, report_id, [row.id], 0),
        "paste rows": lambda: rows.paste_rows(ws, report_id, {}, 0, [({}, Status.WAITING)]),
        "cell": lambda: rows.set_cell(ws, report_id, row.id, "measure", "ใหม่"),
        "status": lambda: rows.set_status(ws, report_id, [row.id], Status.DONE),
        "signer": lambda: signoffs.choose_signer(ws, report_id, place.id, None),
        "sign-off": lambda: signoffs.set_signoff(ws, report_id, place.id, "opinion", "ทราบ"),
        "name a signer": lambda: signoffs.name_signer(ws, report_id, place.id, "นายใหม่ มาแล้ว"),
        "add sign-off": lambda: signoffs.add_signoff(ws, report_id, place.part),
        "undo": lambda: history.undo(ws, report_id),
        "remove sign-off": lambda: signoffs.remove_signoff(ws, report_id, place.id),
        "move sign-off": lambda: signoffs.move_signoff(ws, report_id, place.id, 2),
        "activities": lambda: activities.set_activities(ws, report_id, [Activity(caption="ใหม่")]),
        "scores": lambda: set_scores(ws, report_id, [Score(1, 2566, Decimal("98.53"))]),
        "mend": lambda: mend(ws, report_id, [Change(Where("head", column="subject"), "", "ใหม่")]),
        "delete": lambda: reports.delete_report(ws, report_id),
    }


def test_no_edit_touches_an_issued_report(ws, filled):
    issuing.issue(ws, filled)
    before = report_as_json(ws, filled), reports.load_report(ws, filled)
    for edit in edits(ws, filled).values():
        with pytest.raises(KnownError, match="ออกฉบับจริง"):
            edit()
    assert (report_as_json(ws, filled), reports.load_report(ws, filled)) == before
    assert issuing.changes_since(ws, filled) == ()


def test_opened_again_it_is_changed_and_becomes_the_second_revision(ws, filled):
    issuing.issue(ws, filled)
    assert issuing.reopen(ws, filled).issued
    assert issuing.list_copies(ws, filled)[0].reopened
    reports.set_head(ws, filled, "subject", "เรื่องใหม่")
    rows.add_rows(ws, filled, 1, [{"measure": "มาตรการสอง"}])
    subject, row = issuing.changes_since(ws, filled)
    assert "เป็น “เรื่องใหม่”" in subject
    assert row == "เพิ่มแถว ๒ “มาตรการสอง”"
    second = issuing.issue(ws, filled).copy
    assert (second.revision, second.file_name) == (2, "2567_ตย52001_12_ครั้งที่2.pdf")
    assert issuing.changes_since(ws, filled) == ()
    with pytest.raises(KnownError, match="ครั้งที่ ๓"):
        reports.set_head(ws, filled, "subject", "เรื่องอื่น")


def test_issuing_a_frozen_report_is_refused(ws, filled):
    made = issuing.issue(ws, filled)
    with pytest.raises(KnownError, match="แก้ไขเพื่อออกครั้งที่ ๒"):
        issuing.issue(ws, filled)
    assert issuing.list_copies(ws, filled) == (made.copy,)


def test_opened_again_and_left_as_it_was_it_is_no_new_revision(ws, filled):
    first = issuing.issue(ws, filled)
    issuing.reopen(ws, filled)
    subject = reports.load_report(ws, filled).head.subject
    reports.set_head(ws, filled, "subject", "เรื่องใหม่")
    reports.set_head(ws, filled, "subject", subject)
    assert issuing.issue(ws, filled).copy == first.copy
    with pytest.raises(KnownError):
        reports.set_head(ws, filled, "subject", "เรื่องอื่น")


def test_a_change_that_no_paper_shows_is_a_revision_too_when_it_is_told(ws, filled):
    row = reports.load_report(ws, filled).rows[0]
    first = issuing.issue(ws, filled)
    issuing.reopen(ws, filled)
    rows.set_status(ws, filled, [row.id], Status.DONE)
    assert len(issuing.changes_since(ws, filled)) == 1
    second = issuing.issue(ws, filled)
    assert (second.copy.revision, second.pdf) == (2, first.pdf)


def test_a_report_changed_while_its_page_was_set_is_not_issued(ws, filled, monkeypatch):
    def render_slowly(report, form, photos):
        reports.set_head(ws, filled, "subject", "เปลี่ยนพอดี")
        return render_report(report, form, photos)

    monkeypatch.setattr(printing, "render_report", render_slowly)
    with pytest.raises(KnownError, match="เพิ่งเปลี่ยนไป"):
        issuing.issue(ws, filled)
    assert issuing.list_copies(ws, filled) == ()


def test_a_damaged_copy_is_told_and_not_printed(ws, filled, tmp_path):
    made = issuing.issue(ws, filled)
    with ws.store.writing() as session:
        record = session.get_one(IssuedCopyRecord, made.copy.id)
        record.pdf = record.pdf[:-1] + b"x"
    with pytest.raises(KnownError, match="ครั้งที่ ๑ ในที่เก็บเสียหาย"):
        issuing.reprint(ws, made.copy.id)
    with pytest.raises(KnownError, match="เสียหาย"):
        issuing.save_copy(ws, made.copy.id, tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()


def test_a_copy_that_there_is_not_is_told(ws):
    with pytest.raises(KnownError, match="ไม่พบฉบับจริง"):
        issuing.reprint(ws, 99)


def test_other_reports_stay_free(ws, filled):
    issuing.issue(ws, filled)
    other = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    reports.set_head(ws, other, "subject", "เรื่องอื่น")
    assert issuing.list_copies(ws, other) == ()
    reports.delete_report(ws, other)
