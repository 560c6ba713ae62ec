"""A whole memo with the keyboard alone; then the same with the program killed before it can close."""

import importlib.util
import json
import signal
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PATIENCE = 300


def load_script():
    """The keys of the journey, which the child processes run too."""
    spec = importlib.util.spec_from_file_location("memo_by_keys", HERE / "memo_by_keys.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_a_memo_is_made_by_keyboard_alone_and_is_there_after_a_restart(qapp, surroundings, tmp_path):
    script = load_script()
    database, pdf = tmp_path / "office.db", tmp_path / "memo.pdf"
    clerk = script.open_window(database)
    script.fill_memo(clerk, pdf)
    assert script.shown(clerk) == script.EXPECTED
    assert script.SUBJECT.replace(" ", "") in "".join(script.pdf_text(pdf.read_bytes()).split())
    script.close_window(clerk)
    again = script.open_window(database)
    assert script.shown(again) == script.EXPECTED
    script.close_window(again)


def test_everything_is_there_after_the_program_was_killed(surroundings, tmp_path):
    database, pdf = tmp_path / "office.db", tmp_path / "memo.pdf"
    with run("fill", database, pdf) as working:
        assert working.stdout.readline().strip() == "filled", working.stderr.read()
        working.send_signal(signal.SIGKILL)
        working.wait(PATIENCE)
    assert pdf.read_bytes().startswith(b"%PDF")
    with run("show", database) as again:
        out, err = again.communicate(timeout=PATIENCE)
        assert again.returncode == 0, err
    assert json.loads(out.splitlines()[-1]) == load_script().EXPECTED


def run(*arguments):
    """Start the journey's script in a process of its own."""
    return subprocess.Popen(
        [sys.executable, HERE / "memo_by_keys.py", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
