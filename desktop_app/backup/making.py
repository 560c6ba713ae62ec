"""Making a bundle of an office: a snapshot of its database, and its issued PDFs to look at."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop_app import __version__
from desktop_app.backup.faults import told_of_medium
from desktop_app.backup.layout import DATABASE, ISSUED, NOTE
from desktop_app.backup.manifest import FORMAT, Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.proving import Proof
from desktop_app.backup.snapshot import Contents, Issued, contents_of, issued_copies, issued_pdf
from desktop_app.backup.still import Still, held_still
from desktop_app.backup.watch import Watch
from desktop_app.backup.writing import Parcel, Source, write_bundle
from desktop_app.resources import resource
from desktop_app.store.faults import told_in_thai
from desktop_app.thai.dates import ERA
from desktop_app.thai.latin import latin_name

_LONGEST_OFFICE = 40
_BEFORE_IT_IS_OPENED = (Reason.RESTORE, Reason.UPGRADE)
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
    *,
    is_ours_alone: bool = False,
) -> Made:
    """Write a bundle of the office in ``database`` into ``folder`` and read it back.

    ``now`` is aware; a ``password`` is one of ``lock.password_of``. The database may be in use; by nothing
    else in this process where it ``is_ours_alone``. Raises KnownError; then there is no new bundle.
    """
    is_ours_alone = is_ours_alone or reason in _BEFORE_IT_IS_OPENED
    with (
        told_in_thai(database),
        held_still(database, watch, is_ours_alone=is_ours_alone) as still,
        packed(still, reason, now, watch, password) as parcel,
    ):
        path = write_bundle(parcel, folder, file_stem(parcel.manifest), medium, watch)
    with told_of_medium(path):
        return Made(path, parcel.manifest, path.stat().st_size)


@contextmanager
def packed(
    still: Still, reason: Reason, now: datetime, watch: Watch, password: bytes | None
) -> Iterator[Parcel]:
    """Say what goes into a bundle of one moment, and prove that for as long as the parcel is used."""
    contents, copies = contents_of(still.connection), issued_copies(still.connection)
    with Proof(still.connection, watch) as proof:
        sources = {DATABASE: Source(still.size, partial(_proven_blocks, still, proof))}
        for copy in copies:
            sources[f"{ISSUED}{copy.name}"] = Source(copy.size, partial(_pdf, still.connection, copy))
        manifest = _manifest(contents, reason, now).model_copy(update={"locked": password is not None})
        yield Parcel(manifest, now.astimezone(), sources, _note(password is not None), password)


def _proven_blocks(still: Still, proof: Proof) -> Generator[bytes, None, None]:
    """Give the database; its last block is followed by the answer whether it is sound."""
    with closing(still.blocks()) as blocks:
        for data in blocks:
            proof.glance()
            yield data
    proof.require()


def _pdf(connection: sqlite3.Connection, copy: Issued) -> Generator[bytes, None, None]:
    yield issued_pdf(connection, copy)


def _note(is_locked: bool) -> str:
    """Return what a reader finds first in the zip."""
    names = (NOTE, LOCKED_NOTE) if is_locked else (NOTE,)
    text = "".join(resource("backup", name).read_text(encoding="utf-8") for name in names)
    return text.replace("\n", "\r\n")


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
