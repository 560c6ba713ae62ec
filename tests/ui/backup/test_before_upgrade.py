"""The data of an older version is kept before it is brought up to date, and the window lives meanwhile."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.actions import backups
from desktop_app.backup import local
from desktop_app.backup.faults import BundleError, DamagedDataError
from desktop_app.backup.local import list_bundles
from desktop_app.backup.manifest import Reason
from desktop_app.backup.watch import Stage
from desktop_app.places import bundles_folder
from ui.backup import before_upgrade
from ui.backup.before_upgrade import BeforeUpgrade
from ui.window.launch import Launch

STORE = Path(__file__).resolve().parents[2] / "store"


class Alone(QObject):
    """A guard with nobody else around."""

    raise_wanted = Signal()

    def listen(self):
        """Hear nothing."""


@pytest.fixture
def start(qtbot, look, tmp_path, monkeypatch):
    """A start with the data of an older version, of which it is told at once."""
    monkeypatch.setattr(before_upgrade, "_SHOWN_AFTER_MS", 0)
    database = tmp_path / "a.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.executescript((STORE / "version_5.sql").read_text(encoding="utf-8"))
    told, left = [], []
    monkeypatch.setattr(QApplication, "exit", lambda code=0: left.append(code))
    made = Launch(database, Alone(), lambda sentence, _then: told.append(sentence))
    made.database, made.told, made.left = database, told, left
    yield made
    if made.bench is not None:
        made.bench.leave()
    made.window.deleteLater()


@pytest.fixture
def held_up(monkeypatch):
    """Let the keeping wait until somebody lets it go on."""
    go_on = threading.Event()

    def make(*told, make=local.make_bundle):
        while not go_on.wait(0.01):
            told[5].at(Stage.WRITE, 1, 2)
        return make(*told)

    monkeypatch.setattr(local, "make_bundle", make)
    yield go_on
    go_on.set()


def dialog_of(start):
    return next(iter(start.window.findChildren(BeforeUpgrade)), None)


def version_in(database):
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT version FROM schema_version").fetchone()[0]


def kept(database):
    return [each.manifest.reason for each in list_bundles(bundles_folder(database))]


def test_the_window_lives_and_tells_how_far_it_is_while_an_older_office_is_kept(start, qtbot, held_up):
    start.window.show()
    qtbot.waitUntil(lambda: dialog_of(start) is not None and dialog_of(start).isVisible())
    dialog, lived = dialog_of(start), []
    QTimer.singleShot(0, start.window, lambda: lived.append(True))
    qtbot.waitUntil(lambda: bool(lived) and dialog.progress.bar.value() == 500)
    assert not start.window.close(), "not while it is being kept"
    assert version_in(start.database) == 5
    held_up.set()
    qtbot.waitUntil(lambda: start.bench is not None)
    assert version_in(start.database) > 5
    assert kept(start.database) == [Reason.UPGRADE]
    assert not dialog.isVisible()
    assert (start.told, start.left) == ([], [])


def test_the_window_lives_while_it_is_brought_up_to_date_and_that_cannot_be_stopped(
    start, qtbot, monkeypatch
):
    go_on = threading.Event()

    def upgrade(database, watch, upgrade=backups.upgrade):
        watch.tell(Stage.UPDATE, 0)
        assert go_on.wait(30)
        upgrade(database, watch)

    monkeypatch.setattr(backups, "upgrade", upgrade)
    start.window.show()
    qtbot.waitUntil(lambda: dialog_of(start) is not None and not dialog_of(start).progress.leave.isEnabled())
    dialog = dialog_of(start)
    assert kept(start.database) == [Reason.UPGRADE]
    dialog.reject()
    go_on.set()
    qtbot.waitUntil(lambda: start.bench is not None)
    assert (start.told, start.left) == ([], [])


def test_when_it_cannot_be_brought_up_to_date_that_is_told(start, qtbot, monkeypatch):
    def fail(*_told):
        raise BundleError("ปรับไม่ได้")

    monkeypatch.setattr(backups, "upgrade", fail)
    start.window.show()
    qtbot.waitUntil(lambda: start.told == ["ปรับไม่ได้"])
    assert (start.bench, version_in(start.database)) == (None, 5)


def test_stopped_it_leaves_the_data_as_it_was_and_nothing_beside_it(start, qtbot, held_up):
    start.window.show()
    qtbot.waitUntil(lambda: dialog_of(start) is not None and dialog_of(start).isVisible())
    dialog_of(start).progress.leave.click()
    qtbot.waitUntil(lambda: start.left == [0])
    assert start.bench is None
    assert version_in(start.database) == 5
    assert kept(start.database) == []


def test_when_it_cannot_be_kept_that_is_told_and_the_data_is_left_alone(start, qtbot, monkeypatch):
    def fail(*_told, **_named):
        raise BundleError("ที่ว่างไม่พอ")

    monkeypatch.setattr(backups, "keep_before_upgrade", fail)
    start.window.show()
    qtbot.waitUntil(lambda: start.told == ["ที่ว่างไม่พอ"])
    assert start.bench is None
    assert version_in(start.database) == 5


def test_damage_that_is_found_then_leads_to_the_recovery(start, qtbot, monkeypatch):
    def fail(*_told, **_named):
        raise DamagedDataError

    recovering = []
    monkeypatch.setattr(backups, "keep_before_upgrade", fail)
    monkeypatch.setattr(start, "_recover", lambda: recovering.append(True))
    start.window.show()
    qtbot.waitUntil(lambda: bool(recovering))
    assert (start.bench, start.told) == (None, [])
