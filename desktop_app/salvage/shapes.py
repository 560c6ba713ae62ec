"""What tables a database has and where they begin: out of its first page, or of another database like it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date, datetime
from typing import NamedTuple

from desktop_app.salvage.records import Value

_OTHERS = ("sqlite_", "search_")
"""Beginnings of the names of tables that SQLite keeps for itself, or that are derived and built anew."""
SEQUENCE = "sqlite_sequence"
"""SQLite's table of the numbers given out last, so that none is given out twice."""
_KINDS: dict[str, type] = {"INTEGER": int, "BOOLEAN": int, "BLOB": bytes}
_MOMENTS = {"DATE": date.fromisoformat, "DATETIME": datetime.fromisoformat}


class Column(NamedTuple):
    """A column as it was declared. ``is_rowid``: the number of the row stands for it."""

    name: str
    kind: str
    is_needed: bool
    has_default: bool
    is_rowid: bool


class Shape(NamedTuple):
    """A table: what makes it, its first page (0: unknown), its columns in their order."""

    name: str
    sql: str
    root: int
    columns: tuple[Column, ...]

    @property
    def is_ours(self) -> bool:
        """True for what was entered, not for what SQLite or the search keeps."""
        return not self.name.startswith(_OTHERS)

    @property
    def is_kept(self) -> bool:
        """True for what a fresh database is given."""
        return self.is_ours or self.name == SEQUENCE

    def fits(self, values: tuple[Value, ...]) -> bool:
        """Tell whether these could be the values of a row; a row may be older than the last columns."""
        if len(values) > len(self.columns):
            return False
        if any(each.is_needed and not each.has_default for each in self.columns[len(values) :]):
            return False
        return all(_suits(*pair) for pair in zip(self.columns, values, strict=False))


class Schema(NamedTuple):
    """The tables of a database, and what makes its indexes."""

    shapes: tuple[Shape, ...]
    indexes: tuple[str, ...]


_RECORDED = ("table", "index", "trigger", "view")


def tells_of_schema(values: tuple[Value, ...]) -> bool:
    """Tell whether a row could be one of SQLite's own table of tables."""
    match values:
        case (str(kind), str(), str(), int(), str() | None):
            return kind in _RECORDED
    return False


def schema_of(records: Iterable[tuple[Value, ...]]) -> Schema:
    """Return the schema that the records of ``sqlite_master`` tell; one that makes no sense is left out."""
    shapes, indexes = [], []
    for record in records:
        match record:
            case ("table", str(name), _, int(root), str(sql)) if sql.upper().startswith("CREATE TABLE"):
                with suppress(sqlite3.Error, ValueError):
                    shapes.append(Shape(name, sql, root, _columns(name, sql)))
            case ("index", _, _, _, str(sql)) if sql.upper().startswith(("CREATE INDEX", "CREATE UNIQUE")):
                indexes.append(sql)
    return Schema(tuple(shapes), tuple(indexes))


def _columns(name: str, sql: str) -> tuple[Column, ...]:
    """Let SQLite itself read a table's SQL, in a database that is thrown away."""
    if name == SEQUENCE:
        return tuple(Column(each, "", False, False, False) for each in ("name", "seq"))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(sql)
        told = connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
    keys = [each for each in told if each[5]]
    return tuple(
        Column(
            column,
            kind.upper().partition("(")[0],
            bool(needed),
            default is not None,
            bool(key) and len(keys) == 1 and kind.upper() == "INTEGER",
        )
        for _, column, kind, needed, default, key in told
    )


def _suits(column: Column, value: Value) -> bool:
    if column.is_rowid or value is None:
        return value is None and (column.is_rowid or not column.is_needed)
    read = _MOMENTS.get(column.kind)
    if read is None:
        return isinstance(value, _KINDS.get(column.kind, str)) or not column.kind
    try:
        read(str(value))
    except ValueError:
        return False
    return isinstance(value, str)
