"""Starts a window and prints when it was first painted: monotonic nanoseconds.

Run: python -m bench.first_paint empty | DATABASE [ready]

"empty" is a QMainWindow with nothing in it; a database is opened by the program itself, whose code knows
nothing of this: the application object watches the events for it. With "ready" the first paint of the open
report is meant.
"""

import sys
import time
from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent


class FirstPaint(QObject):
    """Waits until the first main window is on the screen, tells when, and closes it."""

    def __init__(self, awaited: str = "QMainWindow") -> None:
        super().__init__()
        self._awaited = awaited
        self.last_paint = 0
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each paint; the window's own starts the pass in which its children are painted too.

        Thousands of events come by, so only the class is asked: the type of each takes 25 ms together.
        """
        if isinstance(event, QPaintEvent):
            self.last_paint = time.monotonic_ns()
            kinds = [kind.__name__ for kind in type(watched).__mro__]
            if not self.painted and self._awaited in kinds:
                self.painted = True
                QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Print the time of the last paint of that first pass and leave."""
        print(self.last_paint, flush=True)
        QtWidgets.QApplication.exit(0)


class WatchedApplication(QtWidgets.QApplication):
    """A QApplication that watches for the first paint from its first moment."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        super().__init__(list(arguments))
        self.first_paint = FirstPaint("ReportEditor" if "ready" in sys.argv else "QMainWindow")
        self.installEventFilter(self.first_paint)


def show_empty_window() -> int:
    """Show what Qt alone can do."""
    application = WatchedApplication()
    window = QtWidgets.QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


def show_program(database: str) -> int:
    """Start the program as its console command does."""
    QtWidgets.QApplication = WatchedApplication
    from ui.entry import main

    return main(["--db", database])


if __name__ == "__main__":
    sys.exit(show_empty_window() if sys.argv[1] == "empty" else show_program(sys.argv[1]))
