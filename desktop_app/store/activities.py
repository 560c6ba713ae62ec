"""Reading and writing the activities of a report: all of them at once, in their order."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from desktop_app.domain.report import Activity
from desktop_app.store.tables import ActivityRecord


def load_activities(session: Session, report_id: int) -> tuple[Activity, ...]:
    """Return the activities in their order."""
    query = select(ActivityRecord).where(ActivityRecord.report_id == report_id)
    records = session.exec(query.order_by(col(ActivityRecord.number)))
    return tuple(Activity(record.date, record.place, record.caption) for record in records)


def write_activities(session: Session, report_id: int, activities: Sequence[Activity]) -> None:
    """Store these activities instead of those that were there."""
    session.execute(delete(ActivityRecord).where(col(ActivityRecord.report_id) == report_id))
    for number, one in enumerate(activities, start=1):
        session.add(
            ActivityRecord(
                report_id=report_id, number=number, date=one.date, place=one.place, caption=one.caption
            )
        )
