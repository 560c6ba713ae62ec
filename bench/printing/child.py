"""Runs one program to its end and tells what it took."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.surroundings import surroundings

ROOT = Path(__file__).resolve().parents[2]


class Taken(NamedTuple):
    """What a process took: seconds on the clock, seconds of the processor, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str | Path]) -> Taken:
    """Run a program; children that it waits for count as its own.

    Peak memory is never told below that of the process that starts it, which therefore has to be small.
    Raises CalledProcessError when the program fails, with what it said.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
