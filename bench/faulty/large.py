"""The whole cycle of a large office, beside a plain copy of the same bytes that is forced and read again."""

import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desktop_app.actions import backups, recovering
from desktop_app.actions.demo import make_demo
from desktop_app.backup.watch import CancelledError, Watch

BLOCK = 1 << 20
ATTACHED = 400_000
"""Bytes at a time: as much as a photo."""


class Cycle(NamedTuple):
    """Seconds, each the median of the runs."""

    size: int
    plain: float
    backup: float
    restore: float
    restore_over: float


def make_large(folder: Path, size: int) -> Path:
    """Make an office of at least ``size`` bytes."""
    database = folder / "banthuek.db"
    make_demo(database, folder / "out")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(
            "INSERT INTO unplaced_line (report_id, place, text) VALUES (1, ?, ?)",
            ((number, os.urandom(ATTACHED // 2).hex()) for number in range(1 + size // ATTACHED)),
        )
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return database


def measure(folder: Path, size: int, runs: int) -> Cycle:
    """Measure all in turn, so that whatever else the machine does meets all alike."""
    database = make_large(folder, size)
    bundle = backups.back_up(database, folder / "first").path
    taken: dict[str, list[float]] = {"plain": [], "backup": [], "restore": [], "restore_over": []}
    for run in range(runs):
        stick, pc = folder / f"stick-{run}", folder / f"pc-{run}" / "banthuek.db"
        os.sync()
        taken["plain"].append(_timed(lambda: plain_copy(bundle, folder / "copy")))
        os.sync()
        taken["backup"].append(
            _timed(lambda stick=stick: backups.back_up(database, stick, is_ours_alone=True))
        )
        os.sync()
        taken["restore"].append(_timed(lambda pc=pc: backups.restore(pc, bundle)))
        os.sync()
        taken["restore_over"].append(_timed(lambda pc=pc: backups.restore(pc, bundle)))
        _clear(stick, pc.parent)
    return Cycle(bundle.stat().st_size, **{name: statistics.median(times) for name, times in taken.items()})


def plain_copy(source: Path, target: Path) -> None:
    """Copy, force, and read again past the cache: the least that any trustworthy copy does."""
    with source.open("rb", buffering=0) as reading, target.open("wb", buffering=0) as writing:
        while data := reading.read(BLOCK):
            writing.write(data)
        os.fsync(writing.fileno())
    with target.open("rb", buffering=0) as reading:
        os.posix_fadvise(reading.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while reading.read(BLOCK):
            pass
    target.unlink()


def longest_silence(database: Path, folder: Path) -> float:
    """Return the longest time in a backup in which nothing was told of it."""
    hearing = _Hearing()
    backups.back_up(database, folder, watch=Watch(hearing.tell))
    return hearing.longest


class Recovery(NamedTuple):
    """Seconds that the recovery of a damaged office takes, the longest without a word, rows it lost."""

    seconds: float
    silence: float
    lost: int


def recover(database: Path) -> Recovery:
    """Destroy the head of a database and read all that can be read of it."""
    with database.open("r+b") as file:
        file.write(b"\xff" * 100)
    hearing = _Hearing()
    begin = time.perf_counter()
    with recovering.room_to_work(database) as work:
        found = recovering.examine(database, work, Watch(hearing.tell)).recovered
    hearing.tell()
    return Recovery(time.perf_counter() - begin, hearing.longest, found.losses.rows if found else -1)


class _Hearing:
    """Notes the longest time between two words."""

    def __init__(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0

    def tell(self, *_: object) -> None:
        now = time.perf_counter()
        self._last, self.longest = now, max(self.longest, now - self._last)


def stopped_half_way(database: Path, folder: Path) -> list[str]:
    """Stop a backup in the middle; return what is left behind."""
    looks = iter(range(12))
    try:
        backups.back_up(database, folder, watch=Watch(stopped=lambda: next(looks, None) is None))
    except CancelledError:
        return [path.name for path in (*folder.iterdir(), *database.parent.glob(".banthuek-*"))]
    return ["it was done before it could be stopped"]


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _clear(*folders: Path) -> None:
    for folder in folders:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        folder.rmdir()
