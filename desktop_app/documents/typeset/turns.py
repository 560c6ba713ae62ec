"""Long work that lets others have their turn."""

from collections.abc import Callable

Turn = Callable[[], None]
"""Called again and again in long work: there it can wait for others, or be stopped by an exception."""


def go_on() -> None:
    """Go on without a pause."""
