"""Reading and writing the activities of a report with their photos: all of them at once, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity
from desktop_app.store import orm
from desktop_app.store.asking import View, ask, date_of
from desktop_app.store.photos import require_photos

if TYPE_CHECKING:
    from sqlmodel import Session
    from sqlmodel.sql.expression import SelectOfScalar

_ACTIVITIES = "SELECT number, date, place, caption FROM activity WHERE report_id = ? ORDER BY number"
_PHOTOS = (
    "SELECT number, photo.sha256, width, height FROM activity_photo JOIN photo USING (sha256) "
    "WHERE report_id = ? ORDER BY number, place"
)


def load_activities(view: View, report_id: int) -> tuple[Activity, ...]:
    """Return the activities in their order, their photos without the bytes."""
    photos: defaultdict[int, list[Photo]] = defaultdict(list)
    for number, sha256, width, height in ask(view, _PHOTOS, (report_id,)):
        photos[number].append(Photo(sha256, width, height))
    return tuple(
        Activity(date_of(day), place, caption, tuple(photos[number]))
        for number, day, place, caption in ask(view, _ACTIVITIES, (report_id,))
    )


def write_activities(session: Session, report_id: int, activities: Sequence[Activity]) -> None:
    """Store these activities instead of those that were there; what is as before is not written again.

    Raises StoreError when a photo of theirs is not stored.
    """
    require_photos(session, {photo.sha256 for one in activities for photo in one.photos})
    there = {record.number: record for record in session.exec(_records(report_id))}
    photos = {(record.number, record.place): record for record in session.exec(_photo_records(report_id))}
    for number, one in enumerate(activities, start=1):
        record = there.pop(number, None) or orm.ActivityRecord(report_id=report_id, number=number)
        record.date, record.place, record.caption = one.date, one.place, one.caption
        session.add(record)
    session.flush()
    for number, one in enumerate(activities, start=1):
        for place, photo in enumerate(one.photos):
            key = {"report_id": report_id, "number": number, "place": place}
            shown = photos.pop((number, place), None) or orm.ActivityPhotoRecord(**key, sha256=photo.sha256)
            shown.sha256 = photo.sha256
            session.add(shown)
    for left in photos.values():
        session.delete(left)
    session.flush()
    for gone in there.values():
        session.delete(gone)
    session.flush()


def _records(report_id: int) -> SelectOfScalar[orm.ActivityRecord]:
    return orm.select(orm.ActivityRecord).where(orm.ActivityRecord.report_id == report_id)


def _photo_records(report_id: int) -> SelectOfScalar[orm.ActivityPhotoRecord]:
    return orm.select(orm.ActivityPhotoRecord).where(orm.ActivityPhotoRecord.report_id == report_id)
