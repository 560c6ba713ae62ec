"""Long work on the window's thread, piece by piece, in turns with the window's own."""

import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.actions.pieces import Pieces
from desktop_app.errors import KnownError
from ui.work_sign import WorkSign

PATIENCE_S = 0.5
"""Work that takes no longer is done at once; of longer work a sign tells how far it is, and can stop it."""
_TURN_S = 0.03


class InTurns(QObject):
    """Does pieces of work (see actions.pieces). One signal comes at the end; for short work at once."""

    finished = Signal(object)
    """What came of the work."""
    failed = Signal(str)
    """A foreseen fault, as a sentence."""
    stopped = Signal()

    def __init__(self, pieces: Pieces[Any], sign: WorkSign, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces, self._sign = pieces, sign
        self._sign.rejected.connect(self.stop)
        self._turn = QTimer(self)
        self._turn.timeout.connect(lambda: self._work(_TURN_S))
        self._over = False

    def start(self) -> None:
        """Begin."""
        self._work(PATIENCE_S)
        if not self._over:
            self._sign.open()
            self._turn.start(0)

    def stop(self) -> None:
        """Do no more; what closing the generator takes back is taken back."""
        if self._over:
            return
        self._end()
        try:
            self._pieces.close()
        except KnownError as fault:
            self.failed.emit(fault.sentence)
        else:
            self.stopped.emit()

    def _work(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._over and time.monotonic() < end:
            self._piece()

    def _piece(self) -> None:
        try:
            done = next(self._pieces)
        except StopIteration as end:
            self._end()
            self.finished.emit(end.value)
        except KnownError as fault:
            self._end()
            self.failed.emit(fault.sentence)
        except Exception:
            self._end()
            raise
        else:
            self._sign.show_done(*done)

    def _end(self) -> None:
        self._over = True
        self._turn.stop()
        self._sign.rejected.disconnect(self.stop)
        self._sign.close()
        self._sign.deleteLater()
        self.deleteLater()
