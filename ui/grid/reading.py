"""Reads a copied table; a large one beside the window, which tells so and can give it up."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.errors import KnownError
from desktop_app.language import _

_SOON_MS = 300
"""What takes no longer needs no telling."""
SOON = 300_000
"""So many characters are read in less time than a dialog takes to open."""
_FAULT = _("อ่านตารางไม่สำเร็จ ข้อมูลเดิมไม่ถูกแก้ไข กรุณาคัดลอกทีละส่วนแล้วลองใหม่")


class TableReader(QObject):
    """Runs what reads a table. ``failed`` tells in a sentence why nothing was read."""

    failed = Signal(str)
    _read_in_thread = Signal(int, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._done: Callable[[Any], None] = lambda _table: None
        self._progress: QProgressDialog | None = None
        self._read_in_thread.connect(self._finish)

    def read(self, work: Callable[[], Any], done: Callable[[Any], None], size: int) -> None:
        """Do ``work``, then ``done`` with the table it returns. ``size``: characters to be read."""
        self._number += 1
        self._done = done
        if size <= SOON:
            self._finish(self._number, _outcome(work))
            return
        self._show_progress()
        number = self._number
        self._pool.start(lambda: self._read_in_thread.emit(number, _outcome(work)))

    def wait(self) -> None:
        """Wait for the thread; what it read is told before the next events are."""
        self._pool.waitForDone()

    def _show_progress(self) -> None:
        progress = QProgressDialog(_("กำลังอ่านตาราง…"), _("ยกเลิก"), 0, 0, self._window)
        progress.setWindowTitle(_("วางตาราง"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(0)
        progress.canceled.connect(self.give_up)
        QTimer.singleShot(_SOON_MS, progress, progress.show)
        self._progress = progress

    def give_up(self) -> None:
        """Forget the table: its thread ends without anybody listening."""
        self._number += 1
        self._close()

    def _finish(self, number: int, outcome: Any) -> None:
        if number != self._number:
            return
        self._close()
        if isinstance(outcome, KnownError):
            self.failed.emit(outcome.sentence)
        elif isinstance(outcome, Exception):
            self.failed.emit(_FAULT)
            sys.excepthook(type(outcome), outcome, outcome.__traceback__)
        else:
            self._done(outcome)

    def _close(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.canceled.disconnect(self.give_up)
            progress.close()
            progress.deleteLater()


def _outcome(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as fault:  # told in the window's thread
        return fault
