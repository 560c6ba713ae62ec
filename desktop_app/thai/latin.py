"""A Thai name in plain Latin letters, for file names that every stick and every system keeps."""

import re
import unicodedata

_PLAIN = re.compile(r"[A-Za-z0-9]")
_VOWEL_FIRST = re.compile(r"([เแโใไ])([ก-ฮ])")
"""A vowel that is written before the letter it is spoken after."""


def latin_name(text: str) -> str:
    """Return ``text`` letter by letter in a-z and 0-9, as it is spoken; what has no letter there is left out.

    The letters are those of Unicode's names (THAI CHARACTER KO KAI -> k): enough to tell two offices
    apart, no transcription.
    """
    return "".join(map(_latin, _VOWEL_FIRST.sub(r"\2\1", text)))


def _latin(char: str) -> str:
    if _PLAIN.match(char):
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    words = unicodedata.name(char, "").removeprefix("THAI CHARACTER ").split()
    if words[:1] == ["SARA"]:
        return words[1].lower()
    if words[-1:] == ["HAN-AKAT"]:
        return "a"
    if len(words) == 2 and words[0].endswith("O") and unicodedata.category(char) == "Lo":
        return words[0].removesuffix("O").lower() or "o"
    return ""
