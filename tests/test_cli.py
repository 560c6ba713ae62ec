"""The commands: what they answer, and how bad input is told."""

import gc
import json
import os
import sys
from pathlib import Path

import pytest

from desktop_app import cli, places
from desktop_app.actions import importing
from desktop_app.errors import KnownError
from desktop_app.forms import library
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


@pytest.mark.parametrize(
    ("number", "form", "rows", "warnings"),
    [("000", "measures", 7, 0), ("001", "follow-up", 6, 2), ("003", "measures-photos", 7, 0)],
)
def test_reports_of_other_forms_go_from_text_to_pdf_and_back(run, tmp_path, number, form, rows, warnings):
    (seed,) = SEED.parent.glob(f"{number}_*.txt")
    code, out, err = run("import", seed, "--form", form, "--json")
    made = json.loads(out)
    assert (code, err, made["rows"], made["unplaced"], len(made["warnings"])) == (0, "", rows, [], warnings)
    run("export", 1, "--format", "json", "--out", tmp_path / "report.json")
    assert run("import", tmp_path / "report.json", db="other.db")[0] == 0
    assert run("export", 1, "--format", "json")[1] == run("export", 1, "--format", "json", db="other.db")[1]
    run("print", 1, "--out", tmp_path / "a.pdf")
    run("print", tmp_path / "report.json", "--out", tmp_path / "b.pdf", db=None)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


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
    forms = {path.stem for path in resource("forms").glob("*.toml")}
    assert {Path(file).stem for file in made["files"]} == forms
    assert Path(made["db"]) == tmp_path / "out" / "demo.db"
    _, out, _ = run("reports", "--json", db="out/demo.db")
    filled = {report["form"]: report for report in json.loads(out)}
    assert set(filled) == forms
    assert len(json.loads(out)) == len([*resource("sample").glob("*.json")])
    assert {report["fiscal_year"] for report in json.loads(out)} == {2566, 2567}
    report = filled["memo"]
    assert (report["rows"], report["rows_done"], report["fiscal_year"]) == (7, 4, 2566)


def test_the_demonstration_shows_photos_of_activities(run, tmp_path):
    run("demo", "--out", tmp_path / "out", db=None)
    _, out, _ = run("reports", "--json", db="out/demo.db")
    number = next(each["report"] for each in json.loads(out) if each["form"] == "measures-photos")
    _, out, _ = run("export", number, "--format", "json", db="out/demo.db")
    photos = [len(one["photos"]) for one in json.loads(out)["activities"]]
    assert photos == [2, 3]
    assert (tmp_path / "out" / "measures-photos.pdf").read_bytes().count(b"/DCTDecode") == 5


def test_check_lists_what_it_found_and_leaves_with_one(run):
    run("import", SEED, "--form", "memo")
    code, out, err = run("check", 1, "--json")
    finding, *others = json.loads(out)
    assert (code, err, finding["code"], finding["severity"]) == (1, "", "office-name", "doubtful")
    assert {one["code"] for one in others} == {"word-twice", "unplaced"}
    assert (finding["where"]["part"], finding["where"]["row"], finding["where"]["column"]) == (
        "rows",
        3,
        "summary",
    )
    code, out, _ = run("check", 1)
    assert code == 1
    assert out.startswith("แถวที่ ๓ · ")
    assert finding["message"] in out


@pytest.mark.parametrize("sample", sorted(path.name for path in resource("sample").glob("*.json")))
def test_check_of_a_good_report_leaves_with_nought(run, sample):
    run("import", resource("sample", sample))
    assert run("check", 1) == (0, "ไม่พบข้อควรตรวจ\n", "")
    assert run("check", 1, "--json") == (0, "[]\n", "")


def test_check_of_no_report_is_told(run):
    code, out, err = run("check", 9)
    assert (code, out) == (2, "")
    assert "กรุณา" in err


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
    assert out.count("ผ่าน") == 5


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
        ("print", "9" * 30, "--out", "x.pdf"),
        ("export", "9" * 30, "--format", "json"),
        ("print", "", "--out", "x.pdf"),
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
    code, out, err = run("forms")
    assert (code, out) == (2, "")
    assert "ของเรา.toml: ที่ title " in err
    assert err.count("\n") == 1
    assert not (tmp_path / "banthuek.db").exists()


def test_a_form_file_that_is_wrong_keeps_nobody_from_the_reports(run, tmp_path):
    run("import", SEED, "--form", "memo")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "ของเรา.toml").write_text('id = "own"\ncolour = "red"\n', encoding="utf-8")
    code, out, err = run("reports")
    assert (code, out.count("\n")) == (0, 1)
    assert "ของเรา.toml: ที่ title " in err
    assert run("print", 1, "--out", tmp_path / "memo.pdf")[0] == 0
    code, out, err = run("forms")
    assert (code, err.count("\n")) == (2, 1)
    assert "memo\t" in out


def test_a_form_goes_out_as_a_file_and_comes_in_elsewhere(run, tmp_path):
    run("reports")
    code, out, err = run("forms", "--export", "memo", "--out", tmp_path / "memo.toml")
    assert (code, out, err) == (0, f"ส่งออกแบบรายงานแล้ว: {tmp_path / 'memo.toml'}\n", "")
    assert (tmp_path / "memo.toml").read_bytes() == resource("forms", "memo.toml").read_bytes()
    own = own_form(tmp_path / "ours.toml", id='id = "ours"')
    code, out, _ = run("forms", "--import", own, "--json")
    assert (code, json.loads(out)["form"]) == (0, "ours")
    listed = {each["form"]: each for each in json.loads(run("forms", "--json")[1])}
    assert (listed["ours"]["own"], listed["memo"]["own"], listed["ours"]["reports"]) == (True, False, 0)
    run("forms", "--export", "ours", "--out", tmp_path / "again.toml")
    assert (tmp_path / "again.toml").read_bytes() == own.read_bytes()


def test_a_form_of_the_same_id_comes_in_only_when_it_is_told_to(run, tmp_path):
    changed = own_form(tmp_path / "memo.toml", title='title = "memo"')
    text = changed.read_text(encoding="utf-8").replace('title = "บันทึกรายงานผลมาตรการ"', 'title = "แบบของเรา"')
    changed.write_text(text, encoding="utf-8")
    code, out, err = run("forms", "--import", changed)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "memo.toml" in err
    assert run("forms", "--import", changed, "--replace")[0] == 0
    assert "memo\tแบบของเรา\n" in run("forms")[1]


@pytest.mark.parametrize(
    "arguments",
    [("--export", "memo"), ("--export", "nothing", "--out", "x.toml"), ("--import", "nowhere.toml")],
)
def test_a_form_that_cannot_go_out_or_come_in_is_told(run, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("forms", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "กรุณา" in err


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


def test_a_form_file_used_twice_is_kept_once(run, tmp_path):
    """Two files with one id would keep the program from starting ever again."""
    (tmp_path / "forms").mkdir()
    form = own_form(tmp_path / "forms" / "ของเรา.toml", id='id = "own"')
    for _ in range(2):
        assert run("import", SEED, "--form", form)[0] == 0
    assert list((tmp_path / "forms").iterdir()) == [form]


def test_a_form_file_is_not_kept_when_its_report_cannot_be_stored(run, tmp_path, monkeypatch):
    def fail(*_):
        raise KnownError("ดิสก์เต็ม")

    monkeypatch.setattr(importing, "store_whole", fail)
    form = own_form(tmp_path / "ของเรา.toml", id='id = "own"')
    assert run("import", SEED, "--form", form)[0] == 2
    assert "own\t" not in run("forms")[1]


def test_an_exported_report_of_the_offices_own_form_is_printed_by_it(run, tmp_path):
    run("import", SEED, "--form", own_form(tmp_path / "ของเรา.toml", id='id = "own"'))
    run("export", 1, "--format", "json", "--out", tmp_path / "x.json")
    code, _, err = run("print", tmp_path / "x.json", "--out", tmp_path / "x.pdf")
    assert (code, err) == (0, "")
    there = "elsewhere/banthuek.db"
    assert run("print", tmp_path / "x.json", "--out", tmp_path / "y.pdf", db=there)[0] == 0
    assert (tmp_path / "x.pdf").read_bytes() == (tmp_path / "y.pdf").read_bytes()
    assert not (tmp_path / "elsewhere").exists()
    report = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    del report["form_file"]
    (tmp_path / "x.json").write_text(json.dumps(report), encoding="utf-8")
    assert run("print", tmp_path / "x.json", "--out", tmp_path / "z.pdf")[0] == 0
    code, _, err = run("print", tmp_path / "x.json", "--out", tmp_path / "z.pdf", db=there)
    assert (code, "own" in err, "memo" in err) == (2, True, True)


def test_a_folder_of_forms_that_cannot_be_read_is_told(run, tmp_path):
    (tmp_path / "forms").write_bytes(b"")
    code, out, err = run("reports")
    assert (code, out, err.count("\n")) == (0, "ยังไม่มีรายงาน\n", 1)
    assert "โฟลเดอร์แบบรายงาน" in err
    assert run("forms")[0] == 2


def test_an_export_tells_where_it_was_written(run, tmp_path):
    run("import", SEED, "--form", "memo")
    for kind in ("json", "pdf"):
        path = tmp_path / f"memo.{kind}"
        assert run("export", 1, "--format", kind, "--out", path) == (0, f"ส่งออกแล้ว: {path}\n", "")
        assert json.loads(run("export", 1, "--format", kind, "--out", path, "--json")[1]) == {
            "file": str(path),
            "warnings": [],
        }


class FullOutput:
    """A console that takes nothing any more."""

    def __init__(self, fault):
        self.fault = fault

    def write(self, _):
        raise self.fault


@pytest.mark.parametrize("command", [("forms",), ("--help",)])
def test_a_reader_who_leaves_early_ends_a_command_quietly(run, monkeypatch, command):
    monkeypatch.setattr(sys, "stdout", FullOutput(BrokenPipeError()))
    assert run(*command, db=None) == (0, "", "")


def test_output_that_cannot_be_written_is_told(run, monkeypatch):
    monkeypatch.setattr(sys, "stdout", FullOutput(OSError(28, "no space")))
    code, _, err = run("forms")
    assert (code, err.count("\n")) == (2, 1)
    assert "ที่ว่าง" in err


def test_a_command_without_a_console_says_nothing(run, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run("forms") == (0, "", "")
    assert run("nothing")[0] == 2


def test_a_defect_is_told_in_one_sentence_and_its_place_kept(run, tmp_path, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(places, "default_path", lambda: tmp_path / "own" / "banthuek.db")
    monkeypatch.setattr(library, "load_forms", fail)
    code, out, err = run("forms")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert str(tmp_path / "own" / "crash.txt") in err
    kept = (tmp_path / "own" / "crash.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError: deep inside" in kept
    assert "library" not in err


@pytest.mark.parametrize("report", ["report.json", "9"])
def test_garbage_is_looked_for_again_after_printing_even_where_it_failed(run, tmp_path, report):
    assert (
        run("print", tmp_path / report if report.endswith("json") else report, "--out", tmp_path / "x.pdf")[0]
        == 2
    )
    assert gc.isenabled()


def test_a_command_that_is_stopped_leaves_without_a_word(run, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "load_forms", stop)
    assert run("forms") == (130, "", "")


def test_a_path_may_begin_at_the_users_home(run, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert run("reports", "--db=~/own/banthuek.db", db=None)[0] == 0
    assert (tmp_path / "own" / "banthuek.db").exists()


def test_a_text_file_needs_a_form(run):
    code, _, err = run("import", SEED)
    assert code == 2
    assert "--form" in err


def test_help_is_thai(run):
    code, out, _ = run("--help", db=None)
    assert code == 0
    assert not any(word in out for word in ("usage", "positional", "options", "show this"))


def test_what_a_page_cannot_show_is_told_beside_the_file(run, tmp_path):
    run("import", SEED, "--form", "memo")
    _, exported, _ = run("export", 1, "--format", "json")
    report = json.loads(exported)
    report["rows"][0]["cells"]["measure"] += " \U0001f9a9"
    report["office"]["font"] = "TH SarabunPSK"
    (tmp_path / "odd.json").write_text(json.dumps(report), encoding="utf-8")
    code, said, err = run("print", tmp_path / "odd.json", "--out", tmp_path / "odd.pdf")
    assert code == 0
    assert "odd.pdf" in said
    family, character = err.splitlines()
    assert "TH SarabunPSK" in family
    assert "ตารางแถวที่ ๑" in character
    _, said, err = run("print", tmp_path / "odd.json", "--out", tmp_path / "odd.pdf", "--json")
    assert [f"ควรตรวจ: {each}" for each in json.loads(said)["warnings"]] == [family, character]
    assert err == ""
