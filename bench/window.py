"""Measures the window: how soon it is ready, and how it works on a report of 5,000 rows, in one run.

Run: python -m bench.window

The search goes through the reports of many years. The first paint is measured by ``bench.startup``. Times are
of this machine; the limits are the program’s promise. Exits with 1 when one of them is passed.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.printing.rows import many_rows, real_rows
from bench.surroundings import surroundings
from desktop_app.actions import reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round

ROOT = Path(__file__).resolve().parent.parent
ROWS = 5000
SEARCHED = 200_000
STARTS = 7
LIMITS = {
    "ready": (600, "ms", "from the start to the open window, warm"),
    "open": (150, "ms", f"a report of {ROWS} rows, to its first screen"),
    "frame": (8, "ms", "a turn of the wheel, 95th percentile"),
    "key": (16, "ms", "a key to the screen, 95th percentile"),
    "commit": (5, "ms", "Enter to the next cell, besides the fsync, median"),
    "paste": (300, "ms", "1,000 rows: read, shown, stored, on the screen"),
    "search": (100, "ms", f"words in all reports, {SEARCHED:,} rows, the longest of the medians"),
    "memory": (220, "MB", "the largest report open and previewed"),
}


def main() -> int:
    """Print every number and its limit."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "long.db"
        fill(database)
        numbers = {"ready": ready(database), **worked(database), **searched(Path(folder) / "many.db")}
    passed = beyond(numbers)
    for name, (limit, unit, words) in LIMITS.items():
        mark = "  PASSED THE LIMIT" if name in passed else ""
        print(f"{name:<7} {numbers[name]:8.1f} {unit}, allowed {limit} {unit}: {words}{mark}")
    return 1 if passed else 0


def beyond(numbers: dict[str, float]) -> list[str]:
    """Return the names of what took longer, or more, than it may."""
    return [name for name, (limit, _unit, _words) in LIMITS.items() if numbers[name] > limit]


def fill(database: Path) -> None:
    """Make a database with the long report, and a short one that opens first."""
    workspace = open_workspace(database)
    for count in (ROWS, 7):
        report = reports.create_report(workspace, "memo", 2567, Round.TWELVE_MONTHS).report_id
        cells = list(many_rows(count, random.Random(5), real_rows()))
        rows.add_rows(workspace, report, 0, cells)
    workspace.close()


def ready(database: Path) -> float:
    """Return the median milliseconds from the start of a process to its window with the report open."""
    times = []
    for _ in range(STARTS + 1):
        start = time.monotonic_ns()
        times.append((int(_run("bench.first_paint", str(database), "ready").split()[-1]) - start) / 1e6)
    return statistics.median(times[1:])


def worked(database: Path) -> dict[str, float]:
    """Return what a process tells that works on the long report."""
    return _told(_run("bench.long_table", str(database), str(ROWS)))


def searched(database: Path) -> dict[str, float]:
    """Return what a process tells that looks for words in many reports."""
    return _told(_run("bench.searching", str(database), str(SEARCHED)))


def _told(told: str) -> dict[str, float]:
    return {name: float(number) for name, number in map(str.split, told.splitlines())}


def _run(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, text=True, check=True, timeout=1200
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
