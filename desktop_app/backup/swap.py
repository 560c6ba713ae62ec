"""Putting a prepared database in the place of the present one: by one rename, or not at all.

A database file that is replaced beside its old -wal comes up with the data of before, without an error.
So the log is folded into the present file first, by a connection that nobody else's may stand beside.
"""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from desktop_app.backup.faults import told_of_medium
from desktop_app.backup.medium import Medium, native
from desktop_app.language import _
from desktop_app.store.faults import StoreError, told_in_thai

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, by the end of the name."""
IN_USE = _("ไฟล์ข้อมูล {path} กำลังถูกใช้อยู่ กรุณาปิดหน้าต่างโปรแกรมบันทึกก่อน แล้วลองอีกครั้ง")


def fold(database: Path) -> None:
    """Fold the log into the file, which changes nothing of the data. Raises StoreError when it is in use."""
    address = f"{database.absolute().as_uri()}?mode=rw"
    with (
        told_in_thai(database),
        closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)) as connection,
    ):
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreError(IN_USE.format(path=database)) from error
            raise


def swap(prepared: Path, database: Path, medium: Medium) -> None:
    """Let ``prepared``, a whole database on the same drive, take the place of ``database``.

    At any moment either the one or the other is there. Raises KnownError; then the present one stays.
    """
    with told_of_medium(database):
        if database.exists() and database.stat().st_size:
            fold(database)
    take_the_place(prepared, database, medium)


def take_the_place(prepared: Path, database: Path, medium: Medium) -> None:
    """Let a whole database take the place of one whose log holds nothing any more, or is kept elsewhere.

    Never is there a moment without a database. Raises BundleError.
    """
    with told_of_medium(database):
        with prepared.open("r+b") as file:
            medium.force(file)
        for end in BESIDE:
            medium.remove(database.with_name(database.name + end))
        medium.force_folder(database.parent)
        medium.rename(prepared, database)
        with suppress(OSError):  # it is done; after a power cut there would be the one or the other
            medium.force_folder(database.parent)


def set_aside(database: Path, now: datetime) -> Path | None:
    """Move a database that cannot be read, with all that lies beside it, into a folder of its own.

    Returns the file in its new place; None when there is none. Raises BundleError.
    """
    with told_of_medium(database):
        if not database.exists():
            return None
        folder = new_folder(database.parent / f"{database.stem}-damaged-{now.astimezone():%Y%m%d-%H%M%S}")
        for end in (*BESIDE, ""):
            path = database.with_name(database.name + end)
            if path.exists():
                native(path).replace(native(folder / path.name))
        Medium().force_folder(database.parent)
        return folder / database.name


def put_back(aside: Path, database: Path) -> None:
    """Undo ``set_aside``."""
    for path in sorted(aside.parent.iterdir()):
        native(path).replace(native(database.with_name(path.name)))
    aside.parent.rmdir()


def new_folder(wanted: Path) -> Path:
    """Make a folder of this name, with a number behind it when there is one. Raises OSError."""
    number, folder = 1, wanted
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}_{number}")
    folder.mkdir()
    return folder
