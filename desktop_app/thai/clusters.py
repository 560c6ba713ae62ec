"""Clusters: the smallest stretches of text that may never be parted.

A Thai cluster is a consonant with everything that belongs to it: the vowel written before it, the
vowels and tone marks above and below, the vowel written behind it, and a silenced consonant (การันต์)
that follows. Elsewhere a cluster is a letter with its combining marks, or an emoji with its modifiers.
"""

import re
from functools import lru_cache

LEADING = "เแโใไ"
"""Vowels that are written before the consonant they belong to."""

_MARK = "ัิ-ฺ็-๎"
_FOREIGN_MARK = (
    "\u0300-\u036f\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u064b-\u065f\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
)
_DEPENDING = f"[{_MARK}ะาำๅ{_FOREIGN_MARK}]*"
"""Whatever clings to the letter before it: Thai vowels and marks, other marks, emoji modifiers."""
_SILENT = "[ก-ฮ]?[ก-ฮ][ิุ]?์"
_TAIL = f"{_DEPENDING}(?:{_SILENT}{_DEPENDING})*"
_CLUSTER = re.compile(
    rf"เ[ก-ฮ][ก-ฮ]?ี[่-๋]?ย{_TAIL}"
    rf"|เ[ก-ฮ][ก-ฮ]?ื[่-๋]?อ{_TAIL}"
    rf"|[{LEADING}][ก-ฮ](?:[ก-ฮ](?=[{_MARK}]))?{_TAIL}"
    rf"|[ก-ฮ]ั[่-๋]?วะ{_TAIL}"
    rf"|[ก-ฮ]{_TAIL}"
    rf"|\r\n"
    rf"|[^ก-ฮ]{_DEPENDING}(?:\u200d.{_DEPENDING})*",
    re.DOTALL,
)
_DEPENDENT = frozenset("ะาำๅฯๆ") | {chr(c) for c in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))}
_SILENT_FIRST = re.compile(_SILENT)


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """Return the clusters of ``text`` in order; their concatenation is ``text``.

    ฯ and ๆ are clusters of their own here; that no line begins with them is the business of words.
    """
    return tuple(match.group() for match in _CLUSTER.finditer(text))


def may_part(text: str, at: int) -> bool:
    """Tell whether a word may end at ``at`` inside ``text``: true unless that would cut a cluster.

    Looser than `clusters`, which keeps vowels of several signs together (เ-ือ) across what can be the
    border of two words (เท|ทิ้ง). ``at`` is an offset with 0 < at < len(text).
    """
    return text[at] not in _DEPENDENT and text[at - 1] not in LEADING and not begins_silent(text, at)


def begins_silent(text: str, at: int = 0) -> bool:
    """Tell whether a silenced consonant stands at ``at``: it belongs to what precedes it."""
    return _SILENT_FIRST.match(text, at) is not None
