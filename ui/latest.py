"""Work beside the window on the newest state: a moment after the last change, one at a time."""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.errors import KnownError

REST_MS = 150
"""How long the clerk's hands rest before work starts."""
AT_ONCE = 0.3
"""Seconds of the processor after which work is no longer done in haste: the window comes first."""
SHARE = 0.005
"""Seconds that are then worked, and rested, in turn."""


def one_thread(parent: QObject) -> QThreadPool:
    """Return a pool that does one thing after the other."""
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    return pool


class StaleError(Exception):
    """Nobody waits for this work any more."""


class Latest(QObject):
    """Runs ``work`` in a thread of its own, never twice at the same time; the newest request wins.

    ``ready`` gives what ``work`` answered.

    ``failed`` gives a sentence for the clerk; a fault nobody foresaw also goes to ``sys.excepthook``,
    that is, to the crash report.
    """

    ready = Signal(object)
    failed = Signal(str)
    busy = Signal(bool)
    _done = Signal(int, object)

    def __init__(
        self,
        work: Callable[..., Any],
        sentence: str,
        parent: QObject | None = None,
        pool: QThreadPool | None = None,
    ) -> None:
        """``pool`` is given when others work in the same thread: the window has to share with one alone."""
        super().__init__(parent)
        self._work = work
        self._sentence = sentence
        self._wanted: tuple[Any, ...] | None = None
        self._newest = 0
        self._at = 0
        """The number of the request that is being worked on."""
        self._began = self._rested = 0.0
        self._running = False
        self._closed = False
        self._pool = one_thread(self) if pool is None else pool
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._start)
        self._done.connect(self._finish)

    def request(self, *what: Any) -> None:
        """Ask for the work on this; an earlier request that is not finished is dropped."""
        if self._closed:
            return
        self._newest += 1
        self._wanted = what
        self.busy.emit(True)
        self._rest.start()

    def cancel(self) -> None:
        """Drop what was asked for, for example when the report is closed."""
        self._newest += 1
        self._wanted = None
        self._rest.stop()
        self.busy.emit(False)

    def give_up_stale(self) -> None:
        """Raise StaleError when nobody waits for this work any more: it calls this now and then."""
        if self._closed or self._at != self._newest:
            raise StaleError

    def turn(self) -> None:
        """Give up what is stale, and let the window work while this takes long; called in the thread."""
        self.give_up_stale()
        now = time.thread_time()
        if now - self._began > AT_ONCE and now - self._rested > SHARE:
            time.sleep(SHARE)
            self._rested = now

    def rest(self) -> None:
        """Drop what was asked for and wait for what runs; it may be asked again later."""
        self.cancel()
        self._pool.waitForDone()

    def close(self) -> None:
        """Drop everything and wait for the thread; nothing is emitted afterwards."""
        self._closed = True
        self._wanted = None
        self._rest.stop()
        self._pool.waitForDone()

    def _start(self) -> None:
        if self._running or self._wanted is None:
            return
        what, ticket = self._wanted, self._newest
        self._wanted = None
        self._at = ticket
        self._running = True
        self._pool.start(lambda: self._carry_out(ticket, what))

    def _carry_out(self, ticket: int, what: tuple[Any, ...]) -> None:
        """Work, in the thread, and hand over what came of it."""
        self._began = self._rested = time.thread_time()
        try:
            outcome = self._work(*what)
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
            self.failed.emit(self._sentence)
            sys.excepthook(type(outcome), outcome, outcome.__traceback__)
        else:
            self.ready.emit(outcome)
