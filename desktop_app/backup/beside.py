"""Doing one thing beside another: bytes are added up in a thread while they are written or more are read."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Self, TypeVar

from desktop_app.backup.watch import Stage, Watch

Answer = TypeVar("Answer")
WORD_S = 0.25
"""Seconds after which somebody who waits hears of it again."""
_MOST_WAITING = 4
"""Blocks that may wait: so much memory it takes at most, whatever the size of the file."""


def told_while(watch: Watch, stage: Stage, act: Callable[[], Answer]) -> Answer:
    """Do something that tells nothing by itself, and let who waits hear that it goes on.

    Raises CancelledError once it is done, when it was to stop meanwhile.
    """
    watch.at(stage, 0, 1)
    with ThreadPoolExecutor(1) as pool:
        answer = told_until(watch, stage, pool.submit(act))
    watch.at(stage, 1, 1)
    return answer


def told_until(watch: Watch, stage: Stage, coming: Future[Answer], part: float = 0) -> Answer:
    """Wait for an answer and tell of it meanwhile. Raises what the answer does, CancelledError."""
    while not wait([coming], WORD_S).done:
        watch.at(stage, round(part * 1000), 1000)
    return coming.result()


class Beside:
    """Does what it is given in a thread of its own, in that order. The end of ``with`` waits for all of it.

    What fails there is raised by the next ``do``, or at the end unless something else failed before.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._waiting: deque[Future[Any]] = deque()

    def do(self, act: Callable[..., object], *values: object) -> None:
        """Let something be done; wait when too much waits already."""
        if len(self._waiting) >= _MOST_WAITING:
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(act, *values))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self._pool.shutdown()
        if kind is None:
            for each in self._waiting:
                each.result()
