"""Measures what a clerk waits for: opening the largest real report, and its checks after each edit.

Run: python -m bench.checks

Times are of the processor, so that other work on the machine does not count. Everything is warm: the program
has been at work, as it has when a clerk goes from one report to the next.
Told are the medians; exits with 1 when one is over its limit.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from bench.printing.rows import SEEDS
from desktop_app.actions import checking, importing, printing
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.checks import check
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report

TIMES = 15
ROWS = 200
SCREEN = 96 / 72
_SHORT = 20
"""Letters up to which a cell is a number, a sum or a period and stays as it is."""
MOST_OPENING = 150.0
"""Milliseconds for reading the report, checking it, setting its pages and drawing the first."""
MOST_CHECKING = 30.0
"""Milliseconds for all checks of 200 rows after an edit."""


class Taken(NamedTuple):
    """One thing that was measured, in milliseconds of processor time."""

    what: str
    times: list[float]
    most: float

    @property
    def holds(self) -> bool:
        """Whether the median is within the limit."""
        return statistics.median(self.times) <= self.most


def timed(work: Callable[[int], object]) -> list[float]:
    """Return how long ``work`` takes, the first time left out. It is told how often it was asked before."""
    times = []
    for turn in range(TIMES + 1):
        start = time.process_time()
        work(turn)
        times.append((time.process_time() - start) * 1000)
    return times[1:]


def opened(ws: Workspace, report_id: int) -> None:
    """Do what opening a report comes to: read, check, set all pages, draw the first."""
    report, _ = checking.check_report(ws, report_id)
    printed = printing.print_with_places(report, ws.form(report.form_id))
    file = pypdfium2.PdfDocument(printed.pdf)
    file[0].render(scale=SCREEN)
    file.close()


def lengthened(report: Report, rows: int) -> Report:
    """Return a report of so many rows: its own, again and again, each with words of its own."""
    made = []
    for number in range(1, rows + 1):
        row = report.rows[number % len(report.rows)]
        cells = {
            key: f"{text}\nครั้งที่ {number}" if len(text) > _SHORT else text for key, text in row.cells.items()
        }
        made.append(replace(row, id=number, number=number, cells=cells))
    return replace(report, rows=tuple(made))


def edited(report: Report, form: FormSpec, turn: int) -> None:
    """Check a report after a keystroke in the middle of it."""
    at = len(report.rows) // 2
    row = report.rows[at]
    key = next(key for key, text in row.cells.items() if text)
    changed = replace(row, cells={**row.cells, key: f"{row.cells[key]} {turn}"})
    check(replace(report, rows=(*report.rows[:at], changed, *report.rows[at + 1 :])), form)


def measure(ws: Workspace) -> Iterator[Taken]:
    """Bring every real report in, open the largest, and check one of 200 rows of each form."""
    sizes = {}
    for path in sorted(SEEDS.glob("*.txt")):
        form_id = importing.likely_form(ws, path)
        made = importing.import_file(ws, path, form_id)
        sizes[made.report_id] = path.stat().st_size
    largest = max(sizes, key=sizes.__getitem__)
    name = load_report(ws, largest).form_id
    yield Taken(f"opening, checking, previewing {name}", timed(lambda _: opened(ws, largest)), MOST_OPENING)
    for report_id in sizes:
        report = load_report(ws, report_id)
        form, long = ws.form(report.form_id), lengthened(report, ROWS)
        what = f"checking {ROWS} rows of {form.id} after an edit"
        yield Taken(what, timed(lambda turn: edited(long, form, turn)), MOST_CHECKING)  # noqa: B023


@contextmanager
def workspace() -> Iterator[Workspace]:
    """Give a database that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        ws = open_workspace(Path(folder) / "banthuek.db")
        try:
            yield ws
        finally:
            ws.close()


def main() -> int:
    """Print what was measured and whether it is within its limit."""
    holds = True
    with workspace() as ws:
        for taken in measure(ws):
            median = statistics.median(taken.times)
            print(
                f"{'ok  ' if taken.holds else 'OVER'} {taken.what}: {median:.1f} ms, "
                f"allowed {taken.most:g} (best {min(taken.times):.1f}, n {len(taken.times)})"
            )
            holds = holds and taken.holds
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
