"""Asking a drive something: a stick that sleeps or fails may take minutes, and nobody waits for it."""

import queue
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_HEARD_MS = 30


class Looking(QObject):
    """Asks in threads of their own; ``answered`` comes in the window's thread, or never once it is gone."""

    answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._left = 0
        self._heard = QTimer(self)
        self._heard.setInterval(_HEARD_MS)
        self._heard.timeout.connect(self._hear)

    @property
    def running(self) -> bool:
        """True while an answer is waited for."""
        return self._left > 0

    def ask(self, question: Callable[[], object]) -> None:
        """Begin to ask."""
        self._left += 1
        self._heard.start()
        threading.Thread(target=_put_answer, args=(question, self._answers), daemon=True).start()

    def _hear(self) -> None:
        try:
            answer = self._answers.get_nowait()
        except queue.Empty:
            return
        self._left -= 1
        if not self._left:
            self._heard.stop()
        if isinstance(answer, Exception):
            sys.excepthook(type(answer), answer, answer.__traceback__)
        else:
            self.answered.emit(answer)


def _put_answer(question: Callable[[], object], answers: "queue.SimpleQueue[object]") -> None:
    try:
        answers.put(question())
    except Exception as fault:  # told in the window's thread
        answers.put(fault)
