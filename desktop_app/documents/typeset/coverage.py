"""Who draws a character: the chosen face, a path of our own, another font, or nobody.

Asked only for text that the chosen face does not have whole.
"""

import unicodedata
from enum import Enum

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.installed import stand_ins
from desktop_app.documents.typeset.signs import SIGNS
from desktop_app.thai.clusters import clusters


class Way(Enum):
    """How a character that comes from no font stands on the page."""

    BLANK = 0
    """As nothing: a space, or what only steers its neighbours."""
    SIGN = 1
    """As a path of our own."""
    CODE = 2
    """As its number in small letters, without one for what is joined to it: no font at hand has it."""


Drawer = Face | Way


def drawn_by(text: str, face: Face) -> list[tuple[Drawer, str]]:
    """Divide a text into stretches with who draws each; neighbours from the same font stay together."""
    found: list[tuple[Drawer, str]] = []
    for cluster in clusters(text):
        for drawer, part in _drawers(cluster, face):
            if found and found[-1][0] is drawer and isinstance(drawer, Face):
                found[-1] = (drawer, found[-1][1] + part)
            else:
                found.append((drawer, part))
    return found


def lacking(characters: frozenset[str], face: Face) -> frozenset[str]:
    """Return those of some characters that nobody can draw."""
    odd = (character for character in characters if ord(character) not in face.characters)
    return frozenset(character for character in odd if _drawers(character, face)[0][0] is Way.CODE)


def _drawers(cluster: str, face: Face) -> list[tuple[Drawer, str]]:
    """Return who draws a cluster: one for the whole of it if that can be, else one for each character."""
    if face.covers(cluster):
        return [(face, cluster)]
    own = [_own_way(character) for character in cluster]
    if len(cluster) == 1 and own[0]:
        return [(own[0], cluster)]
    if not any(own):
        other = next((each for each in stand_ins(face) if each.covers(cluster)), None)
        if other:
            return [(other, cluster)]
    if len(cluster) == 1:
        return [(Way.CODE, cluster)]
    return _as_one_code([each for character in cluster for each in _drawers(character, face)])


def _as_one_code(drawers: list[tuple[Drawer, str]]) -> list[tuple[Drawer, str]]:
    """Let the first of a cluster's characters that nobody draws stand for those like it that follow.

    So that a joined picture such as a family of four is no wider than one number.
    """
    found: list[tuple[Drawer, str]] = []
    for drawer, part in drawers:
        if found and found[-1][0] is Way.CODE and (drawer is Way.CODE or _steers(part)):
            found[-1] = (Way.CODE, found[-1][1] + part)
        else:
            found.append((drawer, part))
    return found


def _own_way(character: str) -> Way | None:
    if character.isspace() or _steers(character):
        return Way.BLANK
    return Way.SIGN if character in SIGNS else None


def _steers(character: str) -> bool:
    """Tell whether a character shows nothing itself: joiners, direction marks, variation selectors."""
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector or unicodedata.category(character) == "Cf"
