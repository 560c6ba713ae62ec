"""What was restored is what was backed up; a restore that fails leaves the present as it was."""

import errno
import random
import shutil
import sqlite3
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bench.faulty.damage import garbage
from bench.faulty.media import FaultyMedium, error
from desktop_app.actions import backups, reports
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup import restoring
from desktop_app.backup.faults import DamagedBundleError
from desktop_app.backup.layout import MANIFEST
from desktop_app.backup.local import keep_local
from desktop_app.backup.reading import peek
from desktop_app.backup.restoring import OtherOfficeError
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.errors import KnownError
from desktop_app.places import bundles_folder
from desktop_app.store.faults import StoreError
from desktop_app.store.upgrades import SCHEMA_VERSION

from .conftest import NOW, edit, first_cell, tree

STORE = Path(__file__).resolve().parents[1] / "store"


@pytest.fixture
def edited(office):
    """The office with an edit that no bundle holds."""
    with closing(open_workspace(office)) as ws:
        edit(ws, "แก้หลังสำรอง")
    return office


def as_left_by_a_killed_program(database, tmp_path):
    """Let what was edited last stand in the log alone, as after a kill."""
    with closing(open_workspace(database)) as ws:
        edit(ws, "อยู่ในล็อก")
        for end in ("", "-wal"):
            shutil.copyfile(f"{database}{end}", tmp_path / f"kept{end}")
    for end in ("", "-wal"):
        shutil.copyfile(tmp_path / f"kept{end}", f"{database}{end}")
    assert Path(f"{database}-wal").stat().st_size > 0


def test_an_old_log_beside_the_database_brings_nothing_of_later_back(office, good_bundle, tmp_path):
    as_left_by_a_killed_program(office, tmp_path)
    backups.restore(office, good_bundle)
    assert first_cell(office) != "อยู่ในล็อก"
    backups.restore(tmp_path / "before.db", *bundles_folder(office).glob("*.zip"))
    assert first_cell(tmp_path / "before.db") == "อยู่ในล็อก"


def test_a_plain_copy_falls_into_that_trap(office, tmp_path):
    """The test above can fail: what it guards against does happen."""
    older = tmp_path / "older.db"
    shutil.copyfile(office, older)
    as_left_by_a_killed_program(office, tmp_path)
    shutil.copyfile(older, office)
    assert first_cell(office) == "อยู่ในล็อก"


def test_the_present_is_kept_as_a_bundle_first_and_comes_back_by_it(edited, good_bundle):
    done = backups.restore(edited, good_bundle)
    assert first_cell(edited) != "แก้หลังสำรอง"
    assert done.kept.parent == bundles_folder(edited)
    backups.restore(edited, done.kept)
    assert first_cell(edited) == "แก้หลังสำรอง"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_at_any_step_leaves_the_present_to_the_last_byte(edited, good_bundle, number):
    counting = FaultyMedium()
    trial = edited.parent.parent / "trial"
    shutil.copytree(edited.parent, trial)
    backups.restore(trial / edited.name, good_bundle, medium=counting)
    assert counting.steps[-2:] == ["rename", "force_folder"], "after the rename it is done"
    for at in range(1, len(counting.steps)):
        before = tree(edited.parent)
        with pytest.raises(KnownError, match="กรุณา"):
            backups.restore(edited, good_bundle, medium=FaultyMedium(at=at, fault=error(number)))
        after = tree(edited.parent)
        assert {path: data for path, data in after.items() if path in before} == before
        assert {path.suffix for path in after.keys() - before.keys()} <= {".zip"}, "what was kept first"
    assert first_cell(edited) == "แก้หลังสำรอง"


def test_stopping_at_any_moment_leaves_the_present_to_the_last_byte(edited, good_bundle):
    moments = []
    trial = edited.parent.parent / "trial"
    shutil.copytree(edited.parent, trial)
    backups.restore(trial / edited.name, good_bundle, watch=Watch(lambda *_: moments.append(1)))
    before = tree(edited.parent)
    for last in range(len(moments)):
        looked = iter(range(last))
        with pytest.raises(CancelledError):
            backups.restore(
                edited, good_bundle, watch=Watch(stopped=lambda looked=looked: next(looked, None) is None)
            )
        assert tree(edited.parent) == before


def test_what_was_kept_meanwhile_goes_when_the_bundle_turns_out_to_be_damaged(
    edited, good_bundle, monkeypatch
):
    before, kept = tree(edited.parent), threading.Event()

    def keep(*told):
        made = keep_local(*told)
        assert made.path.exists()
        kept.set()
        return made

    @contextmanager
    def damaged(path, *_told):
        assert kept.wait(30)
        raise DamagedBundleError(path, "late")
        yield

    monkeypatch.setattr(restoring, "keep_local", keep)
    monkeypatch.setattr(restoring, "opened", damaged)
    with pytest.raises(DamagedBundleError):
        backups.restore(edited, good_bundle)
    assert tree(edited.parent) == before
    assert not bundles_folder(edited).exists()


def test_what_somebody_saved_while_the_bundle_was_proven_is_kept_too(edited, good_bundle, monkeypatch):
    kept = threading.Semaphore(0)

    def keep(*told):
        made = keep_local(*told)
        kept.release()
        return made

    def prove(*told, prove=restoring.opened):
        assert kept.acquire(timeout=30)
        with closing(open_workspace(edited)) as ws:
            edit(ws, "แก้ขณะตรวจ")
        return prove(*told)

    with monkeypatch.context() as busy:
        busy.setattr(restoring, "keep_local", keep)
        busy.setattr(restoring, "opened", prove)
        first = backups.restore(edited, good_bundle).kept
    assert len(list(bundles_folder(edited).glob("*.zip"))) == 2
    again = backups.restore(edited, first).kept
    assert first_cell(edited) == "แก้ขณะตรวจ"
    assert sorted(bundles_folder(edited).glob("*.zip"))[2:] == [again], "it is kept once where nobody saves"


def test_what_a_killed_program_left_in_the_log_is_not_touched_before_the_bundle_is_proven(
    office, good_bundle, tmp_path
):
    as_left_by_a_killed_program(office, tmp_path)
    before = tree(office.parent)
    for what, data in garbage(good_bundle.read_bytes(), 12, random.Random(6)):
        (tmp_path / "damaged.zip").write_bytes(data)
        with pytest.raises(KnownError):
            backups.restore(office, tmp_path / "damaged.zip")
        assert tree(office.parent) == before, what


def test_of_two_things_done_at_once_one_is_told_at_a_time(edited, good_bundle):
    told = []
    backups.restore(edited, good_bundle, watch=Watch(lambda stage, part: told.append((stage, part))))
    proving = [number for number, (stage, _) in enumerate(told) if stage is Stage.OPEN]
    keeping = [number for number, (stage, _) in enumerate(told) if stage in (Stage.WRITE, Stage.READ_BACK)]
    assert proving
    assert not keeping or max(proving) < min(keeping)


def test_a_database_that_is_open_is_not_replaced(edited, good_bundle):
    with closing(open_workspace(edited)) as ws:
        reports.list_reports(ws)
        with pytest.raises(StoreError, match="ปิดหน้าต่าง"):
            backups.restore(edited, good_bundle)
        edit(ws, "ยังเขียนได้")
    assert first_cell(edited) == "ยังเขียนได้"


def test_the_bundle_of_another_office_is_refused_unless_it_is_meant(office, good_bundle, tmp_path):
    other = tmp_path / "other" / "banthuek.db"
    other.parent.mkdir()
    shutil.copyfile(office, other)
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE office SET name = 'เทศบาลเมืองอื่น'")
    before = other.read_bytes()
    with pytest.raises(OtherOfficeError, match="เทศบาลเมืองอื่น"):
        backups.restore(other, good_bundle)
    assert other.read_bytes() == before
    backups.restore(other, good_bundle, other_office=True)
    with closing(open_workspace(other)) as ws:
        assert reports.load_report(ws, 1).office.name == "เทศบาลตำบลตัวอย่าง"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_bundle_of_every_earlier_version_is_restored_and_brought_up_to_date(version, tmp_path):
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.executescript((STORE / f"version_{version}.sql").read_text(encoding="utf-8"))
    made = backups.back_up(old, tmp_path / "stick", clock=lambda: NOW)
    assert made.manifest.schema_version == version
    backups.restore(tmp_path / "new" / "banthuek.db", made.path)
    with closing(open_workspace(tmp_path / "new" / "banthuek.db")) as ws:
        assert reports.load_report(ws, 1).office.name == "เทศบาลตำบลตัวอย่าง"


def test_a_database_that_cannot_be_read_is_set_aside_and_restored_over(edited, good_bundle):
    torn = b"\xff" * 100 + edited.read_bytes()[100:]
    edited.write_bytes(torn)
    done = backups.restore(edited, good_bundle)
    assert done.kept.read_bytes() == torn
    assert done.kept.parent.parent == edited.parent
    assert first_cell(edited) != "แก้หลังสำรอง"


def test_a_database_that_cannot_be_read_stays_when_the_restore_fails(edited, good_bundle):
    edited.write_bytes(b"\xff" * 100 + edited.read_bytes()[100:])
    before = tree(edited.parent)
    steps = FaultyMedium()
    trial = edited.parent.parent / "trial"
    shutil.copytree(edited.parent, trial)
    backups.restore(trial / edited.name, good_bundle, medium=steps)
    for at in range(1, len(steps.steps)):
        with pytest.raises(KnownError):
            backups.restore(edited, good_bundle, medium=FaultyMedium(at=at))
        assert tree(edited.parent) == before


def test_forms_of_the_office_come_along(good_bundle, tmp_path):
    backups.restore(tmp_path / "new" / "banthuek.db", good_bundle)
    with closing(open_workspace(tmp_path / "new" / "banthuek.db")) as ws:
        assert ws.form("register").title == "ทะเบียน"


def test_a_bundle_can_be_listed_without_being_unpacked(good_bundle, numbers):
    told = peek(good_bundle)
    assert (told.office, len(told.reports), MANIFEST in told.parts) == (
        "เทศบาลตำบลตัวอย่าง",
        len(numbers),
        False,
    )
