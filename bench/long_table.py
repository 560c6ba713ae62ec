"""Works in the window on a report of many rows; prints how long each thing takes, a name and a number a line.

Run: python -m bench.long_table DATABASE ROWS

Times are milliseconds of the window's thread: neither other programs on the machine nor the wait for the disk
(fsync) are in them. "memory" is the most the process has held, in MB. The window is the program's own,
driven by events as the keyboard and the wheel send them, and Python is kept as the program keeps it.
``bench.window`` starts this and judges it.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import bench.started  # noqa: F401 - first
from desktop_app.actions import reports
from desktop_app.actions.workspace import Workspace, open_workspace
from ui import theme
from ui.grid.clipboard import table_data
from ui.grid.paste_dialog import PasteDialog
from ui.window.afterwards import WANTED_SOON
from ui.window.main_window import MainWindow
from ui.window.upkeep import Upkeep
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench

SIZE = (1440, 860)
FRAMES, KEYS, COMMITS = 400, 120, 30
PASTED = 1000
WORDS = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส "
NONE = Qt.KeyboardModifier.NoModifier


def main(database: str, count: int) -> int:
    """Measure and print."""
    theme.choose_style()
    application = QApplication([])
    theme.apply(application)
    upkeep = Upkeep(application)
    workspace = open_workspace(Path(database))
    report = next(one for one in reports.list_reports(workspace) if one.rows == count)
    bench = _window(workspace)
    for name, number in measures(bench, report.id):
        print(f"{name} {number:.3f}", flush=True)
    bench.leave()
    upkeep.stop()
    forget_copied()
    return 0


def forget_copied() -> None:
    """Empty the clipboard: the one without a screen outlives Python, and what Python put there with it."""
    QGuiApplication.clipboard().clear()


def measures(bench: Workbench, report: int) -> Iterator[tuple[str, float]]:
    """Yield each thing that is measured and its number."""
    yield "open", opening(bench, report)
    grid = bench.editor.table.grid
    yield "frame", _most(scrolling(grid.view))
    yield "key", _most(typing(grid))
    yield "commit", statistics.median(committing(bench))
    yield "paste", pasting(bench)
    previewed: list[object] = []
    bench.worker.ready.connect(previewed.append)
    bench.worker.request(bench.session.report, bench.session.form)
    _until(lambda: bool(previewed), 600)
    yield "memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def opening(bench: Workbench, report: int) -> float:
    """Open the report and show its table: until the first screen of rows is painted."""
    with _timed() as took:
        bench.open_report(report)
        bench.editor.show_part(bench.editor.table)
        bench.editor.table.grid.view.viewport().repaint()
    QTest.qWait(300)
    return took[0]


def scrolling(view: object) -> Iterator[float]:
    """Turn the wheel, and paint each time."""
    port = view.viewport()
    middle = QPointF(port.rect().center())
    for _ in range(FRAMES):
        turn = QWheelEvent(
            middle,
            port.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with _timed() as took:
            QApplication.sendEvent(port, turn)
            port.repaint()
        yield took[0]


def typing(grid: object) -> Iterator[float]:
    """Type into a cell: from each key to the painted editor."""
    view = grid.view
    view.setFocus()
    view.go_to(len(grid.model.rows) // 2, 4)
    view.edit_cell()
    for at in range(KEYS):
        with _timed() as took:
            _key(view.cells.editor, WORDS[at % len(WORDS)])
            view.cells.editor.viewport().repaint()
        yield took[0]
    QTest.keyClick(view.cells.editor, Qt.Key.Key_Escape)


def committing(bench: Workbench) -> Iterator[float]:
    """Type a letter over a cell and press Enter: until the next cell can be typed into."""
    grid = bench.editor.table.grid
    grid.view.go_to(len(grid.model.rows) // 3, 5)
    for at in range(COMMITS):
        _key(grid.view, WORDS[at])
        with _timed() as took:
            QTest.keyClick(grid.view.cells.editor, Qt.Key.Key_Return)
        yield took[0]


def pasting(bench: Workbench) -> float:
    """Paste a table: reading it, the dialog, storing it, showing it."""
    grid = bench.editor.table.grid
    keys = [column for column in grid.model.columns if column.status is None]
    texts = [[row.cells.get(one.key, "") for one in keys] for row in grid.model.rows[:PASTED]]
    QGuiApplication.clipboard().setMimeData(table_data(texts, [one.id for one in keys]))
    with _timed() as read:
        grid.pasting.paste_as_rows()
        grid.pasting.wait()
        _until(lambda: grid.findChild(PasteDialog) is not None, 60)
        dialog = grid.findChild(PasteDialog)
        dialog.repaint()
    with _timed() as stored:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        grid.view.viewport().repaint()
    return read[0] + stored[0]


def _window(workspace: Workspace) -> Workbench:
    window = MainWindow(ViewState(workspace.store.path))
    window.furnish()
    window.resize(*SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    bench = Workbench(window, workspace)
    window.activateWindow()
    for name in WANTED_SOON:  # as the program has it a few seconds after its start
        import_module(name)
    bench.editor.show_part(bench.editor.table)  # of the short report
    QTest.qWait(300)
    return bench


def _key(widget: object, char: str) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, char, NONE)


def _until(holds: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)


def _most(times: Iterator[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


@contextmanager
def _timed() -> Iterator[list[float]]:
    took: list[float] = []
    start = time.thread_time()
    yield took
    took.append((time.thread_time() - start) * 1000)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
