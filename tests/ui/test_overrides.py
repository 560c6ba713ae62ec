"""A defect in a method that Qt calls is told, and does not end the program."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from ui.window import launch
from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtWidgets import QListView, QWidget
from shiboken6 import delete

def fail():
    {fault}

class Closing(QWidget):
    def closeEvent(self, event):
        fail()

class Model(QAbstractListModel):
    def rowCount(self, parent=None):
        return 1

    def data(self, index, role=0):
        return fail()

app = launch.application()
told = []
sys.excepthook = lambda kind, *_: told.append(kind.__name__)
for ask in (Closing().close, lambda: QListView().setModel(Model()), lambda: Model().itemData(QModelIndex())):
    try:
        ask()
    except Exception as fault:
        told.append(type(fault).__name__)
print(*told)
"""
FAULTS = {"int('x')": "ValueError", "gone = QWidget(); delete(gone); gone.width()": "RuntimeError"}


@pytest.mark.parametrize(("fault", "kind"), FAULTS.items())
def test_whatever_fails_in_a_method_that_qt_calls_is_told(fault, kind):
    command = [sys.executable, "-c", PROGRAM.format(fault=fault)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {kind}
