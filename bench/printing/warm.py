"""Measures what follows a keystroke: one cell of a five-page memo changes, the memo is set and drawn again.

Run: python -m bench.printing.warm REPORT.json

Prints JSON: the pages, how often it was done, and the medians in milliseconds of setting and drawing, and of
the picture of the changed page at 96 dots per inch that the preview then makes.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2

from desktop_app.actions.printing import print_with_places
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where
from desktop_app.exchange.report_json import report_from_json
from desktop_app.forms.library import load_forms

TIMES = 60
PAGES = 5
COLUMN = "summary"
SCREEN = 96 / 72


def cut_to_pages(report: Report, form: FormSpec) -> Report:
    """Return the report with as many of its rows as it takes to have five pages, or all."""
    rows = tuple(replace(row, id=at) for at, row in enumerate(report.rows, start=1))
    for count in range(1, len(rows)):
        shorter = replace(report, rows=rows[:count])
        if _pages(print_with_places(shorter, form).pdf) >= PAGES:
            return shorter
    return replace(report, rows=rows)


def typed(report: Report, times: int) -> Iterator[Report]:
    """Yield the report as it is while a clerk types into the middle one of its rows."""
    at = len(report.rows) // 2
    row = report.rows[at]
    text = row.cells[COLUMN]
    for number in range(times):
        text += "ก" if number % 4 else " ข้อ"
        changed = replace(row, cells={**row.cells, COLUMN: text})
        yield replace(report, rows=(*report.rows[:at], changed, *report.rows[at + 1 :]))


def measure(report: Report, form: FormSpec) -> dict[str, float]:
    """Return what is printed (see above); the first change is not counted."""
    changed = Where(form.table.key, report.rows[len(report.rows) // 2].id, COLUMN)
    drawing: list[float] = []
    showing: list[float] = []
    pages = 0
    for now in typed(report, TIMES + 1):
        start = time.perf_counter()
        printed = print_with_places(now, form)
        drawn = time.perf_counter()
        file = pypdfium2.PdfDocument(printed.pdf)
        file[printed.places[changed][0].page].render(scale=SCREEN)
        drawing.append((drawn - start) * 1000)
        showing.append((time.perf_counter() - drawn) * 1000)
        pages = len(file)
        file.close()
    medians = {"drawn": statistics.median(drawing[1:]), "shown": statistics.median(showing[1:])}
    return {"pages": pages, "times": TIMES, **medians}


def _pages(pdf: bytes) -> int:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return len(file)
    finally:
        file.close()


def main(path: Path) -> None:
    """Read the report, cut it to five pages, measure."""
    report = report_from_json(path.read_text(encoding="utf-8"))
    form = load_forms()[report.form_id]
    print(json.dumps(measure(cut_to_pages(report, form), form)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
