"""Text as it comes from the keyboard, made fit to be stored."""

import unicodedata

INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}


def typed(text: str) -> str:
    """Return the text with plain line feeds and without characters nobody can see.

    Nothing that can be seen is changed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(char for char in lines if char in "\n\t" or not _invisible(char))


def _invisible(char: str) -> bool:
    return char in INVISIBLE or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn")
