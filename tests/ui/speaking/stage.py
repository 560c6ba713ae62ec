"""The whole window over the sample office, in a process of its own that speaks one language.

Constants of modules are worded when they are imported, so ``speak`` comes before anything of the window is:
nothing of it is imported at the head of this file.
"""

import os
import re
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

LONGER = "longer"
"""Not a language: Thai with every text half as long again, as another language would be."""
NOW = datetime(2024, 3, 18, 7, 2, tzinfo=UTC)
_FILLED_IN = re.compile(r"\{[^{}]*\}|&")


def speak(language):
    """Choose the language; before any other import of the program."""
    from desktop_app.language import ENGLISH, THAI, catalogue_file, choose, read_catalogue
    from desktop_app.language import speak as speak_with

    if language == LONGER:
        keys = read_catalogue(catalogue_file(ENGLISH))
        speak_with(THAI, {key: longer(key if isinstance(key, str) else key[1]) for key in keys})
    else:
        choose(language)


def longer(words):
    """Return words half as long again; what is filled in and letters of menus stay single."""
    more = _FILLED_IN.sub("", words).strip()
    return words + more[: (len(more) + 1) // 2]


@contextmanager
def sample_office(folder):
    """The sample office in a new database at a moment that stays."""
    from desktop_app.actions import demo
    from desktop_app.actions.workspace import open_workspace

    workspace = open_workspace(Path(folder) / "banthuek.db", clock=lambda: NOW)
    try:
        demo._fill(workspace)
        yield workspace
    finally:
        workspace.close()


def application():
    """The one QApplication, in the program's own look, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui import theme
    from ui.window.launch import application

    theme.choose_style()
    app = application()
    theme.apply(app)
    return app


@contextmanager
def window(workspace, size):
    """The window over a workspace, shown."""
    from ui.window.main_window import MainWindow
    from ui.window.view_state import ViewState
    from ui.window.workbench import Workbench

    frame = MainWindow(ViewState(workspace.store.path))
    frame.furnish()
    frame.resize(*size)
    frame.show()
    bench = Workbench(frame, workspace)
    frame.activateWindow()
    try:
        yield bench
    finally:
        bench.leave()
        frame.deleteLater()


def wait_for(ready, seconds=30):
    """Let the window work until ``ready`` holds."""
    from PySide6.QtTest import QTest

    for _turn in range(seconds * 100):
        if ready():
            return
        QTest.qWait(10)
    raise TimeoutError(ready)
