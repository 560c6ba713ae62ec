"""In English nothing of the program is Thai but what the office and its forms wrote, and nothing is cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 300


@pytest.fixture(scope="module")
def told():
    """What the walk through every window found; it takes a process whose words are English from its start."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Bangkok"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.speaking.english"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_thai_word_of_the_program_is_left_in_english(told):
    assert {name: found["thai"] for name, found in told["wrong"].items() if found["thai"]} == {}


def test_nothing_is_cut_in_english(told):
    assert {name: found["cut"] for name, found in told["wrong"].items() if found["cut"]} == {}


def test_every_dialog_and_step_was_looked_at(told):
    from tests.ui.speaking.english import LEFT_OUT
    from ui.window.menu import ENTRIES

    dialogs = {one.id for one in ENTRIES if one.words.endswith("…")} - LEFT_OUT
    assert dialogs <= set(told["looked"])
    assert len(told["looked"]) > len(dialogs) + 20
