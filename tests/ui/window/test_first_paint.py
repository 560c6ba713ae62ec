"""What would delay the first paint is loaded after it (bench/startup.py measures the time itself)."""

import json
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.actions.reports import create_report
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.report import Round
from ui.window import afterwards
from ui.window.afterwards import OF_STEPS, WANTED_SOON

ROOT = Path(__file__).resolve().parents[3]
LATER = ("ui.theme", "ui.window.menu", "ui.window.furniture", "ui.window.workbench", "desktop_app.store")
OF_EDITS = ("sqlalchemy", "sqlmodel")
HEAVY = ("babel", "hashlib", "platformdirs", "pypdfium2", "reportlab", "sqlalchemy", "sqlmodel", "uharfbuzz")
PAINT = """
import json, sys
from pathlib import Path
from ui.window import launch

app = launch.application()
start = launch.Launch(Path(sys.argv[1]), launch.InstanceGuard(Path(sys.argv[1])), print)
start.window.painted.disconnect()
start.window.painted.connect(app.quit)
start.window.show()
app.exec()
print(json.dumps(sorted(sys.modules)))
"""


def test_the_frame_is_painted_before_anything_heavy_is_loaded(tmp_path):
    command = [sys.executable, "-c", PAINT, str(tmp_path / "office.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)
    assert "ui.window.main_window" in loaded
    assert [name for name in (*LATER, *HEAVY) if name in loaded] == []


OPEN = """
import json, sys
from pathlib import Path
from ui.window import afterwards, launch

def missing():
    return [name for name in sys.argv[2:] if name not in sys.modules]

app = launch.application()
start = launch.Launch(Path(sys.argv[1]), launch.InstanceGuard(Path(sys.argv[1])), print)
start.window.show()
while start.bench is None or not start.bench.editor.isVisible():
    app.processEvents()
start.window.repaint()
at_first = missing()
start.bench.afterwards.begin(soon=0, turn=0)
while not start.bench.afterwards.is_over:
    app.processEvents()
start.bench.leave()
start.close()
print(json.dumps([at_first, missing()]))
"""


def test_a_report_is_painted_before_what_its_next_steps_need_is_loaded_and_then_that_is(tmp_path):
    database = tmp_path / "office.db"
    ws = open_workspace(database)
    create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    ws.close()
    later = [*OF_EDITS, *WANTED_SOON]
    command = [sys.executable, "-c", OPEN, str(database), *later]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    at_first, at_last = json.loads(done.stdout)
    by_threads = {name for name in WANTED_SOON if name.startswith("desktop_app.")}
    assert set(later) - set(at_first) <= by_threads, "which may be on their way before the paint"
    assert at_last == []


def test_while_a_thread_loads_what_an_edit_needs_the_window_waits_for_no_module_of_it(
    qtbot, bench, monkeypatch
):
    loaded, begun, go_on = [], threading.Event(), threading.Event()

    def get_ready(_workspace):
        begun.set()
        go_on.wait(30)

    monkeypatch.setattr(Workspace, "get_ready", get_ready)
    monkeypatch.setattr(afterwards, "import_module", loaded.append)
    bench.afterwards.begin(soon=0, turn=0)
    qtbot.waitUntil(begun.is_set)
    for _turn in range(20):
        QApplication.processEvents()
    assert loaded == list(OF_STEPS)
    go_on.set()
    qtbot.waitUntil(lambda: bench.afterwards.is_over)
    assert loaded == list(WANTED_SOON)


LOADED = """
import json, linecache
import ui.window.workbench
from desktop_app.store import orm

orm.Session
print(json.dumps([name for name in linecache.cache if "sqlalchemy" in name and name.endswith(".py")]))
"""


def test_no_module_is_read_a_second_time_as_a_text():
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
