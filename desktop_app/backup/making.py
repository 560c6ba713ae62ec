"""Making a bundle of an office: a snapshot of its database, and its issued PDFs to look at."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app import __version__
from desktop_app.backup.faults import DamagedDataError, no_room, told_of_medium
from desktop_app.backup.layout import DATABASE, ISSUED, NOTE
from desktop_app.backup.manifest import FORMAT, Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.snapshot import (
    Contents,
    contents_of,
    fault_in,
    issued_copies,
    looking_at,
    take_snapshot,
)
from desktop_app.backup.watch import Stage, Watch
from desktop_app.backup.writing import Parcel, write_bundle
from desktop_app.resources import resource
from desktop_app.store.faults import told_in_thai
from desktop_app.thai.dates import ERA
from desktop_app.thai.latin import latin_name

_LONGEST_OFFICE = 40
LOCKED_NOTE = "LOCKED.txt"
"""What a bundle with a password says more."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle that was written, read back and found to be whole."""

    path: Path
    manifest: Manifest
    size: int


def make_bundle(
    database: Path,
    folder: Path,
    reason: Reason,
    now: datetime,
    medium: Medium,
    watch: Watch,
    password: bytes | None = None,
) -> Made:
    """Write a bundle of the office in ``database`` into ``folder`` and read it back.

    ``now`` is aware; a ``password`` is one of ``lock.password_of``. The database may be in use. Raises
    KnownError; then there is no new bundle.
    """
    with packed(database, reason, now, watch, password) as parcel:
        path = write_bundle(parcel, folder, file_stem(parcel.manifest), medium, watch)
    with told_of_medium(path):
        return Made(path, parcel.manifest, path.stat().st_size)


@contextmanager
def packed(
    database: Path, reason: Reason, now: datetime, watch: Watch, password: bytes | None = None
) -> Iterator[Parcel]:
    """Take a snapshot and prove it; it lies beside the database for as long as it is used."""
    with _work_beside(database) as work, told_in_thai(database):
        snapshot = work / DATABASE
        take_snapshot(database, snapshot, watch)
        files = {DATABASE: snapshot}
        with looking_at(snapshot, watch) as connection:
            watch.at(Stage.CHECK, 0, 1)
            if fault_in(connection):
                raise DamagedDataError
            contents = contents_of(connection)
            files |= _issued_files(connection, work)
            watch.at(Stage.CHECK, 1, 1)
        manifest = _manifest(contents, reason, now).model_copy(update={"locked": password is not None})
        note = _note(password is not None)
        yield Parcel(manifest, now.astimezone(), files, note, password)


def _note(is_locked: bool) -> str:
    """Return what a reader finds first in the zip."""
    names = (NOTE, LOCKED_NOTE) if is_locked else (NOTE,)
    text = "".join(resource("backup", name).read_text(encoding="utf-8") for name in names)
    return text.replace("\n", "\r\n")


@contextmanager
def _work_beside(database: Path) -> Iterator[Path]:
    """Give a temporary folder on the database's own drive. Raises BundleError when there is no room."""
    with told_of_medium(database.parent):
        if Medium().free(database.parent) < database.stat().st_size * 2:
            raise no_room(database.parent)
        folder = tempfile.TemporaryDirectory(prefix=".banthuek-", dir=database.parent)
    with folder as name:
        yield Path(name)


def _issued_files(connection: sqlite3.Connection, work: Path) -> dict[str, Path]:
    """Write the issued PDFs out: an office that has no Banthuek at hand can open them in the zip."""
    files = {}
    for name, pdf in issued_copies(connection):
        path = work / name
        path.write_bytes(pdf)
        files[f"{ISSUED}{name}"] = path
    return files


def _manifest(contents: Contents, reason: Reason, now: datetime) -> Manifest:
    return Manifest(
        format=FORMAT,
        program=__version__,
        schema_version=contents.version,
        made_at=now,
        reason=reason,
        office=contents.office,
        counts=contents.counts,
        reports=contents.reports,
    )


def file_stem(manifest: Manifest) -> str:
    """Return the name of a bundle, safe on every stick: "Banthuek_<office>_2567-03-18_0930"."""
    local = manifest.made_at.astimezone()
    office = latin_name(manifest.office)[:_LONGEST_OFFICE] or "office"
    return f"Banthuek_{office}_{local.year + ERA}-{local:%m-%d_%H%M}"
