"""The commands that back up, verify and restore: what they answer, and how faults are told."""

import json
import shutil
from contextlib import closing

import pytest

from desktop_app import cli


@pytest.fixture
def run(tmp_path, capsys):
    def run(*arguments, db="banthuek.db"):
        code = cli.main([*map(str, arguments), "--db", str(tmp_path / db)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def bundle(run, tmp_path):
    """A bundle of the sample office, made by the command."""
    assert run("demo", "--out", tmp_path / "out")[0] == 0
    code, out, err = run("backup", tmp_path / "stick", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["office"] == "เทศบาลตำบลตัวอย่าง"
    assert len(told["reports"]) == told["counts"]["report"] > 1
    return tmp_path / "stick" / told["file"].rpartition("/")[2].rpartition("\\")[2]


def exported(run, db):
    numbers = [report["report"] for report in json.loads(run("reports", "--json", db=db)[1])]
    assert numbers
    return [run("export", number, "--format", "json", db=db)[1] for number in numbers]


def test_what_was_backed_up_is_verified_and_restored_without_a_window(run, bundle):
    before = exported(run, "banthuek.db")
    code, out, _ = run("verify", bundle)
    assert (code, "กู้คืนได้" in out) == (0, True)
    code, out, err = run("restore", bundle, "--json", db="new/other.db")
    told = json.loads(out)
    assert (code, err, told["kept"], len(told["reports"])) == (0, "", None, len(before))
    assert exported(run, "new/other.db") == before


def test_backing_up_is_told_in_thai_only_after_it_was_read_back(run, bundle, tmp_path):
    code, out, _ = run("backup", tmp_path / "stick2")
    assert code == 0
    assert "สำเร็จ" in out
    assert out.rstrip().endswith("ถอดแฟลชไดรฟ์ได้แล้ว")


def test_restoring_keeps_the_present_and_tells_where(run, bundle, tmp_path):
    code, out, _ = run("restore", bundle)
    (kept,) = (tmp_path / "banthuek-backups").glob("*.zip")
    assert (code, str(kept) in out) == (0, True)


@pytest.mark.parametrize("command", ["verify", "restore"])
def test_a_damaged_bundle_is_told_in_one_sentence_and_nothing_is_changed(run, bundle, tmp_path, command):
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    before = (tmp_path / "banthuek.db").read_bytes()
    code, out, err = run(command, bundle)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "เสียหาย" in err
    assert (tmp_path / "banthuek.db").read_bytes() == before
    assert not (tmp_path / "banthuek-backups").exists()


def test_the_bundle_of_another_office_needs_a_word_more(run, bundle):
    run("demo", "--out", bundle.parent / "out2", db="other.db")
    assert cli.main(["forms"]) == 0
    from contextlib import closing

    from desktop_app.actions import office
    from desktop_app.actions.workspace import open_workspace

    database = bundle.parents[1] / "other.db"
    with closing(open_workspace(database)) as ws:
        office.set_office(ws, "name", "เทศบาลเมืองสมมุติ")
    code, _, err = run("restore", bundle, db="other.db")
    assert (code, "--other-office" in err) == (2, True)
    assert run("restore", bundle, "--other-office", db="other.db")[0] == 0


def test_where_there_is_no_data_a_backup_is_refused(run, tmp_path):
    code, out, err = run("backup", tmp_path / "stick", db="none.db")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("command", [["reports"], ["check", "1"], ["export", "1", "--format", "json"]])
def test_a_damaged_database_is_told_in_one_sentence_and_nothing_is_changed(run, bundle, tmp_path, command):
    database = tmp_path / "banthuek.db"
    database.write_bytes(database.read_bytes()[:9000])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    code, out, err = run(*command)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "เสียหาย" in err
    assert "หน้าต่าง" in err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_damaged_log_is_told_before_anything_is_written_over_its_edits(run, bundle, tmp_path, command):
    from desktop_app.actions.reports import set_head
    from desktop_app.actions.workspace import open_workspace

    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(open_workspace(tmp_path / "banthuek.db")) as ws:
        for number in range(8):
            set_head(ws, 2, "number", f"ตย {number}")
        for end in ("", "-wal"):
            shutil.copyfile(tmp_path / f"banthuek.db{end}", killed / f"banthuek.db{end}")
    with (killed / "banthuek.db-wal").open("r+b") as file:
        file.seek(32 + 24 + 100)
        file.write(b"\0\xff\0\xff")
    before = {path.name: path.read_bytes() for path in killed.iterdir()}
    code, _, err = run(
        command, bundle if command == "restore" else tmp_path / "other", db="killed/banthuek.db"
    )
    assert (code, "หน้าต่าง" in err) == (2, True)
    assert {path.name: path.read_bytes() for path in killed.iterdir()} == before


@pytest.fixture
def locked(run, bundle, tmp_path, monkeypatch):
    """A bundle whose password stands in the environment."""
    monkeypatch.setenv("BANTHUEK_PASSWORD", "a safe Word 42!")
    code, out, err = run("backup", tmp_path / "locked", "--password")
    assert (code, err) == (0, "")
    assert "ถ้าลืมรหัสผ่านจะเปิดไม่ได้อีกเลย" in out
    (made,) = (tmp_path / "locked").iterdir()
    return made


def test_a_locked_bundle_is_verified_and_restored_with_the_password_of_the_environment(run, locked):
    assert run("verify", locked)[0] == 0
    assert run("restore", locked, db="new/other.db")[0] == 0


def test_a_wrong_password_and_none_are_told_in_one_sentence(run, locked, monkeypatch):
    monkeypatch.setenv("BANTHUEK_PASSWORD", "another one")
    code, out, err = run("verify", locked)
    assert (code, out, err.count("\n"), "ไม่ตรง" in err) == (2, "", 1, True)
    monkeypatch.delenv("BANTHUEK_PASSWORD")
    code, out, err = run("verify", locked)
    assert (code, out, err.count("\n"), "BANTHUEK_PASSWORD" in err) == (2, "", 1, True)


def test_at_a_console_the_password_is_typed_unseen_and_twice_for_a_new_bundle(
    run, locked, tmp_path, monkeypatch
):
    monkeypatch.delenv("BANTHUEK_PASSWORD")
    monkeypatch.setattr("sys.stdin", Console())
    typed = iter(["a safe Word 42!", "a safe Word 42!", "another safe one", "another safe two"])
    monkeypatch.setattr("getpass.getpass", lambda _words: next(typed))
    assert run("verify", locked)[0] == 0
    assert run("verify", locked)[0] == 0
    code, _, err = run("backup", tmp_path / "new", "--password")
    assert (code, "ไม่ตรงกัน" in err) == (2, True)
    assert not (tmp_path / "new").exists()


class Console:
    """Somebody sits there."""

    def isatty(self):
        return True
