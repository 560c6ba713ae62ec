"""A damaged office: what can be had is shown side by side, one is chosen, and nothing is ever deleted."""

import os
import shutil
import sqlite3
from contextlib import ExitStack, closing
from datetime import timedelta

import pytest

from desktop_app.actions import backups, damage, recovering, reports
from desktop_app.actions.demo import make_demo
from desktop_app.actions.photos import photo_shelf
from desktop_app.actions.printing import render_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.faults import BundleError, WrongPasswordError
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.errors import KnownError
from desktop_app.places import bundles_folder
from desktop_app.salvage.headless import SUBJECT
from desktop_app.salvage.mending import mend
from desktop_app.store.database import open_store
from desktop_app.store.faults import DamagedError, NoDatabaseError

from .conftest import NOW, PAGE

OURS = ("report", "report_row", "cell", "report_text", "signoff", "score", "photo", "issued_copy", "change")


@pytest.fixture
def examined():
    """Look at a damaged office, and tell what can be had."""
    with ExitStack() as stack:

        def look(office):
            work = stack.enter_context(recovering.room_to_work(office.database))
            return recovering.examine(office.database, work, Watch())

        yield look


def roots(database):
    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))


def counts(side):
    return {name: side.contents.counts[name] for name in OURS}


def stored(database):
    with closing(open_workspace(database, lambda: NOW)) as ws:
        return [reports.load_report(ws, summary.id) for summary in reports.list_reports(ws)]


def cut(office, part):
    with office.database.open("r+b") as file:
        file.truncate(int(office.database.stat().st_size * part))


DAMAGES = {
    "the head": lambda office: office.damage(1, b"\xff" * 100),
    "the first page": lambda office: office.damage(1),
    "the reports": lambda office: office.damage(roots(office.database)["report"]),
    "the table of rows": lambda office: office.damage(roots(office.database)["report_row"]),
    "the cells": lambda office: office.damage(roots(office.database)["cell"]),
    "the photos": lambda office: office.damage(roots(office.database)["photo"]),
    "the issued copies": lambda office: office.damage(roots(office.database)["issued_copy"]),
    "the people": lambda office: office.damage(roots(office.database)["person"]),
    "the version": lambda office: office.damage(roots(office.database)["schema_version"]),
    "an index": lambda office: office.damage(roots(office.database)["ix_report_row_report_id"]),
    "the search": lambda office: office.damage(roots(office.database)["search_text_data"]),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_with_the_bundle_of_the_day_before_one_lost_page_costs_nothing(office, examined, what):
    whole = stored(office.database)
    DAMAGES[what](office)
    found = examined(office)
    assert found.recovered.contents.version == found.bundle.contents.version
    recovering.use(found.recovered, found.bundle, office.database, Watch())
    assert stored(office.database) == whole


def test_without_any_bundle_the_history_gives_the_texts_back(lone_office, examined):
    whole = stored(lone_office.database)
    typed = {row.id: row.cells["measure"] for report in whole for row in report.rows if report.id == 2}
    lone_office.damage(roots(lone_office.database)["cell"])
    number = next(n for n in range(2, 400) if holds_cells_of(lone_office, n))
    lone_office.damage(number)
    found = examined(lone_office)
    assert found.bundle is None
    assert found.recovered.losses.pages > 0
    recovering.use(found.recovered, None, lone_office.database, Watch())
    (report,) = [each for each in stored(lone_office.database) if each.id == 2]
    assert {row.id: row.cells["measure"] for row in report.rows} == typed


def test_without_any_bundle_reports_whose_heads_are_lost_keep_their_form_and_texts(lone_office, examined):
    whole = stored(lone_office.database)
    lone_office.damage(roots(lone_office.database)["report"])
    found = examined(lone_office)
    recovering.use(found.recovered, None, lone_office.database, Watch())
    there = stored(lone_office.database)
    by_number = [{each.id: (each.form_id, each.rows, each.texts) for each in some} for some in (there, whole)]
    assert by_number[0] == by_number[1]
    assert {each.head.subject for each in there} == {SUBJECT, "เรื่องที่แก้วันนี้"}


def holds_cells_of(office, number):
    with office.database.open("rb") as file:
        file.seek((number - 1) * PAGE)
        page = file.read(PAGE)
    return page[0] == 0x0D and "ที่แก้วันนี้".encode() in page and b"measure" in page and b"row_id" not in page


def test_half_a_file_gives_what_is_in_that_half_and_the_bundle_stands_beside_it(office, examined):
    whole = len(stored(office.database))
    cut(office, 0.5)
    with pytest.raises(DamagedError):
        open_store(office.database)
    found = examined(office)
    assert len(found.bundle.contents.reports) == whole
    assert found.recovered.losses.pages > 0
    assert len(found.recovered.contents.reports) > 0


@pytest.mark.parametrize("content", [b"", bytes(20 * PAGE), b"x" * 50_000])
def test_of_a_file_that_holds_nothing_any_more_the_bundle_is_left(office, examined, content):
    office.database.write_bytes(content)
    with pytest.raises((DamagedError, NoDatabaseError)) as told:
        open_store(office.database)
    assert damage.calls_for_recovery(office.database, told.value)
    found = examined(office)
    assert found.recovered is None
    recovering.use(found.bundle, None, office.database, Watch())
    assert len(stored(office.database)) == len(found.bundle.contents.reports)


def test_edits_behind_a_damaged_place_of_the_log_are_there(office, examined, tmp_path):
    with closing(open_workspace(office.database, lambda: NOW)) as ws:
        for number in range(8):
            reports.set_head(ws, 2, "number", f"ตย {number}")
        live = tmp_path / "killed"
        shutil.copytree(office.database.parent, live, ignore=shutil.ignore_patterns("*-shm"))
    killed = type(office)(live / "banthuek.db")
    log = live / "banthuek.db-wal"
    with log.open("r+b") as file:
        file.seek(32 + 24 + 100)
        file.write(b"\0\xff\0\xff")
    before = killed.files()
    with pytest.raises(DamagedError):
        open_store(killed.database)
    found = examined(killed)
    assert killed.files().items() >= before.items()
    aside = recovering.use(found.recovered, found.bundle, killed.database, Watch())
    assert next(each for each in stored(killed.database) if each.id == 2).head.number == "ตย 7"
    assert (aside / "banthuek.db-wal").read_bytes() == before[log.relative_to(live)]


def test_looking_changes_no_file_and_leaves_none_behind(office):
    office.damage(roots(office.database)["cell"])
    before = office.files()
    with recovering.room_to_work(office.database) as work:
        recovering.examine(office.database, work, Watch())
    assert office.files() == before


@pytest.mark.parametrize("taken", ["recovered", "bundle"])
def test_whatever_is_chosen_the_damaged_files_are_kept_to_the_last_byte(office, examined, taken):
    office.damage(roots(office.database)["cell"])
    typed = office.database.with_name("banthuek.db-typed")
    typed.write_bytes(b"[]")
    before = {path.name: path.read_bytes() for path in (office.database, typed)}
    bundles = set(bundles_folder(office.database).iterdir())
    found = examined(office)
    sides = {"recovered": found.recovered, "bundle": found.bundle}
    side = sides.pop(taken)
    (other,) = sides.values()
    contents = side.contents
    aside = recovering.use(side, other, office.database, Watch(), lambda: NOW)
    assert aside.parent == office.database.parent
    assert {name: (aside / name).read_bytes() for name in before} == before
    assert typed.read_bytes() == b"[]"
    assert bundles <= set(bundles_folder(office.database).iterdir())
    assert recovering.contents_in(office.database) == contents
    kept = list(aside.glob("*.zip"))
    assert bool(kept) == (taken == "bundle")
    for bundle in kept:
        assert backups.verify(bundle, aside).reports == found.recovered.contents.reports


def test_a_second_damage_is_kept_beside_the_first(office, examined):
    places = set()
    for _ in range(2):
        office.damage(roots(office.database)["cell"])
        found = examined(office)
        places.add(recovering.use(found.recovered, found.bundle, office.database, Watch(), lambda: NOW))
    assert len(places) == 2
    assert all((place / "banthuek.db").exists() for place in places)


@pytest.mark.parametrize("step", ["link", "replace"])
def test_a_fault_while_the_place_is_taken_leaves_the_damaged_file_in_its_place(
    office, examined, monkeypatch, step
):
    office.damage(roots(office.database)["cell"])
    before = office.database.read_bytes()
    found = examined(office)

    def refuse(*_args, **_kwargs):
        raise PermissionError(1, "no")

    if step == "link":
        monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(shutil, "copyfile", refuse)
    else:
        monkeypatch.setattr("desktop_app.backup.medium.Medium.rename", refuse)
    with pytest.raises(KnownError):
        recovering.use(found.recovered, found.bundle, office.database, Watch())
    assert office.database.read_bytes() == before


def test_where_the_drive_knows_no_second_names_the_damaged_files_are_copied(office, examined, monkeypatch):
    def refuse(*_args):
        raise OSError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    office.damage(roots(office.database)["cell"])
    before = office.database.read_bytes()
    found = examined(office)
    aside = recovering.use(found.recovered, found.bundle, office.database, Watch())
    assert (aside / "banthuek.db").read_bytes() == before


def test_a_damaged_bundle_is_passed_over_for_the_next(office, examined):
    (first,) = bundles_folder(office.database).iterdir()
    later = backups.back_up(office.database, bundles_folder(office.database)).path
    data = bytearray(later.read_bytes())
    data[len(data) // 2] ^= 1
    later.write_bytes(data)
    office.damage(1)
    assert examined(office).bundle.bundle == first


def test_a_newer_bundle_with_a_password_is_told_of_also_on_the_stick_of_the_last_backup(
    office, examined, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "is_beside", lambda _database, _folder: False)
    for day, word in ((1, "the first one"), (2, "the second one")):
        backups.back_up(
            office.database,
            tmp_path / "stick",
            password=word,
            clock=lambda day=day: NOW + timedelta(days=day),
        )
    office.damage(1, b"\xff" * 100)
    found = examined(office)
    assert found.bundle.made_at == NOW
    assert found.locked.manifest.made_at == NOW + timedelta(days=2)
    side = recovering.unpack(found.locked.path, found.bundle.database.parent, Watch(), "the second one")
    assert side.contents.reports


def test_a_bundle_that_was_unlocked_helps_to_read_what_is_torn(lone_office, tmp_path):
    pages = roots(lone_office.database)
    folder = bundles_folder(lone_office.database)
    whole = backups.back_up(lone_office.database, folder, password="a safe one", clock=lambda: NOW)
    lone_office.damage(pages["photo"])
    lone_office.damage(pages["person"])
    with recovering.room_to_work(lone_office.database) as work:
        first = recovering.examine(lone_office.database, work, Watch())
        assert first.bundle is None
        with pytest.raises(WrongPasswordError):
            recovering.unlock(lone_office.database, work, first.locked.path, "another one", Watch())
        before = first.recovered.database.read_bytes()
        with pytest.raises(CancelledError):
            recovering.unlock(lone_office.database, work, first.locked.path, "a safe one", in_the_middle())
        assert first.recovered.database.read_bytes() == before, "it can still be taken"
        found = recovering.unlock(lone_office.database, work, first.locked.path, "a safe one", Watch())
        assert found.recovered.contents.counts["person"] == whole.manifest.counts["person"]
        assert found.recovered.brought_back > first.recovered.brought_back
        assert (found.bundle.bundle, found.locked) == (whole.path, None)


def in_the_middle():
    told = []
    return Watch(lambda stage, _part: told.append(stage), lambda: Stage.REBUILD in told)


def test_an_older_bundle_with_a_password_is_not_told_of(office, examined):
    folder = bundles_folder(office.database)
    backups.back_up(office.database, folder, password="a safe one", clock=lambda: NOW - timedelta(days=1))
    office.damage(1, b"\xff" * 100)
    found = examined(office)
    assert (found.bundle.made_at, found.locked) == (NOW, None)


def test_what_else_lies_on_a_stick_may_be_another_offices_and_is_left_alone(
    office, examined, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "is_beside", lambda _database, _folder: False)
    mine = backups.back_up(office.database, tmp_path / "stick", clock=lambda: NOW + timedelta(days=1))
    backups.back_up(copy_of_another(tmp_path), tmp_path / "stick", clock=lambda: NOW + timedelta(days=5))
    office.damage(1, b"\xff" * 100)
    assert examined(office).bundle.bundle == mine.path


def copy_of_another(tmp_path):
    database = tmp_path / "another" / "banthuek.db"
    make_demo(database, tmp_path / "out")
    return database


def test_stopping_leaves_all_as_it_was(office):
    office.damage(1)
    before = office.files()
    with pytest.raises(CancelledError), recovering.room_to_work(office.database) as work:
        recovering.examine(office.database, work, Watch(stopped=lambda: True))
    assert office.files() == before


def test_where_there_is_no_room_it_is_told_and_nothing_is_begun(office, monkeypatch):
    from desktop_app.backup.medium import Medium

    monkeypatch.setattr(Medium, "free", lambda *_: 1000)
    with pytest.raises(BundleError, match="ที่ว่าง"), recovering.room_to_work(office.database):
        raise AssertionError
    assert not list(office.database.parent.glob(".banthuek*"))


def test_a_file_of_another_kind_is_no_damaged_office(tmp_path):
    other = tmp_path / "notes.txt"
    other.write_bytes(b"some notes\n" * 500)
    with pytest.raises(NoDatabaseError) as told:
        open_store(other)
    assert not damage.calls_for_recovery(other, told.value)


def test_another_fault_of_the_disk_calls_for_nothing(office):
    assert not damage.calls_for_recovery(office.database, KnownError("ดิสก์เต็ม"))
    assert not damage.calls_for_recovery(office.database, ValueError("a defect"))
    office.damage(roots(office.database)["report"])
    assert damage.calls_for_recovery(office.database, ValueError("a day that is none"))


def test_what_was_recovered_prints_as_before(office, examined):
    before = printed(office.database)
    office.damage(roots(office.database)["cell"])
    found = examined(office)
    recovering.use(found.recovered, found.bundle, office.database, Watch())
    assert printed(office.database) == before


def printed(database):
    with closing(open_workspace(database, lambda: NOW)) as ws:
        report = reports.load_report(ws, 2)
        return render_report(report, ws.form_of(report), photo_shelf(ws))


def test_rows_of_a_recovered_report_stand_without_gaps(lone_office):
    with closing(sqlite3.connect(lone_office.database)) as connection:
        connection.execute("UPDATE report_row SET place = place * 2 + 3")
        connection.commit()
    mend(lone_office.database, None, (), Watch())
    with closing(sqlite3.connect(lone_office.database)) as connection:
        places = connection.execute(
            "SELECT report_id, place FROM report_row ORDER BY report_id, place, id"
        ).fetchall()
    by_report = {report: [place for one, place in places if one == report] for report, _ in places}
    assert all(found == list(range(len(found))) for found in by_report.values())
