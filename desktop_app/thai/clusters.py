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
_PAIR = (
    "(?:[กขคฆจชซดตถทธบปผพฟภศสอ][รลว]|ห[งญณนมยรลวฬ]|ส[งดตถนบปพมย]|ฉ[ลนม]|ข[มนย]|ถ[ลน]|ผ[ชยสอ]|ต[มน]|พ[นย]|"
    "ก[ษนบ]|อย|ชม|คณ)"
)
"""Two consonants that one vowel before them can hold: กล in ไกล่, หม in เหม็น, สด in เสด็จ."""
_CLUSTER = re.compile(
    rf"(?:เ[ก-ฮ][ก-ฮ]?ี[่-๋]?ย"
    rf"|เ[ก-ฮ][ก-ฮ]?ื[่-๋]?อ"
    rf"|เ(?:{_PAIR}(?=[ิีื็่-๋])|[ก-ฮ])"
    rf"|แ(?:{_PAIR}(?=[็่-๋])|[ก-ฮ])"
    rf"|[โใไ](?:{_PAIR}(?=[่-๋])|[ก-ฮ])"
    rf"|[ก-ฮ]ั[่-๋]?วะ"
    rf"|[ก-ฮ]){_TAIL}"
    rf"|\r\n"
    rf"|[^ก-ฮ]{_DEPENDING}(?:\u200d.{_DEPENDING})*",
    re.DOTALL,
)
_SILENT_FIRST = re.compile(_SILENT)
_DEPENDENTS = "ะัาำิ-ฺๅๆฯ็-๎"
_UNCUT = re.compile(
    rf"(?:[{LEADING}]+[^{LEADING}{_DEPENDENTS}]?|[^{LEADING}])[{_DEPENDENTS}]*(?:{_SILENT}[{_DEPENDENTS}]*)*",
    re.DOTALL,
)


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """Return the clusters of ``text`` in order; their concatenation is ``text``.

    ฯ and ๆ are clusters of their own here; that no line begins with them is the business of words.
    """
    return tuple(match.group() for match in _CLUSTER.finditer(text))


def uncut(text: str) -> list[str]:
    """Return the stretches of ``text`` between the places where a word may end, in order.

    Shorter than `clusters`, which keep vowels of several signs together (เ-ือ) across what can be the
    border of two words (เท|ทิ้ง).
    """
    return _UNCUT.findall(text)


def begins_silent(text: str, at: int = 0) -> bool:
    """Tell whether a silenced consonant stands at ``at``: it belongs to what precedes it."""
    return _SILENT_FIRST.match(text, at) is not None
