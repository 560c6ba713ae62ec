"""What a clerk does to whole reports: make, list, open, change the head and the texts, remove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.actions.changes import Changes
from desktop_app.actions.signing_roles import with_last_signers
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import TEXT_KINDS, FormSpec, Part
from desktop_app.domain.office import Office
from desktop_app.domain.report import Head, Report, ReportSummary, Round, SignOff
from desktop_app.errors import KnownError
from desktop_app.forms.templates import fill
from desktop_app.language import _
from desktop_app.store import copies, office, photos, signoffs, yearly
from desktop_app.store import reports as store
from desktop_app.thai.clean import visible_text

if TYPE_CHECKING:
    from desktop_app.store.asking import View

FISCAL_YEARS = range(2500, 2701)
DATE_FIELDS = ("date", "sent_date")
TEXT_FIELDS = {field.name for field in fields(Head)} - {*DATE_FIELDS}


def list_reports(ws: Workspace) -> list[ReportSummary]:
    """Return all reports, the newest fiscal year first."""
    required = {form.id: _required_keys(form) for form in ws.forms.values()}
    with ws.store.reading() as view:
        return store.list_reports(view, required)


def load_report(ws: Workspace, report_id: int) -> Report:
    """Return a whole report. Raises KnownError when there is none with this number."""
    with ws.store.reading() as view:
        return store.load_report(view, report_id)


def read_again(view: View, report: Report, changes: Changes) -> Report:
    """Return a report read before as it is after ``changes``, reading of its rows only what these concern."""
    if changes == Changes(report.id, reports=changes.reports, rows=changes.rows) and changes.rows:
        return store.reload_cells(view, report, changes.rows)
    is_told = changes.report_id == report.id
    known = [row for row in report.rows if is_told and row.id not in changes.rows]
    return store.load_report(view, report.id, known)


def create_report(ws: Workspace, form_id: str, fiscal_year: int, round_: Round) -> Changes:
    """Make a report of a form with the office's data and who signed last; ``report_id`` is the new one.

    ``fiscal_year`` is Buddhist era. Raises KnownError for an unknown form or an impossible year.
    """
    form = ws.form(form_id)
    require_fiscal_year(fiscal_year)
    with ws.store.writing() as session:
        own = office.load_office(session)
        now = ws.clock()
        items = yearly.load_rules(session, [fiscal_year])[fiscal_year].items
        head = first_head(form, own, fiscal_year, round_, items)
        report_id = store.add_report(session, form_id, fiscal_year, round_, head, now)
        for key, text in first_texts(form.parts, own, fiscal_year, round_, items).items():
            store.write_text(session, report_id, key, text)
        places = first_signoffs(form.parts, own, fiscal_year, round_, items)
        for signoff in with_last_signers(session, places):
            signoffs.add_signoff(session, report_id, signoff)
    return Changes(report_id, reports=True)


def require_deletable(ws: Workspace, report_id: int) -> None:
    """Raise KnownError for a report that cannot be deleted because it was issued."""
    with ws.store.reading() as view:
        copies.require_none(view, report_id)


def delete_report(ws: Workspace, report_id: int) -> Changes:
    """Remove a report with all that belongs to it, photos too that no other one needs.

    Raises KnownError for one that was issued.
    """
    with ws.store.writing() as session:
        copies.require_none(session, report_id)
        store.remove_report(session, report_id)
        photos.remove_unused(session)
    return Changes(report_id, reports=True)


def set_head(ws: Workspace, report_id: int, field: str, value: str | date | None) -> Changes:
    """Set one field of the head; ``date`` and ``sent_date`` take a date (CE) or None, the others text."""
    if field in TEXT_FIELDS and isinstance(value, str):
        new: str | date | None = " ".join(visible_text(value).split())
    elif field in DATE_FIELDS and not isinstance(value, str):
        new = value
    else:
        raise KeyError(field)
    with ws.changing(report_id) as session:
        store.write_head(session, report_id, {field: new})
    return Changes(report_id, reports=True, head=True)


def set_text(ws: Workspace, report_id: int, part: str, text: str) -> Changes:
    """Set the text of one part; paragraphs are parted by line feeds."""
    with ws.changing(report_id) as session:
        store.write_text(session, report_id, part, visible_text(text))
    return Changes(report_id, texts=True)


def set_unplaced(ws: Workspace, report_id: int, lines: Sequence[str]) -> Changes:
    """Keep only these lines as those of an import that belong nowhere."""
    with ws.changing(report_id) as session:
        store.write_unplaced(session, report_id, lines)
    return Changes(report_id, texts=True)


def require_fiscal_year(fiscal_year: int) -> None:
    """Raise KnownError for a year that cannot be a Buddhist fiscal year."""
    if fiscal_year not in FISCAL_YEARS:
        raise KnownError(_("ปีงบประมาณต้องเป็นปี พ.ศ. เช่น ๒๕๖๗ กรุณากรอกใหม่"))


def first_head(
    form: FormSpec, own: Office, fiscal_year: int, round_: Round, items: Mapping[str, str]
) -> Head:
    """Return the head that a new report of this office starts with; ``items`` are the year's OIT items."""
    return Head(
        office=own.name,
        unit=own.unit if own.name in own.unit else f"{own.unit} {own.name}".strip(),
        telephone=own.telephone,
        number=own.number_prefix,
        subject=fill(form.subject, own, fiscal_year, round_, items),
        addressee=own.head_title,
    )


def first_texts(
    parts: Iterable[Part], own: Office, fiscal_year: int, round_: Round, items: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the texts that parts start with, by key; ``items`` are the year's OIT items."""
    return {
        part.key: fill(part.template, own, fiscal_year, round_, items)
        for part in parts
        if part.kind in TEXT_KINDS
    }


def first_signoffs(
    parts: Iterable[Part],
    own: Office,
    fiscal_year: int,
    round_: Round,
    items: Mapping[str, str],
    first: int = 1,
) -> list[SignOff]:
    """Return the places for signatures that parts start with; ``first`` is the order of the first."""
    places = [(part, slot) for part in parts for slot in part.slots]
    return [
        SignOff(0, order, part.key, fill(slot.role, own, fiscal_year, round_, items), slot.opinion)
        for order, (part, slot) in enumerate(places, start=first)
    ]


def _required_keys(form: FormSpec) -> tuple[str, ...]:
    columns = form.table.columns if form.table else ()
    return tuple(column.key for column in columns if column.required)
