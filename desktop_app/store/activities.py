"""Reading and writing the activities of a report with their photos: all of them at once, in their order."""

from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity
from desktop_app.store.photos import require_photos
from desktop_app.store.tables import ActivityPhotoRecord, ActivityRecord, PhotoRecord


def load_activities(session: Session, report_id: int) -> tuple[Activity, ...]:
    """Return the activities in their order, their photos without the bytes."""
    records = session.exec(_records(report_id).order_by(col(ActivityRecord.number)))
    photos = _photos(session, report_id)
    return tuple(
        Activity(record.date, record.place, record.caption, tuple(photos[record.number]))
        for record in records
    )


def write_activities(session: Session, report_id: int, activities: Sequence[Activity]) -> None:
    """Store these activities instead of those that were there; what is as before is not written again.

    Raises StoreError when a photo of theirs is not stored.
    """
    require_photos(session, {photo.sha256 for one in activities for photo in one.photos})
    there = {record.number: record for record in session.exec(_records(report_id))}
    photos = {(record.number, record.place): record for record in session.exec(_photo_records(report_id))}
    for number, one in enumerate(activities, start=1):
        record = there.pop(number, None) or ActivityRecord(report_id=report_id, number=number)
        record.date, record.place, record.caption = one.date, one.place, one.caption
        session.add(record)
    session.flush()
    for number, one in enumerate(activities, start=1):
        for place, photo in enumerate(one.photos):
            key = {"report_id": report_id, "number": number, "place": place}
            shown = photos.pop((number, place), None) or ActivityPhotoRecord(**key, sha256=photo.sha256)
            shown.sha256 = photo.sha256
            session.add(shown)
    for left in photos.values():
        session.delete(left)
    session.flush()
    for gone in there.values():
        session.delete(gone)
    session.flush()


def _records(report_id: int) -> SelectOfScalar[ActivityRecord]:
    return select(ActivityRecord).where(ActivityRecord.report_id == report_id)


def _photo_records(report_id: int) -> SelectOfScalar[ActivityPhotoRecord]:
    return select(ActivityPhotoRecord).where(ActivityPhotoRecord.report_id == report_id)


def _photos(session: Session, report_id: int) -> dict[int, list[Photo]]:
    """Return the photos by the number of their activity."""
    query = select(
        ActivityPhotoRecord.number, PhotoRecord.sha256, PhotoRecord.width, PhotoRecord.height
    ).join(PhotoRecord)
    query = query.where(ActivityPhotoRecord.report_id == report_id).order_by(
        col(ActivityPhotoRecord.number), col(ActivityPhotoRecord.place)
    )
    found: defaultdict[int, list[Photo]] = defaultdict(list)
    for number, sha256, width, height in session.exec(query):
        found[number].append(Photo(sha256, width, height))
    return found
