"""kill -9 in the middle of entry: a process makes edits and says so, and is killed at any moment.

The processes are forked, so it runs where there is fork (not on Windows): 1,000 starts would take too long.
"""

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bench.faulty.entry import begin, edits, kept, stored, workspace

LONGEST_S = 0.04


class Outcome(NamedTuple):
    """How many rounds there were, edits acknowledged in all, rounds after which any was lost or damaged."""

    rounds: int
    acknowledged: int
    lost: int
    corrupt: int


def kill_rounds(folder: Path, rounds: int, chance: random.Random) -> Outcome:
    """Let one process after the other edit a database and kill each; look after each what is there."""
    database = folder / "banthuek.db"
    begin(database)
    acknowledged = lost = 0
    first = 1
    before = stored(database)
    for number in range(rounds):
        told = _edit_and_be_killed(database, first, chance.random() * LONGEST_S)
        acknowledged += told
        if not is_sound(database):
            return Outcome(number + 1, acknowledged, lost, 1)
        found = stored(database)
        there = kept(before, found, first, told)
        lost += there is None
        first += told if there is None else there
        before = found
    return Outcome(rounds, acknowledged, lost, 0)


def is_sound(database: Path) -> bool:
    """Tell whether SQLite finds every page, index and reference in order."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            checks = ("integrity_check", "foreign_key_check")
            found = [connection.execute(f"PRAGMA {check}").fetchall() for check in checks]
    except sqlite3.DatabaseError:
        return False
    return found == [[("ok",)], []]


def _edit_and_be_killed(database: Path, first: int, after_s: float) -> int:
    """Fork a process that edits; kill it that long after its first edit. Returns how many were saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _edit_until_killed(database, first, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        count = len(told.read(1))
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while some := told.read(65536):
            count += len(some)
    return count


def _edit_until_killed(database: Path, first: int, told: int) -> None:
    """Make edits and write a byte for each that is saved; never return."""
    try:
        for _ in edits(workspace(database), first):
            os.write(told, b".")
    finally:
        os._exit(1)
