"""What a clerk does to keep the office's data safe: back up, verify, restore."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop_app.actions.workspace import utc_now
from desktop_app.backup import restoring
from desktop_app.backup.faults import BundleError, told_of_medium
from desktop_app.backup.making import Made, make_bundle
from desktop_app.backup.manifest import Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.reading import bring_up_to_date, opened
from desktop_app.backup.restoring import Restored
from desktop_app.backup.watch import Watch
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.places import default_path

Clock = Callable[[], datetime]


def back_up(
    database: Path | None,
    folder: Path,
    *,
    clock: Clock = utc_now,
    medium: Medium | None = None,
    watch: Watch | None = None,
) -> Made:
    """Write a bundle of the office into ``folder``, made when missing, and read it back from the medium.

    The database may be in use. Raises KnownError, CancelledError; then there is no new bundle.
    """
    database = require_data(database)
    with told_of_medium(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return make_bundle(database, folder, Reason.ASKED, clock(), medium or Medium(), watch or Watch())


def require_data(database: Path | None) -> Path:
    """Return the database (default: the user's own). Raises BundleError when there is nothing in it yet."""
    database = (database or default_path()).absolute()
    with told_of_medium(database):
        if not database.is_file() or not database.stat().st_size:
            raise BundleError(f"ยังไม่มีข้อมูลให้สำรองที่ {database} กรุณาตรวจตำแหน่งไฟล์ข้อมูล")
    return database


def verify(bundle: Path, work: Path, watch: Watch | None = None) -> Manifest:
    """Prove that a bundle can be restored, by doing all of it but the last step, in the folder ``work``.

    Raises KnownError, CancelledError; nothing is left in ``work``.
    """
    with opened(bundle, work, watch or Watch()) as found:
        bring_up_to_date(bundle, found.database)
        return found.manifest


def restore(
    database: Path | None,
    bundle: Path,
    *,
    other_office: bool = False,
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
        medium=medium or Medium(),
        watch=watch or Watch(),
    )
