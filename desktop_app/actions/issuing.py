"""Issuing a report (ออกฉบับจริง): it is frozen, and its PDF is kept so that the very bytes come again."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.actions.changes import Changes
from desktop_app.actions.photos import photo_shelf
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import FormSpec
from desktop_app.domain.issued import IssuedCopy, issued_name
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import write_safely
from desktop_app.language import _
from desktop_app.store import copies as store
from desktop_app.store import reports
from desktop_app.store.copies import Contents
from desktop_app.thai.digits import numerals

if TYPE_CHECKING:
    from desktop_app.store.asking import View

_CHANGED = _("รายงานเพิ่งเปลี่ยนไประหว่างจัดหน้า จึงยังไม่ได้ออกฉบับจริง กรุณาสั่งพิมพ์ฉบับจริงอีกครั้ง")
_DAMAGED = _("ไฟล์ของฉบับจริงครั้งที่ {revision} ในที่เก็บเสียหาย จึงไม่พิมพ์ซ้ำ กรุณากู้คืนข้อมูลจากชุดสำรอง")


class Issued(NamedTuple):
    """What issuing made. The last copy itself when nothing differs from it."""

    changes: Changes
    copy: IssuedCopy
    pdf: bytes


def issue(ws: Workspace, report_id: int) -> Issued:
    """Freeze a report and keep its PDF as the next revision, in one durable transaction.

    When nothing differs from the last copy there is no new revision: the report is frozen again.
    Raises KnownError, with nothing kept, for a report that is frozen already or was changed meanwhile.
    """
    from desktop_app.actions.printing import render_report
    from desktop_app.exchange.report_json import report_to_json

    report = load_report(ws, report_id)
    form = ws.form_of(report)
    pdf = render_report(report, form, photo_shelf(ws))
    digest = sha256(pdf).hexdigest()
    contents = Contents(
        pdf,
        report_to_json(report, form),
        tuple(row.id for row in report.rows),
        tuple(place.id for place in report.signoffs),
    )
    with ws.store.writing() as session:
        store.require_open(session, report_id)
        if reports.load_report(session, report_id) != report:
            raise KnownError(_CHANGED)
        last = next(iter(store.list_copies(session, report_id)), None)
        if last is not None and last.sha256 == digest and not _changes(session, last, report, form):
            store.set_reopened(session, last.id, False)
            copy = replace(last, reopened=False)
        else:
            revision = last.revision + 1 if last else 1
            name = issued_name(report, revision)
            copy = store.add_copy(
                session, IssuedCopy(0, report_id, revision, ws.clock(), name, digest), contents
            )
    return Issued(Changes(report_id, reports=True, issued=True), copy, pdf)


def reopen(ws: Workspace, report_id: int) -> Changes:
    """Let an issued report be changed again, for its next revision; the copies stay as they are."""
    with ws.store.writing() as session:
        for last in store.list_copies(session, report_id)[:1]:
            store.set_reopened(session, last.id, True)
    return Changes(report_id, issued=True)


def list_copies(ws: Workspace, report_id: int) -> tuple[IssuedCopy, ...]:
    """Return the issued copies of a report, the newest first."""
    with ws.store.reading() as view:
        return store.list_copies(view, report_id)


def reprint(ws: Workspace, copy_id: int) -> bytes:
    """Return the PDF of an issued copy, byte for byte.

    Raises KnownError when there is none with this id, or when its bytes no longer have their SHA-256.
    """
    with ws.store.reading() as view:
        about, contents = store.load_copy(view, copy_id)
    if sha256(contents.pdf).hexdigest() != about.sha256:
        raise KnownError(numerals(_DAMAGED.format(revision=about.revision)))
    return contents.pdf


def save_copy(ws: Workspace, copy_id: int, path: Path) -> None:
    """Write an issued copy into a file. Raises KnownError as ``reprint`` does, and when it cannot."""
    write_safely(path, reprint(ws, copy_id))


def changes_since(ws: Workspace, report_id: int) -> tuple[str, ...]:
    """Return a Thai sentence for each thing that differs from the last issued copy; () before the first."""
    with ws.store.reading() as view:
        last = next(iter(store.list_copies(view, report_id)), None)
        if last is None:
            return ()
        now = reports.load_report(view, report_id)
        return _changes(view, last, now, ws.form_of(now))


def _changes(view: View, last: IssuedCopy, now: Report, form: FormSpec) -> tuple[str, ...]:
    from desktop_app.domain.differences import differences

    _unused, contents = store.load_copy(view, last.id)
    return differences(_as_it_was(contents), now, form)


def _as_it_was(contents: Contents) -> Report:
    """Return the report of a copy, with the ids its rows and sign-offs had."""
    from desktop_app.exchange.report_json import report_from_json

    report = report_from_json(contents.report)
    rows = zip(report.rows, contents.row_ids, strict=True)
    places = zip(report.signoffs, contents.signoff_ids, strict=True)
    return replace(
        report,
        rows=tuple(replace(row, id=row_id) for row, row_id in rows),
        signoffs=tuple(replace(place, id=place_id) for place, place_id in places),
    )
