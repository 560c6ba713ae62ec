"""What was lost of a report and is written down elsewhere: in its history, and in the newest good bundle."""

# ruff: noqa: S608 — the names in the SQL are those of tables and columns, quoted; no value is written into it

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import LargeBinary

from desktop_app.backup.snapshot import stopped_by
from desktop_app.backup.watch import Stage, Watch
from desktop_app.salvage.headless import give_head
from desktop_app.store.recording import recorded_tables
from desktop_app.store.search_index import prepare_functions
from desktop_app.store.tables import Table

_PRINTED = {"photo": ("sha256", "jpeg"), "issued_copy": ("sha256", "pdf")}
"""Tables whose bytes prove themselves: the column that tells the SHA-256, and that of the bytes."""

_OFFICE = ("office", "person", "form_file", "yearly_table")
"""What belongs to the office and has no history: nobody removes any of it for good."""
_OF_SAME = (
    "WHERE report_id IN (SELECT ours.id FROM main.report AS ours JOIN donor.report AS theirs "
    "ON ours.id = theirs.id AND ours.changed_at = theirs.changed_at)"
)
"""What belongs to a report that was not changed since the bundle was made."""
_WHERE = {"cell": f"WHERE row_id IN (SELECT id FROM donor.report_row {_OF_SAME})"}

_ORIGINALS = (
    "UPDATE main.photo SET original = theirs.original FROM donor.photo AS theirs "
    "WHERE theirs.sha256 = photo.sha256 AND photo.original IS NULL AND theirs.original IS NOT NULL"
)
"""A photo may be read of which the original is lost."""
_DENSE = (
    "UPDATE report_row SET place = now.place FROM (SELECT id, row_number() OVER "
    "(PARTITION BY report_id ORDER BY place, id) - 1 AS place FROM report_row) AS now "
    "WHERE now.id = report_row.id AND now.place <> report_row.place"
)
"""Rows stand at places without gaps: what moves or adds rows counts on it."""


class Lacking(NamedTuple):
    """Rows that came back out of the history, out of the bundle; those that were left as leading nowhere."""

    from_history: int
    from_bundle: int
    left_out: int


class _Gap(NamedTuple):
    """A row that points at one that is not there."""

    table: str
    rowid: int
    parent: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    on_delete: str


def mend(database: Path, donor: Path | None, torn: Collection[str], watch: Watch) -> Lacking:
    """Bring back what can be, and let no row point at what is not there. The database is up to date.

    ``torn`` are the tables of which something could not be read.

    Raises sqlite3.Error, CancelledError.
    """
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        prepare_functions(connection)
        connection.execute("PRAGMA synchronous = OFF")
        if donor is not None:
            connection.execute("ATTACH ? AS donor", (f"{donor.absolute().as_uri()}?immutable=1",))
        connection.execute("BEGIN")
        with stopped_by(watch, connection, Stage.MEND):
            left_out = _drop_torn(connection, watch)
            from_history = _from_history(connection, torn, watch)
            from_bundle = _from_donor(connection, torn) if donor is not None else 0
            taken, dropped = _close_gaps(connection, donor is not None)
            connection.execute(_DENSE)
            connection.execute("COMMIT")
    return Lacking(from_history, from_bundle + taken, left_out + dropped)


def _drop_torn(connection: sqlite3.Connection, watch: Watch) -> int:
    """Take out photos and issued pages whose bytes are not what their SHA-256 says."""
    torn = 0
    for table, (told, data) in _PRINTED.items():
        for (rowid,) in connection.execute(f"SELECT rowid FROM {table}").fetchall():
            watch.at(Stage.MEND, 0, 1)
            sha256, content = connection.execute(
                f"SELECT {told}, {data} FROM {table} WHERE rowid = ?", (rowid,)
            ).fetchone()
            if hashlib.sha256(content).hexdigest() != sha256:
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
                torn += 1
    return torn


def _from_history(connection: sqlite3.Connection, torn: Collection[str], watch: Watch) -> int:
    """Bring back each record that is missing though the last that was written down of it is not its end."""
    before = connection.total_changes
    for table in (name for name in recorded_tables() if name in torn):
        for key, change in _last_changes(connection, table, watch).items():
            watch.at(Stage.MEND, 0, 1)
            if change is not None and not _is_there(connection, table, key):
                new, at = connection.execute(_CHANGE, (change,)).fetchone()
                _insert(connection, table, {"changed_at": at} | json.loads(new))
    return connection.total_changes - before


_Key = tuple[Any, ...]
_CHANGE = "SELECT new, at FROM change JOIN change_set ON change_set.id = set_id WHERE change.id = ?"


def _last_changes(connection: sqlite3.Connection, table: str, watch: Watch) -> dict[_Key, int | None]:
    """Return the last change of each record of a table by its key; None for one that was its end."""
    keys = [column.name for column in recorded_tables()[table].primary_key]
    query = (
        "SELECT change.id, old, new FROM change JOIN change_set ON change_set.id = set_id "
        "WHERE table_name = ? ORDER BY change.id"
    )
    last: dict[_Key, int | None] = {}
    for change, old, new in connection.execute(query, (table,)):
        watch.at(Stage.MEND, 0, 1)
        with suppress(ValueError):
            record = json.loads(new or old or "{}")
            last[tuple(record.get(key) for key in keys)] = change if new else None
    return last


def _is_there(connection: sqlite3.Connection, table: str, key: _Key) -> bool:
    names = tuple(column.name for column in recorded_tables()[table].primary_key)
    places = ", ".join("?" * len(key))
    query = f'SELECT 1 FROM "{table}" WHERE ({_listed(names)}) = ({places})'
    return connection.execute(query, key).fetchone() is not None


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    """Insert a record that was written down as JSON, unless there is one of its key."""
    columns = Table.metadata.tables[table].columns
    row = {name: values[name] for name in columns.keys() if name in values}  # noqa: SIM118 — no dictionary
    for name, value in row.items():
        if isinstance(columns[name].type, LargeBinary) and value is not None:
            row[name] = bytes.fromhex(value)
    places = ", ".join("?" * len(row))
    connection.execute(
        f'INSERT OR IGNORE INTO "{table}" ({_listed(tuple(row))}) VALUES ({places})', tuple(row.values())
    )


def _from_donor(connection: sqlite3.Connection, torn: Collection[str]) -> int:
    """Take out of the bundle what is missing and cannot have been removed since."""
    before = connection.total_changes
    for table in (name for name in _OFFICE if name in torn):
        _copy(connection, table, "")
    _copy(connection, "issued_copy", "WHERE report_id IN (SELECT id FROM main.report)")
    if "photo" in torn:
        connection.execute(_ORIGINALS)
    for table in recorded_tables():
        if table in torn and table != "report":
            _copy(connection, table, _WHERE.get(table, _OF_SAME))
    return connection.total_changes - before


def _copy(connection: sqlite3.Connection, table: str, where: str) -> None:
    columns = _listed(tuple(Table.metadata.tables[table].columns.keys()))
    connection.execute(
        f'INSERT OR IGNORE INTO main."{table}" ({columns}) SELECT {columns} FROM donor."{table}" {where}'
    )


def _close_gaps(connection: sqlite3.Connection, has_donor: bool) -> tuple[int, int]:
    """Take from the bundle what rows point at; where it has none, let them point nowhere, or go."""
    taken = dropped = 0
    while gaps := list(_gaps(connection)):
        for gap in gaps:
            if has_donor:
                taken += _take(connection, gap)
            if gap.parent == "report":
                give_head(connection, gap.table, gap.rowid)
            if _is_closed(connection, gap):
                continue
            table = f'"{gap.table}"'
            if gap.on_delete == "SET NULL":
                empty = ", ".join(f'"{column}" = NULL' for column in gap.columns)
                connection.execute(f"UPDATE {table} SET {empty} WHERE rowid = ?", (gap.rowid,))
            else:
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (gap.rowid,))
                dropped += 1
    return taken, dropped


def _gaps(connection: sqlite3.Connection) -> Iterator[_Gap]:
    for table, rowid, parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        told = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        key = sorted((row for row in told if row[0] == number), key=lambda row: int(row[1]))
        columns, keys = tuple(row[3] for row in key), tuple(row[4] for row in key)
        yield _Gap(table, rowid, parent, columns, keys, key[0][6])


def _take(connection: sqlite3.Connection, gap: _Gap) -> int:
    """Copy the row that a gap wants out of the bundle; return how many rows that were."""
    columns = _listed(tuple(Table.metadata.tables[gap.parent].columns.keys()))
    done = connection.execute(
        f'INSERT OR IGNORE INTO main."{gap.parent}" ({columns}) '
        f'SELECT {columns} FROM donor."{gap.parent}" WHERE ({_listed(gap.keys)}) = '
        f'(SELECT {_listed(gap.columns)} FROM main."{gap.table}" WHERE rowid = ?)',
        (gap.rowid,),
    )
    return done.rowcount


def _is_closed(connection: sqlite3.Connection, gap: _Gap) -> bool:
    """Tell whether a gap is no more: the row it wants is there, or the one that wanted it is gone."""
    found = connection.execute(
        f'SELECT EXISTS (SELECT 1 FROM main."{gap.parent}" WHERE ({_listed(gap.keys)}) = '
        f'(SELECT {_listed(gap.columns)} FROM main."{gap.table}" WHERE rowid = ?)) '
        f'OR NOT EXISTS (SELECT 1 FROM main."{gap.table}" WHERE rowid = ?)',
        (gap.rowid, gap.rowid),
    )
    return bool(found.fetchone()[0])


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
