"""Reading and writing photos: each is stored once, by the SHA-256 of the JPEG that is printed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from desktop_app.domain.photo import Photo, PhotoFile
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.asking import View, ask, ask_one, places, portions
from desktop_app.store.faults import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session

_PHOTO = "SELECT width, height, jpeg, original, name FROM photo WHERE sha256 = ?"
_THERE = "SELECT sha256 FROM photo WHERE sha256 IN ({places})"

MISSING = _("ไม่พบภาพของกิจกรรมในไฟล์ข้อมูล กรุณาเพิ่มภาพนี้ใหม่อีกครั้ง")


def add_photos(session: Session, files: Iterable[PhotoFile]) -> None:
    """Store photos; of one that is there already only an original that it lacks is added."""
    for file in files:
        sha256 = file.photo.sha256
        there = session.exec(
            orm.select(orm.PhotoRecord.sha256).where(orm.PhotoRecord.sha256 == sha256)
        ).first()
        if there is None:
            session.add(
                orm.PhotoRecord(
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
            lacking = (orm.col(orm.PhotoRecord.sha256) == sha256, orm.col(orm.PhotoRecord.original).is_(None))
            given = {"original": file.original, "name": file.name}
            session.execute(orm.update(orm.PhotoRecord).where(*lacking).values(given))


def load_jpeg(view: View, sha256: str) -> bytes:
    """Return the JPEG of a photo. Raises StoreError when it is not there."""
    found = ask_one(view, "SELECT jpeg FROM photo WHERE sha256 = ?", (sha256,))
    if found is None:
        raise StoreError(MISSING)
    jpeg: bytes = found[0]
    return jpeg


def load_photo(view: View, sha256: str) -> PhotoFile:
    """Return a photo with all that is kept of it. Raises StoreError when it is not there."""
    found = ask_one(view, _PHOTO, (sha256,))
    if found is None:
        raise StoreError(MISSING)
    width, height, jpeg, original, name = found
    return PhotoFile(Photo(sha256, width, height), jpeg, original, name)


def require_photos(view: View, wanted: Collection[str]) -> None:
    """Raise StoreError when one of these photos is not stored."""
    there = {
        sha256
        for some in portions(tuple(wanted))
        for (sha256,) in ask(view, _THERE.format(places=places(some)), some)
    }
    if set(wanted) - there:
        raise StoreError(MISSING)


def remove_unused(session: Session) -> None:
    """Remove the photos that no activity shows and no step back could bring again."""
    told = orm.select(orm.ChangeRecord).where(
        orm.ChangeRecord.table_name == orm.ActivityPhotoRecord.__tablename__
    )
    wanted = {
        json.loads(record)["sha256"]
        for change in session.exec(told)
        for record in (change.old, change.new)
        if record is not None
    }
    shown = orm.select(orm.ActivityPhotoRecord.sha256)
    unused = session.exec(
        orm.select(orm.PhotoRecord.sha256).where(orm.col(orm.PhotoRecord.sha256).not_in(shown))
    )
    for sha256 in set(unused) - wanted:
        session.execute(orm.delete(orm.PhotoRecord).where(orm.col(orm.PhotoRecord.sha256) == sha256))
