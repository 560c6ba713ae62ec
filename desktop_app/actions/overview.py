"""The office's year at a glance: what is still open, how far every report has come, how scores went."""

from dataclasses import dataclass
from datetime import date

from desktop_app.actions.pieces import Done, Pieces, at_once
from desktop_app.actions.reports import list_reports, load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.charts import ScoreLine, StatusBar, score_lines, status_bars
from desktop_app.domain.form import FormSpec, PartKind
from desktop_app.domain.open_work import OpenRow, open_rows
from desktop_app.domain.report import Report, Round, Score


@dataclass(frozen=True, slots=True)
class ReportOverview:
    """One report of the year: its bars by group, and what is still open in it."""

    report_id: int
    title: str
    round: Round
    bars: tuple[StatusBar, ...]
    open: tuple[OpenRow, ...]


@dataclass(frozen=True, slots=True)
class YearOverview:
    """A BE fiscal year. ``scores`` are lines over all years up to this one."""

    fiscal_year: int
    reports: tuple[ReportOverview, ...]
    scores: tuple[ScoreLine, ...]


def overview_years(ws: Workspace) -> tuple[int, ...]:
    """Return the fiscal years that have reports, the newest first."""
    return tuple(dict.fromkeys(summary.fiscal_year for summary in list_reports(ws)))


def overview(ws: Workspace, fiscal_year: int, today: date) -> YearOverview:
    """Return how a year stands on ``today`` (CE). Reports whose form is gone are left out."""
    return at_once(overview_in_pieces(ws, fiscal_year, today))


def overview_in_pieces(ws: Workspace, fiscal_year: int, today: date) -> Pieces[YearOverview]:
    """Do what ``overview`` does, report by report."""
    known = [summary for summary in list_reports(ws) if summary.form_id in ws.forms]
    own = [one for one in known if one.fiscal_year == fiscal_year]
    earlier = [one for one in known if one.fiscal_year < fiscal_year and _scores_of(ws.form(one.form_id))]
    told: list[ReportOverview] = []
    scores: list[Score] = []
    names: dict[int, str] = {}
    for at, one in enumerate((*own, *earlier)):
        yield Done(at, len(own) + len(earlier))
        report, form = load_report(ws, one.id), ws.form(one.form_id)
        scores += report.scores
        if at < len(own):
            told.append(_one(report, form, today))
            names |= dict(enumerate(_scores_of(form), start=1))
    return YearOverview(fiscal_year, tuple(told), score_lines(scores, names))


def _one(report: Report, form: FormSpec, today: date) -> ReportOverview:
    bars, still_open = status_bars(report, form), open_rows(report, form, today)
    return ReportOverview(report.id, form.title, report.round, bars, still_open)


def _scores_of(form: FormSpec) -> tuple[str, ...]:
    """Return the names of the form's indicators, none for a form without scores."""
    return next((part.indicators for part in form.parts if part.kind is PartKind.SCORES), ())
