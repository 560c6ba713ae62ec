"""Thai text for labels: the same words as on paper, so that the screen breaks lines where the page does.

Qt breaks Thai only where the system has libthai (no Windows PC has it). A zero-width space between the
words of a *display* string lets Qt wrap it rightly everywhere. Such a string is for showing alone: what
is typed, stored, copied or printed never holds one (``plain`` takes them out again).
"""

from collections.abc import Iterable
from functools import lru_cache

from desktop_app.thai.clean import visible_text

OBJECT = "\ufffc"
"""What Qt puts where a picture was pasted."""


def display(text: str, terms: Iterable[str] = ()) -> str:
    """Return ``text`` with a zero-width space wherever a line may break; for labels and tooltips only.

    ``terms`` are words never to be broken, such as the office's own name. The first call loads the
    dictionary (about 50 ms), so none is made before the first paint.
    """
    return _display(text, tuple(terms))


@lru_cache(maxsize=4096)
def _display(text: str, terms: tuple[str, ...]) -> str:
    from desktop_app.thai import words

    return words.with_breaks(text, terms)


def plain(text: str) -> str:
    """Return ``text`` with line feeds for all line ends and without characters that guide line breaking."""
    return visible_text(text).replace("\t", " ").replace(OBJECT, "")
