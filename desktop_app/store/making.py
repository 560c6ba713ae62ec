"""The tables of a new database."""

import sqlite3

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop_app.store.tables import Table


def make_tables(connection: sqlite3.Connection) -> None:
    """Make every table with its indexes, inside of the caller's transaction."""
    dialect = sqlite.dialect()
    for table in Table.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
