"""Words that are offered while somebody types: what stood in such a cell before, and usual phrases."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.form import ColumnKind
from desktop_app.thai.searching import search_key

MOST = 8
"""Offers that are shown at once; nobody reads more while typing."""
LEAST_TYPED = 2
"""Characters that have to be typed before something is offered."""
_LONGEST = 400
_SHORTEST = 3
_MARK = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,3}[.)]+(?![0-9๐-๙])|[-–•])\s*")
_BETWEEN_UNITS = re.compile(r"[,\n]")


@dataclass(frozen=True, slots=True)
class WordsOffered:
    """What can be offered in one column, the likeliest first. ``entries`` are (search key, text)."""

    entries: tuple[tuple[str, str], ...]

    def beginning(self, typed: str, most: int = MOST) -> tuple[str, ...]:
        """Return what begins with ``typed``, then what holds it; nothing that is typed in full already.

        With nothing typed the likeliest are returned.
        """
        key = search_key(typed)
        if not key:
            return tuple(text for _, text in self.entries[:most])
        first = [text for one, text in self.entries if one.startswith(key) and one != key]
        if len(first) < most and len(key) >= LEAST_TYPED:
            first += [text for one, text in self.entries if key in one and not one.startswith(key)]
        return tuple(first[:most])


def words_offered(used: Iterable[str], usual: Iterable[str], kind: ColumnKind) -> WordsOffered:
    """Return what is offered in a column out of the texts of its cells, the newest first, and usual words.

    The oftener something was used the earlier it is offered; usual words come last.
    """
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for text in used:
        for part in parts_of(text, kind):
            key = _key(part)
            counts[key] += 1
            spelt.setdefault(key, part)
    for part in usual:
        spelt.setdefault(_key(part), part)
    ordered = sorted(spelt, key=lambda key: -counts[key])  # keeps the newest first among equals
    return WordsOffered(tuple((key, spelt[key]) for key in ordered))


def parts_of(text: str, kind: ColumnKind) -> list[str]:
    """Return what of a cell's text can be used again: its lines without their numbers, or its units."""
    if kind is ColumnKind.PERIOD:
        return [text.strip()] if text.strip() else []
    pieces = _BETWEEN_UNITS.split(text) if kind is ColumnKind.UNIT else text.split("\n")
    bare = (piece[_mark_of(piece) :].strip() for piece in pieces)
    return [piece for piece in bare if _SHORTEST <= len(piece) <= _LONGEST]


def typed_part(before: str, kind: ColumnKind) -> int:
    """Return where in ``before``, the text up to the caret, the part begins that is being typed."""
    if kind is ColumnKind.PERIOD:
        return 0
    starts = [
        found.end() for found in (_BETWEEN_UNITS if kind is ColumnKind.UNIT else _LINE).finditer(before)
    ]
    start = starts[-1] if starts else 0
    start += _mark_of(before[start:])
    return start + len(before[start:]) - len(before[start:].lstrip())


_LINE = re.compile("\n")


@lru_cache(maxsize=20_000)
def _key(part: str) -> str:
    return search_key(part)


def _mark_of(line: str) -> int:
    found = _MARK.match(line)
    return found.end() if found else 0
