"""Looking over the whole database once the window stands, without making anybody wait."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.actions.damage import find_damage

PATIENCE_MS = 3000
"""The start itself wants the disk first."""


class Health(QObject):
    """Reads every page in a thread, once; ``damaged`` comes when one is."""

    damaged = Signal()
    looked = Signal(bool)
    """It was looked to the end; True when something is damaged."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._stop = threading.Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE_MS)
        self._wait.timeout.connect(self.look)
        self.looked.connect(lambda found: self.damaged.emit() if found else None)

    def begin(self) -> None:
        """Look in a moment."""
        self._wait.start()

    def look(self) -> None:
        """Look now."""
        self._pool.start(lambda: self.looked.emit(find_damage(self._database, self._stop.is_set)))

    def close(self) -> None:
        """Look no further."""
        self._wait.stop()
        self._stop.set()
        self._pool.waitForDone()
