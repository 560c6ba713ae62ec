"""Reading and writing reports: the list, the head, the texts, the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain.report import Chart, Head, Report, ReportSummary, Round, Row, Status
from desktop_app.domain.yearly import years_needed
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.activities import load_activities
from desktop_app.store.asking import View, ask, ask_one, date_of, kept_moment, moment_of, places
from desktop_app.store.faults import StoreError
from desktop_app.store.office import load_office
from desktop_app.store.rows import load_rows, reload_rows
from desktop_app.store.scores import load_earlier_scores, load_scores
from desktop_app.store.signoffs import load_signoffs
from desktop_app.store.yearly import load_rules

if TYPE_CHECKING:
    from sqlmodel import Session

HEAD_FIELDS = tuple(field.name for field in fields(Head))
LARGEST_ID = 2**31 - 1
"""Beyond it no database can be asked for a number."""
_CHANGED_AT = "SELECT changed_at FROM report WHERE id = ?"
_TOUCH = "UPDATE report SET changed_at = ? WHERE id = ?"
_ABOUT = ("form_id", "fiscal_year", "round", "changed_at", "under_memo", "chart")
_REPORT = f"SELECT {', '.join((*_ABOUT, *HEAD_FIELDS))} FROM report WHERE id = ?"  # noqa: S608 - own names
_TEXTS = "SELECT part, text FROM report_text WHERE report_id = ?"
_UNPLACED = "SELECT text FROM unplaced_line WHERE report_id = ? ORDER BY place"
_REPORTS = (
    "SELECT id, form_id, fiscal_year, round, subject, changed_at FROM report "
    "ORDER BY fiscal_year DESC, changed_at DESC"
)
_ISSUED = "SELECT report_id, max(revision) FROM issued_copy GROUP BY report_id"
_STATUSES = "SELECT report_id, status, count(*) FROM report_row GROUP BY report_id, status"
_COMPLETE = (
    "SELECT report_row.report_id FROM report_row JOIN report ON report.id = report_row.report_id "
    "JOIN cell ON cell.row_id = report_row.id WHERE report.form_id = ? AND cell.key IN ({places}) "
    "GROUP BY report_row.report_id, report_row.id HAVING count(*) = ?"
)


def load_report(view: View, report_id: int, known: Iterable[Row] = ()) -> Report:
    """Return a whole report. Raises StoreError when there is none with this number.

    ``known`` are rows whose cells are the same as when they were read.
    """
    found = ask_one(view, _REPORT, (report_id,)) if report_id <= LARGEST_ID else None
    if found is None:
        raise _missing(report_id)
    form_id, fiscal_year, round_, changed_at, under_memo, chart = found[: len(_ABOUT)]
    scores = load_scores(view, report_id)
    return Report(
        id=report_id,
        form_id=form_id,
        fiscal_year=fiscal_year,
        round=Round(round_),
        office=load_office(view),
        head=_head(found[len(_ABOUT) :]),
        texts=dict(ask(view, _TEXTS, (report_id,))),
        rows=load_rows(view, report_id, known),
        signoffs=load_signoffs(view, report_id),
        activities=load_activities(view, report_id),
        scores=scores,
        unplaced=tuple(line for (line,) in ask(view, _UNPLACED, (report_id,))),
        years=load_rules(view, years_needed(fiscal_year, (one.year for one in scores))),
        changed_at=moment_of(changed_at),
        under_memo=bool(under_memo),
        chart=Chart(chart),
        earlier_scores=load_earlier_scores(view, fiscal_year) if chart == Chart.SCORES else (),
    )


def _head(kept: Iterable[Any]) -> Head:
    values = dict(zip(HEAD_FIELDS, kept, strict=True))
    return Head(**{**values, "date": date_of(values["date"]), "sent_date": date_of(values["sent_date"])})


def reload_cells(view: View, report: Report, changed: Collection[int]) -> Report:
    """Return a report read before in which only the cells and statuses of these rows have changed since."""
    rows = reload_rows(view, report.rows, changed)
    (changed_at,) = ask_one(view, _CHANGED_AT, (report.id,)) or ("",)
    return replace(report, rows=rows, changed_at=moment_of(changed_at))


def list_reports(view: View, required: Mapping[str, Collection[str]]) -> list[ReportSummary]:
    """Return all reports, the newest fiscal year first, then the one changed last.

    ``required`` holds the keys of the required columns by form id.
    """
    counts = _status_counts(view)
    complete = _complete_counts(view, required)
    issued = dict(ask(view, _ISSUED))
    return [
        ReportSummary(
            id=report_id,
            form_id=form_id,
            fiscal_year=fiscal_year,
            round=Round(round_),
            subject=subject,
            rows=counts[report_id].total(),
            rows_done=counts[report_id][Status.DONE],
            changed_at=moment_of(changed_at),
            rows_complete=complete[report_id],
            issued=issued.get(report_id, 0),
        )
        for report_id, form_id, fiscal_year, round_, subject, changed_at in ask(view, _REPORTS)
    ]


def add_report(
    session: Session, form_id: str, fiscal_year: int, round_: Round, head: Head, now: datetime
) -> int:
    """Add a report without texts and rows; return its number."""
    texts = {name: getattr(head, name) for name in HEAD_FIELDS}
    record = orm.ReportRecord(form_id=form_id, fiscal_year=fiscal_year, round=round_, changed_at=now, **texts)
    session.add(record)
    session.flush()
    return _id(record)


def remove_report(session: Session, report_id: int) -> None:
    """Remove a report with all that belongs to it. Raises StoreError when there is none."""
    _record(session, report_id)
    session.execute(orm.delete(orm.ReportRecord).where(orm.col(orm.ReportRecord.id) == report_id))


def touch(session: Session, report_id: int, now: datetime) -> None:
    """Note when a report was changed. Raises StoreError when there is none with this number."""
    values = (kept_moment(now), report_id)
    if report_id > LARGEST_ID or not session.connection().exec_driver_sql(_TOUCH, values).rowcount:
        raise _missing(report_id)


def write_head(session: Session, report_id: int, head: Mapping[str, object]) -> None:
    """Set fields of the head. Raises KeyError for a field that there is not."""
    record = _record(session, report_id)
    for name, value in head.items():
        if name not in HEAD_FIELDS:
            raise KeyError(name)
        setattr(record, name, value)


def write_term(session: Session, report_id: int, fiscal_year: int, round_: Round) -> None:
    """Set which BE fiscal year and round a report is of."""
    record = _record(session, report_id)
    record.fiscal_year, record.round = fiscal_year, round_


def write_under_memo(session: Session, report_id: int, under_memo: bool) -> None:
    """Set whether a report is sent under a memo."""
    _record(session, report_id).under_memo = under_memo


def write_chart(session: Session, report_id: int, chart: Chart) -> None:
    """Set what is drawn on the cover of a report."""
    _record(session, report_id).chart = chart


def write_text(session: Session, report_id: int, part: str, text: str) -> None:
    """Set the text of one part."""
    record = session.get(orm.TextRecord, (report_id, part))
    if record is None:
        session.add(orm.TextRecord(report_id=report_id, part=part, text=text))
    else:
        record.text = text


def add_unplaced(session: Session, report_id: int, lines: Iterable[str]) -> None:
    """Keep lines that belong nowhere with the report."""
    session.add_all(
        orm.UnplacedRecord(report_id=report_id, place=place, text=line) for place, line in enumerate(lines)
    )


def write_unplaced(session: Session, report_id: int, lines: Iterable[str]) -> None:
    """Put these lines in the place of those that belonged nowhere before."""
    session.exec(orm.delete(orm.UnplacedRecord).where(orm.col(orm.UnplacedRecord.report_id) == report_id))
    add_unplaced(session, report_id, lines)


def _record(session: Session, report_id: int) -> orm.ReportRecord:
    record = session.get(orm.ReportRecord, report_id) if report_id <= LARGEST_ID else None
    if record is None:
        raise _missing(report_id)
    return record


def _missing(report_id: int) -> StoreError:
    return StoreError(_("ไม่พบรายงานเลขที่ {report_id} กรุณาดูเลขที่มีอยู่ในรายการรายงาน").format(report_id=report_id))


def _id(record: orm.ReportRecord) -> int:
    assert record.id is not None
    return record.id


def _status_counts(view: View) -> Mapping[int, Counter[str]]:
    """Return, by report number, how many rows have each status."""
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for report_id, status, count in ask(view, _STATUSES):
        counts[report_id][status] = count
    return counts


def _complete_counts(view: View, required: Mapping[str, Collection[str]]) -> Counter[int]:
    """Return, by report number, how many rows have all their required cells filled."""
    counts: Counter[int] = Counter()
    for form_id, keys in required.items():
        names = tuple(keys)
        filled = ask(view, _COMPLETE.format(places=places(names)), (form_id, *names, len(names)))
        counts.update(report_id for (report_id,) in filled)
    return counts
