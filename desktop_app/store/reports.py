"""Reading and writing reports: the list, the head, the texts, the whole."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import bindparam, delete, func, update
from sqlmodel import Session, col, select

from desktop_app.domain.report import Chart, Head, Report, ReportSummary, Round, Row, Status
from desktop_app.domain.yearly import years_needed
from desktop_app.language import _
from desktop_app.store.activities import load_activities
from desktop_app.store.faults import StoreError
from desktop_app.store.office import load_office
from desktop_app.store.rows import load_rows, reload_rows
from desktop_app.store.scores import load_earlier_scores, load_scores
from desktop_app.store.signoffs import load_signoffs
from desktop_app.store.tables import CellRecord, ReportRecord, RowRecord, TextRecord, UnplacedRecord
from desktop_app.store.yearly import load_rules

HEAD_FIELDS = tuple(field.name for field in fields(Head))
LARGEST_ID = 2**31 - 1
"""Beyond it no database can be asked for a number."""
_THIS = col(ReportRecord.id) == bindparam("this")
_CHANGED_AT = select(ReportRecord.changed_at).where(_THIS)
_TOUCH = update(ReportRecord).where(_THIS).values(changed_at=bindparam("now"))
"""Every edit runs these: they are made once."""


def load_report(session: Session, report_id: int, known: Iterable[Row] = ()) -> Report:
    """Return a whole report. Raises StoreError when there is none with this number.

    ``known`` are rows whose cells are the same as when they were read.
    """
    record = _record(session, report_id)
    chart = Chart(record.chart)
    texts = session.exec(select(TextRecord).where(TextRecord.report_id == report_id))
    scores = load_scores(session, report_id)
    unplaced = select(UnplacedRecord.text).where(UnplacedRecord.report_id == report_id)
    return Report(
        id=report_id,
        form_id=record.form_id,
        fiscal_year=record.fiscal_year,
        round=Round(record.round),
        office=load_office(session),
        head=Head(**{name: getattr(record, name) for name in HEAD_FIELDS}),
        texts={text.part: text.text for text in texts},
        rows=load_rows(session, report_id, known),
        signoffs=load_signoffs(session, report_id),
        activities=load_activities(session, report_id),
        scores=scores,
        unplaced=tuple(session.exec(unplaced.order_by(col(UnplacedRecord.place)))),
        years=load_rules(session, years_needed(record.fiscal_year, (one.year for one in scores))),
        changed_at=record.changed_at,
        under_memo=record.under_memo,
        chart=chart,
        earlier_scores=load_earlier_scores(session, record) if chart is Chart.SCORES else (),
    )


def reload_cells(session: Session, report: Report, changed: Collection[int]) -> Report:
    """Return a report read before in which only the cells and statuses of these rows have changed since."""
    rows = reload_rows(session, report.rows, changed)
    changed_at = session.connection().scalar(_CHANGED_AT, {"this": report.id})
    return replace(report, rows=rows, changed_at=changed_at)


def list_reports(session: Session, required: Mapping[str, Collection[str]]) -> list[ReportSummary]:
    """Return all reports, the newest fiscal year first, then the one changed last.

    ``required`` holds the keys of the required columns by form id.
    """
    counts = _status_counts(session)
    complete = _complete_counts(session, required)
    query = select(ReportRecord).order_by(
        col(ReportRecord.fiscal_year).desc(), col(ReportRecord.changed_at).desc()
    )
    return [
        ReportSummary(
            id=_id(record),
            form_id=record.form_id,
            fiscal_year=record.fiscal_year,
            round=Round(record.round),
            subject=record.subject,
            rows=counts[_id(record)].total(),
            rows_done=counts[_id(record)][Status.DONE],
            changed_at=record.changed_at,
            rows_complete=complete[_id(record)],
        )
        for record in session.exec(query)
    ]


def add_report(
    session: Session, form_id: str, fiscal_year: int, round_: Round, head: Head, now: datetime
) -> int:
    """Add a report without texts and rows; return its number."""
    texts = {name: getattr(head, name) for name in HEAD_FIELDS}
    record = ReportRecord(form_id=form_id, fiscal_year=fiscal_year, round=round_, changed_at=now, **texts)
    session.add(record)
    session.flush()
    return _id(record)


def remove_report(session: Session, report_id: int) -> None:
    """Remove a report with all that belongs to it. Raises StoreError when there is none."""
    _record(session, report_id)
    session.execute(delete(ReportRecord).where(col(ReportRecord.id) == report_id))


def touch(session: Session, report_id: int, now: datetime) -> None:
    """Note when a report was changed. Raises StoreError when there is none with this number."""
    values = {"this": report_id, "now": now}
    if report_id > LARGEST_ID or not session.connection().execute(_TOUCH, values).rowcount:
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
    record = session.get(TextRecord, (report_id, part))
    if record is None:
        session.add(TextRecord(report_id=report_id, part=part, text=text))
    else:
        record.text = text


def add_unplaced(session: Session, report_id: int, lines: Iterable[str]) -> None:
    """Keep lines that belong nowhere with the report."""
    session.add_all(
        UnplacedRecord(report_id=report_id, place=place, text=line) for place, line in enumerate(lines)
    )


def write_unplaced(session: Session, report_id: int, lines: Iterable[str]) -> None:
    """Put these lines in the place of those that belonged nowhere before."""
    session.exec(delete(UnplacedRecord).where(col(UnplacedRecord.report_id) == report_id))
    add_unplaced(session, report_id, lines)


def _record(session: Session, report_id: int) -> ReportRecord:
    record = session.get(ReportRecord, report_id) if report_id <= LARGEST_ID else None
    if record is None:
        raise _missing(report_id)
    return record


def _missing(report_id: int) -> StoreError:
    return StoreError(_("ไม่พบรายงานเลขที่ {report_id} กรุณาดูเลขที่มีอยู่ในรายการรายงาน").format(report_id=report_id))


def _id(record: ReportRecord) -> int:
    assert record.id is not None
    return record.id


def _status_counts(session: Session) -> Mapping[int, Counter[str]]:
    """Return, by report number, how many rows have each status."""
    query = select(RowRecord.report_id, RowRecord.status, func.count()).group_by(
        col(RowRecord.report_id), col(RowRecord.status)
    )
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for report_id, status, count in session.exec(query):
        counts[report_id][status] = count
    return counts


def _complete_counts(session: Session, required: Mapping[str, Collection[str]]) -> Counter[int]:
    """Return, by report number, how many rows have all their required cells filled."""
    counts: Counter[int] = Counter()
    for form_id, keys in required.items():
        filled = (
            select(RowRecord.report_id)
            .join(CellRecord)
            .join(ReportRecord)
            .where(col(ReportRecord.form_id) == form_id, col(CellRecord.key).in_(keys))
            .group_by(col(RowRecord.report_id), col(RowRecord.id))
            .having(func.count() == len(keys))
        )
        counts.update(session.exec(filled))
    return counts
