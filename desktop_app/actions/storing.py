"""A whole report into the database: how an import and a carried report are stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.report import Report
from desktop_app.store import activities, photos, reports, rows, scores, signoffs

if TYPE_CHECKING:
    from sqlmodel import Session


def store_whole(session: Session, report: Report, now: datetime, new: Iterable[PhotoFile] = ()) -> int:
    """Store a report as a new one and return its number. The ids that it brings along mean nothing.

    ``new`` are photos of its activities that may not be stored yet.
    """
    report_id = reports.add_report(
        session, report.form_id, report.fiscal_year, report.round, report.head, now
    )
    reports.write_under_memo(session, report_id, report.under_memo)
    reports.write_chart(session, report_id, report.chart)
    for part, text in report.texts.items():
        reports.write_text(session, report_id, part, text)
    ids = rows.add_rows(session, report_id, 0, [row.cells for row in report.rows])
    statuses = {row_id: row.status for row_id, row in zip(ids, report.rows, strict=True)}
    rows.write_statuses(session, report_id, statuses)
    reasons = {row_id: row.reason for row_id, row in zip(ids, report.rows, strict=True)}
    rows.write_reasons(session, report_id, reasons)
    for signoff in report.signoffs:
        signoffs.add_signoff(session, report_id, replace(signoff, id=0))
    photos.add_photos(session, new)
    activities.write_activities(session, report_id, report.activities)
    scores.write_scores(session, report_id, report.scores)
    reports.add_unplaced(session, report_id, report.unplaced)
    return report_id
