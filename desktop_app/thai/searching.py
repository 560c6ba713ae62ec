"""When two texts are the same to somebody who looks for one of them, and where one stands in the other."""

import re
import unicodedata

from desktop_app.thai.clean import visible_text
from desktop_app.thai.digits import ARABIC, THAI, swap_digits_to_arabic

_SARA_AM = "\u0e4d\u0e32"
"""Nikhahit and sara aa: what ำ is to the eye."""
_DIGITS = {digit: f"[{digit}{other}]" for digit, other in zip(ARABIC + THAI, THAI + ARABIC, strict=True)}


def search_key(text: str) -> str:
    """Return ``text`` as it is compared: Arabic digits, small letters, one space for any white space."""
    plain = unicodedata.normalize("NFC", visible_text(text)).replace(_SARA_AM, "ำ")
    return " ".join(swap_digits_to_arabic(plain).lower().split())


def search_words(query: str) -> tuple[str, ...]:
    """Return what a query asks for, as keys: its words, all of which have to be there."""
    return tuple(dict.fromkeys(search_key(query).split()))


def spans_of(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a query stand in ``text``: (start, end) each, in order, none overlapping."""
    words = search_words(query)
    if not words:
        return ()
    pattern = "|".join(_pattern(word) for word in sorted(words, key=len, reverse=True))
    return tuple(found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def _pattern(word: str) -> str:
    return "".join(_DIGITS.get(char) or ("(?:ำ|ํา)" if char == "ำ" else re.escape(char)) for char in word)
