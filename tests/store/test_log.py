"""The write-ahead log: what counts in it, and when acknowledged edits stand behind a bad frame."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop_app.salvage.pages import pages_of
from desktop_app.store.database import open_store
from desktop_app.store.faults import DamagedError
from desktop_app.store.log import log_path, read_log

FRAME = 24 + 4096
COMMITS = 6


@pytest.fixture
def left(tmp_path):
    """A database with six acknowledged edits in its log, as a kill leaves it."""
    live = tmp_path / "live" / "a.db"
    open_store(live).close()
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for number in range(COMMITS):
            connection.execute("INSERT INTO form_file VALUES (?, ?, '')", (f"form {number}", "x" * 6000))
        shutil.copytree(live.parent, tmp_path / "left", ignore=shutil.ignore_patterns("*-shm"))
    return tmp_path / "left" / "a.db"


def spoil(database, frame, at=500):
    with log_path(database).open("r+b") as file:
        file.seek(32 + frame * FRAME + at)
        file.write(b"\xff\x00\xff")


def commits(database):
    return sum(frame.pages > 0 for frame in read_log(database).frames)


def frames(database):
    return (log_path(database).stat().st_size - 32) // FRAME


def test_a_log_as_a_kill_leaves_it_holds_every_edit(left):
    log = read_log(left)
    assert not log.is_damaged
    assert commits(left) == COMMITS
    with closing(sqlite3.connect(left)) as connection, pages_of(left) as pages:
        assert connection.execute("SELECT count(*) FROM form_file").fetchone() == (COMMITS,)
        (count,) = connection.execute("PRAGMA page_count").fetchone()
        assert pages.count == count


def test_no_log_and_an_empty_one_tell_nothing(left):
    log_path(left).write_bytes(b"")
    assert read_log(left) is None
    log_path(left).unlink()
    assert read_log(left) is None
    log_path(left).write_bytes(b"x" * 9000)
    assert read_log(left) is None


def test_an_end_that_was_being_written_is_no_damage(left):
    with log_path(left).open("r+b") as file:
        file.truncate(32 + (frames(left) - 1) * FRAME + 100)
    assert not read_log(left).is_damaged
    assert commits(left) == COMMITS - 1
    open_store(left).close()
    spoiled = frames(left) if log_path(left).exists() else 0
    assert spoiled == 0


def test_a_torn_last_transaction_is_no_damage(left):
    spoil(left, frames(left) - 1)
    assert not read_log(left).is_damaged
    assert commits(left) == COMMITS - 1


def test_a_damaged_frame_before_acknowledged_edits_is_told_before_anything_is_written(left):
    spoil(left, 1)
    before = {path: path.read_bytes() for path in left.parent.iterdir()}
    log = read_log(left)
    assert log.is_damaged
    assert commits(left) >= COMMITS - 2
    with pytest.raises(DamagedError, match="เสียหาย"):
        open_store(left)
    assert {path: path.read_bytes() for path in left.parent.iterdir()} == before


def test_what_an_older_log_left_behind_counts_for_nothing(left):
    with closing(sqlite3.connect(left, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        connection.execute("INSERT INTO form_file VALUES ('last', '', '')")
        shutil.copyfile(log_path(left), log_path(left).with_suffix(".kept"))
        shutil.copyfile(left, left.with_name("b.db"))
    log_path(left).with_suffix(".kept").rename(log_path(left.with_name("b.db")))
    log = read_log(left.with_name("b.db"))
    assert not log.is_damaged
    assert sum(frame.pages > 0 for frame in log.frames) == 1
