"""Cross-checks of a stored report, and the changes that mend what they found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.actions.changes import Changes
from desktop_app.actions.people import list_people
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.checks import check
from desktop_app.domain.finding import Change, Finding, Where
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.store import activities, reports, rows, signoffs

if TYPE_CHECKING:
    from sqlmodel import Session

_CHANGED = _("ข้อความเพิ่งเปลี่ยนไปหลังจากตรวจ จึงยังไม่ได้แก้ กรุณาดูข้อควรตรวจอีกครั้ง")


class Checked(NamedTuple):
    """A report and what ought to be looked at in it."""

    report: Report
    findings: tuple[Finding, ...]


def check_report(ws: Workspace, report_id: int) -> Checked:
    """Check a stored report. Raises KnownError when there is none with this number."""
    report = load_report(ws, report_id)
    return Checked(report, check(report, ws.form_of(report), list_people(ws)))


def mend(ws: Workspace, report_id: int, changes: Sequence[Change]) -> Changes:
    """Put new texts in the place of old ones, all in one durable transaction.

    Raises KnownError, with nothing changed, when a text is no longer the one that was checked.
    """
    with ws.changing(report_id) as session:
        there = reports.load_report(session, report_id)
        if any(text_at(there, change.where) != change.old for change in changes):
            raise KnownError(_CHANGED)
        for change in changes:
            _write(session, there, change)
    wheres = [change.where for change in changes]
    return Changes(
        report_id,
        reports=True,
        head=any(_is_head(where) for where in wheres),
        texts=any(not where.column for where in wheres),
        rows=frozenset(where.row for where in wheres if where.row),
        signoffs=any(where.signoff for where in wheres),
        activities=any(where.activity for where in wheres),
    )


def text_at(report: Report, where: Where) -> str | None:
    """Return the text that stands at a place; None when the row or sign-off is gone."""
    if where.row:
        return next((row.cells.get(where.column, "") for row in report.rows if row.id == where.row), None)
    if where.signoff:
        signed = (signoff for signoff in report.signoffs if signoff.id == where.signoff)
        return next((getattr(signoff, where.column) for signoff in signed), None)
    if where.activity:
        told = report.activities[where.activity - 1 : where.activity]
        return next((getattr(activity, where.column) for activity in told), None)
    if _is_head(where):
        return str(getattr(report.head, where.column))
    return report.texts.get(where.part, "")


def finding_data(report: Report, finding: Finding) -> dict[str, object]:
    """Return a finding as other programs read it (docs/json.md)."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": {**_where_data(report, finding.where), "words": finding.place},
        "also": [_where_data(report, where) for where in finding.also],
        "message": finding.message,
        "mendable": bool(finding.mend),
    }


def _where_data(report: Report, where: Where) -> dict[str, object]:
    """Return a place by numbers that can be seen; ids are the database's own."""
    row = next((row.number for row in report.rows if row.id == where.row), None)
    order = next((signoff.order for signoff in report.signoffs if signoff.id == where.signoff), None)
    return {
        "part": where.part,
        "row": row,
        "column": where.column or None,
        "signoff": order,
        "activity": where.activity or None,
    }


def _write(session: Session, report: Report, change: Change) -> None:
    where = change.where
    field: dict[str, Any] = {where.column: change.new}
    if where.row:
        rows.write_cells(session, report.id, {(where.row, where.column): change.new})
    elif where.signoff:
        there = signoffs.load_signoff(session, report.id, where.signoff)
        signoffs.write_signoff(session, report.id, replace(there, **field))
    elif where.activity:
        told = list(activities.load_activities(session, report.id))
        told[where.activity - 1] = replace(told[where.activity - 1], **field)
        activities.write_activities(session, report.id, told)
    elif _is_head(where):
        reports.write_head(session, report.id, field)
    else:
        reports.write_text(session, report.id, where.part, change.new)


def _is_head(where: Where) -> bool:
    return bool(where.column) and not where.row and not where.signoff and not where.activity
