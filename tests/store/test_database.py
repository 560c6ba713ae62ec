"""The database file: made, refused, durable."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from sqlmodel import select

from desktop_app.store.asking import ask_one
from desktop_app.store.database import open_store
from desktop_app.store.faults import StoreError
from desktop_app.store.people import load_people
from desktop_app.store.tables import PersonRecord, SchemaVersion
from desktop_app.store.upgrades import SCHEMA_VERSION


@pytest.fixture
def path(tmp_path):
    return tmp_path / "โฟลเดอร์ ใหม่" / "banthuek.db"


def tree(folder):
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def names_in(store):
    with store.reading() as view:
        return [person.name for person in load_people(view, with_inactive=True)]


def test_a_missing_database_is_made_with_its_folder(path):
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version FROM schema_version").fetchall() == [(SCHEMA_VERSION,)]


def test_every_connection_is_durable_and_keeps_foreign_keys(path):
    store = open_store(path)
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with store.reading() as view:
        looks = [ask_one(view, f"PRAGMA {name}")[0] for name in names]
    with store.writing() as session:
        writes = [ask_one(session, f"PRAGMA {name}")[0] for name in names]
    store.close()
    assert looks == writes == ["wal", 2, 1, 5000]


def test_a_failed_transaction_keeps_nothing(path):
    store = open_store(path)
    with pytest.raises(ZeroDivisionError), store.writing() as session:  # noqa: PT012
        session.add(PersonRecord(name="ก"))
        session.flush()
        raise ZeroDivisionError
    assert names_in(store) == []
    store.close()


def test_a_database_from_a_newer_version_is_refused_and_left_as_it_was(path):
    store = open_store(path)
    with store.writing() as session:
        session.get_one(SchemaVersion, 1).version = SCHEMA_VERSION + 1
    store.close()
    before = tree(path.parent)
    with pytest.raises(StoreError, match="รุ่นที่ใหม่กว่า"):
        open_store(path)
    assert tree(path.parent) == before


@pytest.mark.parametrize("content", [b"not a database at all, just some text\n" * 100, b"\x00" * 4096])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="ไม่ใช่ไฟล์ข้อมูล"):
        open_store(path)
    assert tree(path.parent) == {path: content}


def test_a_database_of_another_program_is_refused(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
        connection.commit()
    before = tree(path.parent)
    with pytest.raises(StoreError, match="ไม่ใช่ไฟล์ข้อมูล"):
        open_store(path)
    assert tree(path.parent) == before


@pytest.mark.parametrize(
    "name", ["ข้อมูล ๒๕๖๗.db", "a%41.db", "what?mode=memory.db", "#1.db", "~.db", ":memory:", "file:x"]
)
def test_a_database_lies_under_the_very_name_it_was_given(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    for path in (Path(name), tmp_path / name):
        store = open_store(path)
        with store.writing() as session:
            session.add(PersonRecord(name="ก"))
        store.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with closing(sqlite3.connect(tmp_path / name)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (2,)


def test_where_the_disk_is_full_no_database_is_begun(path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=200_000))
    with pytest.raises(StoreError, match="ที่ว่างในไดรฟ์ไม่พอ"):
        open_store(path)
    assert not path.parent.exists()


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_is_refused_without_a_trace_beside_it(path, monkeypatch, locked):
    open_store(path).close()
    before = tree(path.parent)
    forbidden = path if locked == "file" else path.parent
    monkeypatch.setattr(os, "access", lambda place, _: place != forbidden)
    with pytest.raises(StoreError, match="อ่านอย่างเดียว"):
        open_store(path)
    assert tree(path.parent) == before


def test_a_folder_is_refused_as_a_database(tmp_path):
    with pytest.raises(StoreError, match="เป็นโฟลเดอร์"):
        open_store(tmp_path)


def test_a_place_where_no_folder_can_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="เปิดไฟล์ข้อมูล"):
        open_store(tmp_path / "file" / "banthuek.db")


def test_a_full_disk_is_told_and_what_was_saved_before_stays(path):
    store = open_store(path)
    with store.writing() as session:
        session.add(PersonRecord(name="คนแรก"))
    with store.writing() as session:
        (pages,) = ask_one(session, "PRAGMA page_count")
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="ดิสก์เต็ม"), store.writing() as session:
        session.add(PersonRecord(name="ก" * 100_000))
    assert names_in(store) == ["คนแรก"]
    with store.writing() as session:  # with a new handle, which knows nothing of the full disk
        session.add(PersonRecord(name="ก" * 100_000))
    store.close()


def test_a_database_held_by_another_program_is_told(path):
    store = open_store(path)
    with store.writing() as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="กำลังถูกโปรแกรมอื่นใช้อยู่"), store.writing() as session:
            session.add(PersonRecord(name="ก"))
    store.close()


def test_a_defect_of_the_program_is_not_dressed_as_a_fault_of_the_disk(path):
    store = open_store(path)
    with pytest.raises(Exception, match="no such table"), store.writing() as session:
        session.execute(text("SELECT * FROM nowhere"))
    store.close()


def test_two_writers_one_after_the_other_see_each_other(path):
    first, second = open_store(path), open_store(path)
    with first.writing() as session:
        session.add(PersonRecord(name="ก"))
    with second.writing() as session:
        session.add(PersonRecord(name="ข"))
    assert names_in(first) == ["ก", "ข"]
    first.close()
    second.close()


def test_while_one_writes_nobody_else_does_so_that_what_was_read_still_holds(path):
    store = open_store(path)
    other = sqlite3.connect(path, isolation_level=None, timeout=0)
    with closing(other), store.writing() as session:
        session.exec(select(PersonRecord)).all()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    store.close()


def test_a_newer_version_that_only_the_log_tells_of_is_refused_and_left_as_it_was(path, tmp_path):
    open_store(path).close()
    left_behind = tmp_path / "killed"
    left_behind.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE schema_version SET version = version + 1")
        for name in (path.name, f"{path.name}-wal"):
            (left_behind / name).write_bytes((path.parent / name).read_bytes())
    before = tree(left_behind)
    with pytest.raises(StoreError, match="รุ่นที่ใหม่กว่า"):
        open_store(left_behind / path.name)
    assert {file: content for file, content in tree(left_behind).items() if file in before} == before
