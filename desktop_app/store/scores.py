"""Reading and writing the ITA scores of a report: all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop_app.domain.report import Score
from desktop_app.store import orm
from desktop_app.store.asking import View, ask

if TYPE_CHECKING:
    from sqlmodel import Session


_SCORES = "SELECT score.indicator, score.year, score.score, score.previous FROM score"


def load_scores(view: View, report_id: int) -> tuple[Score, ...]:
    """Return the scores by year and indicator."""
    return _scores(ask(view, f"{_SCORES} WHERE report_id = ? ORDER BY year, indicator", (report_id,)))


def load_earlier_scores(view: View, fiscal_year: int) -> tuple[Score, ...]:
    """Return the scores of all reports of earlier fiscal years (BE), those of the oldest first."""
    of_earlier = "JOIN report ON report.id = score.report_id WHERE report.fiscal_year < ?"
    order = "report.fiscal_year, report.id, score.year, score.indicator"
    return _scores(ask(view, f"{_SCORES} {of_earlier} ORDER BY {order}", (fiscal_year,)))


def write_scores(session: Session, report_id: int, scores: Sequence[Score]) -> None:
    """Store these scores instead of those that were there."""
    session.execute(orm.delete(orm.ScoreRecord).where(orm.col(orm.ScoreRecord.report_id) == report_id))
    for one in scores:
        session.add(
            orm.ScoreRecord(
                report_id=report_id,
                year=one.year,
                indicator=one.indicator,
                score=_hundredths(one.score),
                previous=_hundredths(one.previous),
            )
        )


def _scores(records: Iterable[tuple[Any, ...]]) -> tuple[Score, ...]:
    return tuple(
        Score(indicator, year, _points(score), _points(previous))
        for indicator, year, score, previous in records
    )


def _points(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)


def _hundredths(points: Decimal | None) -> int | None:
    return None if points is None else int(points.scaleb(2))
