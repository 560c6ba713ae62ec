"""A bundle is one plain file that anybody can open and that holds all of the office."""

import hashlib
import json
import sqlite3
import threading
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.actions import backups, issuing, printing, reports
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.faults import BundleError, DamagedDataError
from desktop_app.backup.medium import native
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.store.faults import StoreError

from .conftest import NOW, edit, tree


def test_it_is_a_plain_zip_with_manifest_database_issued_copies_and_a_note(good_bundle, made_office, numbers):
    with zipfile.ZipFile(good_bundle) as bundle:
        assert bundle.testzip() is None
        parts = {entry.filename: bundle.read(entry) for entry in bundle.infolist()}
    manifest = json.loads(parts.pop("manifest.json"))
    assert manifest["parts"] == {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in parts.items()
    }
    assert manifest["office"] == "เทศบาลตำบลตัวอย่าง"
    assert {report["id"] for report in manifest["reports"]} == set(numbers)
    assert manifest["counts"]["report"] == len(numbers)
    assert "กู้คืน" in parts["READ-ME-FIRST.txt"].decode("utf-8-sig")
    with closing(open_workspace(made_office / "banthuek.db")) as ws:
        (copy,) = issuing.list_copies(ws, 1)
        pdf = issuing.reprint(ws, copy.id)
    assert [data for name, data in parts.items() if name.startswith("issued/")] == [pdf]


def test_its_name_is_plain_ascii_and_tells_office_date_and_time(good_bundle):
    local = NOW.astimezone()
    assert good_bundle.name == f"Banthuek_thesbaaltambltawoyaang_2567-{local:%m-%d_%H%M}.zip"


def test_a_bundle_of_that_name_is_never_written_over(office, stick):
    made = [backups.back_up(office, stick, clock=lambda: NOW).path for _ in range(3)]
    assert [path.stem.removeprefix(made[0].stem) for path in made] == ["", "_2", "_3"]
    assert len(tree(stick)) == 3


def test_a_clock_that_was_moved_back_overwrites_nothing(office, stick):
    first = backups.back_up(office, stick, clock=lambda: NOW).path
    before = first.read_bytes()
    second = backups.back_up(office, stick, clock=lambda: NOW - timedelta(days=3650)).path
    assert first.read_bytes() == before
    assert second != first
    backups.verify(second, office.parent)


def test_a_clock_before_the_first_year_of_zip_files_is_no_hindrance(office, stick):
    made = backups.back_up(office, stick, clock=lambda: datetime(1970, 1, 2, tzinfo=UTC))
    assert backups.verify(made.path, office.parent).made_at.year == 1970


def test_what_was_acknowledged_before_is_in_it_though_the_database_is_in_use(office, stick):
    with closing(open_workspace(office)) as ws:
        edit(ws, "เพิ่งแก้")
        made = backups.back_up(office, stick)
        backups.restore(office.parent / "again.db", made.path)
        edit(ws, "แก้หลังสำรอง")
    with closing(open_workspace(office.parent / "again.db")) as again:
        assert reports.load_report(again, 2).rows[0].cells["measure"] == "เพิ่งแก้"


def test_it_is_one_moment_though_somebody_writes_all_the_while(office, stick):
    stop = threading.Event()
    with closing(open_workspace(office)) as ws:

        def write():
            while not stop.is_set():
                edit(ws, "ก" * 3000)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            paths = [backups.back_up(office, stick, clock=lambda: NOW).path for _ in range(5)]
        finally:
            stop.set()
            writer.join()
    for path in paths:
        backups.verify(path, office.parent)


def test_nothing_is_left_beside_the_database(office, stick):
    before = tree(office.parent)
    backups.back_up(office, stick)
    after = tree(office.parent)
    assert {path.name for path in after.keys() - before.keys()} == {"banthuek-backup.json"}
    assert {path: after[path] for path in before} == before


def test_a_damaged_database_is_told_and_never_taken_for_a_good_backup(office, stick):
    data = bytearray(office.read_bytes())
    page = 4096
    data[page * 3 : page * 12] = b"\xa5" * (page * 9)
    office.write_bytes(data)
    with pytest.raises((DamagedDataError, StoreError), match="เสียหาย"):
        backups.back_up(office, stick)
    assert tree(stick) == {}


def test_where_there_is_no_data_yet_no_bundle_pretends_there_is(tmp_path, stick):
    with pytest.raises(BundleError, match="ยังไม่มีข้อมูล"):
        backups.back_up(tmp_path / "none.db", stick)
    assert not (tmp_path / "none.db").exists()


def test_progress_is_told_stage_by_stage(office, stick):
    told = []
    backups.back_up(office, stick, watch=Watch(lambda stage, part: told.append((stage, part))))
    assert list(dict.fromkeys(stage for stage, _ in told)) == [
        Stage.SNAPSHOT,
        Stage.WRITE,
        Stage.CHECK,
        Stage.READ_BACK,
    ]
    for stage in (Stage.SNAPSHOT, Stage.READ_BACK):
        parts = [part for each, part in told if each is stage]
        assert parts == sorted(parts)
        assert parts[-1] == 1.0


def test_stopping_at_any_moment_leaves_nothing_behind(office, stick):
    moments = []
    backups.back_up(office, stick, watch=Watch(lambda *_: moments.append(1)))
    good = tree(stick)
    before = tree(office.parent)
    for last in range(len(moments)):
        looked = iter(range(last))
        with pytest.raises(CancelledError):
            backups.back_up(
                office, stick, watch=Watch(stopped=lambda looked=looked: next(looked, None) is None)
            )
        assert tree(stick) == good
        assert tree(office.parent) == before


def test_a_path_beyond_260_characters_is_written_in_the_long_way_of_windows():
    long = "C:\\" + "\\".join(["โฟลเดอร์"] * 40) + "\\a.zip"
    assert str(native(long, "win32")) == "\\\\?\\" + long
    assert str(native("\\\\server\\" + long[3:], "win32")).startswith("\\\\?\\UNC\\server\\")
    assert native("C:\\a.zip", "win32") == "C:\\a.zip"
    assert native(long, "linux") == long


def test_it_is_written_below_a_path_beyond_260_characters(office, tmp_path):
    deep = tmp_path.joinpath(*["โฟลเดอร์ที่ยาว"] * 12)
    made = backups.back_up(office, deep)
    assert len(str(made.path)) > 260
    backups.verify(made.path, tmp_path)


def test_every_report_prints_byte_for_byte_as_before_on_a_fresh_profile(good_bundle, made_office, tmp_path):
    backups.restore(tmp_path / "new" / "banthuek.db", good_bundle)
    with (
        closing(open_workspace(made_office / "banthuek.db")) as before,
        closing(open_workspace(tmp_path / "new" / "banthuek.db")) as after,
    ):
        numbers = [report.id for report in reports.list_reports(before)]
        assert [report.id for report in reports.list_reports(after)] == numbers
        assert after.forms.keys() == before.forms.keys()
        for number in numbers:
            for name, each in (("before", before), ("after", after)):
                printing.save_pdf(each, number, tmp_path / f"{name}.pdf")
            assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()
        (copy,) = issuing.list_copies(after, 1)
        assert issuing.reprint(after, copy.id) == issuing.reprint(before, copy.id)
    with closing(sqlite3.connect(tmp_path / "new" / "banthuek.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
