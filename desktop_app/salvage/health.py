"""Looking whether a database is whole, while it is in use."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

_STEPS_AT_ONCE = 100_000
"""Steps of SQLite between two looks whether somebody wants it stopped: some milliseconds."""
_OF_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_damaged(database: Path, stopped: Callable[[], bool] = lambda: False) -> bool:
    """Read every page once and tell whether SQLite finds any of them damaged. False when it is stopped.

    Nothing is written and nobody has to wait. What cannot be read for another reason is not called damaged.
    """
    address = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            connection.set_progress_handler(lambda: int(stopped()), _STEPS_AT_ONCE)
            connection.execute("PRAGMA cell_size_check = ON")
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        return not stopped() and getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_DAMAGE
    return bool(found != "ok") and not stopped()
