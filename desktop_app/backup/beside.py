"""Doing one thing beside another: bytes are added up in a thread while they are written or more are read."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Self

_MOST_WAITING = 4
"""Blocks that may wait: so much memory it takes at most, whatever the size of the file."""


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
