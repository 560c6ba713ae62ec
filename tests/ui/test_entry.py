"""The way in: a command without Qt, or the window; what cannot be opened is told in one sentence."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.actions.workspace import open_workspace
from desktop_app.store.faults import SENTENCES
from desktop_app.store.upgrades import SCHEMA_VERSION
from ui import entry

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120


@pytest.fixture
def home(tmp_path):
    """Surroundings of a user of its own: no file of the real one is touched."""
    places = {name: str(tmp_path / name) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR")}
    for place in places.values():
        Path(place).mkdir()
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, **places}


@pytest.fixture
def start(home):
    """Start the program in a process of its own; none is left behind."""
    started = []

    def run(*arguments, code=None, surroundings=None):
        command = [sys.executable, *(["-c", code] if code else ["-m", "ui.entry"]), *map(str, arguments)]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=surroundings or home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def finish(process):
    """Wait for the end; return exit code, output, and the lines on stderr."""
    out, err = process.communicate(timeout=PATIENCE)
    said = [line for line in err.splitlines() if "plugin does not support" not in line]
    return process.returncode, out, said


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (True, None)),
        (["--db", "a.db"], (True, Path("a.db"))),
        (["--db=a.db"], (True, Path("a.db"))),
        (["reports"], (False, None)),
        (["--db"], (False, None)),
        (["--db="], (False, None)),
        (["--help"], (False, None)),
        (["reports", "--db", "a.db"], (False, None)),
    ],
)
def test_only_no_command_at_all_opens_the_window(arguments, wanted):
    assert entry._window_request(arguments) == wanted


WITHOUT_QT = """
import sys, json
from ui.entry import main
code = main(["reports", "--json", "--db", sys.argv[1]])
print(json.dumps([code, [name for name in sys.modules if name.startswith(("PySide6", "shiboken"))]]))
"""


def test_a_command_never_imports_qt(start, tmp_path):
    _code, out, _said = finish(start(tmp_path / "a.db", code=WITHOUT_QT))
    assert json.loads(out.splitlines()[-1]) == [0, []]


def test_without_a_screen_it_says_so_instead_of_aborting(start, home):
    bare = {name: value for name, value in home.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM")
    code, _out, said = finish(start(surroundings=bare))
    assert (code, said) == (2, [entry.NO_SCREEN])


def test_without_a_library_of_the_system_it_says_which(start, home, tmp_path):
    (tmp_path / "libglib-2.0.so.0").touch()
    code, _out, said = finish(start(surroundings={**home, "LD_LIBRARY_PATH": str(tmp_path)}))
    assert code == 2
    assert len(said) == 1
    assert "libglib-2.0.so.0" in said[0]


def newer(path):
    open_workspace(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE schema_version SET version = ?", (SCHEMA_VERSION + 1,))


def no_database(path):
    path.write_bytes(b"this is a letter, not a database\n" * 100)


def a_folder(path):
    path.mkdir()


def of_another_program(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE song (name TEXT)")


def under_a_file(path):
    path.parent.rmdir()
    path.parent.write_text("a file")


@pytest.mark.parametrize("spoil", [newer, no_database, a_folder, of_another_program, under_a_file])
def test_what_cannot_be_opened_is_told_in_one_sentence_and_left_alone(start, tmp_path, spoil):
    path = tmp_path / "data" / "office.db"
    path.parent.mkdir()
    spoil(path)
    before = snapshot(tmp_path / "data")
    code, out, said = finish(start("--db", path))
    assert (code, out, len(said)) == (2, "", 1), said
    assert "Traceback" not in said[0]
    assert any("ก" <= char <= "๛" for char in said[0])
    assert snapshot(tmp_path / "data") == before


def snapshot(place):
    """Names and contents of everything there."""
    if place.is_file():
        return place.read_bytes()
    return {str(path): path.read_bytes() for path in place.rglob("*") if path.is_file()}


OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.window import launch
opened = launch.Launch.open
def open_and_say(self):
    opened(self)
    print("open" if self.bench else "not open", flush=True)
    self._guard.raise_wanted.connect(lambda: print("raised", flush=True))
launch.Launch.open = open_and_say
from ui.entry import main
sys.exit(main(["--db", sys.argv[1]]))
"""


@pytest.fixture
def open_elsewhere(start):
    """Open the real window in a process of its own; returns when it works."""

    def open_window(path):
        process = start(path, code=OPENED)
        assert process.stdout.readline().strip() == "open"
        return process

    return open_window


def test_a_second_start_raises_the_first_window_and_says_so(start, open_elsewhere, tmp_path):
    from ui.window.launch import ALREADY_OPEN

    first = open_elsewhere(tmp_path / "a.db")
    code, out, said = finish(start("--db", tmp_path / "a.db"))
    assert (code, out, said) == (2, "", [ALREADY_OPEN])
    assert first.stdout.readline().strip() == "raised"
    assert first.poll() is None


def test_a_killed_window_does_not_block_the_next(open_elsewhere, tmp_path):
    first = open_elsewhere(tmp_path / "a.db")
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert open_elsewhere(tmp_path / "a.db").poll() is None


def test_two_databases_have_a_window_each(open_elsewhere, tmp_path):
    assert open_elsewhere(tmp_path / "a.db").poll() is None
    assert open_elsewhere(tmp_path / "b.db").poll() is None


IN_DIALOG = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from ui import entry
from ui.window import launch

def answer():
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    boxes = [box for box in boxes if box.isVisible()]
    if not boxes:
        QTimer.singleShot(20, answer)
        return
    print(boxes[0].text().replace(chr(0x200b), ""), flush=True)
    boxes[0].defaultButton().click()

app = launch.application()
QTimer.singleShot(0, answer)
sys.argv = ["banthuek-window", "--db", sys.argv[1]]
sys.exit(entry.window_main())
"""


def test_a_start_by_shortcut_tells_the_fault_in_a_dialog(start, tmp_path):
    path = tmp_path / "office.db"
    no_database(path)
    before = path.read_bytes()
    code, out, said = finish(start(path, code=IN_DIALOG))
    assert code == 2, said
    assert out.strip() == SENTENCES[sqlite3.SQLITE_NOTADB].format(path=path)
    assert path.read_bytes() == before


def test_a_second_start_by_shortcut_tells_it_in_a_dialog(start, open_elsewhere, tmp_path):
    from ui.window.launch import ALREADY_OPEN

    open_elsewhere(tmp_path / "a.db")
    code, out, _said = finish(start(tmp_path / "a.db", code=IN_DIALOG))
    assert (code, out.strip()) == (2, ALREADY_OPEN)


def test_a_window_in_the_users_own_data_folder_is_opened_without_a_path(start, tmp_path):
    code = OPENED.replace('main(["--db", sys.argv[1]])', "main([])")
    assert start(code=code).stdout.readline().strip() == "open"
    assert list(tmp_path.rglob("banthuek.db"))
