"""Giving a report another fiscal year or round than it was made for."""

from collections.abc import Mapping

from desktop_app.actions.changes import Changes
from desktop_app.actions.reports import first_head, first_texts, require_fiscal_year
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.cover_memo import form_as_sent
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report, Round
from desktop_app.store import reports, yearly

_SUBJECT = "subject"


def set_term(ws: Workspace, report_id: int, fiscal_year: int, round_: Round) -> Changes:
    """Let a report be of another ``fiscal_year`` (BE) and round.

    The subject and the texts that still are what the form began with are written anew for them; what the
    clerk has written stays. Raises KnownError for an impossible year and a report that was issued.
    """
    require_fiscal_year(fiscal_year)
    with ws.changing(report_id) as session:
        report = reports.load_report(session, report_id)
        form = form_as_sent(ws.form(report.form_id), report)
        items = yearly.load_rules(session, [fiscal_year])[fiscal_year].items
        before = _begun(report, form, report.fiscal_year, report.round, report.rules.items)
        after = _begun(report, form, fiscal_year, round_, items)
        reports.write_term(session, report_id, fiscal_year, round_)
        if report.head.subject == before[_SUBJECT]:
            reports.write_head(session, report_id, {_SUBJECT: after[_SUBJECT]})
        for key, text in report.texts.items():
            if key in before and text == before[key]:
                reports.write_text(session, report_id, key, after[key])
    return Changes(report_id, reports=True, head=True, texts=True)


def _begun(
    report: Report, form: FormSpec, fiscal_year: int, round_: Round, items: Mapping[str, str]
) -> Mapping[str, str]:
    """Return what the form begins with for a term: the subject, and the texts by the keys of their parts."""
    head = first_head(form, report.office, fiscal_year, round_, items)
    return {**first_texts(form.parts, report.office, fiscal_year, round_, items), _SUBJECT: head.subject}
