"""One window per database; a killed one blocks nobody."""

import signal
import subprocess
import sys

import pytest

from ui.window import instance
from ui.window.instance import InstanceGuard, name_for

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.window.instance import InstanceGuard
app = QCoreApplication([])
guard = InstanceGuard(Path(sys.argv[1]))
print("got it" if guard.acquire() else "taken", flush=True)
guard.listen()
app.exec()
"""


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Start another process that holds a database, with a temporary folder of its own for locks."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    started = []

    def start(path):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True, cwd=_root()
        )
        started.append(process)
        assert process.stdout.readline().strip() == "got it"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def _root():
    from pathlib import Path

    return Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _locks_in_a_folder_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))


@pytest.fixture
def guard(qapp):
    made = []

    def make(path):
        made.append(InstanceGuard(path))
        return made[-1]

    yield make
    for one in made:
        one.release()


def test_the_name_follows_the_file_not_the_way_it_is_written(tmp_path):
    path = tmp_path / "a.db"
    assert name_for(path) == name_for(tmp_path / "x" / ".." / "a.db")
    assert name_for(path) != name_for(tmp_path / "b.db")


def test_a_second_start_is_told_and_raises_the_first(guard, tmp_path, qtbot):
    first = guard(tmp_path / "a.db")
    assert first.acquire()
    first.listen()
    with qtbot.waitSignal(first.raise_wanted):
        assert not guard(tmp_path / "a.db").acquire()


def test_another_database_opens_beside_it(guard, tmp_path):
    first = guard(tmp_path / "a.db")
    assert first.acquire()
    assert guard(tmp_path / "b.db").acquire()


def test_a_living_process_keeps_its_database(guard, elsewhere, tmp_path):
    elsewhere(tmp_path / "a.db")
    assert not guard(tmp_path / "a.db").acquire()


def test_a_killed_process_does_not_block(guard, elsewhere, tmp_path, qtbot):
    process = elsewhere(tmp_path / "a.db")
    process.send_signal(signal.SIGKILL)
    process.wait()
    second = guard(tmp_path / "a.db")
    assert second.acquire()
    second.listen()
    with qtbot.waitSignal(second.raise_wanted):
        assert not guard(tmp_path / "a.db").acquire()


def test_a_lock_nobody_answers_for_is_taken_over(guard, tmp_path, monkeypatch):
    monkeypatch.setattr(instance, "CONNECT_MS", 1)
    silent = guard(tmp_path / "a.db")
    assert silent.acquire()
    assert guard(tmp_path / "a.db").acquire()


def test_a_closed_window_gives_the_database_free(guard, tmp_path):
    first = guard(tmp_path / "a.db")
    assert first.acquire()
    first.listen()
    first.release()
    assert guard(tmp_path / "a.db").acquire()


def test_without_a_place_for_the_lock_the_window_opens_all_the_same(guard, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    assert guard(tmp_path / "a.db").acquire()
