"""Set-up finds what a bare system lacks and says exactly how to get it."""

import json
import sys
from pathlib import Path

import pytest

from build_spec import set_up


def nothing_loads(soname: str) -> object:
    raise OSError(soname)


@pytest.fixture
def bare_system(monkeypatch):
    """A Linux of a user who is not root, without Qt's libraries, with apt-get."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(set_up, "is_root", lambda: False)
    monkeypatch.setattr(
        set_up.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )


def test_a_library_that_cannot_be_loaded_is_told_by_its_package(bare_system):
    assert set_up.missing_libraries(nothing_loads) == list(set_up.LIBRARIES.values())


def test_nothing_is_asked_for_where_every_library_loads(bare_system):
    assert set_up.missing_libraries(lambda soname: object()) == []


def test_what_the_tests_call_is_asked_for_only_by_the_tests(bare_system):
    assert "poppler-utils" in set_up.missing_tools("test")
    assert set_up.missing_tools("program") == []


def test_a_user_gets_one_exact_command_and_goes_on_without_a_window(bare_system, capsys):
    set_up.provide(["libgl1", "libegl1"], needed=False)
    assert "    sudo apt-get update && sudo apt-get install -y libgl1 libegl1\n" in capsys.readouterr().out


def test_a_user_without_what_is_needed_is_stopped_with_the_same_command(bare_system):
    with pytest.raises(set_up.SetUpError, match=r"sudo apt-get install -y python3\.11-venv$"):
        set_up.provide(["python3.11-venv"], needed=True)


def test_a_failed_installation_tells_the_reason_and_the_command(monkeypatch):
    def fail(packages):
        raise set_up.SetUpError("no network")

    monkeypatch.setattr(set_up, "is_root", lambda: True)
    monkeypatch.setattr(set_up, "install_packages", fail)
    with pytest.raises(set_up.SetUpError, match=r"(?s)^no network\n.*install -y libgl1$"):
        set_up.provide(["libgl1"], needed=True)


def test_a_python_that_is_too_old_asks_for_a_new_one(bare_system, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    assert set_up.missing_python() == ["python3.11", "python3.11-venv"]


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        (json.dumps({"key": "now", "groups": ["dev"]}), {"dev"}),
        (json.dumps({"key": "before", "groups": ["dev"]}), None),
        ("half a line", None),
        (None, None),
    ],
)
def test_the_stamp_counts_only_for_the_lock_it_was_written_for(tmp_path: Path, written, groups):
    stamp = tmp_path / "set-up.json"
    if written is not None:
        stamp.write_text(written, encoding="utf-8")
    assert set_up.installed_groups(stamp, "now") == groups


def test_a_wrong_purpose_is_bad_usage(capsys):
    assert set_up.main(["everything"]) == 2
    assert "usage" in capsys.readouterr().err
