"""Work that may take longer than a blink, beside the window."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal

from desktop_app.errors import KnownError
from desktop_app.language import _

PATIENCE_MS = 500
"""Work longer than this is told to the clerk."""


class Jobs(QObject):
    """Runs one piece of work at a time in a thread; its outcome comes back in the window's thread."""

    busy = Signal(str)
    """Work takes long: what it is ("กำลังนำเข้า…")."""
    idle = Signal()
    failed = Signal(str)
    """A foreseen fault, as a sentence."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._words = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.busy.emit(self._words))
        self._finished.connect(self._finish)
        self.running = 0

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], words: str) -> None:
        """Run ``work`` in the thread, then ``done`` with its answer here."""
        self.running += 1
        self._words = words
        self._patience.start()
        self._pool.start(lambda: self._work(work, done))

    def wait(self) -> None:
        """Wait for what runs; its outcome is told before this returns."""
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self)

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run in the thread; the outcome, good or bad, goes to the window's thread."""
        try:
            answer = work()
        except Exception as fault:  # told in the window's thread
            answer = fault
        self._finished.emit(done, answer)

    def _finish(self, done: Callable[[Any], None], answer: Any) -> None:
        self.running -= 1
        if not self.running:
            self._patience.stop()
            self.idle.emit()
        if isinstance(answer, KnownError):
            self.failed.emit(answer.sentence)
        elif isinstance(answer, Exception):
            self.failed.emit(_("เกิดข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลเดิมไม่ถูกแก้ไข กรุณาลองอีกครั้ง"))
            sys.excepthook(type(answer), answer, answer.__traceback__)
        else:
            done(answer)
