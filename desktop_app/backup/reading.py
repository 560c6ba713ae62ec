"""Opening a bundle: all of it is proven before anybody gets to see it, and none of it touches the data."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from desktop_app.backup import layout
from desktop_app.backup.beside import told_while
from desktop_app.backup.faults import (
    DamagedBundleError,
    LockedBundleError,
    NewerBundleError,
    NoBundleError,
    WrongPasswordError,
    damaged_where_unreadable,
    no_room,
    told_of_medium,
)
from desktop_app.backup.layout import ABOUT, DATABASE, MANIFEST, BrokenError, Layout
from desktop_app.backup.lock import Unlocking, WrongKeyError
from desktop_app.backup.manifest import FORMAT, Manifest, manifest_of
from desktop_app.backup.medium import Medium
from desktop_app.backup.snapshot import Contents, contents_of, fault_in, looking_at
from desktop_app.backup.watch import Stage, Watch
from desktop_app.backup.writing import Progress, seal_on
from desktop_app.store.database import open_store
from desktop_app.store.upgrades import SCHEMA_VERSION

LARGEST_MANIFEST = 8_000_000
"""Bytes; a report takes about 300."""
_SLACK = 1.5
"""Room for a database that is brought up to date, as a multiple of its size."""


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle that was proven: what it says of itself, and its database."""

    manifest: Manifest
    database: Path


def peek(path: Path, password: bytes | None = None) -> Manifest:
    """Return what a bundle says of itself, unproven: enough to list it. Raises BundleError.

    Without its password a locked one tells neither reports nor counts.
    """
    with _opened(path) as (file, found):
        if found.is_locked and password is None:
            return _newest_known(path, _manifest_in(file, found, ABOUT, None))
        return _manifest(path, file, found, password)


@contextmanager
def opened(path: Path, work: Path, watch: Watch, password: bytes | None = None) -> Iterator[OpenBundle]:
    """Prove a bundle and unpack it into a temporary folder inside of ``work``, for as long as it is open.

    Proven are the seal, the SHA-256 and size of each part, every page and index of the database, and that
    the database holds what the manifest tells. Raises BundleError (LockedBundleError and WrongPasswordError
    where the password is missing or another), CancelledError.
    """
    with tempfile.TemporaryDirectory(prefix=".banthuek-", dir=work) as name:
        folder = Path(name)
        with _opened(path) as (file, found):
            manifest = _manifest(path, file, found, password)
            _unpack(file, found, manifest, folder, password, watch)
        with damaged_where_unreadable(path), looking_at(folder / DATABASE, watch) as connection:
            if fault := told_while(watch, Stage.CHECK, partial(fault_in, connection)):
                raise DamagedBundleError(path, fault)
            _compare(path, contents_of(connection), manifest)
        yield OpenBundle(manifest, folder / DATABASE)


def bring_up_to_date(path: Path, database: Path, watch: Watch) -> None:
    """Take the unpacked database to the version of today, and see that it is made like one.

    Raises StoreError when a step fails, DamagedBundleError when a table or a column is missing,
    CancelledError.
    """
    from desktop_app.store.tables import Table

    told_while(watch, Stage.UPDATE, lambda: open_store(database).close())
    with damaged_where_unreadable(path), looking_at(database, Watch()) as connection:
        for table in Table.metadata.sorted_tables:
            there = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
            if missing := {column.name for column in table.columns} - there:
                raise DamagedBundleError(path, f"{table.name} lacks {sorted(missing)}")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, Layout]]:
    with told_of_medium(path), closing(path.open("rb")) as file:
        begin = file.read(4)
        try:
            yield file, layout.read_layout(file)
        except BrokenError as error:
            if begin != b"PK\3\4":
                raise NoBundleError(path) from error
            raise DamagedBundleError(path, str(error)) from error


def _manifest(path: Path, file: BinaryIO, found: Layout, password: bytes | None) -> Manifest:
    """Return the manifest, which proves all other parts. Raises BundleError, BrokenError."""
    if not found.is_locked:
        return _newest_known(path, _manifest_in(file, found, MANIFEST, None))
    about = _newest_known(path, _manifest_in(file, found, ABOUT, None))
    if password is None:
        raise LockedBundleError(path)
    try:
        manifest = _manifest_in(file, found, MANIFEST, password)
    except WrongKeyError as error:
        seal_on(file, Watch())  # a damaged bundle is no wrong password
        raise WrongPasswordError(path) from error
    if manifest.without_contents() != about or not manifest.locked:
        raise BrokenError("a manifest that says other things than without the password")
    return _newest_known(path, manifest)


def _manifest_in(file: BinaryIO, found: Layout, name: str, password: bytes | None) -> Manifest:
    region = found.region(name)
    if region.size > LARGEST_MANIFEST:
        raise BrokenError("a manifest without end")
    file.seek(region.start)
    data = file.read(region.size)
    if password is not None:
        plain = BytesIO()
        with Unlocking(password, region.size, cast(BinaryIO, _Kept(plain))) as unlocking:
            unlocking.write(data)
        data = plain.getvalue()
    manifest = manifest_of(data)
    if manifest is None:
        raise BrokenError("a manifest that cannot be read")
    return manifest


class _Kept:
    """Bytes that are still there after they were closed."""

    def __init__(self, plain: BytesIO) -> None:
        self.write = plain.write

    def close(self) -> None:
        """Leave them."""


def _newest_known(path: Path, manifest: Manifest) -> Manifest:
    if manifest.format > FORMAT or manifest.schema_version > SCHEMA_VERSION:
        raise NewerBundleError(path)
    return manifest


def _unpack(
    file: BinaryIO, found: Layout, manifest: Manifest, folder: Path, password: bytes | None, watch: Watch
) -> None:
    """Read the whole file once: prove the seal and each part, and write what will be needed."""
    told = {name: part.size for name, part in manifest.parts.items()}
    if told != {region.name: region.own_size for region in found.regions if region.name != MANIFEST}:
        raise BrokenError("other parts than the manifest tells")
    if Medium().free(folder) < found.region(DATABASE).size * _SLACK:
        raise no_room(folder)
    locked: dict[str, Unlocking] = {}

    def sink(name: str) -> BinaryIO | Unlocking | None:
        target = (folder / DATABASE).open("wb") if name == DATABASE else None
        if password is None or not found.region(name).is_locked:
            return target
        locked[name] = Unlocking(password, found.region(name).size, target)
        return locked[name]

    progress = Progress(watch, Stage.OPEN, found.seal_at)
    try:
        digests = layout.digest(file, found, progress.more, sink)
    except WrongKeyError as error:
        raise BrokenError("a part that its password does not open") from error
    if layout.read_seal(file, found) != digests.seal:
        raise BrokenError("the seal does not hold")
    for name, part in manifest.parts.items():
        own = locked[name].sha256.hexdigest() if name in locked else digests.parts[name]
        if own != part.sha256:
            raise BrokenError(f"{name} is not what the manifest tells")


def _compare(path: Path, contents: Contents, manifest: Manifest) -> None:
    if contents.version > SCHEMA_VERSION:
        raise NewerBundleError(path)
    told = Contents(manifest.schema_version, manifest.office, manifest.counts, manifest.reports)
    if all(line.begun_at is None for line in told.reports):  # made by a program that did not tell it
        contents = contents.without_beginnings()
    if contents != told:
        raise DamagedBundleError(path, "the database holds other things than the manifest tells")
