"""The whole window over a database of its own, closed properly after each test."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench


@pytest.fixture
def open_window(qtbot, look, ws):
    """Open the window over the workspace; call it again to open it anew."""
    opened = []

    def show(size=(1440, 900), workspace=ws):
        window = MainWindow(ViewState(ws.store.path))
        window.furnish()
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        bench = Workbench(window, workspace)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        opened.append((window, bench))
        return bench

    yield show
    for window, bench in opened:
        bench.leave()
        window.deleteLater()


@pytest.fixture
def bench(open_window, report, staff):
    """The window with one memo open."""
    made = open_window()
    assert made.session.report == report
    return made


@pytest.fixture
def press():
    """Press a key with modifiers, where the keyboard is now."""

    def press_keys(bench, key, *modifiers):
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(bench.window.focusWidget() or bench.window, key, held)

    return press_keys
