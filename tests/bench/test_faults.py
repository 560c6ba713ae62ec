"""The short form of bench/faults.py, and that it can tell a loss."""

import random
from contextlib import closing

import pytest

from bench.faulty import entry, large, power
from bench.faulty.entry import begin, edited, edits, kept, stored, workspace
from bench.faulty.kills import kill_rounds
from bench.faulty.power import Log, power_cuts


def test_no_edit_that_was_acknowledged_is_lost_by_kills_in_the_middle_of_entry(tmp_path):
    outcome = kill_rounds(tmp_path, 12, random.Random(1))
    assert (outcome.rounds, outcome.lost, outcome.corrupt) == (12, 0, 0)
    assert outcome.acknowledged >= 12


def test_no_edit_that_was_acknowledged_is_lost_by_power_cuts(tmp_path):
    outcome = power_cuts(tmp_path, 60, 40, random.Random(2))
    assert (outcome.rounds, outcome.lost, outcome.corrupt) == (60, 0, 0)
    assert outcome.acknowledged > 60


def test_power_cuts_find_out_a_database_that_forces_nothing(tmp_path, monkeypatch):
    note = Log.note
    monkeypatch.setattr(
        Log, "note", lambda log, what, *rest: None if what == "force" else note(log, what, *rest)
    )
    outcome = power_cuts(tmp_path, 30, 40, random.Random(3))
    assert outcome.lost + outcome.corrupt > 0


def test_what_is_expected_is_what_the_edits_store(tmp_path):
    database = tmp_path / "x.db"
    begin(database)
    before = stored(database)
    with closing(workspace(database)) as ws:
        for number in edits(ws, 1):
            if number == 40:
                break
    found = stored(database)
    assert kept(before, found, 1, 40) == kept(before, found, 1, 39) == 40
    assert kept(before, found, 1, 38) is kept(before, found, 1, 41) is None
    assert len({name for number in range(40) for name in edited(number)}) == 4 * entry.ROWS + 3


def test_a_write_that_was_not_forced_is_there_in_any_part(tmp_path):
    steps = [power.Step("write", "", 0, b"a" * 2048), power.Step("acknowledged")]
    seen = set()
    for seed in range(60):
        power.leave(tmp_path / "x.db", b"." * 2048, steps, random.Random(seed))
        seen.add((tmp_path / "x.db").read_bytes())
    assert {b"." * 2048, b"a" * 2048} < seen


@pytest.mark.parametrize("size", [5_000_000])
def test_the_cycle_of_a_large_office_is_measured_and_leaves_nothing(tmp_path, size):
    cycle = large.measure(tmp_path, size, 1)
    assert cycle.size > size
    assert min(cycle) > 0
    (tmp_path / "stick").mkdir()
    assert large.stopped_half_way(tmp_path / "banthuek.db", tmp_path / "stick") == []
    assert large.longest_silence(tmp_path / "banthuek.db", tmp_path / "stick") > 0
    assert large.recover(tmp_path / "banthuek.db").lost == 0
