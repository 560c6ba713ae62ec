"""The commands: what they answer, and how bad input is told."""

import json
import os
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.resources import resource

SEED = next((Path(__file__).resolve().parents[2] / "shared" / "seeds").glob("004_*.txt"))
"""The real memo; its absence fails the collection, loudly."""


@pytest.fixture
def run(tmp_path, capsys):
    def run(*arguments, db="banthuek.db"):
        with_db = [*map(str, arguments), "--db", str(tmp_path / db)] if db else [*map(str, arguments)]
        try:
            code = cli.main(with_db)
        except SystemExit as leaving:
            code = leaving.code
        out, err = capsys.readouterr()
        return code, out, err

    return run


def tree(folder):
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_a_real_memo_goes_from_text_to_pdf_in_two_commands(run, tmp_path):
    code, out, err = run("import", SEED, "--form", "memo", "--json")
    made = json.loads(out)
    assert (code, err, made["report"], made["form"], made["rows"]) == (0, "", 1, "memo", 7)
    assert len(made["unplaced"]) == 2
    code, _, err = run("print", made["report"], "--out", tmp_path / "out" / "memo.pdf")
    assert (code, err) == (0, "")
    assert (tmp_path / "out" / "memo.pdf").read_bytes().startswith(b"%PDF-")


def test_an_exported_report_comes_back_the_same_and_prints_the_same(run, tmp_path):
    run("import", SEED, "--form", "memo")
    run("export", 1, "--format", "json", "--out", tmp_path / "memo.json")
    code, out, _ = run("import", tmp_path / "memo.json", "--json", db="other.db")
    assert (code, json.loads(out)["rows"]) == (0, 7)
    assert run("export", 1, "--format", "json")[1] == run("export", 1, "--format", "json", db="other.db")[1]
    run("print", 1, "--out", tmp_path / "a.pdf")
    run("print", tmp_path / "memo.json", "--out", tmp_path / "b.pdf", db=None)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_demonstration_makes_one_pdf_per_form_and_only_once_an_office(run, tmp_path):
    for _ in range(2):
        code, out, err = run("demo", "--out", tmp_path / "out", "--json", db=None)
        assert (code, err) == (0, "")
    made = json.loads(out)
    assert [Path(file).name for file in made["files"]] == ["memo.pdf"]
    assert Path(made["db"]) == tmp_path / "out" / "demo.db"
    _, out, _ = run("reports", "--json", db="out/demo.db")
    (report,) = json.loads(out)
    assert (report["rows"], report["rows_done"], report["fiscal_year"]) == (7, 4, 2566)


def test_lists_say_so_when_they_are_empty(run):
    assert run("reports") == (0, "ยังไม่มีรายงาน\n", "")


def test_the_forms_are_listed(run):
    code, out, _ = run("forms")
    assert code == 0
    assert out.startswith("memo\t")


def test_the_self_check_passes(run):
    code, out, err = run("self-check", db=None)
    assert (code, err) == (0, "")
    assert "ไม่ผ่าน" not in out
    assert out.count("ผ่าน") == 4


def write(path, content):
    path.write_bytes(content)
    return path


def sparse(path, size):
    with path.open("wb") as file:
        file.truncate(size)
    return path


BAD_FILES = {
    "missing": lambda p: p,
    "empty": lambda p: write(p, b""),
    "blank": lambda p: write(p, b"\n \n\t\n"),
    "binary": lambda p: write(p, os.urandom(5000)),
    "png": lambda p: write(p, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "100 MB": lambda p: sparse(p, 100_000_000),
    "folder": lambda p: p.mkdir() or p,
    "no known heading": lambda p: write(p, "วันที่\tรายการ\tจำนวน\n๑\tกระดาษ\t๒\n".encode()),
    "plain prose": lambda p: write(p, ("ข้อความธรรมดาที่ไม่มีตาราง " * 50).encode()),
}


@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize("name", ["file.txt", "file.json"])
def test_a_bad_file_is_told_in_one_thai_sentence_and_nothing_is_changed(run, tmp_path, kind, name):
    run("reports")
    path = BAD_FILES[kind](tmp_path / name)
    before = tree(tmp_path)
    code, out, err = run("import", path, "--form", "memo")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert any("ก" <= char <= "๛" for char in err)
    assert "Traceback" not in err
    if kind != "100 MB":
        assert tree(tmp_path) == before
    assert run("reports")[1] == "ยังไม่มีรายงาน\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "x.txt", "--form", "nothing"),
        ("print", "99", "--out", "x.pdf"),
        ("print", "1"),
        ("export", "99", "--format", "json"),
        ("export", "1", "--format", "pdf"),
        ("export", "1", "--format", "png"),
        ("export", "one", "--format", "json"),
        ("nothing",),
        (),
        ("reports", "--colour"),
    ],
)
def test_a_wrong_command_is_told_in_one_thai_sentence(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert any("ก" <= char <= "๛" for char in err)
    assert not any(word in err for word in ("error", "argument", "required", "invalid", "usage"))


def test_a_form_file_with_a_wrong_key_is_told_with_file_and_key(run, tmp_path):
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "ของเรา.toml").write_text('id = "own"\ncolour = "red"\n', encoding="utf-8")
    code, out, err = run("reports")
    assert (code, out) == (2, "")
    assert "ของเรา.toml" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "banthuek.db").exists()


def own_form(path, **changes):
    text = resource("forms", "memo.toml").read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(f'{old} = "memo"', new)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_form_file_of_the_office_can_be_used_and_its_reports_printed_later(run, tmp_path):
    form = own_form(tmp_path / "ของเรา.toml", id='id = "own"')
    code, out, err = run("import", SEED, "--form", form, "--json")
    assert (code, err, json.loads(out)["form"]) == (0, "", "own")
    form.unlink()
    assert run("print", 1, "--out", tmp_path / "own.pdf")[0] == 0
    assert "own\t" in run("forms")[1]


@pytest.mark.parametrize(
    ("change", "named"), [('id = "own"\ncolour = "red"', "colour"), ('id = "memo"\n#', "id"), ("", "id")]
)
def test_a_form_file_that_cannot_be_used_is_told_and_nothing_is_changed(run, tmp_path, change, named):
    run("reports")
    form = own_form(tmp_path / "ของเรา.toml", id=change)
    if named == "id" and change:
        form.write_text(form.read_text(encoding="utf-8").replace("บันทึกรายงานผล", "อื่น"), encoding="utf-8")
    code, out, err = run("import", SEED, "--form", form)
    assert (code, out) == (2, "")
    assert named in err
    assert "ของเรา.toml" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "forms").exists()
    assert run("reports")[1] == "ยังไม่มีรายงาน\n"


def test_a_text_file_needs_a_form(run):
    code, _, err = run("import", SEED)
    assert code == 2
    assert "--form" in err


def test_help_is_thai(run):
    code, out, _ = run("--help", db=None)
    assert code == 0
    assert not any(word in out for word in ("usage", "positional", "options", "show this"))
