"""A large damaged office: photos and long texts come along, little memory is used, all of it is told."""

import hashlib
import random
import sqlite3
from contextlib import ExitStack, closing

import pytest

from desktop_app.actions import backups, recovering
from desktop_app.backup.manifest import Reason
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.salvage import reading
from desktop_app.salvage.pages import pages_of
from desktop_app.salvage.reading import read_all
from desktop_app.salvage.records import BrokenError

from .conftest import NOW

JPEG, ORIGINAL = random.Random(1).randbytes(60_000), random.Random(2).randbytes(200_000)
TEXT = "ความยาว " * 40_000
SHA256 = hashlib.sha256(JPEG).hexdigest()


@pytest.fixture
def album(lone_office):
    """The office with a large photo, whose original is larger still, and a very long text."""
    with closing(sqlite3.connect(lone_office.database)) as connection:
        activity = connection.execute("SELECT report_id, number FROM activity").fetchone()
        connection.execute("INSERT INTO photo VALUES (?, 10, 10, 'ภาพ', ?, ?)", (SHA256, JPEG, ORIGINAL))
        connection.execute("INSERT INTO activity_photo VALUES (?, ?, 90, ?)", (*activity, SHA256))
        connection.execute("INSERT INTO unplaced_line (report_id, place, text) VALUES (1, 900, ?)", (TEXT,))
        connection.commit()
    return lone_office


@pytest.fixture
def examined():
    with ExitStack() as stack:

        def look(office, watch=None):
            work = stack.enter_context(recovering.room_to_work(office.database))
            return recovering.examine(office.database, work, watch or Watch())

        yield look


def photo_in(side):
    with closing(sqlite3.connect(side.database)) as connection:
        query = "SELECT jpeg, original FROM photo WHERE sha256 = ?"
        return connection.execute(query, (SHA256,)).fetchone()


def pages_of_photo(office):
    """The further pages that the photo reaches to, in their order: first the JPEG's, then the original's."""
    with pages_of(office.database) as pages:
        search = reading._Search(pages, Watch())
        shape = next(shape for shape in reading._schema(search, ()).shapes if shape.name == "photo")
        (row,) = (row for row in search.tree("photo", shape.root) if row.values[0] == SHA256)
        return row.pages


def test_photos_and_long_texts_are_carried_over(album, examined):
    album.damage(1, b"\xff" * 100)
    recovered = examined(album).recovered
    assert recovered.losses == (0, 0)
    assert photo_in(recovered) == (JPEG, ORIGINAL)
    with closing(sqlite3.connect(recovered.database)) as connection:
        assert connection.execute("SELECT text FROM unplaced_line WHERE place = 900").fetchone() == (TEXT,)


def test_a_photo_whose_original_is_torn_is_kept_without_it_and_that_is_told(album, examined):
    album.damage(pages_of_photo(album)[-9])
    recovered = examined(album).recovered
    assert photo_in(recovered) == (JPEG, None)
    assert recovered.losses.rows == 1


def test_the_torn_original_and_a_torn_photo_come_out_of_the_bundle(album, examined):
    pages = pages_of_photo(album)
    backups.keep_before(album.database, Reason.DAILY, lambda: NOW)
    for torn in (pages[-9], pages[3]):
        with album.database.open("r+b") as file:
            file.seek((torn - 1) * 4096)
            before = file.read(4096)
        album.damage(torn)
        assert photo_in(examined(album).recovered) == (JPEG, ORIGINAL)
        album.damage(torn, before)


def test_a_photo_that_is_torn_itself_is_no_photo(album, examined):
    album.damage(pages_of_photo(album)[3])
    recovered = examined(album).recovered
    assert photo_in(recovered) is None
    assert recovered.losses.rows >= 1


def test_what_does_not_fit_into_memory_is_read_again_and_the_same(album, monkeypatch):
    def read():
        with pages_of(album.database) as pages:
            found = read_all(pages, (), Watch())
            held = sum(isinstance(row, tuple) for rows in found.rows.values() for row in rows.values())
            return {name: dict(found.table(name)) for name in found.rows}, held

    whole, many = read()
    monkeypatch.setattr(reading, "_MOST_HELD", 2_000)
    again, few = read()
    assert again == whole
    assert 0 < few < many


def test_what_the_drive_gives_no_more_the_second_time_is_lost_and_told(album, examined, monkeypatch):
    read_again = reading.row_at

    def failing(pages, page, place):
        row = read_again(pages, page, place)
        if SHA256 in row.values:
            raise BrokenError
        return row

    monkeypatch.setattr(reading, "row_at", failing)
    album.damage(1, b"\xff" * 100)
    recovered = examined(album).recovered
    assert photo_in(recovered) is None
    assert recovered.losses.rows == 2, "the photo, and its place in an activity"


def test_every_row_that_is_put_together_is_told_of(album, examined):
    told = []
    album.damage(1, b"\xff" * 100)
    recovered = examined(album, Watch(lambda stage, part: told.append((stage, part)))).recovered
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == [Stage.SALVAGE, Stage.REBUILD, Stage.UPDATE, Stage.MEND, Stage.CHECK]
    parts = [part for stage, part in told if stage is Stage.REBUILD]
    assert parts == sorted(parts)
    assert len(parts) >= sum(recovered.contents.counts.get(name, 0) for name in ("cell", "photo", "change"))


@pytest.mark.parametrize("tenth", range(10))
def test_stopped_anywhere_nothing_is_left_and_nothing_changed(album, tenth):
    album.damage(1, b"\xff" * 100)
    moments = []
    with recovering.room_to_work(album.database) as work:
        recovering.examine(album.database, work, Watch(lambda *_: moments.append(1)))
    before = album.files()
    looked = iter(range(len(moments) * tenth // 10))
    with pytest.raises(CancelledError), recovering.room_to_work(album.database) as work:
        recovering.examine(album.database, work, Watch(stopped=lambda: next(looked, None) is None))
    assert album.files() == before
