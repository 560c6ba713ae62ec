"""Measures the first paint of the main window against that of an empty PySide6 window, in one run.

Run: python -m bench.startup

Both are started in turn, each in a process of its own, from the start of the process to the end of the
first paint. Exits with 1 when the program's median is more than LIMIT times that of the empty window.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.surroundings import surroundings

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
LIMIT = 1.25


def first_paint(what: str) -> float:
    """Return the milliseconds from the start of a process to its window's first paint."""
    start = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "bench.first_paint", what],
        cwd=ROOT,
        env=surroundings(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return (int(done.stdout.split()[-1]) - start) / 1e6


def measure(database: Path) -> tuple[list[float], list[float]]:
    """Start the empty window and the program in turn; the first pair only warms the disk cache."""
    pairs = [(first_paint("empty"), first_paint(str(database))) for _ in range(RUNS + 1)][1:]
    return [empty for empty, _ in pairs], [program for _, program in pairs]


def main() -> int:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.db"
        command = [sys.executable, "-m", "ui.entry", "demo", "--db", database, "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        empty, program = measure(database)
    ratio = statistics.median(program) / statistics.median(empty)
    for name, times in (("empty window", empty), ("main window", program)):
        print(
            f"{name:<13} median {statistics.median(times):6.1f} ms   best {min(times):6.1f}   n {len(times)}"
        )
    print(f"ratio {ratio:.2f}, allowed {LIMIT}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
