"""The bundles that the program makes by itself, in a folder beside the database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.backup.faults import BundleError, told_of_medium
from desktop_app.backup.layout import BrokenError
from desktop_app.backup.making import Made, make_bundle
from desktop_app.backup.manifest import Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.reading import peek
from desktop_app.backup.retention import Kept, to_remove
from desktop_app.backup.snapshot import Contents, contents_of
from desktop_app.backup.watch import Watch
from desktop_app.backup.writing import seal_on
from desktop_app.places import bundles_folder
from desktop_app.store.database import require_sound_log
from desktop_app.store.upgrades import SCHEMA_VERSION

_BUSY_S = 5.0


@dataclass(frozen=True, slots=True)
class Listed:
    """A bundle in a folder, unproven."""

    path: Path
    manifest: Manifest


def list_bundles(folder: Path) -> list[Listed]:
    """Return the bundles in a folder, the newest first; what cannot be read is none."""
    return sorted(_found(folder), key=lambda each: each.manifest.made_at, reverse=True)


def _found(folder: Path) -> Iterator[Listed]:
    try:
        paths = sorted(folder.glob("*.zip"))
    except OSError:
        return
    for path in paths:
        with suppress(BundleError):
            yield Listed(path, peek(path))


def keep_local(database: Path, reason: Reason, now: datetime, watch: Watch, medium: Medium) -> Made:
    """Make a bundle beside the database, then thin those that are there; a restore thins nothing.

    Raises KnownError, CancelledError; then every earlier bundle is still there.
    """
    folder = bundles_folder(database)
    with told_of_medium(folder):
        folder.mkdir(parents=True, exist_ok=True)
    made = make_bundle(database, folder, reason, now, medium, watch)
    if reason is not Reason.RESTORE:
        thin(folder, now, lambda path: path == made.path or is_whole(path), medium)
    return made


def keep_before_upgrade(database: Path, now: datetime, watch: Watch) -> Made | None:
    """Keep a database of an older version as it is before it is brought up to date; None when there is none.

    Raises KnownError (CancelledError) when it is not kept: then it must not be changed.
    """
    found = present(database)
    if found is None or not found.reports or found.version >= SCHEMA_VERSION:
        return None
    require_sound_log(database)
    return keep_local(database, Reason.UPGRADE, now, watch, Medium())


def present(database: Path) -> Contents | None:
    """Return what the office's own database holds now, also while it is in use.

    None when there is none, or when it cannot be read: whoever opens it tells why.
    """
    if not database.is_file() or not database.stat().st_size:
        return None
    pending = database.with_name(f"{database.name}-wal").exists()
    way = "mode=ro" if pending else "immutable=1"  # which leaves no trace beside what nobody has open
    address = f"{database.absolute().as_uri()}?{way}"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_S)) as connection:
            return contents_of(connection)
    except (sqlite3.Error, ValueError, TypeError):
        return None


def thin(folder: Path, now: datetime, whole: Callable[[Path], bool], medium: Medium) -> list[Path]:
    """Remove the bundles that the rule lets go, unless none of those that would stay is whole."""
    there = {each.path.name: each.manifest.made_at for each in list_bundles(folder)}
    go = {bundle.name for bundle in to_remove((Kept(*item) for item in there.items()), now)}
    if not go or not any(whole(folder / name) for name in there if name not in go):
        return []
    removed = []
    for name in sorted(go):
        with suppress(OSError):
            medium.remove(folder / name)
            removed.append(folder / name)
    return removed


def is_whole(path: Path) -> bool:
    """Tell whether the seal of a bundle holds."""
    try:
        with path.open("rb") as file:
            seal_on(file, Watch())
    except (OSError, BrokenError):
        return False
    return True
