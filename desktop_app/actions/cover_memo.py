"""Sending a report under a memo, or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.actions.changes import Changes
from desktop_app.actions.reports import TEXT_FIELDS, first_head, first_signoffs, first_texts
from desktop_app.actions.signing_roles import with_last_signers
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.cover_memo import can_go_under_memo, has_memo, is_of_memo, under_memo
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.store import office, reports, signoffs

if TYPE_CHECKING:
    from sqlmodel import Session

_IS_MEMO = _("รายงานแบบนี้เป็นบันทึกข้อความอยู่แล้ว จึงไม่ต้องส่งพร้อมบันทึกข้อความอีก")


def send_under_memo(ws: Workspace, report_id: int, wanted: bool) -> Changes:
    """Put a memo before a report, or put it away; its texts and sign-offs are kept for the next time.

    The first time it starts with the office's data and with who signed such places last. Raises KnownError
    for a report that is a memo itself.
    """
    with ws.changing(report_id) as session:
        report = reports.load_report(session, report_id)
        form = ws.form(report.form_id)
        if not can_go_under_memo(form):
            raise KnownError(_IS_MEMO)
        reports.write_under_memo(session, report_id, wanted)
        if wanted and not has_memo(report):
            _begin(session, report, under_memo(form))
    return Changes(report_id, reports=True, head=True, texts=True, signoffs=True, parts=True)


def _begin(session: Session, report: Report, form: FormSpec) -> None:
    """Store what the memo's parts start with, behind the sign-offs that are there."""
    own = office.load_office(session)
    parts = tuple(part for part in form.parts if is_of_memo(part))
    for key, text in first_texts(parts, own, report.fiscal_year, report.round, report.rules.items).items():
        reports.write_text(session, report.id, key, text)
    items, first = report.rules.items, len(report.signoffs) + 1
    places = first_signoffs(parts, own, report.fiscal_year, report.round, items, first)
    for signoff in with_last_signers(session, places, report.signoffs):
        signoffs.add_signoff(session, report.id, signoff)
    start = first_head(form, own, report.fiscal_year, report.round, items)
    empty = [name for name in TEXT_FIELDS if not getattr(report.head, name).strip()]
    reports.write_head(session, report.id, {name: getattr(start, name) for name in empty})
