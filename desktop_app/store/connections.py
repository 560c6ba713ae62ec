"""Connections to the database file as they have to be; those that look at it are kept for the next look."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from desktop_app.store.search_index import prepare_functions

BUSY_TIMEOUT_MS = 5000


def prepare(connection: sqlite3.Connection) -> None:
    """Durability and integrity, on every connection (measured: WAL + FULL loses nothing)."""
    connection.isolation_level = None
    prepare_functions(connection)
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


class Looks:
    """The connections that look at a database, as many as look at once, from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closings = 0

    @contextmanager
    def one(self, *, writes: bool = False) -> Iterator[sqlite3.Connection]:
        """One consistent view of the database, or a transaction of its own. Raises sqlite3.Error."""
        with self._lock:
            closings, connection = self._closings, self._idle.pop() if self._idle else None
        connection = connection or self._open()
        try:
            connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        with self._lock:
            if closings == self._closings:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close them all; the one that is looking just now when it has looked."""
        with self._lock:
            self._closings += 1
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, check_same_thread=False)
        try:
            prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection
