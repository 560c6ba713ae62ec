"""Measures printing against Typst, LibreOffice and Qt, in one run, on the rows of the real reports.

Run: python -m bench.print

Every printer gets the same reports (see printing/reports.py) and runs as a process of its own from its start
to its end; those of one length run in turn. Typst is told against only when it is installed (make bench sees
to that); LibreOffice is measured when it is there. Exits with 1 when a limit is broken, with 2 when a report
cannot be printed at all.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from bench.printing.child import Taken, run
from bench.printing.printers import Banthuek, BanthuekStored, Job, LibreOffice, Printer, Qt, Typst

ROWS = (12, 100, 1000, 10000)
OURS, STORED, TYPST = Banthuek.name, BanthuekStored.name, Typst.name


class Limit(NamedTuple):
    """What a printer may take at most of what Typst takes for the same report."""

    printer: str
    rows: int
    what: str
    most: float


LIMITS = (
    Limit(OURS, 12, "wall", 2.0),
    Limit(OURS, 100, "wall", 0.6),
    Limit(OURS, 1000, "wall", 0.35),
    Limit(OURS, 1000, "memory", 0.25),
    Limit(STORED, 1000, "wall", 0.5),
)
MOST_GROWTH = 11.0
"""10,000 rows against 1,000."""
MOST_MILLISECONDS = 16.0
"""For setting and drawing a five-page memo again after a keystroke."""


class Measured(NamedTuple):
    """All runs of one printer with one report."""

    printer: Printer
    rows: int
    runs: list[Taken]


Medians = Mapping[tuple[str, int], Taken]


class Verdict(NamedTuple):
    """One limit: what was measured and whether it holds."""

    text: str
    holds: bool


def median(runs: Sequence[Taken]) -> Taken:
    """Return the medians of several runs, each measure by itself."""
    return Taken(*(statistics.median(values) for values in zip(*runs, strict=True)))


def verdicts(medians: Medians) -> list[Verdict]:
    """Hold what was measured against the limits; what was not measured gets no verdict."""
    found = []
    for limit in LIMITS:
        ours, theirs = medians.get((limit.printer, limit.rows)), medians.get((TYPST, limit.rows))
        if ours and theirs:
            ratio = getattr(ours, limit.what) / getattr(theirs, limit.what)
            what = {"wall": "time", "memory": "memory"}[limit.what]
            named = f"{limit.printer}, {limit.rows:,} rows: {ratio:.2f} of Typst's {what}"
            found.append(Verdict(f"{named}, allowed {limit.most}", ratio <= limit.most))
    long, longest = medians.get((OURS, 1000)), medians.get((OURS, 10000))
    if long and longest:
        growth = longest.cpu / long.cpu
        named = f"{OURS}, 10,000 rows: {growth:.1f} times the processor time of 1,000"
        found.append(Verdict(f"{named}, allowed {MOST_GROWTH:g}", growth <= MOST_GROWTH))
    return found


def keystroke(told: Mapping[str, float]) -> Verdict:
    """Hold the time after a keystroke (see printing/warm.py) against its limit."""
    text = (
        f"{OURS}, one cell of {told['pages']} pages changed, set and drawn: {told['drawn']:.1f} ms, "
        f"allowed {MOST_MILLISECONDS:g} (the picture of its page: {told['shown']:.1f} ms more)"
    )
    return Verdict(text, told["drawn"] <= MOST_MILLISECONDS)


def measure(printers: Sequence[Printer], folder: Path) -> Iterator[Measured]:
    """Let everyone print the reports of each length in turn."""
    for rows in ROWS:
        job = Job(folder, rows)
        times = {printer: printer.times[rows] for printer in printers if rows in printer.times}
        runs: dict[Printer, list[Taken]] = {printer: [] for printer in times}
        for printer in times:
            prepare(printer, job)
        for turn in range(max(times.values())):
            for printer, most in times.items():
                if turn < most:
                    runs[printer].append(run(printer.command(job)))
        for printer, taken in runs.items():
            yield Measured(printer, rows, taken)


def prepare(printer: Printer, job: Job) -> None:
    """Do what is not measured: files to print; a first start, which makes settings and warms the disk."""
    command = printer.prepare(job)
    if command:
        run(command)
    if job.rows == ROWS[0]:
        run(printer.command(job))


def pages(printer: Printer, rows: int, folder: Path) -> int:
    """Count the pages that a printer made: much the same for all, or the comparison is none."""
    file = pypdfium2.PdfDocument(printer.pdf(Job(folder, rows)))
    try:
        return len(file)
    finally:
        file.close()


def table(measured: Sequence[Measured], medians: Medians, folder: Path) -> Iterator[str]:
    """Yield the lines of the table: medians, and their ratios to Typst's."""
    yield "  rows  printer          runs  pages      wall       cpu     peak    of Typst's time, memory"
    for printer, rows, runs in measured:
        taken, typst = medians[printer.name, rows], medians.get((TYPST, rows))
        told = f"{rows:>6,}  {printer.name:<17}{len(runs):4}{pages(printer, rows, folder):7,}"
        told += f"{taken.wall:8.2f} s{taken.cpu:8.2f} s{taken.memory:6.0f} MB"
        if typst:
            told += f"{taken.wall / typst.wall:16.2f}{taken.memory / typst.memory:8.2f}"
        yield told
    yield "10,000 rows: the others are not asked, they would take minutes and gigabytes"


def main() -> int:
    """Measure; tell what a process said that failed."""
    try:
        return compare()
    except subprocess.CalledProcessError as failure:
        print(f"{' '.join(map(str, failure.cmd))}\n{failure.output}", file=sys.stderr)
        return 2


def compare() -> int:
    """Print the table and what it says of the limits; return the exit code."""
    printers = [Banthuek(), BanthuekStored(), Typst(), LibreOffice(), Qt()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = [sys.executable, "-m"]
        run([*python, "bench.printing.reports", folder, *map(str, ROWS)])
        measured = list(measure([printer for printer in printers if printer.installed], folder))
        warm = [*python, "bench.printing.warm", folder / f"{ROWS[0]}.json"]
        told = json.loads(subprocess.run(warm, capture_output=True, text=True, check=True).stdout)
        medians = {(printer.name, rows): median(runs) for printer, rows, runs in measured}
        print(*table(measured, medians, folder), sep="\n")
    for printer in printers:
        if not printer.installed:
            print(f"{printer.name} is not installed: not measured")
    found = [*verdicts(medians), keystroke(told)]
    for verdict in found:
        print(f"{'ok  ' if verdict.holds else 'OVER'} {verdict.text}")
    return 0 if all(verdict.holds for verdict in found) else 1


if __name__ == "__main__":
    sys.exit(main())
