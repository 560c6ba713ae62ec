"""Where a line of Thai may end.

Three levels, from the best break to the last resort:

- `pieces`: what stays together on a line: a word with its brackets and ๆ, a number with its unit
  (๙๘.๙๙ คะแนน), a date (๑ ต.ค. ๖๖), an abbreviation with what it shortens (พ.ศ. ๒๕๖๗, จ.จันทบุรี), a
  personal name, an official term, a web address.
- `inner`: the pieces of a piece that does not fit its line: the words of a term, a day with its month.
- `clusters` (desktop_app.thai.clusters): what is never parted.

The rules (desktop_app.thai.bonds) are those of Thai office typing and of ราชบัณฑิตยสภา's advice not to
part names, numbers from units, or abbreviations.
"""

import re
from collections.abc import Iterable, Sequence

from desktop_app.thai.bonds import Hold, free, may_break, places
from desktop_app.thai.tokens import Segmenter, Token, name_parts, segmenter

ZERO_WIDTH_SPACE = "\u200b"

_URL_PARTS = re.compile(r"[^/.-]*[/.-]+|[^/.-]+")
_WORD_PARTS = re.compile(r"[^-._&]*[-._&]+|[^-._&]+")


def pieces(text: str, terms: Iterable[str] = ()) -> list[str]:
    """Return what may not be parted while it fits a line, each with the space that follows it.

    The pieces concatenate to ``text``; a line may end after any of them.
    """
    return _join(segmenter(frozenset(terms)).tokens(text), Hold.ALL)


def inner(piece: str, terms: Iterable[str] = ()) -> list[str]:
    """Return the parts of a piece that does not fit its line; [piece] when only its clusters are left."""
    divider = segmenter(frozenset(terms))
    tokens = [part for token in divider.tokens(piece) for part in _opened(token)]
    for hold in (Hold.NUMBERS, Hold.DAYS, Hold.MUST):
        parts = _join(tokens, hold)
        if len(parts) > 1:
            return parts
    return _join([part for token in tokens for part in _parted(token, divider)], Hold.MUST)


def with_breaks(text: str, terms: Iterable[str] = ()) -> str:
    """Return ``text`` with U+200B where a line may end, for display only.

    Without the U+200B it is ``text`` again. None is put beside a space, where every reader breaks anyway.
    """
    parts = pieces(text, terms)
    marked = [part if part[-1].isspace() else part + ZERO_WIDTH_SPACE for part in parts[:-1]]
    return "".join(marked + parts[-1:])


def _opened(token: Token) -> list[Token]:
    """Divide a name before its surname, an address or a Latin word after its marks."""
    if token.kind == "name":
        return _spaced_like(token, name_parts(token.text))
    divide = {"url": _URL_PARTS, "word": _WORD_PARTS}.get(token.kind)
    if divide is None:
        return [token]
    return _spaced_like(token, [Token("part", part) for part in divide.findall(token.text)])


def _parted(token: Token, divider: Segmenter) -> list[Token]:
    """Divide a word of Thai letters into the words inside it."""
    if token.kind != "thai":
        return [token]
    return _spaced_like(token, [Token("thai", word) for word in divider.inside(token.text)])


def _spaced_like(token: Token, parts: list[Token]) -> list[Token]:
    return [*parts[:-1], parts[-1]._replace(space=parts[-1].space + token.space)]


def _join(tokens: Sequence[Token], hold: Hold) -> list[str]:
    """Join tokens into what stays together."""
    joined = places(tokens, hold)
    found: list[str] = []
    left = Token("space", "")
    for at, right in enumerate(tokens):
        text = right.text + right.space if right.space else right.text
        if not at or (at not in joined and (free(left, right) or may_break(tokens, at, hold))):
            found.append(text)
        else:
            found[-1] += text
        left = right
    return found
