"""What a font file that somebody else installed tells of itself, and whether we may and can embed it."""

import re
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

_NOT_EMBEDDABLE = 0x0100 | 0x0200
"""Bits of OS/2 fsType: no subset may be made; only bitmaps may be embedded."""
_RESTRICTED = 0x0002
_NO_STYLE = {"", "regular", "normal", "roman", "book"}
_STYLE_WORDS = {"bold", "italic", "oblique"}


class Fitness(Enum):
    """Whether a font can stand in our files."""

    GOOD = 0
    NOT_ALLOWED = 1
    """Its maker forbids embedding it (OS/2 fsType)."""
    OTHER_KIND = 2
    """Its outlines are not TrueType's, or they vary."""


class Facts(NamedTuple):
    """One font of a file: the family and the style it belongs to, whether it can be embedded.

    ``plain`` is False for a weight or width that is none of the four styles, such as "Light".
    """

    family: str
    bold: bool
    italic: bool
    plain: bool
    fitness: Fitness


@lru_cache(maxsize=256)
def read_facts(path: Path) -> tuple[Facts, ...]:
    """Return the facts of each font of a file, in its order; () for what is no font or cannot be read."""
    try:
        data = path.read_bytes()
        first = hb.Face(data)
        return tuple(_facts(hb.Face(data, index)) for index in range(first.count))
    except (OSError, hb.HarfBuzzError):
        return ()


def _facts(face: hb.Face) -> Facts:
    """Read the name table: the typographic names (16, 17) go before the old ones (1, 2)."""
    family = face.get_name(16) or face.get_name(1) or ""
    style = face.get_name(17) or face.get_name(2) or ""
    words = set(re.findall("[a-z]+", style.lower().replace("bolditalic", "bold italic")))
    font = hb.Font(face)
    plain = not words - _STYLE_WORDS - _NO_STYLE
    bold = "bold" in words or (not words and font.get_style_value(hb.StyleTag.WEIGHT) >= 600)
    italic = bool(words & {"italic", "oblique"})
    return Facts(family.strip(), bold, italic, plain, fitness(face))


def fitness(face: hb.Face) -> Fitness:
    """Tell whether a font may be embedded as a subset, and has plain TrueType outlines."""
    tables = set(face.table_tags)
    if "glyf" not in tables or "fvar" in tables:
        return Fitness.OTHER_KIND
    os2 = bytes(face.reference_table("OS/2").data) if "OS/2" in tables else b""
    permissions = int.from_bytes(os2[8:10], "big")
    restricted = permissions & 0x000E == _RESTRICTED
    return Fitness.NOT_ALLOWED if restricted or permissions & _NOT_EMBEDDABLE else Fitness.GOOD
