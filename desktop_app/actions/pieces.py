"""Long work in pieces: whoever asked for it can tell how far it is, and stop it by closing the generator."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import NamedTuple, TypeVar

Answer = TypeVar("Answer")
_LOOK_S = 0.02


class Done(NamedTuple):
    """How many pieces of how many are ready."""

    pieces: int
    of: int


Pieces = Generator[Done, None, Answer]


def at_once(pieces: Pieces[Answer]) -> Answer:
    """Do all of it, and return what comes of it."""
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def beside(work: Callable[[], Answer], meanwhile: Done) -> Pieces[Answer]:
    """Do in a thread what has no pieces, and tell ``meanwhile`` until it is done. It cannot be stopped."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(work)
        while not wait([coming], _LOOK_S).done:
            yield meanwhile
        return coming.result()
