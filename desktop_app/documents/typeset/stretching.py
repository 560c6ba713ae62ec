"""Where a line is stretched, and how much: between words and, the Thai way, between letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from desktop_app.documents.typeset.page import Text
from desktop_app.documents.typeset.shaping import Glyph, Kind, Word
from desktop_app.thai.clusters import LEADING

_SPACE_SHARE = 8.0
"""How much more of a line's slack a space takes than the gap between two letters."""
_JOINED = 0.02
"""Ems between two letters up to which readers join them: after a mark poppler parts them at more (tried)."""
_LETTER_LIMIT = 0.06
"""Ems between two letters at most: more would be letters apart."""
_SPACE_EASY, _SPACE_LIMIT = 0.4, 0.8
"""Ems by which a space grows before the letters are parted further, and at most: more would be a hole."""
_LEAST = 0.005
"""Points of slack that nobody sees."""


class Gap(Enum):
    """Where a line can be stretched."""

    NONE = 0
    LETTER = 1
    SPACE = 2


class Wider(NamedTuple):
    """Points by which a line's gaps are wider than natural."""

    letter: float = 0.0
    space: float = 0.0
    apart: bool = False
    """Whether a reader may take the letters for words of their own."""

    def at(self, gap: Gap) -> float:
        """Return the points for one gap."""
        return {Gap.NONE: 0.0, Gap.LETTER: self.letter, Gap.SPACE: self.space}[gap]


def is_stretched(item: Text) -> bool:
    """Tell whether a line has slack to share out."""
    return item.stretch > _LEAST


def stretched(words: Sequence[Word], item: Text) -> Wider | None:
    """Share a line's slack out over its gaps: mostly to the spaces, a little between letters.

    Between letters no more than readers of the file join to a word, as long as the spaces take the rest with
    ease; then more. A line that would be all gaps ends before the margin instead, its spaces as they are.
    None: there is no slack.
    """
    if not is_stretched(item):
        return None
    gaps = Counter(_gaps(words))
    letters, spaces = gaps[Gap.LETTER] if item.spread else 0, gaps[Gap.SPACE]
    slack = item.stretch / item.size
    letter = min(slack / (letters + _SPACE_SHARE * spaces), _JOINED) if letters else 0.0
    if slack > letters * _LETTER_LIMIT + spaces * _SPACE_LIMIT:
        return Wider(letter * item.size)
    if letters and slack - letter * letters > _SPACE_EASY * spaces:
        letter = min((slack - _SPACE_EASY * spaces) / letters, _LETTER_LIMIT)
    space = (slack - letter * letters) / spaces if spaces else 0.0
    return Wider(letter * item.size, space * item.size, letter > _JOINED)


def _gaps(words: Sequence[Word]) -> Iterator[Gap]:
    """Tell what kind of gap is before each glyph of a line."""
    before = ""
    for word in words:
        for run in word.runs:
            for glyph in run.glyphs:
                yield gap(before, glyph)
                before = glyph.text or before


def gap(before: str, glyph: Glyph) -> Gap:
    """Return the kind of gap between a text and a glyph: none between a vowel or mark and its consonant.

    ย ว อ of a vowel such as เ-ีย stand apart as the letters that they are.
    """
    if not before or not glyph.advance or glyph.kind is Kind.OUTLINE:
        return Gap.NONE
    if before.isspace():
        return Gap.SPACE
    if glyph.text in "ะาำๅ" or before in LEADING or glyph.text.isspace():
        return Gap.NONE
    return Gap.LETTER
