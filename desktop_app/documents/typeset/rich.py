"""Text of several faces and looks: one text for whoever looks for words, several stretches for the shaper.

A stretch that ends inside a cluster is taken to end behind it: a cluster looks like its first character.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.looks import PLAIN, Look
from desktop_app.documents.typeset.shaping import Word, shape
from desktop_app.thai.clusters import clusters


class Stretch(NamedTuple):
    """A stretch of text in one face and one look."""

    text: str
    face: Face
    look: Look = PLAIN


Rich = tuple[Stretch, ...]
Source = str | Rich
"""What a paragraph can be made of: text in the paragraph's own face, or stretches."""


def plain(text: Source) -> str:
    """Return what a text says."""
    return text if isinstance(text, str) else "".join(stretch.text for stretch in text)


def cut(text: Source, start: int, end: int) -> Source:
    """Return the characters from ``start`` to ``end`` in their faces and looks."""
    if isinstance(text, str):
        return text[start:end]
    found: list[Stretch] = []
    at = 0
    for stretch in text:
        part = stretch.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            found.append(stretch._replace(text=part))
        at += len(stretch.text)
    return tuple(found)


def paragraphs(text: Source) -> list[Source]:
    """Divide a text at its line feeds; at least one paragraph, perhaps an empty one."""
    if isinstance(text, str):
        return list(text.split("\n"))
    found: list[Source] = []
    start = 0
    for line in plain(text).split("\n"):
        found.append(cut(text, start, start + len(line)))
        start += len(line) + 1
    return found


class Dresser:
    """Makes the words of one rich text, each of the faces and looks that its characters have."""

    def __init__(self, text: Rich) -> None:
        self._text = text
        self._said = plain(text)
        self._ends = _snapped(list(accumulate(len(stretch.text) for stretch in text)), self._said)

    def word(self, start: int, end: int) -> Word:
        """Return the word from ``start`` to ``end``, the borders of clusters."""
        parts: list[Stretch] = []
        at = bisect_right(self._ends, start)
        while start < end:
            until = max(start, min(end, self._ends[at]))
            if until > start:
                parts.append(self._text[at]._replace(text=self._said[start:until]))
            start, at = until, at + 1
        return dressed(tuple(parts))


def _snapped(ends: Sequence[int], text: str) -> list[int]:
    """Move every end that is inside a cluster behind that cluster."""
    borders = [0, *accumulate(map(len, clusters(text)))]
    return [borders[bisect_right(borders, end - 1)] if end else 0 for end in ends]


@lru_cache(maxsize=1024)
def dressed(parts: Rich) -> Word:
    """Shape stretches and set them side by side as one word."""
    runs = []
    width = 0.0
    for text, face, look in parts:
        word = shape(text, face)
        runs += [run._replace(look=look) for run in word.runs]
        width += word.width * look.size
    return Word(plain(parts), tuple(runs), width)
