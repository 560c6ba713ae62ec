"""What a transaction changes is written down by the database itself, whatever wrote it.

Triggers of the connection put each record of a report that is made, changed or removed into ``change``, as
it was before and after. They are temporary: part of the connection like its pragmas, not of the file, so that
the tables stay portable and a new column needs no new trigger in old files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.store import orm

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy import Table as Records

_UNRECORDED = {"change_set", "change", "issued_copy"}
_UNTOLD = {("report", "changed_at")}
"""Columns that change by themselves with every step."""
_READY = "SELECT 1 FROM temp.sqlite_master WHERE name = 'recording'"
_INTO_CHANGE = "INSERT INTO change (set_id, table_name, old, new)"


@cache
def recorded_tables() -> Mapping[str, Records]:
    """Return the tables whose records belong to a report, and the reports themselves, by name."""
    tables = orm.Table.metadata.tables
    found = {"report"}
    while more := {name for name, table in tables.items() if name not in found and _owners(table) & found}:
        found |= more
    return {name: tables[name] for name in sorted(found - _UNRECORDED)}


def begin_recording(connection: Connection, set_id: int) -> None:
    """Let everything that this transaction changes from now on belong to the change set."""
    if connection.exec_driver_sql(_READY).scalar() is None:  # a step that failed takes its preparations along
        for statement in _preparations():
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO temp.recording VALUES (?)", (set_id,))


def end_recording(connection: Connection) -> None:
    """Write nothing down any more."""
    connection.exec_driver_sql("DELETE FROM temp.recording")


def _owners(table: Records) -> set[str]:
    """Return the tables whose records take those of this one along when they go."""
    return {key.column.table.name for key in table.foreign_keys if key.ondelete == "CASCADE"}


def _preparations() -> list[str]:
    """Return what makes a connection able to record."""
    statements = ["CREATE TEMP TABLE IF NOT EXISTS recording (set_id INTEGER NOT NULL)"]
    for name, table in recorded_tables().items():
        columns = [column.name for column in table.columns if (name, column.name) not in _UNTOLD]
        differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
        old, new = _as_json(table, columns, "OLD"), _as_json(table, columns, "NEW")
        kinds = [("INSERT", "1", "NULL", new), ("UPDATE", f"({differs})", old, new)]
        if name != "report":  # with a report goes its history
            kinds.append(("DELETE", "1", old, "NULL"))
        statements += [_trigger(name, *kind) for kind in kinds]
    return statements


def _trigger(table: str, event: str, when: str, old: str, new: str) -> str:
    parts = (
        f"CREATE TEMP TRIGGER IF NOT EXISTS record_{table}_{event.lower()} AFTER {event} ON main.{table}",
        "WHEN EXISTS (SELECT 1 FROM recording)",
        f"AND {when} BEGIN",
        _INTO_CHANGE,
        f"SELECT set_id, '{table}', {old}, {new}",
        "FROM recording; END",
    )
    return " ".join(parts)


def _as_json(table: Records, columns: list[str], row: str) -> str:
    """Return the SQL of a record as a JSON object; bytes are told as hexadecimal text."""
    values = (
        f"""'{name}', CASE WHEN {row}."{name}" IS NOT NULL THEN hex({row}."{name}") END"""
        if isinstance(table.columns[name].type, orm.LargeBinary)
        else f"""'{name}', {row}."{name}\""""
        for name in columns
    )
    return f"json_object({', '.join(values)})"
