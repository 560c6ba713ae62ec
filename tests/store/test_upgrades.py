"""A database of an older version is brought up to date with all that is in it, or left as it was."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.issued import IssuedCopy
from desktop_app.domain.office import Emblem, Person
from desktop_app.domain.photo import Photo, PhotoFile
from desktop_app.domain.report import Activity, Chart, Score
from desktop_app.store import upgrades
from desktop_app.store.activities import write_activities
from desktop_app.store.copies import Contents, add_copy, list_copies, load_copy
from desktop_app.store.database import open_store
from desktop_app.store.faults import StoreError
from desktop_app.store.forms import FormFile, count_reports, load_form_files, write_form_file
from desktop_app.store.office import keeps_originals, load_office, write_text
from desktop_app.store.people import load_people, write_person
from desktop_app.store.photos import add_photos, load_photo
from desktop_app.store.reports import load_report, write_chart, write_under_memo
from desktop_app.store.scores import write_scores
from desktop_app.store.signoffs import load_signoffs
from desktop_app.store.upgrades import SCHEMA_VERSION

HERE = Path(__file__).parent


@pytest.fixture(params=range(1, SCHEMA_VERSION))
def old(request, tmp_path):
    """One database per version there was, with data."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((HERE / f"version_{request.param}.sql").read_text(encoding="utf-8"))
    return path


def contents(path, tables=None):
    """Return every table's rows as dictionaries."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}


def shape(path):
    """Return what a database is made of: columns and indexes."""
    with closing(sqlite3.connect(path)) as connection:
        names = sorted(n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'"))
        columns = {name: connection.execute(f'PRAGMA table_info("{name}")').fetchall() for name in names}
        indexes = connection.execute("SELECT name FROM sqlite_master WHERE type='index'").fetchall()
    return columns, sorted(indexes)


def test_everything_that_was_stored_is_still_there(old):
    before = contents(old)
    open_store(old).close()
    after = contents(old)
    assert after.pop("schema_version") == [{"id": 1, "version": SCHEMA_VERSION}]
    before.pop("schema_version")
    assert before.keys() <= after.keys()
    for name, rows in before.items():
        assert rows, f"nothing in {name} to be lost"
        assert [{key: row[key] for key in rows[0]} for row in after[name]] == rows


def test_it_is_then_made_like_a_new_one(old, tmp_path):
    open_store(old).close()
    open_store(tmp_path / "new.db").close()
    assert shape(old) == shape(tmp_path / "new.db")


def test_the_office_is_read_and_given_a_family(old):
    store = open_store(old)
    with store.writing() as session:
        office = load_office(session)
        write_text(session, "font", "TH SarabunPSK")
    assert (office.name, office.font) == ("เทศบาลตำบลตัวอย่าง", "")
    assert office.emblem == Emblem(b"\x89PNG\r\n\x1a\n")
    store.close()
    store = open_store(old)
    with store.reading() as session:
        assert load_office(session).font == "TH SarabunPSK"
    store.close()


def test_its_report_can_show_a_chart(old):
    store = open_store(old)
    with store.writing() as session:
        assert load_report(session, 1).chart is Chart.NONE
        write_chart(session, 1, Chart.SCORES)
    store.close()
    store = open_store(old)
    with store.reading() as session:
        assert load_report(session, 1).chart is Chart.SCORES
    store.close()


def test_its_report_can_tell_of_activities_and_scores(old):
    told = (Activity(date(2024, 3, 7), "ห้องประชุม", "ประชุม"), Activity(caption="รณรงค์"))
    scores = (Score(1, 2566, Decimal("99.99")), Score(5, 2566, Decimal("0.00"), Decimal("100.00")))
    store = open_store(old)
    with store.writing() as session:
        write_activities(session, 1, told)
        write_scores(session, 1, scores)
    store.close()
    store = open_store(old)
    with store.reading() as session:
        report = load_report(session, 1)
    assert (report.activities, report.scores) == (told, scores)
    store.close()


def test_its_activities_can_be_given_photos(old):
    photo = Photo("a" * 64, 1600, 1200)
    told = (Activity(date(2024, 3, 7), photos=(photo, photo)),)
    store = open_store(old)
    with store.writing() as session:
        assert not keeps_originals(session)
        add_photos(session, [PhotoFile(photo, b"\xff\xd8", b"original", "a.jpg")])
        write_activities(session, 1, told)
    store.close()
    store = open_store(old)
    with store.reading() as session:
        assert load_report(session, 1).activities == told
        assert load_photo(session, photo.sha256) == PhotoFile(photo, b"\xff\xd8", b"original", "a.jpg")
    store.close()


def test_its_report_is_sent_without_a_memo_until_told(old):
    store = open_store(old)
    with store.writing() as session:
        assert load_report(session, 1).under_memo is False
        write_under_memo(session, 1, True)
    with store.reading() as session:
        assert load_report(session, 1).under_memo is True
    store.close()


def test_its_people_keep_their_names_and_their_titles_are_told(old):
    store = open_store(old)
    with store.writing() as session:
        (person,) = load_people(session, with_inactive=True)
        assert person == Person(1, "นางสาวตัวอย่าง ใจดี", "นิติกร", title="นางสาว")
        (place,) = load_signoffs(session, 1)
        assert (place.name, place.rank, place.signature) == (person.name, "", None)
        write_person(session, replace(person, rank="ว่าที่ร้อยตรี", signature=b"png"))
    with store.reading() as session:
        (person,) = load_people(session, with_inactive=True)
    assert (person.rank, person.given, person.signature) == ("ว่าที่ร้อยตรี", "ตัวอย่าง ใจดี", b"png")
    store.close()


def test_a_copy_of_its_report_can_be_issued(old):
    moment = datetime(2024, 3, 18, 9, 30, tzinfo=UTC)
    store = open_store(old)
    with store.writing() as session:
        revision = len(list_copies(session, 1)) + 1
        new = IssuedCopy(0, 1, revision, moment, "a.pdf", "0")
        made = add_copy(session, new, Contents(b"%PDF", "{}", (1,), ()))
    store.close()
    store = open_store(old)
    with store.reading() as session:
        assert load_copy(session, made.id) == (made, Contents(b"%PDF", "{}", (1,), ()))
        assert made.issued_at == moment
    store.close()


def test_a_form_of_its_own_can_be_kept(old):
    store = open_store(old)
    with store.writing() as session:
        write_form_file(session, FormFile("ours", "id"))
    store.close()
    store = open_store(old)
    with store.reading() as session:
        assert load_form_files(session) == {"ours": FormFile("ours", "id")}
        assert count_reports(session) == {"memo": 1}
    store.close()


def test_a_step_that_fails_leaves_the_old_database_whole(old, monkeypatch):
    before = contents(old)
    broken = (*upgrades.STEPS[:-1], (*upgrades.STEPS[-1], "INSERT INTO nowhere VALUES (1)"))
    monkeypatch.setattr(upgrades, "STEPS", broken)
    with pytest.raises(Exception, match="nowhere"):
        open_store(old)
    assert contents(old) == before


def test_an_upgrade_that_finds_the_disk_full_is_told_and_changes_nothing(old, monkeypatch):
    before = contents(old)
    with closing(sqlite3.connect(old)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    fill = "UPDATE person SET name = hex(zeroblob(1000000))"
    steps = (*upgrades.STEPS[:-1], (f"PRAGMA max_page_count = {pages}", *upgrades.STEPS[-1], fill))
    monkeypatch.setattr(upgrades, "STEPS", steps)
    with pytest.raises(StoreError, match="ดิสก์เต็ม"):
        open_store(old)
    assert contents(old) == before
