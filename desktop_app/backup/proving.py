"""Proving a database page by page, in a thread beside the writing of it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self

from desktop_app.backup.beside import told_until
from desktop_app.backup.faults import DamagedDataError
from desktop_app.backup.snapshot import fault_in
from desktop_app.backup.watch import Stage, Watch

_AGAIN_S = 0.01
"""Seconds after which a look that goes on is ended once more: it may not have begun yet."""


class Proof:
    """SQLite's look at every page and index through ``connection``, which nobody else uses until it is done.

    The end of ``with`` ends the look.
    """

    def __init__(self, connection: sqlite3.Connection, watch: Watch) -> None:
        self._connection, self._watch = connection, watch
        self._pool = ThreadPoolExecutor(1)
        self._fault = self._pool.submit(fault_in, connection)

    def glance(self) -> None:
        """Raise DamagedDataError when a fault was found by now, sqlite3.Error when the look failed."""
        if self._fault.done() and self._fault.result():
            raise DamagedDataError

    def require(self) -> None:
        """Wait until all was looked at, and raise as ``glance`` does. Raises CancelledError."""
        self._watch.at(Stage.CHECK, 0, 1)
        told_until(self._watch, Stage.CHECK, self._fault)
        self.glance()
        self._watch.at(Stage.CHECK, 1, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        while kind is not None and not self._fault.done():
            self._connection.interrupt()  # which ends only what is being looked at just now
            wait([self._fault], _AGAIN_S)
        self._pool.shutdown()
