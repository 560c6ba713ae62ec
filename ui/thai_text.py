"""Thai text for labels: the same words as on paper, so that the screen breaks lines where the page does.

Qt breaks Thai only where the system has libthai (no Windows PC has it). A zero-width space between the
words of a *display* string lets Qt wrap it rightly everywhere. Such a string is for showing alone: what
is typed, stored, copied or printed never holds one (``plain`` takes them out again).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

BREAK = "\u200b"
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\u00ad\u0000\ufffc"))
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def display(text: str, terms: Iterable[str] = ()) -> str:
    """Return ``text`` with a zero-width space wherever a line may break; for labels and tooltips only.

    ``terms`` are words never to be broken, such as the office's own name. The first call loads the
    dictionary (about 50 ms): call ``warm_up`` after the first paint, not before it.
    """
    return _display(text, tuple(terms))


@lru_cache(maxsize=4096)
def _display(text: str, terms: tuple[str, ...]) -> str:
    from desktop_app.thai import words

    return words.with_breaks(text, terms)


def plain(text: str) -> str:
    """Return ``text`` with line feeds for all line ends and without characters that guide line breaking."""
    return _LINE_ENDS.sub("\n", text).replace("\t", " ").translate(_INVISIBLE)


def warm_up() -> None:
    """Load the dictionary. Harmless to call from a thread or a timer, once the window has been painted."""
    display("ก")
