"""The activities of a report as JSON and back, with their photos (docs/json.md)."""

import base64
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.domain.photo import LONG_SIDE, Photo, PhotoFile, photo_of
from desktop_app.domain.report import Activity
from desktop_app.errors import KnownError
from desktop_app.exchange.photo import photo_from
from desktop_app.language import _

if TYPE_CHECKING:
    from desktop_app.exchange.report_json import Place

_SHA256 = re.compile("[0-9a-f]{64}")


def activity_to_json(one: Activity, jpeg: Callable[[str], bytes] | None) -> dict[str, Any]:
    """Return an activity; ``jpeg`` gives the bytes of its photos, without it they are only named."""
    return {
        "date": one.date.isoformat() if one.date else None,
        "place": one.place,
        "caption": one.caption,
        "photos": [_photo(photo, jpeg) for photo in one.photos],
    }


def read_activity(place: "Place", files: dict[str, PhotoFile]) -> Activity:
    """Return an activity; the photos whose bytes are told go into ``files`` by their SHA-256."""
    photos = tuple(_read_photo(each, files) for each in place.items("photos"))
    return Activity(place.day("date"), place.text("place"), place.text("caption"), photos)


def _photo(photo: Photo, jpeg: Callable[[str], bytes] | None) -> dict[str, Any]:
    told: dict[str, Any] = {"sha256": photo.sha256, "width": photo.width, "height": photo.height}
    if jpeg is not None:
        told["image"] = base64.b64encode(jpeg(photo.sha256)).decode()
    return told


def _read_photo(place: "Place", files: dict[str, PhotoFile]) -> Photo:
    """Return a photo. One that is not as we export it is made ready like a file that was chosen."""
    data, sha256 = place.data("image"), place.text("sha256")
    if data is None:
        if not _SHA256.fullmatch(sha256):
            raise place.wrong("image")
        return Photo(sha256, place.whole("width", LONG_SIDE), place.whole("height", LONG_SIDE))
    photo = photo_of(data)
    if photo is None or photo.sha256 != sha256:
        try:
            file = photo_from(data, _("ในไฟล์"))
        except KnownError:
            raise place.wrong("image") from None
    else:
        file = PhotoFile(photo, data)
    files[file.photo.sha256] = file
    return file.photo
