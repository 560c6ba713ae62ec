"""A database as it is at one moment, read straight from its file while others go on writing.

In WAL mode every change goes into the log. The file itself is written only when the log is folded in, and
that waits for everybody whose moment lies in the file alone (SQLite's wal.c: to fold takes read lock 0
exclusively, which such a reader shares). So the log is folded in while nobody may write, and a reading
transaction begun then keeps the file as it is for as long as it is open, byte by byte; nobody waits for it.
Where that cannot be had (no log, or somebody reads for long), the database is copied by SQLite first.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from desktop_app.backup.faults import DamagedDataError, no_room, told_of_medium
from desktop_app.backup.layout import BLOCK, DATABASE
from desktop_app.backup.medium import Medium
from desktop_app.backup.snapshot import looking_at, looking_through, take_snapshot
from desktop_app.backup.watch import Stage, Watch
from desktop_app.store.database import require_sound_log
from desktop_app.store.faults import DamagedError

_BUSY_S = 5.0
_TRIES, _PAUSE_S = 10, 0.05
_LOOKS_AT_LOG = 3
_WAYS = slice(18, 20)
"""Where a database says how it is written and read (sqlite.org, "Database File Format", 1.3.3)."""
_WITHOUT_LOG = b"\1\1"


@dataclass(frozen=True, slots=True)
class Still:
    """One moment of a database: asked through ``connection``, by one thread at a time, and read whole.

    ``blocks`` gives, once, the ``size`` bytes of a file that needs no log beside it.
    """

    connection: sqlite3.Connection
    size: int
    blocks: Callable[[], Generator[bytes, None, None]]


@contextmanager
def held_still(database: Path, watch: Watch, *, is_ours_alone: bool = False) -> Iterator[Still]:
    """Hold one moment of a database, which may be in use. Raises sqlite3.Error, KnownError.

    ``is_ours_alone``: nothing else in this process has it open.
    """
    watch.at(Stage.SNAPSHOT, 0, 1)
    with ExitStack() as stack:
        reader: AbstractContextManager[IO[bytes]] = _another_process(database)
        if is_ours_alone or sys.platform == "win32":
            reader = nullcontext(stack.enter_context(_plain(database)))
        connection = stack.enter_context(closing(_connect(database)))  # is closed before the file is
        if _is_file_kept(connection, database, watch):
            stack.enter_context(looking_through(connection, watch))
            size = _size(connection)
            watch.at(Stage.SNAPSHOT, 1, 1)
            yield Still(connection, size, partial(_blocks, reader, size))
            return
    with _copied(database, watch) as copy, looking_at(copy, watch) as connection:
        size = copy.stat().st_size
        yield Still(connection, size, partial(_blocks, _plain(copy), size))


def refuse_damaged_log(database: Path) -> None:
    """Refuse a database that nobody has open and whose log is damaged: opening it would write over edits.

    Read while somebody writes, a log may look so for a moment. Raises DamagedError, StoreError.
    """
    for left in reversed(range(_LOOKS_AT_LOG)):
        try:
            require_sound_log(database)
            return
        except DamagedError:
            if not left:
                raise
            time.sleep(_PAUSE_S)


def _connect(database: Path) -> sqlite3.Connection:
    address = f"{database.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=_BUSY_S, check_same_thread=False)


def _is_file_kept(connection: sqlite3.Connection, database: Path, watch: Watch) -> bool:
    """Begin a reading transaction whose moment is all in the file; False where that cannot be had."""
    try:
        for _try in range(_TRIES):
            _busy, log, _folded = _fold(connection)
            if log < 0:
                return False
            with closing(_connect(database)) as nobody_writes:
                nobody_writes.execute("BEGIN IMMEDIATE")
                _busy, log, folded = _fold(connection)
                if log == folded:
                    connection.execute("BEGIN")
                    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                    return True
            watch.at(Stage.SNAPSHOT, 0, 1)
            time.sleep(_PAUSE_S)
    except sqlite3.OperationalError:
        pass
    return False


def _fold(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Fold the log in as far as nobody reads it. Returns (kept off, frames in the log, frames folded in)."""
    answer: tuple[int, int, int] = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return answer


def _size(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (bytes_each,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages * bytes_each)


@contextmanager
def _copied(database: Path, watch: Watch) -> Iterator[Path]:
    """Let SQLite copy the database, which lies beside it for as long as it is used."""
    with told_of_medium(database.parent):
        if Medium().free(database.parent) < database.stat().st_size * 2:
            raise no_room(database.parent)
        folder = tempfile.TemporaryDirectory(prefix=".banthuek-", dir=database.parent)
    with folder as name:
        copy = Path(name) / DATABASE
        take_snapshot(database, copy, watch)
        yield copy


def _blocks(reader: AbstractContextManager[IO[bytes]], size: int) -> Generator[bytes, None, None]:
    """Read a file that nobody writes. Raises DamagedDataError when its drive does not give all of it."""
    left = size
    try:
        with reader as file:
            while left:
                data = file.read(min(BLOCK, left))
                if not data:
                    raise DamagedDataError
                if left == size:
                    data = data[: _WAYS.start] + _WITHOUT_LOG + data[_WAYS.stop :]
                left -= len(data)
                yield data
    except OSError as error:
        raise DamagedDataError from error


@contextmanager
def _plain(database: Path) -> Iterator[IO[bytes]]:
    with database.open("rb", buffering=0) as file:
        yield file


@contextmanager
def _another_process(database: Path) -> Iterator[IO[bytes]]:
    """Let another process read a database that this one may have open.

    Outside of Windows a file that is closed takes all locks of its process on it along, those of SQLite too.
    """
    with subprocess.Popen(
        ["cat", "--", str(database)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=BLOCK,
    ) as reader:
        try:
            assert reader.stdout is not None
            yield reader.stdout
        finally:
            reader.kill()
