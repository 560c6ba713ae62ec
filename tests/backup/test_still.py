"""A database is read where it lies, at one moment, while others go on writing and folding the log in."""

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.actions import backups
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup import still
from desktop_app.backup.faults import DamagedDataError
from desktop_app.backup.proving import Proof
from desktop_app.backup.snapshot import fault_in
from desktop_app.backup.still import held_still
from desktop_app.backup.watch import CancelledError, Watch

from .conftest import edit, first_cell, tree


def read_whole(held, path):
    """Write what is held to a file, and return whether SQLite finds it sound with nothing beside it."""
    path.write_bytes(b"".join(held.blocks()))
    assert path.stat().st_size == held.size
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        return fault_in(connection) == ""


def fold_in(database):
    """Try all there is to get the log into the file; return whether it was kept off."""
    with closing(sqlite3.connect(database, timeout=0)) as connection:
        try:
            return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 1
        except sqlite3.OperationalError as error:
            return error.sqlite_errorcode == sqlite3.SQLITE_BUSY


def forbid_copying(monkeypatch):
    def copy(*_):
        raise AssertionError("it was copied")

    monkeypatch.setattr(still, "take_snapshot", copy)


def test_the_file_stays_as_it_is_though_others_write_and_fold_the_log_in(office, tmp_path, monkeypatch):
    forbid_copying(monkeypatch)
    with closing(open_workspace(office)) as ws:
        edit(ws, "ก่อน")
        with held_still(office, Watch()) as held:
            for number in range(30):
                edit(ws, str(number) * 5000)
                assert fold_in(office)
            assert read_whole(held, tmp_path / "then.db")
            (text,) = held.connection.execute("SELECT text FROM cell WHERE text = 'ก่อน'").fetchone()
        assert not fold_in(office)
        assert read_whole_now(office, tmp_path) == "29" * 5000
    assert (text, first_cell(tmp_path / "then.db")) == ("ก่อน", "ก่อน")


def read_whole_now(office, tmp_path):
    with held_still(office, Watch()) as held:
        assert read_whole(held, tmp_path / "now.db")
    return first_cell(tmp_path / "now.db")


def test_it_is_one_moment_of_a_database_that_is_never_left_alone(office, tmp_path):
    stop = threading.Event()
    with closing(open_workspace(office)) as ws:

        def write():
            while not stop.is_set():
                edit(ws, "ข" * 3000)
                fold_in(office)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(20):
                with held_still(office, Watch()) as held:
                    assert read_whole(held, tmp_path / f"{number}.db")
        finally:
            stop.set()
            writer.join()


def test_where_somebody_reads_an_older_moment_it_is_copied_and_nothing_lacks(office, tmp_path, monkeypatch):
    monkeypatch.setattr(still, "_TRIES", 2)
    copied = []
    monkeypatch.setattr(
        still, "take_snapshot", lambda *told, take=still.take_snapshot: (copied.append(told), take(*told))
    )
    with closing(open_workspace(office)) as ws, closing(sqlite3.connect(office)) as reader:
        edit(ws, "หนึ่ง")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM report").fetchone()
        edit(ws, "สอง")
        assert read_whole_now(office, tmp_path) == "สอง"
    assert len(copied) == 1
    assert not list(office.parent.glob(".banthuek-*"))


def test_a_database_without_a_log_is_copied(office, tmp_path):
    with closing(sqlite3.connect(office)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    before = office.read_bytes()
    assert read_whole_now(office, tmp_path) == first_cell(shutil.copy(office, tmp_path / "copy.db"))
    assert office.read_bytes() == before


def test_the_locks_of_an_open_database_stay(office):
    def locks():
        inode = f":{office.stat().st_ino} "
        return sum(inode in line for line in Path("/proc/locks").read_text(encoding="ascii").splitlines())

    with closing(open_workspace(office)) as ws:
        edit(ws, "เปิดอยู่")
        before = locks()
        assert before > 0
        with held_still(office, Watch()) as held:
            assert sum(map(len, held.blocks())) == held.size
        assert locks() == before


def test_a_drive_that_does_not_give_all_of_the_database_is_told(office, monkeypatch):
    with held_still(office, Watch()) as held:
        office.rename(office.with_name("elsewhere.db"))
        with pytest.raises(DamagedDataError, match="เสียหาย"):
            list(held.blocks())


def test_what_sqlite_finds_while_it_is_written_leaves_no_backup(office, stick):
    """The list of free pages is used by nobody who only reads: it takes the look at every page to find it."""
    data = bytearray(office.read_bytes())
    data[36:40] = (99).to_bytes(4)
    office.write_bytes(data)
    with pytest.raises(DamagedDataError, match="เสียหาย"):
        backups.back_up(office, stick)
    assert tree(stick) == {}


def test_the_look_at_every_page_ends_when_it_is_stopped(office, stick, monkeypatch):
    begun, stop = threading.Event(), threading.Event()

    def endless(connection):
        begun.set()
        connection.set_progress_handler(lambda: int(stop.is_set()), 1000)
        connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT max(i) FROM n")

    monkeypatch.setattr("desktop_app.backup.proving.fault_in", endless)

    def tell(*_):
        if begun.is_set():
            stop.set()

    with pytest.raises(CancelledError):
        backups.back_up(office, stick, watch=Watch(tell, stop.is_set))
    assert tree(stick) == {}


class LateLook:
    """A connection whose look has not begun yet when it is ended the first time."""

    def __init__(self):
        self.ended = threading.Event()

    def interrupt(self):
        self.ended.set()

    def execute(self, _look):
        for _too_early in range(2):
            assert self.ended.wait(5), "nobody ends the look"
            self.ended.clear()
        raise sqlite3.OperationalError("interrupted")


def test_a_look_that_had_not_begun_is_ended_too_when_the_writing_fails():
    proof = Proof(LateLook(), Watch())
    with pytest.raises(ZeroDivisionError), proof:
        raise ZeroDivisionError
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        proof.glance()
