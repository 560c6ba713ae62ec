"""Words of scripts that run from right to left stand from right to left as well."""

from collections.abc import Sequence

from desktop_app.documents.typeset.shaping import Word, runs_leftward


def in_visual_order(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words and spaces of a line as they stand from left to right.

    Neighbouring words from right to left change places, with the spaces between them; all else stays.
    """
    found: list[Word] = []
    phrase: list[Word] = []
    behind: list[Word] = []
    for word in words:
        if runs_leftward(word.text):
            phrase += (*behind, word)
            behind = []
        elif phrase and word.text.isspace():
            behind.append(word)
        else:
            found += (*reversed(phrase), *behind, word)
            phrase, behind = [], []
    return (*found, *reversed(phrase), *behind)
