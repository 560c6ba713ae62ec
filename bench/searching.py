"""Looks for words among all reports of an office; prints the longest that a search took, in milliseconds.

Run: python -m bench.searching DATABASE ROWS

The database is made first, with so many rows of seven cells, unless it is there. The words have one to eight
letters and stand everywhere, rarely, or nowhere. A search is what the window's search does for a query:
finding the places and telling them; other programs on the machine are not in it. ``bench.window`` starts this
and judges it.
"""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.printing.rows import many_rows, real_rows
from desktop_app.actions import reports, rows, searching
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.report import Round

IN_A_REPORT = 500
RARE = "ฌฎ กตัญญุตาพิเศษ"
"""Stands in one row: a word of two letters, and one of more."""
WORDS = (
    *("ก", "ฬ", "กา", "ที่", "ฌฎ", "ฃฅ", "การ", "ไม่มี", "เจตจำนง", "กตัญญุตา", "พิเศษพิเศษ"),
    *("โปร่งใส ประกาศ", "ฌฎ การ", "กา ที่ ฌฎ"),
)
TIMES = 5


def main(database: str, count: int) -> int:
    """Measure and print."""
    workspace = open_workspace(Path(database))
    if not reports.list_reports(workspace):
        fill(workspace, count)
    took = dict(searches(workspace))
    longest = max(took, key=took.__getitem__)
    print(f"search {took[longest]:.3f}")
    print(f"longest for {longest}", file=sys.stderr)
    workspace.close()
    return 0


def fill(workspace: Workspace, count: int) -> None:
    """Make so many rows, in reports of different years."""
    chance, texts = random.Random(5), real_rows()
    for at in range(0, count, IN_A_REPORT):
        year = 2510 + at // IN_A_REPORT % 60
        report = reports.create_report(workspace, "memo", year, Round.TWELVE_MONTHS).report_id
        cells = list(many_rows(min(IN_A_REPORT, count - at), chance, texts))
        if at == 0:
            cells[len(cells) // 2] |= {"measure": RARE}
        rows.add_rows(workspace, report, 0, cells)


def searches(workspace: Workspace) -> Iterator[tuple[str, float]]:
    """Yield each query and the median milliseconds that it takes."""
    for words in WORDS:
        yield words, statistics.median(_took(workspace, words) for _ in range(TIMES))


def _took(workspace: Workspace, words: str) -> float:
    start = time.thread_time()
    searching.search(workspace, words)
    return (time.thread_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
