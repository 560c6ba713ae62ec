"""Measures how soon after a pause in the typing the page beside the table shows what was typed.

Run: python -m bench.preview

A memo of five pages is open in the real window (off the screen), and a cell of it is typed in. Told is how
long it takes from the end of the pause (the hands have rested for REST_MS) until the page is drawn with the
text: the lower quartile, so that other work on the machine counts little; and the median of what a key takes.
Exits with 1 when the page comes too late.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.printing.reports import long_report, sample_emblem
from bench.printing.warm import COLUMN, cut_to_pages
from desktop_app.actions import importing
from desktop_app.actions.workspace import open_workspace
from desktop_app.exchange.report_json import report_from_json
from desktop_app.forms.library import load_forms
from ui import theme
from ui.latest import REST_MS
from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench

MOST_MILLISECONDS = 100.0
TIMES, LETTERS, ROWS = 25, "การ ", 12
PATIENCE = 20.0
"""Seconds after which a page that does not come is told as a fault."""


def five_pages() -> str:
    """Return a memo of five pages as an exported report."""
    data = long_report(ROWS, sample_emblem())
    whole = report_from_json(json.dumps(data))
    data["rows"] = data["rows"][: len(cut_to_pages(whole, load_forms()[whole.form_id]).rows)]
    return json.dumps(data, ensure_ascii=False)


def open_window(folder: Path) -> Workbench:
    """Open the window with the memo, its page set, a cell in the middle open."""
    file = folder / "memo.json"
    file.write_text(five_pages(), encoding="utf-8")
    workspace = open_workspace(folder / "banthuek.db")
    importing.import_file(workspace, file)
    window = MainWindow(ViewState(workspace.store.path))
    window.furnish()
    window.resize(1440, 900)
    window.show()
    bench = Workbench(window, workspace)
    window.activateWindow()
    wait_for(lambda: bool(bench.preview.data) and bench.preview.view.is_drawn)
    rows = bench.session.report.rows
    bench.editor.show_part(bench.editor.table)
    bench.editor.table.grid.go_to(rows[len(rows) // 2].id, COLUMN)
    bench.editor.table.grid.view.edit_cell()
    bench.editor.table.grid.view.cells.editor.caret_to_end()
    return bench


def wait_for(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.perf_counter() + PATIENCE
    while not is_so():
        QApplication.processEvents()
        time.sleep(0.002)  # the thread that sets the pages shall not have to wait for us
        if time.perf_counter() > end:
            raise TimeoutError("the page was not drawn")


def measure(bench: Workbench) -> Iterator[tuple[float, list[float]]]:
    """Yield for each pause the milliseconds from its end to the page, and those of each key before it."""
    view = bench.preview.view
    for _ in range(TIMES + 1):
        before, keys = bench.preview.data, []
        for letter in LETTERS:
            start = time.perf_counter()
            field = bench.editor.table.grid.view.cells.editor
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, field, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
            )
            QApplication.processEvents()
            keys.append((time.perf_counter() - start) * 1000)
        rested = time.perf_counter() + REST_MS / 1000
        wait_for(lambda before=before: bench.preview.data != before and view.is_drawn)
        view.viewport().repaint()
        yield (time.perf_counter() - rested) * 1000, keys


def main() -> int:
    """Measure and tell; the first pause is not counted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.apply(application, False)
    with tempfile.TemporaryDirectory() as name:
        bench = open_window(Path(name))
        taken = list(measure(bench))[1:]
        bench.leave()
    drawn = statistics.quantiles((late for late, _ in taken), n=4)[0]
    key = statistics.median(one for _, keys in taken for one in keys)
    holds = drawn <= MOST_MILLISECONDS
    print(
        f"{'ok  ' if holds else 'OVER'} five pages, a cell typed in: shown {drawn:.0f} ms after a pause of "
        f"{REST_MS} ms, allowed {MOST_MILLISECONDS:g}; a key takes {key:.1f} ms"
    )
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
