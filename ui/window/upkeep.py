"""Python under the window: threads take turns quickly, and garbage is collected while nothing is done.

Python itself collects when enough was made, on whichever thread made it: a tenth of a second in the midst of
a word, and what belongs to Qt's windows may be deleted on the thread that lays out pages, which Qt forbids.
"""

import ctypes
import gc
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

SWITCH_SECONDS = 0.001
"""How soon the window's thread gets its turn back from one that lays out pages: a fifth of Python's own."""
WORTH = 10_000
"""Objects that must have come since the last collection to make another one worth its time."""
TOO_MUCH = 1_000_000
"""Objects that are collected though work goes on."""
_TICK_MS = 1000
_ARENAS = -8
"""glibc's M_ARENA_MAX: of how many heaps threads take their memory."""
_STILL = 200
"""Objects that come and go in a tick in which nothing is done."""


class Upkeep(QObject):
    """Keeps Python's house from now on, on the thread of its parent; ``stop`` leaves it to Python again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._switched = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)
        gc.disable()
        _share_one_heap()
        self._before = 0
        self._began = False
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start(_TICK_MS)

    def tick(self) -> None:
        """Collect when it is worth it, and on no thread anything was made since the tick before."""
        made = gc.get_count()[0]
        still = abs(made - self._before) <= _STILL
        self._before = made
        if made < WORTH or not (still or made >= TOO_MUCH):
            return
        gc.collect()
        if not self._began:
            gc.freeze()  # what the window stands on stays as long as it: it need not be looked at again
        self._began = True
        self._before = gc.get_count()[0]

    def stop(self) -> None:
        """Leave all of it to Python again."""
        self._ticks.stop()
        gc.unfreeze()
        gc.enable()
        sys.setswitchinterval(self._switched)


def _share_one_heap() -> None:
    """Let all threads take their memory of one heap: what one has given back, another can use (Linux)."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_ARENAS, 1)
