"""A damaged page costs what stood on it and nothing else; whatever the bytes are, reading ends well."""

import random
import sqlite3
from contextlib import closing

import pytest

from desktop_app.backup.watch import CancelledError, Watch
from desktop_app.salvage.health import is_damaged
from desktop_app.salvage.pages import pages_of
from desktop_app.salvage.reading import read_all, schema_in
from desktop_app.salvage.records import LEAF, kind, rows

from .conftest import PAGE


def read(database, likely=(), watch=None):
    with pages_of(database) as pages:
        found = read_all(pages, likely, watch or Watch())
        found.rows = {name: dict(found.table(name)) for name in found.rows}
        return found


def ours(found):
    return {shape.name: set(found.rows[shape.name].items()) for shape in found.schema.shapes if shape.is_ours}


def stood_on(database):
    """Return for each page the rows that are lost with it, whatever table they are of."""
    lost = {}
    with pages_of(database) as pages:
        for number in range(1, pages.count + 1):
            if kind(pages, number) == LEAF:
                for row in rows(pages, number):
                    for page in (number, *row.pages):
                        lost.setdefault(page, set()).add((row.rowid, row.values))
    return lost


def test_a_whole_database_is_read_as_sqlite_reads_it(lone_office):
    found = read(lone_office.database)
    with closing(sqlite3.connect(lone_office.database)) as connection:
        for shape in found.schema.shapes:
            if shape.is_ours:
                columns = [column.name for column in shape.columns]
                told = connection.execute(f'SELECT rowid, * FROM "{shape.name}"').fetchall()
                assert set(found.rows[shape.name]) == {row[0] for row in told}, shape.name
                for rowid, *values in told:
                    read_values = found.rows[shape.name][rowid]
                    kept = [None if c.is_rowid else v for c, v in zip(shape.columns, values, strict=True)]
                    assert list(read_values) == kept[: len(read_values)], (shape.name, columns)
    assert found.losses == (0, 0)


def test_a_page_that_is_lost_costs_only_what_stood_on_it(lone_office):
    whole, lost = ours(read(lone_office.database)), stood_on(lone_office.database)
    before = lone_office.database.read_bytes()
    with pages_of(lone_office.database) as pages:
        likely = [schema_in(pages)]
    for number in range(1, len(before) // PAGE + 1):
        lone_office.damage(number)
        there = ours(read(lone_office.database, likely))
        for name, stored in whole.items():
            gone = lost.get(number, set())
            assert stored - there[name] <= gone, (number, name)
            # the end of a picture that was zeroed is a picture still, as far as anybody can tell
            assert {row for row, _ in there[name] - stored} <= {row for row, _ in gone}, (number, name)
        lone_office.damage(number, before[(number - 1) * PAGE : number * PAGE])


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_bytes_are_nothing_is_read_that_fits_no_table(lone_office, seed):
    chance = random.Random(seed)
    data = bytearray(lone_office.database.read_bytes())
    for _ in range(chance.randrange(1, 60)):
        place, length = chance.randrange(len(data)), chance.randrange(1, 3000)
        data[place : place + length] = chance.choice([chance.randbytes(length), bytes(length), data[:length]])
    lone_office.database.write_bytes(data[: chance.randrange(len(data))])
    found = read(lone_office.database)
    for shape in found.schema.shapes:
        if shape.is_ours:
            assert all(shape.fits(values) for values in found.rows[shape.name].values())


def test_a_page_that_points_at_itself_does_not_end_in_a_circle(lone_office):
    number = 0
    with pages_of(lone_office.database) as pages:
        root = next(shape.root for shape in schema_in(pages).shapes if shape.name == "cell")
        number = root
    circle = b"\x05" + bytes(2) + b"\0\1" + b"\x0f\xf0" + b"\0" + number.to_bytes(4, "big") + b"\x0f\xf0"
    page = circle + bytes(0xFF0 - len(circle)) + number.to_bytes(4, "big") + bytes(12)
    lone_office.damage(number, page)
    assert "cell" in read(lone_office.database).torn


def test_what_was_removed_does_not_come_back(lone_office):
    with closing(sqlite3.connect(lone_office.database)) as connection:
        connection.create_function("search_key", 1, str)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM report WHERE id = 3")
        connection.commit()
    whole = ours(read(lone_office.database))
    before = lone_office.database.read_bytes()
    with pages_of(lone_office.database) as pages:
        roots = {shape.name: shape.root for shape in schema_in(pages).shapes if shape.is_ours}
    for root in roots.values():
        lone_office.damage(root)
        there = ours(read(lone_office.database))
        assert all(there[name] <= stored for name, stored in whole.items())
        lone_office.damage(root, before[(root - 1) * PAGE : root * PAGE])


def test_reading_can_be_stopped(lone_office):
    with pytest.raises(CancelledError):
        read(lone_office.database, watch=Watch(stopped=lambda: True))


@pytest.mark.parametrize("name", ["report", "ix_report_fiscal_year", "sqlite_autoindex_cell_1"])
def test_a_damaged_table_or_index_is_found_out_while_the_database_is_in_use(lone_office, name):
    assert not is_damaged(lone_office.database)
    with closing(sqlite3.connect(lone_office.database)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    lone_office.damage(root)
    assert is_damaged(lone_office.database)
    assert not is_damaged(lone_office.database, lambda: True)


def test_what_is_not_there_is_not_called_damaged(tmp_path):
    assert not is_damaged(tmp_path / "none.db")
