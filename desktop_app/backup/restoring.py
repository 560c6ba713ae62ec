"""Restoring: prove the bundle, keep the present, bring a copy up to date, then swap."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.backup.faults import BundleError, tells_of_damage, told_of_medium
from desktop_app.backup.local import keep_local, present
from desktop_app.backup.manifest import Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.reading import bring_up_to_date, opened
from desktop_app.backup.swap import fold, put_back, set_aside, swap
from desktop_app.backup.watch import Watch
from desktop_app.errors import KnownError
from desktop_app.language import _


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where what was there before is kept; None when there was nothing."""

    manifest: Manifest
    kept: Path | None
    reports: int


class OtherOfficeError(BundleError):
    """The bundle is another office's: to be restored only when that is meant."""

    def __init__(self, theirs: str, ours: str) -> None:
        super().__init__(
            _("ชุดสำรองนี้เป็นของ “{theirs}” แต่ข้อมูลในเครื่องเป็นของ “{ours}” จึงยังไม่กู้คืน ข้อมูลในเครื่องไม่ถูกแก้ไข").format(
                theirs=theirs, ours=ours
            )
        )


def restore(
    database: Path,
    bundle: Path,
    now: datetime,
    *,
    other_office: bool = False,
    password: bytes | None = None,
    medium: Medium,
    watch: Watch,
) -> Restored:
    """Let what a bundle holds take the place of the office in ``database``, which nobody may have open.

    The present is kept as a bundle first; one that cannot be read is set aside as it is. Raises KnownError,
    CancelledError; then the present is as it was, to the last byte.
    """
    with told_of_medium(database.parent):
        database.parent.mkdir(parents=True, exist_ok=True)
    with opened(bundle, database.parent, watch, password) as found:
        bring_up_to_date(bundle, found.database)
        theirs = None if other_office else found.manifest.office
        kept, readable = _keep_present(database, theirs, now, medium, watch)
        if not readable:
            kept = set_aside(database, now)
        try:
            swap(found.database, database, medium)
        except BaseException:
            if kept and not readable:
                put_back(kept, database)
            raise
        return Restored(found.manifest, kept, len(found.manifest.reports))


def _keep_present(
    database: Path, office: str | None, now: datetime, medium: Medium, watch: Watch
) -> tuple[Path | None, bool]:
    """Make a bundle of what is there; tell where it lies, and whether what is there can be read at all.

    Raises OtherOfficeError when it is not that of ``office``.
    """
    if not database.exists() or not database.stat().st_size:
        return None, True
    try:
        fold(database)
        if office is not None:
            _require_same_office(database, office)
        return keep_local(database, Reason.RESTORE, now, watch, medium).path, True
    except KnownError as error:
        if tells_of_damage(error):
            return None, False
        raise


def is_same_office(theirs: str, ours: str) -> bool:
    """Tell whether two names mean one office; one that has no name yet may be any."""
    plain = ["".join(name.split()) for name in (theirs, ours)]
    return "" in plain or plain[0] == plain[1]


def _require_same_office(database: Path, theirs: str) -> None:
    ours = present(database)
    if ours is not None and ours.reports and not is_same_office(theirs, ours.office):
        raise OtherOfficeError(theirs, ours.office)
