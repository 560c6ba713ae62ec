"""Long work beside a dialog: it tells how far it is, and can be stopped."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.errors import KnownError
from desktop_app.language import _

DEFECT = _("เกิดข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลเดิมไม่ถูกแก้ไข กรุณาลองอีกครั้ง")
_LEAST_S = 0.05
"""Between two words of how far it is."""


class WatchedWork(QObject):
    """Runs one piece of work in a thread; everything is told in the window's thread."""

    told = Signal(str, float)
    """The stage in words, and how much of it is done (0 to 1)."""
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._stop = threading.Event()
        self._last = (0.0, "")
        self._ended.connect(self._end)
        self.running = False

    def run(self, work: Callable[[Watch], Any]) -> None:
        """Begin; one of ``done``, ``failed`` and ``stopped`` comes at the end."""
        self._stop.clear()
        self.running = True
        self._pool.start(lambda: self._work(work))

    def stop(self) -> None:
        """Let the work stop as soon as it can; ``stopped`` comes when nothing of it is left."""
        self._stop.set()

    def wait(self) -> None:
        """Stop, and wait for the end."""
        self.stop()
        self._pool.waitForDone()

    def _work(self, work: Callable[[Watch], Any]) -> None:
        try:
            answer = work(Watch(self._tell, self._stop.is_set))
        except Exception as fault:  # told in the window's thread
            answer = fault
        self._ended.emit(answer)

    def _tell(self, stage: Stage, part: float) -> None:
        now, (last, before) = time.monotonic(), self._last
        if stage != before or part >= 1 or now - last >= _LEAST_S:
            self._last = (now, stage)
            self.told.emit(stage.value, part)

    def _end(self, answer: object) -> None:
        self.running = False
        if isinstance(answer, CancelledError):
            self.stopped.emit()
        elif isinstance(answer, KnownError):
            self.failed.emit(answer.sentence)
        elif isinstance(answer, Exception):
            self.failed.emit(DEFECT)
            sys.excepthook(type(answer), answer, answer.__traceback__)
        else:
            self.done.emit(answer)
