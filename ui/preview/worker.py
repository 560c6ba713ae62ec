"""Renders the preview beside the window: a moment after the last change, one at a time, the newest wins."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from ui.preview.pages import load

REST_MS = 150
"""How long the clerk's hands rest before a rendering starts."""
_FAILED = "จัดหน้าตัวอย่างไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่"


class PreviewWorker(QObject):
    """Turns requests into pages. ``render`` runs in a thread of its own, never twice at the same time.

    ``ready`` gives what ``render`` answered.

    ``failed`` gives a sentence for the clerk; a fault nobody foresaw also goes to ``sys.excepthook``,
    that is, to the crash report.
    """

    ready = Signal(object)
    failed = Signal(str)
    busy = Signal(bool)
    _done = Signal(int, object)

    def __init__(self, render: Callable[[Report, FormSpec], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._render = render
        self._wanted: tuple[Report, FormSpec] | None = None
        self._newest = 0
        self._running = False
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._start)
        self._done.connect(self._finish)

    def request(self, report: Report, form: FormSpec) -> None:
        """Ask for the PDF of this report; an earlier request that is not finished is dropped."""
        if self._closed:
            return
        self._newest += 1
        self._wanted = (report, form)
        self.busy.emit(True)
        self._rest.start()

    def cancel(self) -> None:
        """Drop what was asked for, for example when the report is closed."""
        self._newest += 1
        self._wanted = None
        self._rest.stop()
        self.busy.emit(False)

    def close(self) -> None:
        """Drop everything and wait for the thread; nothing is emitted afterwards."""
        self._closed = True
        self._wanted = None
        self._rest.stop()
        self._pool.waitForDone()

    def _start(self) -> None:
        if self._running or self._wanted is None:
            return
        (report, form), ticket = self._wanted, self._newest
        self._wanted = None
        self._running = True
        self._pool.start(lambda: self._work(ticket, report, form))

    def _work(self, ticket: int, report: Report, form: FormSpec) -> None:
        """Render, in the thread, and hand over what came of it."""
        try:
            outcome = self._render(report, form)
            load()
        except Exception as fault:  # handed over to the window's thread, which tells it
            outcome = fault
        self._done.emit(ticket, outcome)

    def _finish(self, ticket: int, outcome: Any) -> None:
        self._running = False
        if self._closed:
            return
        if self._wanted is not None and not self._rest.isActive():
            self._start()
        if ticket != self._newest:
            return
        self.busy.emit(False)
        if isinstance(outcome, KnownError):
            self.failed.emit(outcome.sentence)
        elif isinstance(outcome, Exception):
            self.failed.emit(_FAILED)
            sys.excepthook(type(outcome), outcome, outcome.__traceback__)
        else:
            self.ready.emit(outcome)
