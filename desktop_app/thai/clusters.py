"""Clusters: the smallest stretches of text that may never be parted.

A Thai cluster is a consonant with everything that belongs to it: the vowel written before it, the
vowels and tone marks above and below, the vowel written behind it, and a silenced consonant (การันต์)
that follows. Elsewhere a cluster is a letter with its combining marks, or an emoji with its modifiers.
"""

import re
from functools import cache, lru_cache

LEADING = "เแโใไ"
"""Vowels that are written before the consonant they belong to."""

_MARK = "ัิ-ฺ็-๎"
FOREIGN_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u093c\u093e-\u094f"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
)
"""Marks of other scripts, for a class of characters."""
_CHANGING = f"\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f{FOREIGN_MARKS}\u200c\u200d\u20e3\ufe00-\ufe0f"
"""These and the signs that change the emoji before them; the highest first (it compiles faster)."""
_DEPENDING = f"[{_CHANGING}{_MARK}ะาำๅ]*"
"""Whatever clings to the letter before it: Thai vowels and marks, other marks, emoji modifiers."""
_SILENT = "[ก-ฮ]?[ก-ฮ][ิุ]?์"
_TAIL = f"{_DEPENDING}(?:{_SILENT}{_DEPENDING})*"
_PICTURE = "[\U0001f000-\U0001faff\u2190-\u2bff]"
FOREIGN = (
    rf"\r\n|[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}{_DEPENDING}(?:(?<=\u200d){_PICTURE}{_DEPENDING})*"
    rf"|[^ก-ฮ]{_DEPENDING}"
)
"""The clusters that do not begin with a Thai consonant: two letters of a flag, joined pictures, a letter."""
_PAIR = (
    "(?:[กขคฆจชซดตถทธบปผพฟภศสอ][รลว]|ห[งญณนมยรลวฬ]|ส[งดตถนบปพมย]|ฉ[ลนม]|ข[มนย]|ถ[ลน]|ผ[ชยสอ]|ต[มน]|พ[นย]|"
    "ก[ษนบ]|อย|ชม|คณ)"
)
"""Two consonants that one vowel before them can hold: กล in ไกล่, หม in เหม็น, สด in เสด็จ."""
_CLUSTER = (
    rf"(?:เ[ก-ฮ][ก-ฮ]?(?:ี[่-๋]?ย|ื[่-๋]?อ)|[เแ]{_PAIR}(?=[ิีื็่-๋])|[โใไ]{_PAIR}(?=[่-๋])|[{LEADING}][ก-ฮ]"
    rf"|[ก-ฮ](?:ั[่-๋]?วะ)?){_TAIL}"
    rf"|{FOREIGN}"
)
_SILENCER = "\u0e4c"
_SILENT_FIRST = re.compile(_SILENT)
DEPENDENT = frozenset("ะาำๅฯๆ") | {chr(c) for c in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))}
"""Signs that belong to what stands before them."""
_DEPENDENTS = f"ะาำๅฯๆ{_MARK}"
_UNCUT = re.compile(
    rf"(?:[{LEADING}]+[^{LEADING}{_DEPENDENTS}]?|[^{LEADING}])[{_DEPENDENTS}]*(?:{_SILENT}[{_DEPENDENTS}]*)*",
    re.DOTALL,
)


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """Return the clusters of ``text`` in order; their concatenation is ``text``.

    ฯ and ๆ are clusters of their own here; that no line begins with them is the business of words.
    """
    return tuple(match.group() for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a cluster, compiled when it is first wanted (3 ms)."""
    return re.compile(_CLUSTER, re.DOTALL)


def may_part(text: str, at: int) -> bool:
    """Tell whether a word may begin at ``at``: not where that would cut a cluster."""
    return not at or (
        text[at] not in DEPENDENT and text[at - 1] not in LEADING and not begins_silent(text, at)
    )


def without_silent(text: str) -> str:
    """Return ``text`` with a dependent sign for every silenced consonant: none may begin a word."""
    if _SILENCER not in text:
        return text
    starts = [_SILENT_FIRST.match(text, at) for at in range(len(text))]
    return "".join(_SILENCER if start else letter for letter, start in zip(text, starts, strict=True))


def uncut(text: str) -> list[str]:
    """Return the stretches of ``text`` between the places where a word may end, in order.

    Shorter than `clusters`, which keep vowels of several signs together (เ-ือ) across what can be the
    border of two words (เท|ทิ้ง).
    """
    return _UNCUT.findall(text)


def begins_silent(text: str, at: int = 0) -> bool:
    """Tell whether a silenced consonant stands at ``at``: it belongs to what precedes it."""
    return _SILENCER in text and _SILENT_FIRST.match(text, at) is not None
