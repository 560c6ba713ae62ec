"""What a clerk does with photos: read them from files, take one out again, have them printed."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop_app.actions.workspace import Workspace
from desktop_app.documents.photos import PhotoShelf
from desktop_app.domain.photo import PhotoFile
from desktop_app.errors import KnownError
from desktop_app.exchange.photo import photo_from, read_photo
from desktop_app.exchange.safe_file import write_safely
from desktop_app.language import _
from desktop_app.store import office
from desktop_app.store import photos as store

FILES = _("ภาพ (*.jpg *.jpeg *.png *.heic *.heif)")
"""The kinds of file that photos are read from, for a file dialog."""


class Pasted(NamedTuple):
    """A picture that comes from no file: from the clipboard."""

    data: bytes
    name: str = _("ที่วาง")


Source = Path | Pasted


class ReadPhotos(NamedTuple):
    """The photos that could be read, in order, and a sentence for each file that holds none."""

    files: tuple[PhotoFile, ...]
    faults: tuple[str, ...]


def read_photos(
    sources: Iterable[Source], keep_originals: bool, told: Callable[[int], bool] = lambda _done: True
) -> ReadPhotos:
    """Read photos without storing anything; safe in any thread. What cannot be read hinders no other.

    ``told`` is told before each photo how many are done; when it answers False, no more are read.
    """
    files: list[PhotoFile] = []
    faults: list[str] = []
    for done, source in enumerate(sources):
        if not told(done):
            break
        try:
            if isinstance(source, Path):
                files.append(read_photo(source, keep_originals))
            else:
                files.append(photo_from(source.data, source.name))
        except KnownError as error:
            faults.append(error.sentence)
    return ReadPhotos(tuple(files), tuple(faults))


def load_jpeg(ws: Workspace, sha256: str) -> bytes:
    """Return the JPEG of a photo. Raises KnownError when it is not there."""
    with ws.store.reading() as view:
        return store.load_jpeg(view, sha256)


def photo_shelf(ws: Workspace) -> PhotoShelf:
    """Return where the photos of reports are taken from to be printed."""
    return PhotoShelf(partial(load_jpeg, ws))


def load_photo(ws: Workspace, sha256: str) -> PhotoFile:
    """Return a photo with all that is kept of it. Raises KnownError when it is not there."""
    with ws.store.reading() as view:
        return store.load_photo(view, sha256)


def save_photo(file: PhotoFile, path: Path) -> None:
    """Write a photo into a file: the one it was made from if that is kept. Raises KnownError."""
    write_safely(path, file.original or file.jpeg)


def keeps_originals(ws: Workspace) -> bool:
    """Return whether the office keeps the files that its photos were made from."""
    with ws.store.reading() as view:
        return office.keeps_originals(view)


def set_keeps_originals(ws: Workspace, keeps: bool) -> None:
    """Set whether the files are kept that photos are made from."""
    with ws.store.writing() as session:
        office.write_keeps_originals(session, keeps)
