"""What a clerk does when the database is damaged: see what can be had, side by side, and choose."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.actions.workspace import utc_now
from desktop_app.backup.faults import no_room, told_of_medium
from desktop_app.backup.local import Listed, list_bundles
from desktop_app.backup.lock import opening_password
from desktop_app.backup.making import make_bundle
from desktop_app.backup.manifest import Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.notes import read_notes
from desktop_app.backup.reading import bring_up_to_date, opened
from desktop_app.backup.snapshot import Contents, contents_of, looking_at
from desktop_app.backup.swap import take_the_place
from desktop_app.backup.watch import CancelledError, Watch
from desktop_app.errors import KnownError
from desktop_app.places import bundles_folder
from desktop_app.salvage.aside import keep_aside
from desktop_app.salvage.pages import pages_of
from desktop_app.salvage.reading import NO_LOSSES, Losses, read_all, schema_in
from desktop_app.salvage.rebuilding import rebuild
from desktop_app.salvage.shapes import Schema
from desktop_app.store.database import open_store

Clock = Callable[[], datetime]
RECOVERED, BUNDLE = "recovered.db", "bundle.db"
_ROOM = 3
"""Times the size of the damaged database that must be free: what was read, a bundle unpacked, a backup."""


@dataclass(frozen=True, slots=True)
class Side:
    """A whole database that could take the damaged one's place, and what is in it."""

    database: Path
    contents: Contents
    losses: Losses = NO_LOSSES
    """What could not be read of the damaged database."""
    brought_back: int = 0
    """Rows that came back out of the history and the bundle."""
    made_at: datetime | None = None
    bundle: Path | None = None
    """The bundle and when it was made; None for what was read out of the damaged database."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Both sides; None where there is nothing to be had.

    ``locked`` is a newer bundle than that of ``bundle``, to be opened by its password.
    """

    recovered: Side | None
    bundle: Side | None
    locked: Listed | None = None


@contextmanager
def room_to_work(database: Path) -> Iterator[Path]:
    """Give a folder beside the database for as long as it is recovered. Raises KnownError."""
    with told_of_medium(database.parent):
        size = database.stat().st_size if database.exists() else 0
        if Medium().free(database.parent) < size * _ROOM:
            raise no_room(database.parent)
        folder = tempfile.TemporaryDirectory(prefix=".banthuek-", dir=database.parent)
    with folder as name:
        yield Path(name)


def examine(database: Path, work: Path, watch: Watch) -> Examined:
    """Read what can be read and prove the newest bundle, both into ``work``; change nothing else.

    Raises CancelledError, and KnownError when the drive fails.
    """
    bundle, locked = newest_good(own_bundles(database), work, watch)
    return Examined(_recovered(database, work, bundle, watch), bundle, locked)


def unlock(database: Path, work: Path, locked: Path, password: str, watch: Watch) -> Examined:
    """Open a bundle with a password that ``examine`` told of, and read what can be read with its help.

    Raises WrongPasswordError and other KnownErrors, CancelledError; what was read before is then still there.
    """
    again = work / "again"
    with told_of_medium(database.parent):
        shutil.rmtree(again, ignore_errors=True)
        again.mkdir()
    bundle = unpack(locked, again, watch, password)
    return Examined(_recovered(database, again, bundle, watch), bundle)


def own_bundles(database: Path) -> list[Listed]:
    """Return the bundles that are of this database for certain, the newest first.

    They lie beside it; the last one that somebody made may lie on a stick.
    """
    notes = read_notes(database)
    there = {each.path: each for each in list_bundles(bundles_folder(database))}
    if notes.folder:
        last = (each for each in list_bundles(Path(notes.folder)) if each.manifest.made_at == notes.made_at)
        there |= {each.path: each for each in last}
    return sorted(there.values(), key=lambda each: each.manifest.made_at, reverse=True)


def newest_good(bundles: Iterable[Listed], work: Path, watch: Watch) -> tuple[Side | None, Listed | None]:
    """Return the first bundle that can be restored, and the first before it that has a password."""
    locked = None
    for listed in bundles:
        if listed.manifest.locked:
            locked = locked or listed
            continue
        try:
            return unpack(listed.path, work, watch), locked
        except CancelledError:
            raise
        except KnownError:
            continue
    return None, locked


def unpack(bundle: Path, work: Path, watch: Watch, password: str | None = None) -> Side:
    """Prove a bundle and unpack its database into ``work``. Raises KnownError, CancelledError."""
    target = work / BUNDLE
    with opened(bundle, work, watch, opening_password(password)) as found:
        bring_up_to_date(bundle, found.database, watch)
        found.database.replace(target)
    return Side(target, contents_in(target), made_at=found.manifest.made_at, bundle=bundle)


def _recovered(database: Path, work: Path, bundle: Side | None, watch: Watch) -> Side | None:
    target = work / RECOVERED
    try:
        with told_of_medium(database), pages_of(database) as pages:
            found = read_all(pages, _likely(work, bundle), watch)
            lacking = rebuild(found, target, bundle.database if bundle else None, watch)
    except CancelledError:
        raise
    except KnownError:
        return None
    rows = found.losses.rows + lacking.left_out
    brought_back = lacking.from_history + lacking.from_bundle
    return Side(target, contents_in(target), found.losses._replace(rows=rows), brought_back)


def _likely(work: Path, bundle: Side | None) -> list[Schema]:
    """Return where the tables may begin if the database cannot tell: as in its bundle, or in a new one."""
    new = work / "new.db"
    open_store(new).close()
    databases = [bundle.database, new] if bundle else [new]
    schemas = []
    for database in databases:
        with pages_of(database) as pages:
            schemas.append(schema_in(pages))
    new.unlink()
    return schemas


def contents_in(database: Path) -> Contents:
    """Return what a whole database that nobody uses holds."""
    with looking_at(database, Watch()) as connection:
        return contents_of(connection)


def use(side: Side, other: Side | None, database: Path, watch: Watch, clock: Clock = utc_now) -> Path:
    """Let a side take the damaged database's place; return the folder in which the damaged one is kept.

    What was read of the damaged database and is not taken is kept there too, as a bundle to bring reports in
    from. Raises KnownError, CancelledError; then the damaged database is still in its place.
    """
    now = clock()
    aside = keep_aside(database, now)
    if other is not None and other.bundle is None:
        try:
            make_bundle(other.database, aside, Reason.RESTORE, now, Medium(), watch)
        except BaseException:
            shutil.rmtree(aside)  # nothing is replaced, and its files are those still in use by another name
            raise
    take_the_place(side.database, database, Medium())
    return aside
