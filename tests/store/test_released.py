"""Data of every released version: kept as it was, read by today's, never lost by a step that is cut off."""

import hashlib
import json
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from build_spec.freeze_data import empty_tables, shortened, steps_digest
from desktop_app import __version__
from desktop_app.actions import backups, issuing, reports
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.photos import photo_shelf
from desktop_app.actions.printing import render_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.store import connections, upgrades
from desktop_app.store import database as opening
from desktop_app.store.upgrades import SCHEMA_VERSION, STEPS

HERE = Path(__file__).parent
RELEASED = sorted((HERE / "released").glob("*.json"))


@pytest.fixture(params=RELEASED, ids=[path.stem for path in RELEASED])
def released(request):
    """What is known of a released version, and its bundle."""
    told = json.loads(request.param.read_text(encoding="utf-8"))
    return told, request.param.with_suffix(".zip")


def test_this_version_is_among_them():
    assert __version__ in {path.stem for path in RELEASED}


def test_its_data_is_what_it_was_to_the_last_byte(released):
    told, bundle = released
    assert hashlib.sha256(bundle.read_bytes()).hexdigest() == told["sha256"]


def test_the_steps_that_its_databases_have_taken_are_what_they_were(released):
    told, _ = released
    assert told["schema_version"] <= SCHEMA_VERSION
    assert steps_digest(told["schema_version"]) == told["steps"]


def test_its_bundle_is_restored_and_every_report_says_what_it_said(released, tmp_path):
    told, bundle = released
    database = tmp_path / "banthuek.db"
    backups.restore(database, bundle)
    with closing(open_workspace(database)) as ws:
        numbers = [report.id for report in reports.list_reports(ws)]
        now = [shortened(json.loads(report_as_json(ws, number))) for number in numbers]
        copies = [copy for number in numbers for copy in issuing.list_copies(ws, number)]
        assert copies
        for copy in copies:
            assert hashlib.sha256(issuing.reprint(ws, copy.id)).hexdigest() == copy.sha256
        for number in numbers:
            report = reports.load_report(ws, number)
            assert render_report(report, ws.form_of(report), photo_shelf(ws)).startswith(b"%PDF")
    assert len(now) == len(told["reports"])
    for before, after in zip(told["reports"], now, strict=True):
        assert lacking(before, after) == []
    if told["schema_version"] == SCHEMA_VERSION:
        assert empty_tables(database) == []


def lacking(before, after, where=""):
    """Return what stood in exported data and is not there, or otherwise, in that of today."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [fault for key in before for fault in lacking(before[key], after.get(key), f"{where}.{key}")]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [fault for at, pair in pairs for fault in lacking(*pair, f"{where}[{at}]")]
    return [] if before == after else [where]


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_killed_in_any_step_the_old_version_is_there_and_the_next_start_goes_all_the_way(tmp_path, step):
    database = tmp_path / "old.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.executescript((HERE / "version_1.sql").read_text(encoding="utf-8"))
    before = dump(database)
    child = os.fork()
    if child == 0:
        _upgrade_and_die(database, step)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert dump(database) == before
    opening.open_store(database).close()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT version FROM schema_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _upgrade_and_die(database, step):
    """Kill this process behind the last statement of a step, before the next one begins; never return."""
    try:
        prepare = connections.prepare_functions

        def with_death(connection):
            prepare(connection)
            connection.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))

        connections.prepare_functions = with_death
        upgrades.STEPS = (*STEPS[:step], (*STEPS[step], "SELECT die()"), *STEPS[step + 1 :])
        opening.open_store(database)
    finally:
        os._exit(1)
