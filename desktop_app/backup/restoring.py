"""Restoring: prove the bundle, keep the present beside that, bring a copy up to date, then swap."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self

from desktop_app.backup.faults import BundleError, DamagedBundleError, tells_of_damage, told_of_medium
from desktop_app.backup.local import keep_local, present
from desktop_app.backup.manifest import Manifest, Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.reading import bring_up_to_date, opened, peek
from desktop_app.backup.still import refuse_damaged_log
from desktop_app.backup.swap import fold, put_back, set_aside, swap
from desktop_app.backup.watch import Stage, Watch
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.places import bundles_folder
from desktop_app.store.log import log_path


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
    if _has_bytes(database):
        refuse_damaged_log(database)
    told = peek(bundle, password)
    keep = partial(_keep_present, database, None if other_office else told.office, now, medium)
    with _Keeping(keep, database, medium, watch) as keeping:
        if not _has_bytes(log_path(database)):  # to fold that in would touch the present before all is proven
            keeping.begin()
        with opened(bundle, database.parent, watch, password) as found:
            if found.manifest != told:
                raise DamagedBundleError(bundle, "it changes while it is read")
            bring_up_to_date(bundle, found.database, watch)
            kept, is_readable = keeping.answer()
            if not is_readable:
                kept = set_aside(database, now)
            try:
                swap(found.database, database, medium)
            except BaseException:
                if kept and not is_readable:
                    put_back(kept, database)
                raise
            return Restored(found.manifest, kept, len(found.manifest.reports))


Kept = tuple[Path | None, bool]
"""Where the bundle of the present lies, None where nothing was to be kept; whether it can be read at all."""


class _Keeping:
    """Keeps the present, in a thread, in silence until its answer is waited for.

    Where the answer is never asked for, the end of ``with`` takes away what was kept.
    """

    def __init__(self, keep: Callable[[Watch], Kept], database: Path, medium: Medium, watch: Watch) -> None:
        self._keep, self._database, self._medium, self._watch = keep, database, medium, watch
        self._pool = ThreadPoolExecutor(1)
        self._saved: list[tuple[int, int]] = []
        self._kept: Future[Kept] | None = None
        self._is_waited_for, self._is_given_up = threading.Event(), threading.Event()

    def begin(self) -> None:
        """Begin, unless it is begun."""
        if self._kept is None:
            self._saved = _saved(self._database)
            self._kept = self._pool.submit(self._keep, Watch(self._tell, self._is_stopped))

    def answer(self) -> Kept:
        """Return what was kept. Raises KnownError, CancelledError."""
        if self._kept is not None and self._saved != _saved(self._database):
            self._kept = None  # somebody saved something meanwhile: that is kept too
        self.begin()
        assert self._kept is not None
        self._is_waited_for.set()
        return self._kept.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._is_given_up.set()
        self._pool.shutdown()
        if self._kept is None or self._is_waited_for.is_set():
            return
        path = None if self._kept.exception() else self._kept.result()[0]
        with suppress(OSError):
            if path is not None:
                self._medium.remove(path)
            bundles_folder(self._database).rmdir()  # where nothing else lies in it

    def _tell(self, stage: Stage, part: float) -> None:
        if self._is_waited_for.is_set():
            self._watch.tell(stage, part)

    def _is_stopped(self) -> bool:
        return self._is_given_up.is_set() or self._watch.stopped()


def _keep_present(database: Path, office: str | None, now: datetime, medium: Medium, watch: Watch) -> Kept:
    """Make a bundle of what is there.

    Raises KnownError (OtherOfficeError when it is not that of ``office``), CancelledError.
    """
    if not _has_bytes(database):
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


def _saved(database: Path) -> list[tuple[int, int]]:
    """Return what becomes other when something is saved: sizes and times of the database and its log."""
    found = [path.stat() for path in (database, log_path(database)) if _has_bytes(path)]
    return [(each.st_size, each.st_mtime_ns) for each in found]


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def is_same_office(theirs: str, ours: str) -> bool:
    """Tell whether two names mean one office; one that has no name yet may be any."""
    plain = ["".join(name.split()) for name in (theirs, ours)]
    return "" in plain or plain[0] == plain[1]


def _require_same_office(database: Path, theirs: str) -> None:
    ours = present(database)
    if ours is not None and ours.reports and not is_same_office(theirs, ours.office):
        raise OtherOfficeError(theirs, ours.office)
