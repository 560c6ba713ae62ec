"""An office worth keeping, made once and copied; nothing of it is real."""

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime

import pytest

from desktop_app.actions import backups, issuing, reports, rows
from desktop_app.actions.demo import make_demo
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup import beside

NOW = datetime(2024, 3, 18, 2, 30, tzinfo=UTC)
FORM = """
id = "register"
title = "ทะเบียน"
subject = "ทะเบียน"
[[parts]]
key = "closing"
kind = "text"
title = "เรื่อง"
"""


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """Force nothing: no test cuts the power, and what is forced when is told by the steps of a medium."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture(autouse=True)
def told_by_steps_alone(monkeypatch):
    """What is told does not hang on how fast this machine is."""
    monkeypatch.setattr(beside, "WORD_S", 60)


@pytest.fixture(autouse=True)
def sticks_of_their_own(monkeypatch):
    """Every folder of a test is taken for one on another drive than the data."""
    monkeypatch.setattr(backups, "is_beside", lambda _database, _folder: False)


@pytest.fixture(scope="session")
def made_office(tmp_path_factory):
    """A closed database with five reports, one of them issued, and a form of the office's own."""
    folder = tmp_path_factory.mktemp("office")
    make_demo(folder / "banthuek.db", folder / "out")
    (folder / "forms").mkdir()
    (folder / "forms" / "register.toml").write_text(FORM, encoding="utf-8")
    with closing(open_workspace(folder / "banthuek.db", lambda: NOW)) as ws:
        issuing.issue(ws, 1)
    return folder


@pytest.fixture
def office(made_office, tmp_path):
    """A copy of the office in a folder of its own."""
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copyfile(made_office / "banthuek.db", folder / "banthuek.db")
    return folder / "banthuek.db"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "แฟลชไดรฟ์ ของ สำนักปลัด"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def good_bundle(made_office, tmp_path_factory):
    """A whole bundle of the office."""
    return backups.back_up(
        made_office / "banthuek.db", tmp_path_factory.mktemp("stick"), clock=lambda: NOW
    ).path


@pytest.fixture(scope="session")
def other_bundle(made_office, tmp_path_factory):
    """A whole bundle of the same office, one edit later."""
    folder = tmp_path_factory.mktemp("later")
    shutil.copyfile(made_office / "banthuek.db", folder / "banthuek.db")
    with closing(open_workspace(folder / "banthuek.db", lambda: NOW)) as ws:
        edit(ws, "แก้ไขภายหลัง")
    return backups.back_up(folder / "banthuek.db", folder / "stick", clock=lambda: NOW).path


@pytest.fixture(scope="session")
def numbers(made_office):
    """The numbers of the office's reports."""
    with closing(open_workspace(made_office / "banthuek.db")) as ws:
        return [report.id for report in reports.list_reports(ws)]


def edit(ws, text):
    """Change the first row of a report that is open."""
    report = reports.load_report(ws, 2)
    rows.set_cell(ws, 2, report.rows[0].id, "measure", text)


def first_cell(database):
    with closing(open_workspace(database)) as ws:
        return reports.load_report(ws, 2).rows[0].cells["measure"]


def tree(folder):
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
