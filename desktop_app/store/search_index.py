"""The index that finds Thai inside words among all reports, and keeps itself up to date.

Thai has no spaces between words, so the index is of trigrams (FTS5): it finds any three letters anywhere. The
index is derived: triggers note every text that comes, changes or goes, and whoever looks for something lets
the index take in first what was noted, many texts at once (the window does so when the hands rest: neither an
edit nor a search waits for it). What is missing or of another make is built anew when the database is opened.
It is SQLite's own; the tables that it is made from stay portable.
"""

# ruff: noqa: S608 — the names in the SQL are our own, no value is written into it

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.store.asking import View, ask_one
from desktop_app.thai.searching import search_key

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MAKE = 4
"""Another number for another kind of index: it is then built anew."""
END = "\n\n"
"""Stands behind each text in the index, so that even the last two letters of one begin a trigram."""
_OWN = ("search_part", "search_text", "search_noted", "search_place", "search_make")


class _Source(NamedTuple):
    """Where searched texts come from, mostly as SQL about one record, which is called {0}."""

    table: str
    report: str
    item: str
    key: str
    column: str
    """The column that holds the text."""
    same: str = "AND search_place.report_id = {0}.report_id"
    """What else tells a place beside its item and key."""


def _fields(table: str, item: str, *columns: str) -> list[_Source]:
    return [_Source(table, "{0}.report_id", item, f"'{column}'", column) for column in columns]


_SOURCES = (
    _Source(
        "cell",
        "(SELECT report_id FROM report_row WHERE report_row.id = {0}.row_id)",
        "{0}.row_id",
        "{0}.key",
        "text",
        same="",  # when a row goes, it is gone before its cells
    ),
    _Source("report_text", "{0}.report_id", "0", "{0}.part", "text"),
    _Source("report", "{0}.id", "0", "'subject'", "subject", "AND search_place.report_id = {0}.id"),
    _Source("report", "{0}.id", "0", "'number'", "number", "AND search_place.report_id = {0}.id"),
    *_fields("activity", "{0}.number", "place", "caption"),
    *_fields("signoff", "{0}.id", "name", "position", "opinion"),
)


def prepare_functions(connection: sqlite3.Connection) -> None:
    """Give a connection what the index is made with."""
    connection.create_function("search_key", 1, search_key, deterministic=True)


def ensure_index(connection: sqlite3.Connection) -> None:
    """Build the index when there is none, or one of another make; inside of the caller's transaction."""
    made = ask_one(connection, "SELECT name FROM sqlite_master WHERE name = 'search_make'")
    if made and ask_one(connection, "SELECT make FROM search_make") == (_MAKE,):
        return
    for statement in (*_removal(connection), *_TABLES):
        connection.execute(statement)
    for at, source in enumerate(_SOURCES):
        for statement in (*_whole(source), *_triggers(at, source)):
            connection.execute(statement)
    connection.execute("INSERT INTO search_make VALUES (?)", (_MAKE,))


def has_noted(view: View) -> bool:
    """Tell whether there are texts that the index does not know yet."""
    return ask_one(view, "SELECT 1 FROM search_noted LIMIT 1") is not None


def take_in(connection: Connection, most: int) -> None:
    """Let the index hold up to so many of the texts that were noted; inside of the caller's transaction."""
    last = connection.exec_driver_sql(_LAST_OF, (most,)).scalar()
    for statement in _TAKING_IN:
        connection.exec_driver_sql(statement, (last,))


_TABLES = (
    "CREATE TABLE search_make (make INTEGER NOT NULL)",
    "CREATE TABLE search_place (id INTEGER PRIMARY KEY, source TEXT NOT NULL, report_id INTEGER NOT NULL, "
    "item INTEGER NOT NULL, key TEXT NOT NULL)",
    "CREATE UNIQUE INDEX ix_search_place ON search_place (source, key, item, report_id)",
    "CREATE TABLE search_noted (id INTEGER PRIMARY KEY, text TEXT)",
    "CREATE VIRTUAL TABLE search_text USING fts5(text, tokenize = 'trigram')",
    "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 8388608)",
    "INSERT INTO search_text (search_text, rank) VALUES ('automerge', 8)",
    "CREATE VIRTUAL TABLE search_part USING fts5vocab(search_text, 'instance')",
)
"""``search_noted`` holds the texts that the index does not know yet, by place; NULL: the place is gone.

The index is put together in 8 MB of memory before it is written out, and its pieces are joined half as often
as FTS5 would by itself: many texts go in twice as fast, and are found as soon.
"""

_LAST_OF = "SELECT max(id) FROM (SELECT id FROM search_noted ORDER BY id LIMIT ?)"
_TAKING_IN = (
    "DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_noted WHERE id <= ?)",
    "INSERT INTO search_text (rowid, text) "
    f"SELECT id, search_key(text) || '{END}' FROM search_noted WHERE id <= ? AND text IS NOT NULL",
    "DELETE FROM search_noted WHERE id <= ?",
)


def _removal(connection: sqlite3.Connection) -> list[str]:
    """Return what takes an old index away."""
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search#_%' ESCAPE '#'"
    ).fetchall()
    return [
        *(f"DROP TRIGGER {name}" for (name,) in triggers),
        *(f"DROP TABLE IF EXISTS {table}" for table in _OWN),
    ]


def _whole(source: _Source) -> list[str]:
    """Return what notes every text of a source that is there already."""
    return [
        _of(
            source,
            "INSERT INTO search_place (source, report_id, item, key) "
            "SELECT '{source}', {report}, {item}, {key} FROM {table} AS record",
            "record",
        ),
        _of(
            source,
            "INSERT INTO search_noted (id, text) SELECT search_place.id, record.{column} "
            "FROM {table} AS record JOIN search_place ON search_place.source = '{source}' "
            "AND search_place.key = {key} AND search_place.item = {item} {same}",
            "record",
        ),
    ]


def _triggers(at: int, source: _Source) -> list[str]:
    """Return what notes that the texts of a source come, change and go."""
    name = f"search_{at}"
    return [
        _of(
            source,
            f"CREATE TRIGGER {name}_comes AFTER INSERT ON {{table}} BEGIN "
            "INSERT INTO search_place (source, report_id, item, key) "
            "VALUES ('{source}', {report}, {item}, {key}); "
            f"{_NOTE} VALUES (last_insert_rowid(), NEW.{{column}}) {_ANEW}; END",
            "NEW",
        ),
        _of(
            source,
            f"CREATE TRIGGER {name}_changes AFTER UPDATE OF {{column}} ON {{table}} "
            "WHEN OLD.{column} IS NOT NEW.{column} BEGIN "
            f"{_NOTE} SELECT id, NEW.{{column}} FROM ({{place}}) WHERE 1 {_ANEW}; END",
            "NEW",
        ),
        _of(
            source,
            f"CREATE TRIGGER {name}_goes AFTER DELETE ON {{table}} BEGIN "
            f"{_NOTE} SELECT id, NULL FROM ({{place}}) WHERE 1 {_ANEW}; "
            "DELETE FROM search_place WHERE id = ({place}); END",
            "OLD",
        ),
    ]


_NOTE = "INSERT INTO search_noted (id, text)"
_ANEW = "ON CONFLICT (id) DO UPDATE SET text = excluded.text"
"""No "OR REPLACE": what the statement says that fires the trigger would go before it."""
_PLACE = "SELECT id FROM search_place WHERE source = '{source}' AND key = {key} AND item = {item} {same}"


def _of(source: _Source, sql: str, record: str) -> str:
    """Fill SQL in for a source whose record is called ``record`` in it."""
    words = {name: value.format(record) for name, value in source._asdict().items()}
    words["source"] = f"{source.table}.{source.column}" if source.column != "text" else source.table
    return sql.format(**words, place=_PLACE.format(**words))
