"""What reports of the same form hold, for offering it again."""

from sqlalchemy import case
from sqlmodel import Session, col, select

from desktop_app.store.tables import CellRecord, ReportRecord, RowRecord

_REPORTS = 60
"""Reports looked at: two a year for a whole generation."""


def texts_of_column(session: Session, form_id: str, key: str, most: int) -> list[str]:
    """Return up to ``most`` texts of a column in reports of a form, those of the newest reports first."""
    newest = (
        select(ReportRecord.id)
        .where(ReportRecord.form_id == form_id)
        .order_by(col(ReportRecord.fiscal_year).desc(), col(ReportRecord.id).desc())
        .limit(_REPORTS)
    )
    query = (
        select(CellRecord.text)
        .join(RowRecord)
        .join(ReportRecord)
        .where(col(RowRecord.report_id).in_(newest), CellRecord.key == key)
        .order_by(col(ReportRecord.fiscal_year).desc(), col(ReportRecord.id).desc(), col(RowRecord.place))
        .limit(most)
    )
    return list(session.exec(query))


def report_of_year(session: Session, form_id: str, fiscal_year: int, round_: str) -> int | None:
    """Return the report of a form and year (BE): that of this round rather than another, the newest."""
    query = (
        select(ReportRecord.id)
        .where(ReportRecord.form_id == form_id, ReportRecord.fiscal_year == fiscal_year)
        .order_by(case((col(ReportRecord.round) == round_, 0), else_=1), col(ReportRecord.id).desc())
    )
    return session.exec(query).first()
