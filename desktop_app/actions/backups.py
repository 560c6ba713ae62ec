"""What a clerk does to keep the office's data safe, and what the program does by itself."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from desktop_app.actions.workspace import utc_now
from desktop_app.backup import comparing, local, restoring
from desktop_app.backup.beside import told_while
from desktop_app.backup.comparing import Comparison
from desktop_app.backup.faults import BundleError, LockedBundleError, told_of_medium
from desktop_app.backup.local import Listed, keep_local, list_bundles, present
from desktop_app.backup.lock import opening_password, password_of
from desktop_app.backup.making import Made, make_bundle
from desktop_app.backup.manifest import Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.notes import Notes, read_notes, write_notes
from desktop_app.backup.reading import bring_up_to_date, opened, peek
from desktop_app.backup.restoring import Restored
from desktop_app.backup.still import refuse_damaged_log
from desktop_app.backup.watch import Stage, Watch
from desktop_app.drives import Drive, list_drives
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.language import _
from desktop_app.places import bundles_folder, default_path
from desktop_app.store.database import open_store
from desktop_app.store.log import log_path

Clock = Callable[[], datetime]


def back_up(
    database: Path | None,
    folder: Path,
    *,
    password: str | None = None,
    clock: Clock = utc_now,
    medium: Medium | None = None,
    watch: Watch | None = None,
    is_ours_alone: bool = False,
) -> Made:
    """Write a bundle of the office into ``folder``, made when missing, and read it back from the medium.

    The database may be in use; where it ``is_ours_alone`` only by other processes. Who does not know the
    ``password`` will never open the bundle; the one who forgets it neither. Raises KnownError
    (UnfitPasswordError), CancelledError; then there is no new bundle.
    """
    database = require_data(database)
    key = password_of(password) if password is not None else None
    if is_ours_alone:
        refuse_damaged_log(database)
    with told_of_medium(folder):
        folder.mkdir(parents=True, exist_ok=True)
    told = (Reason.ASKED, clock(), medium or Medium(), watch or Watch(), key)
    made = make_bundle(database, folder, *told, is_ours_alone=is_ours_alone)
    _remember(database, folder, made)
    return made


def _remember(database: Path, folder: Path, made: Made) -> None:
    """Remember where the backup lies; one on the drive of the data itself is none to feel safe about."""
    before, drive = read_notes(database), drive_of(folder)
    notes = before.model_copy(update={"folder": str(folder.absolute())})
    if not is_beside(database, folder):
        serial, label = (drive.serial, drive.label) if drive else ("", "")
        told = {"made_at": made.manifest.made_at, "serial": serial, "label": label}
        notes = notes.model_copy(update=told)
    write_notes(database, notes)


def is_beside(database: Path, folder: Path) -> bool:
    """Tell whether a folder lies on the drive of the data: whatever takes that away takes both."""
    try:
        return folder.stat().st_dev == database.stat().st_dev
    except OSError:
        return False


def drive_of(folder: Path) -> Drive | None:
    """Return the drive that a folder lies on; None when it is none that can be told apart."""
    whole = folder.absolute()
    on = [drive for drive in list_drives() if whole.is_relative_to(drive.root)]
    return max(on, key=lambda drive: len(drive.root.parts), default=None)


def last_backup(database: Path | None) -> Notes:
    """Return what this PC remembers of the last backup that somebody made."""
    return read_notes((database or default_path()).absolute())


def is_overdue(database: Path, now: datetime) -> bool:
    """Tell whether there is something to lose and the last backup is older than a week."""
    here = present(database)
    return here is not None and bool(here.reports) and read_notes(database).is_overdue(now)


def keep_daily(database: Path, clock: Clock = utc_now, watch: Watch | None = None) -> Made | None:
    """Make today's bundle beside the database; None when there is one, or nothing has changed since the last.

    Raises KnownError when it cannot be made, CancelledError.
    """
    here = present(database)
    if here is None or not here.reports:
        return None
    there = [each.manifest for each in list_bundles(bundles_folder(database))]
    unchanged = any(
        (last.counts, last.reports) == (here.counts, here.reports) and not _is_written(database, last.made_at)
        for last in there[:1]
    )
    today = clock().astimezone().date()
    if unchanged or today in {each.made_at.astimezone().date() for each in there}:
        return None
    return keep_local(database, Reason.DAILY, clock(), watch or Watch(), Medium())


def _is_written(database: Path, since: datetime) -> bool:
    """Tell whether anything was written into a database: not every change is one of a report."""
    beside = (path.stat() for path in (database, log_path(database)) if path.exists())
    return any(told.st_size and told.st_mtime > since.timestamp() for told in beside)


def keep_before(
    database: Path, reason: Reason, clock: Clock = utc_now, watch: Watch | None = None
) -> Made | None:
    """Make a bundle beside the database before much is changed; None when there is nothing to lose yet.

    Raises KnownError when it cannot be made, CancelledError.
    """
    here = present(database)
    if here is None or not here.reports:
        return None
    return keep_local(database, reason, clock(), watch or Watch(), Medium())


def keep_before_upgrade(database: Path, clock: Clock = utc_now, watch: Watch | None = None) -> Made | None:
    """Make a bundle of a database of an older version before it is opened; None with nothing to lose.

    Raises KnownError when it cannot be made: then it must not be opened. Raises CancelledError.
    """
    return local.keep_before_upgrade(database, clock(), watch or Watch())


def upgrade(database: Path, watch: Watch) -> None:
    """Bring a database of an older version up to date, wholly or not at all; nothing stops it.

    Raises KnownError; then it is as it was.
    """
    told_while(Watch(watch.tell), Stage.UPDATE, lambda: open_store(database).close())


def list_known(database: Path | None, drives: Iterable[Drive]) -> list[Listed]:
    """Return the bundles that can be found without being shown where: on the drives and beside the database.

    The newest come first. On a drive its root is looked into, and the folder of the last backup.
    """
    database = (database or default_path()).absolute()
    remembered = read_notes(database).folder
    folders = {bundles_folder(database), *(drive.root for drive in drives)}
    if remembered:
        folders.add(Path(remembered))
    found = {each.path: each for folder in folders for each in list_bundles(folder)}
    return sorted(found.values(), key=lambda each: each.manifest.made_at, reverse=True)


def compare(database: Path | None, bundle: Path, password: str | None = None) -> tuple[Manifest, Comparison]:
    """Return what a bundle tells of itself, and how that stands to what is here.

    Raises BundleError: LockedBundleError for one with a password that was not given.
    """
    manifest = peek(bundle, opening_password(password))
    if manifest.locked and password is None:
        raise LockedBundleError(bundle)
    return manifest, comparing.compare(manifest, present((database or default_path()).absolute()))


def require_data(database: Path | None) -> Path:
    """Return the database (default: the user's own). Raises BundleError when there is nothing in it yet."""
    database = (database or default_path()).absolute()
    with told_of_medium(database):
        if not database.is_file() or not database.stat().st_size:
            raise BundleError(
                _("ยังไม่มีข้อมูลให้สำรองที่ {database} กรุณาตรวจตำแหน่งไฟล์ข้อมูล").format(database=database)
            )
    return database


def verify(bundle: Path, work: Path, watch: Watch | None = None, password: str | None = None) -> Manifest:
    """Prove that a bundle can be restored, by doing all of it but the last step, in the folder ``work``.

    Raises KnownError, CancelledError; nothing is left in ``work``.
    """
    watch = watch or Watch()
    with opened(bundle, work, watch, opening_password(password)) as found:
        bring_up_to_date(bundle, found.database, watch)
        return found.manifest


def restore(
    database: Path | None,
    bundle: Path,
    *,
    other_office: bool = False,
    password: str | None = None,
    clock: Clock = utc_now,
    medium: Medium | None = None,
    watch: Watch | None = None,
) -> Restored:
    """Let a bundle take the place of the office's data, of which a bundle is kept first.

    Nobody may have the database open. One that cannot be read is set aside as it is. Raises KnownError
    (OtherOfficeError unless ``other_office``), CancelledError; then the data is as it was.
    """
    database = (database or default_path()).absolute()
    refuse_live_database(bundle)
    return restoring.restore(
        database,
        bundle,
        clock(),
        other_office=other_office,
        password=opening_password(password),
        medium=medium or Medium(),
        watch=watch or Watch(),
    )
