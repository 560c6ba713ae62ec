"""Reading and writing the ITA scores of a report: all of them at once."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from sqlalchemy import delete
from sqlmodel import Session, col, select

from desktop_app.domain.report import Score
from desktop_app.store.tables import ReportRecord, ScoreRecord


def load_scores(session: Session, report_id: int) -> tuple[Score, ...]:
    """Return the scores by year and indicator."""
    query = select(ScoreRecord).where(ScoreRecord.report_id == report_id)
    return _scores(session.exec(query.order_by(col(ScoreRecord.year), col(ScoreRecord.indicator))))


def load_earlier_scores(session: Session, report: ReportRecord) -> tuple[Score, ...]:
    """Return the scores of all reports of earlier fiscal years, those of the oldest first."""
    earlier = select(ScoreRecord).join(ReportRecord, col(ScoreRecord.report_id) == col(ReportRecord.id))
    query = earlier.where(col(ReportRecord.fiscal_year) < report.fiscal_year)
    order = (col(ReportRecord.fiscal_year), col(ReportRecord.id), col(ScoreRecord.year))
    return _scores(session.exec(query.order_by(*order, col(ScoreRecord.indicator))))


def write_scores(session: Session, report_id: int, scores: Sequence[Score]) -> None:
    """Store these scores instead of those that were there."""
    session.execute(delete(ScoreRecord).where(col(ScoreRecord.report_id) == report_id))
    for one in scores:
        session.add(
            ScoreRecord(
                report_id=report_id,
                year=one.year,
                indicator=one.indicator,
                score=_hundredths(one.score),
                previous=_hundredths(one.previous),
            )
        )


def _scores(records: Iterable[ScoreRecord]) -> tuple[Score, ...]:
    return tuple(
        Score(record.indicator, record.year, _points(record.score), _points(record.previous))
        for record in records
    )


def _points(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)


def _hundredths(points: Decimal | None) -> int | None:
    return None if points is None else int(points.scaleb(2))
