"""The commands speak English to who has chosen it, in the window or in the environment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.language import ENGLISH, VARIABLE
from tests.documents.readers import pdfium

ROOT = Path(__file__).resolve().parent.parent
THAI = re.compile("[ก-๛]")


@pytest.fixture
def run(tmp_path):
    """Run a command in surroundings of its own; return its exit code and all it said."""

    def run_command(*arguments, language=None):
        places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"), str(tmp_path))
        surroundings = {name: value for name, value in os.environ.items() if name != VARIABLE}
        if language:
            surroundings[VARIABLE] = language
        done = subprocess.run(
            [sys.executable, "-m", "ui.entry", *map(str, arguments)],
            cwd=ROOT,
            env={**surroundings, **places},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run_command


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["import", "--help"],
        ["restore", "--help"],
        ["print"],
        ["nothing"],
        ["print", "9", "--out", "x.pdf"],
    ],
)
def test_help_and_faults_are_told_in_english(run, arguments):
    _code, said = run(*arguments, language=ENGLISH)
    assert said
    assert THAI.findall(said) == []


def test_without_a_choice_the_commands_speak_thai(run):
    code, said = run("--help")
    assert code == 0
    assert "วิธีใช้:" in said


def test_the_language_chosen_in_the_window_of_a_database_is_spoken_by_its_commands(run, tmp_path):
    (tmp_path / "office.window.ini").write_text("[view]\nlanguage=en\n", encoding="utf-8")
    assert run("reports", "--db", tmp_path / "office.db") == (0, "No reports yet\n")
    assert THAI.search(run("reports", f"--db={tmp_path / 'other.db'}")[1])
    assert run("reports", f"--db={tmp_path / 'office.db'}") == (0, "No reports yet\n")


@pytest.mark.parametrize("sample", ["memo", "action-plan"])
def test_what_is_printed_is_the_same_in_both_languages(run, tmp_path, sample):
    report, texts = ROOT / "resources" / "sample" / f"{sample}.json", []
    for language in (ENGLISH, "th"):
        out = tmp_path / f"{language}.pdf"
        code, said = run("print", report, "--out", out, language=language)
        assert code == 0, said
        texts.append("".join(pdfium(out.read_bytes())))
    assert texts[0] == texts[1] != ""
