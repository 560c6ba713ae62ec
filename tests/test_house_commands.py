"""Commands that need no window never load Qt, and printing from a file loads no database either."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUNNER = """
import contextlib, io, json, sys
from ui.entry import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        code = main(json.loads(sys.argv[1]))
    except SystemExit as leaving:
        code = leaving.code
print(json.dumps([code, sorted(sys.modules)]))
"""


def modules_after(*arguments: str | Path) -> set[str]:
    """Modules that one command has loaded, packages among them; the command has to succeed."""
    command = [sys.executable, "-c", RUNNER, json.dumps([str(argument) for argument in arguments])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    code, modules = json.loads(done.stdout)
    assert code == 0, done.stderr
    return set(modules)


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """A folder with the sample office in demo.db and its first report in report.json."""
    folder = tmp_path_factory.mktemp("office")
    modules_after("demo", "--db", folder / "demo.db", "--out", folder)
    modules_after(
        "export", "1", "--format", "json", "--db", folder / "demo.db", "--out", folder / "report.json"
    )
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["forms"],
        ["reports", "--db", "{office}/demo.db"],
        ["demo", "--db", "{office}/demo.db", "--out", "{office}"],
        ["print", "1", "--db", "{office}/demo.db", "--out", "{office}/one.pdf"],
        ["export", "1", "--format", "json", "--db", "{office}/demo.db"],
        ["import", "{office}/report.json", "--form", "memo", "--db", "{office}/again.db"],
        ["backup", "{office}/stick", "--db", "{office}/demo.db"],
        ["self-check"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_without_a_window_loads_no_qt(office, arguments):
    loaded = modules_after(*(argument.format(office=office) for argument in arguments))
    assert "desktop_app" in loaded
    assert loaded.isdisjoint({"PySide6", "shiboken6"})


def test_printing_an_exported_file_loads_neither_qt_nor_the_store(office):
    loaded = modules_after("print", office / "report.json", "--out", office / "file.pdf")
    assert (office / "file.pdf").read_bytes().startswith(b"%PDF-")
    assert loaded.isdisjoint({"PySide6", "shiboken6", "sqlmodel", "sqlalchemy", "sqlite3"})


def test_printing_an_exported_file_loads_nothing_that_a_short_memo_would_wait_for(office):
    loaded = modules_after("print", office / "report.json", "--out", office / "file.pdf")
    assert loaded.isdisjoint({"http", "pypdfium2", "xml"})


def test_a_memo_without_an_emblem_waits_for_no_reader_of_pictures(office):
    report = json.loads((office / "report.json").read_text(encoding="utf-8"))
    report["office"]["emblem"] = None
    (office / "plain.json").write_text(json.dumps(report), encoding="utf-8")
    loaded = modules_after("print", office / "plain.json", "--out", office / "plain.pdf")
    assert (office / "plain.pdf").read_bytes().startswith(b"%PDF-")
    assert loaded.isdisjoint({"PIL.Image", "PIL._imaging"})
