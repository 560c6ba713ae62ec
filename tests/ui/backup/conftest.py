"""A stick, a drive and an office with a report for the dialogs; nothing of this machine is asked."""

import os

import pytest

from desktop_app.actions import backups
from desktop_app.drives import Drive, Kind


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture(autouse=True)
def sticks_of_their_own(monkeypatch):
    """Every folder of a test is taken for one on another drive than the data."""
    monkeypatch.setattr(backups, "is_beside", lambda _database, _folder: False)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return Drive(folder, "สำนักปลัด", "AB12-CD34", Kind.STICK, 12_300_000_000, 16_000_000_000)


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    return Drive(folder, "ข้อมูล", "77", Kind.DISK, 250_000_000_000, 500_000_000_000)
