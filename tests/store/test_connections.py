"""Who looks at the database sees one state of it, waits for nobody, and holds it only while it is open."""

import sqlite3
from dataclasses import replace

import pytest

from desktop_app.domain.office import Person
from desktop_app.store.database import open_store
from desktop_app.store.log import log_path
from desktop_app.store.people import add_person, load_people, write_person


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "office.db")
    yield opened
    opened.close()


def add(store, name):
    with store.writing() as session:
        add_person(session, Person(0, name))


def names(view):
    return [person.name for person in load_people(view, with_inactive=True)]


def test_a_look_sees_nothing_of_what_is_stored_meanwhile(store):
    add(store, "คนแรก")
    with store.reading() as before:
        assert names(before) == ["คนแรก"]
        add(store, "คนที่สอง")
        with store.reading() as after:
            assert names(before) == ["คนแรก"]
            assert names(after) == ["คนแรก", "คนที่สอง"]


def test_in_the_midst_of_a_step_what_it_changed_is_seen_and_by_nobody_else(store):
    with store.writing() as session:
        add_person(session, Person(0, "คนแรก"))
        assert names(session) == ["คนแรก"]
        with store.reading() as view:
            assert names(view) == []


def test_what_a_step_has_not_told_the_database_yet_is_seen_in_it(store):
    add(store, "ชื่อเดิม")
    with store.writing() as session:
        (person,) = load_people(session, with_inactive=True)
        write_person(session, replace(person, name="ชื่อใหม่"))
        assert names(session) == ["ชื่อใหม่"]


def test_a_look_is_taken_with_the_connection_of_the_last_one(store):
    with store.reading() as first:
        pass
    with store.reading() as second:
        assert second is first
        assert second.in_transaction


def test_closing_leaves_nothing_beside_the_file_although_somebody_looks(store):
    add(store, "คนแรก")
    with store.reading() as view:
        assert names(view) == ["คนแรก"]
        store.close()
        assert log_path(store.path).exists()
    assert not log_path(store.path).exists()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        names(view)


def test_a_look_that_failed_is_not_looked_with_again(store):
    with pytest.raises(ZeroDivisionError), store.reading() as failed:
        raise ZeroDivisionError
    with store.reading() as view:
        assert view is not failed
        assert names(view) == []
