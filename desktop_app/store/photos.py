"""Reading and writing photos: each is stored once, by the SHA-256 of the JPEG that is printed."""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from desktop_app.domain.photo import Photo, PhotoFile
from desktop_app.language import _
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import ActivityPhotoRecord, ChangeRecord, PhotoRecord

MISSING = _("ไม่พบภาพของกิจกรรมในไฟล์ข้อมูล กรุณาเพิ่มภาพนี้ใหม่อีกครั้ง")


def add_photos(session: Session, files: Iterable[PhotoFile]) -> None:
    """Store photos; of one that is there already only an original that it lacks is added."""
    for file in files:
        sha256 = file.photo.sha256
        there = session.exec(select(PhotoRecord.sha256).where(PhotoRecord.sha256 == sha256)).first()
        if there is None:
            session.add(
                PhotoRecord(
                    sha256=sha256,
                    width=file.photo.width,
                    height=file.photo.height,
                    name=file.name,
                    jpeg=file.jpeg,
                    original=file.original,
                )
            )
            session.flush()
        elif file.original is not None:
            lacking = (col(PhotoRecord.sha256) == sha256, col(PhotoRecord.original).is_(None))
            given = {"original": file.original, "name": file.name}
            session.execute(update(PhotoRecord).where(*lacking).values(given))


def load_jpeg(session: Session, sha256: str) -> bytes:
    """Return the JPEG of a photo. Raises StoreError when it is not there."""
    found = session.exec(select(PhotoRecord.jpeg).where(PhotoRecord.sha256 == sha256)).first()
    if found is None:
        raise StoreError(MISSING)
    return found


def load_photo(session: Session, sha256: str) -> PhotoFile:
    """Return a photo with all that is kept of it. Raises StoreError when it is not there."""
    record = session.get(PhotoRecord, sha256)
    if record is None:
        raise StoreError(MISSING)
    photo = Photo(record.sha256, record.width, record.height)
    return PhotoFile(photo, record.jpeg, record.original, record.name)


def require_photos(session: Session, wanted: Collection[str]) -> None:
    """Raise StoreError when one of these photos is not stored."""
    found = session.exec(select(PhotoRecord.sha256).where(col(PhotoRecord.sha256).in_(wanted)))
    if set(wanted) - set(found):
        raise StoreError(MISSING)


def remove_unused(session: Session) -> None:
    """Remove the photos that no activity shows and no step back could bring again."""
    told = select(ChangeRecord).where(ChangeRecord.table_name == ActivityPhotoRecord.__tablename__)
    wanted = {
        json.loads(record)["sha256"]
        for change in session.exec(told)
        for record in (change.old, change.new)
        if record is not None
    }
    shown = select(ActivityPhotoRecord.sha256)
    unused = session.exec(select(PhotoRecord.sha256).where(col(PhotoRecord.sha256).not_in(shown)))
    for sha256 in set(unused) - wanted:
        session.execute(delete(PhotoRecord).where(col(PhotoRecord.sha256) == sha256))
