"""What the program does for the data by itself, and what it compares and brings in when asked."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.faulty import damage
from desktop_app.actions import backups, reports
from desktop_app.actions.office import set_office
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup import local
from desktop_app.backup.comparing import Standing
from desktop_app.backup.faults import BundleError
from desktop_app.backup.layout import MANIFEST
from desktop_app.backup.local import list_bundles
from desktop_app.backup.manifest import Reason
from desktop_app.domain.report import Round
from desktop_app.places import backup_notes, bundles_folder
from desktop_app.store.upgrades import SCHEMA_VERSION

from .conftest import NOW, edit

STORE = Path(__file__).resolve().parents[1] / "store"


def kept(database):
    return [each.manifest.reason for each in list_bundles(bundles_folder(database))]


def test_once_a_day_a_bundle_is_made_when_something_has_changed(office):
    assert backups.keep_daily(office, lambda: NOW) is not None
    with closing(open_workspace(office)) as ws:
        edit(ws, "หนึ่ง")
    assert backups.keep_daily(office, lambda: NOW + timedelta(hours=2)) is None, "the same day"
    assert backups.keep_daily(office, lambda: NOW + timedelta(days=1)) is not None
    touch(office, NOW + timedelta(hours=2))
    assert backups.keep_daily(office, lambda: NOW + timedelta(days=2)) is None, "nothing has changed"
    assert kept(office) == [Reason.DAILY] * 2


def test_people_and_the_office_are_changes_too(office):
    touch(office, NOW - timedelta(hours=1))
    backups.keep_daily(office, lambda: NOW)
    with closing(open_workspace(office)) as ws:
        set_office(ws, "name", "เทศบาลเมืองสมมุติ")
    touch(office, NOW + timedelta(hours=1))
    assert backups.keep_daily(office, lambda: NOW + timedelta(days=1)) is not None


def touch(path, moment):
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def test_a_clock_that_was_moved_back_makes_no_bundle_at_every_start(office):
    backups.keep_daily(office, lambda: NOW)
    for number in range(3):
        with closing(open_workspace(office)) as ws:
            edit(ws, str(number))
        backups.keep_daily(office, lambda: NOW - timedelta(days=400))
    assert kept(office) == [Reason.DAILY] * 2


def test_where_there_is_nothing_to_lose_none_is_made(tmp_path):
    open_workspace(tmp_path / "new.db").close()
    for path in (tmp_path / "new.db", tmp_path / "none.db"):
        assert backups.keep_daily(path) is backups.keep_before(path, Reason.IMPORT) is None
        assert not backups.is_overdue(path, NOW)
    assert list(tmp_path.glob("*-backups")) == []


def old_database(folder):
    path = folder / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((STORE / f"version_{SCHEMA_VERSION - 1}.sql").read_text(encoding="utf-8"))
    return path


def test_an_older_database_is_kept_as_it_is_before_it_is_brought_up_to_date(tmp_path):
    path = old_database(tmp_path)
    open_workspace(path, lambda: NOW).close()
    (listed,) = list_bundles(bundles_folder(path))
    assert (listed.manifest.reason, listed.manifest.schema_version) == (Reason.UPGRADE, SCHEMA_VERSION - 1)
    open_workspace(path, lambda: NOW).close()
    assert len(list_bundles(bundles_folder(path))) == 1


def test_an_older_database_that_cannot_be_kept_is_not_touched(tmp_path, monkeypatch):
    path = old_database(tmp_path)
    before = path.read_bytes()

    def full(*_):
        raise BundleError("ที่ว่างในไดรฟ์ไม่พอ")

    monkeypatch.setattr(local, "make_bundle", full)
    with pytest.raises(BundleError):
        open_workspace(path)
    assert path.read_bytes() == before


def test_a_week_after_the_last_backup_onto_a_stick_it_is_overdue(office, stick):
    assert backups.is_overdue(office, NOW)
    backups.back_up(office, stick, clock=lambda: NOW)
    assert not backups.is_overdue(office, NOW + timedelta(days=7))
    assert backups.is_overdue(office, NOW + timedelta(days=7, minutes=1))
    assert not backups.is_overdue(office, NOW - timedelta(days=400)), "the clock was moved back"


def test_a_backup_on_the_drive_of_the_data_is_none_to_feel_safe_about(office, stick, monkeypatch):
    backups.back_up(office, stick, clock=lambda: NOW)
    monkeypatch.undo()
    assert backups.is_beside(office, stick), "both lie in the folder of this test"
    backups.back_up(office, stick, clock=lambda: NOW + timedelta(days=10))
    assert backups.last_backup(office).made_at == NOW
    assert backups.is_overdue(office, NOW + timedelta(days=10))
    assert not backups.is_beside(office, stick / "none")


def test_what_is_remembered_of_the_stick_survives_a_restore_and_may_be_lost(office, stick):
    made = backups.back_up(office, stick, clock=lambda: NOW)
    backups.restore(office, made.path)
    assert backups.last_backup(office).folder == str(stick)
    backup_notes(office).write_text("{", encoding="utf-8")
    assert backups.last_backup(office).made_at is None


def test_reports_of_a_bundle_are_compared_with_those_here(office, stick):
    bundle = backups.back_up(office, stick, clock=lambda: NOW).path
    with closing(open_workspace(office, lambda: datetime(2100, 1, 1, tzinfo=UTC))) as ws:
        edit(ws, "ใหม่กว่า")
        reports.delete_report(ws, 3)
        new = reports.create_report(ws, "memo", 2569, Round.SIX_MONTHS).report_id
    _, comparison = backups.compare(office, bundle)
    stands = {each.report.id: each.standing for each in comparison.reports}
    assert (stands[1], stands[2], stands[3], stands[new]) == (
        Standing.SAME,
        Standing.NEWER_HERE,
        Standing.ONLY_THERE,
        Standing.ONLY_HERE,
    )
    newer = backups.back_up(office, stick, clock=lambda: NOW).path
    backups.restore(office, bundle)
    _, comparison = backups.compare(office, newer)
    assert {each.report.id: each.standing for each in comparison.reports}[2] is Standing.NEWER_THERE
    assert comparison.same_office


def test_a_colleagues_report_of_the_same_number_form_year_and_subject_is_told_from_ones_own(tmp_path):
    made = []
    for name in ("here", "theirs"):
        path = tmp_path / name / "banthuek.db"
        with closing(open_workspace(path)) as ws:
            number = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
            reports.set_head(ws, number, "subject", "เรื่องเดียวกัน")
        made.append(path)
    here, theirs = made
    own = backups.back_up(here, tmp_path / "stick").path
    (line,) = backups.compare(here, own)[1].reports
    assert line.standing is Standing.SAME
    _, comparison = backups.compare(here, backups.back_up(theirs, tmp_path / "stick").path)
    assert [each.standing for each in comparison.reports] == [Standing.ONLY_THERE, Standing.ONLY_HERE]


def test_a_bundle_that_does_not_tell_when_a_report_was_begun_is_compared_as_before(office, stick):
    with closing(open_workspace(office)) as ws:
        edit(ws, "มีขั้นแรก")
    good = backups.back_up(office, stick).path
    parts = damage.parts_of(good.read_bytes())
    manifest = json.loads(parts[MANIFEST])
    assert any(line.pop("begun_at") for line in manifest["reports"])
    older = stick / "Banthuek_older.zip"
    older.write_bytes(damage.sealed({**parts, MANIFEST: json.dumps(manifest).encode()}))
    assert backups.verify(older, stick).reports
    assert {each.standing for each in backups.compare(office, older)[1].reports} == {Standing.SAME}


def test_no_report_of_another_office_is_the_same_as_one_here(office, stick):
    bundle = backups.back_up(office, stick).path
    with closing(open_workspace(office)) as ws:
        set_office(ws, "name", "เทศบาลเมืองสมมุติ")
        count = len(reports.list_reports(ws))
    _, comparison = backups.compare(office, bundle)
    assert not comparison.same_office
    assert comparison.count(Standing.ONLY_THERE) == comparison.count(Standing.ONLY_HERE) == count


def test_the_bundles_that_can_be_found_are_listed_newest_first(office, stick):
    later = NOW + timedelta(days=1)
    first = backups.back_up(office, stick, clock=lambda: NOW).path
    backups.keep_daily(office, lambda: later)
    found = [each.path.parent for each in backups.list_known(office, [])]
    assert found == [bundles_folder(office), first.parent]
