"""A fresh database of what was read: its tables as they were, brought up to date, and nothing half in it."""

# ruff: noqa: S608 — the names in the SQL are those of tables and columns, quoted; no value is written into it

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from desktop_app.backup.beside import told_while
from desktop_app.backup.snapshot import contents_of, fault_in, looking_at
from desktop_app.backup.watch import Stage, Watch
from desktop_app.language import _
from desktop_app.salvage.mending import Lacking, mend
from desktop_app.salvage.reading import Found
from desktop_app.salvage.shapes import SEQUENCE, Shape
from desktop_app.store.database import open_store
from desktop_app.store.faults import StoreError
from desktop_app.store.upgrades import SCHEMA_VERSION, upgrade

NOTHING_LEFT = _("อ่านข้อมูลจากไฟล์ที่เสียหายไม่ได้ กรุณาใช้ชุดสำรอง ไฟล์ที่เสียหายยังเก็บไว้ตามเดิม")


def rebuild(found: Found, target: Path, donor: Path | None, watch: Watch) -> Lacking:
    """Make the database ``target`` of what was found, and bring it up to date.

    ``donor`` is the database of the newest good bundle, up to date: from it comes only what rows point at and
    was lost, such as the photo of an activity. Raises StoreError when it does not become a whole database.
    """
    version = _version(found)
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            for shape in found.schema.shapes:
                if shape.is_ours:
                    connection.execute(shape.sql)
            for sql in found.schema.indexes:
                with suppress(sqlite3.Error):  # that of a table that is gone, or of the search
                    connection.execute(sql)
            _put_all(connection, found, watch)
            connection.execute("DELETE FROM schema_version")
            connection.execute("INSERT INTO schema_version (id, version) VALUES (1, ?)", (version,))
            connection.execute("COMMIT")
        told_while(watch, Stage.UPDATE, lambda: _upgrade(target))
        lacking = mend(target, donor, found.torn, watch)
        told_while(watch, Stage.UPDATE, lambda: open_store(target).close())
        told_while(watch, Stage.CHECK, lambda: _prove(target, watch))
    except sqlite3.Error as error:
        raise StoreError(NOTHING_LEFT) from error
    return lacking


def _version(found: Found) -> int:
    """Return the version of the tables; that of today where the row that tells it was lost."""
    told = [values[1] for _, values in found.table("schema_version")]
    if not any(found.rows.get(table) for table in ("report", "report_row", "cell", "report_text", "change")):
        raise StoreError(NOTHING_LEFT)
    return next(
        (each for each in told if isinstance(each, int) and 1 <= each <= SCHEMA_VERSION), SCHEMA_VERSION
    )


def _put_all(connection: sqlite3.Connection, found: Found, watch: Watch) -> None:
    done, total = 0, sum(map(len, found.rows.values()))
    for shape in found.schema.shapes:
        for _row in _put(connection, shape, found):
            watch.at(Stage.REBUILD, done, total)
            done += 1


def _put(connection: sqlite3.Connection, shape: Shape, found: Found) -> Iterator[None]:
    """Put the rows of a table in, one after the other."""
    rows = found.table(shape.name)
    if shape.name == SEQUENCE:
        for _, (name, number) in rows:
            with suppress(sqlite3.Error):
                connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, number))
            yield
    elif shape.is_ours:
        for rowid, values in rows:
            columns = shape.columns[: len(values)]
            row = [rowid if column.is_rowid else value for column, value in zip(columns, values, strict=True)]
            names = ", ".join(_quoted(column.name) for column in columns)
            places = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT OR IGNORE INTO {_quoted(shape.name)} ({names}) VALUES ({places})", row
            )
            yield


def _upgrade(target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        upgrade(connection)
        connection.execute("COMMIT")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _prove(target: Path, watch: Watch) -> None:
    with looking_at(target, watch) as connection:
        if fault_in(connection) or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreError(NOTHING_LEFT)
        contents_of(connection)
