"""Everything that can happen to an office's data, many times over, and what was lost: nothing.

Run: python -m bench.faults

1,000 kill -9 in the middle of entry, 500 power cuts, 10,000 damaged bundles, every other one with a password,
and the whole cycle of an office of 500 MB beside a plain copy of the same bytes. Exits with 1 when anything
was lost or a limit is broken.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.faulty import damage, large, locked_damage
from bench.faulty.kills import Outcome, kill_rounds
from bench.faulty.power import power_cuts
from desktop_app.actions import backups, rows
from desktop_app.actions.demo import make_demo
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.errors import KnownError

KILLS, CUTS, ENTRIES, DAMAGED = 1_000, 500, 120, 10_000
LARGE, RUNS = 500_000_000, 3
MOST_BACKUP, MOST_RESTORE = 2.5, 3.0
"""Times a plain copy of the same bytes, forced and read again."""
MOST_SILENCE = 0.5
"""Seconds without a word of how far it is."""
MOST_S, MOST_MB = 2.0, 200.0
"""What a damaged bundle may take."""


class Refused(NamedTuple):
    """What became of damaged bundles: how many were tried and believed, the slowest, the memory they took."""

    tried: int
    believed: tuple[str, ...]
    slowest: float
    megabytes: float


def damages(good: bytes, other: bytes, chance: random.Random) -> Iterator[damage.Damage]:
    """Damage two bundles in every way there is, without end, every other one with a password."""
    locked = locked_damage.locked(damage.parts_of(good), locked_damage.PASSWORD)
    yield from damage.forged(good, other)
    yield from locked_damage.forged(good, other)
    yield from damage.truncations(good)
    yield from damage.truncations(other)
    with_password = locked_damage.damages(locked, chance)
    for open_to_all in _endless(good, other, chance):
        yield open_to_all
        yield next(with_password)


def _endless(good: bytes, other: bytes, chance: random.Random) -> Iterator[damage.Damage]:
    while True:
        yield from damage.flips(good, 60, chance)
        yield from damage.garbage(other, 40, chance)


def refuse_all(folder: Path, count: int, chance: random.Random) -> Refused:
    """Try to restore damaged bundles into an empty folder."""
    good, other = _two_bundles(folder)
    pc, bundle = folder / "pc", folder / "Banthuek_x.zip"
    pc.mkdir()
    believed, slowest, tried = [], 0.0, 0
    before = _peak()
    for what, data in islice(damages(good, other, chance), count):
        bundle.write_bytes(data)
        begin = time.perf_counter()
        try:
            backups.restore(pc / "banthuek.db", bundle, password=locked_damage.PASSWORD)
        except KnownError:
            pass
        else:
            believed.append(what)
        slowest = max(slowest, time.perf_counter() - begin)
        tried += 1
        if any(pc.iterdir()):
            believed.append(f"{what} left something")
            break
    return Refused(tried, tuple(believed), slowest, (_peak() - before) / 1024)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _two_bundles(folder: Path) -> tuple[bytes, bytes]:
    made = []
    for name in ("one", "two"):
        database = folder / name / "banthuek.db"
        make_demo(database, folder / name / "out")
        with closing(open_workspace(database)) as ws:
            first = load_report(ws, 2).rows[0].id
            rows.set_cell(ws, 2, first, "measure", name)
        made.append(backups.back_up(database, folder / name / "stick").path.read_bytes())
    return made[0], made[1]


def tell_outcome(what: str, outcome: Outcome) -> bool:
    """Print what was lost; True when nothing was."""
    print(
        f"{what}: {outcome.rounds:,} rounds, {outcome.acknowledged:,} edits acknowledged, "
        f"{outcome.lost} lost, {outcome.corrupt} corrupt"
    )
    return not outcome.lost and not outcome.corrupt


def tell_refused(refused: Refused) -> bool:
    """Print what became of damaged bundles; True when none was believed and none took too much."""
    print(
        f"damaged bundles: {refused.tried:,} tried, {len(refused.believed)} believed, "
        f"slowest {refused.slowest:.2f} s, memory {refused.megabytes:.0f} MB"
    )
    for what in refused.believed[:10]:
        print(f"    believed: {what}")
    return not refused.believed and refused.slowest <= MOST_S and refused.megabytes <= MOST_MB


def tell_large(folder: Path) -> bool:
    """Measure and print the cycle of a large office; True when it keeps its limits."""
    cycle = large.measure(folder, LARGE, RUNS)
    print(f"office of {cycle.size / 1e6:.0f} MB: plain copy, forced and read again {cycle.plain:.2f} s")
    backup, restore = cycle.backup / cycle.plain, cycle.restore / cycle.plain
    print(f"    backup, read back    {cycle.backup:.2f} s = {backup:.2f} x (at most {MOST_BACKUP})")
    print(f"    restore, fresh       {cycle.restore:.2f} s = {restore:.2f} x (at most {MOST_RESTORE})")
    over = cycle.restore_over / cycle.plain
    print(f"    restore, present kept as a bundle beside it {cycle.restore_over:.2f} s = {over:.2f} x")
    (folder / "stick").mkdir()
    left = large.stopped_half_way(folder / "banthuek.db", folder / "stick")
    print(f"    stopped half-way: {left or 'nothing'} left behind")
    silence = large.longest_silence(folder / "banthuek.db", folder / "stick")
    print(f"    longest time without a word of how far it is: {silence:.2f} s (at most {MOST_SILENCE})")
    found = large.recover(folder / "banthuek.db")
    print(
        f"    damaged, all read again {found.seconds:.2f} s, {found.lost} rows lost, "
        f"longest time without a word {found.silence:.2f} s"
    )
    heard = max(silence, found.silence) <= MOST_SILENCE
    return heard and found.lost == 0 and backup <= MOST_BACKUP and restore <= MOST_RESTORE and not left


def main() -> int:
    """Do all of it; 1 when anything was lost."""
    if sys.platform == "win32":
        print("kill -9 needs fork, which Windows lacks: run this on Linux")
        return 0
    chance = random.Random(20240318)
    sound = []
    with tempfile.TemporaryDirectory(prefix="banthuek-faults-") as name:
        folders = [Path(name) / part for part in ("kills", "power", "damaged", "large")]
        for folder in folders:
            folder.mkdir()
        kills, power, damaged, big = folders
        sound.append(tell_refused(refuse_all(damaged, DAMAGED, chance)))
        sound.append(tell_outcome("kill -9", kill_rounds(kills, KILLS, chance)))
        sound.append(tell_outcome("power cuts", power_cuts(power, CUTS, ENTRIES, chance)))
        sound.append(tell_large(big))
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
