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
_NEEDED = {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}
"""Tables of a TrueType font that can be drawn; HarfBuzz leaves out those that are damaged."""
_PROOF = "".join(
    chr(consonant) + marks
    for consonant in range(0x0E01, 0x0E2F)
    for marks in ("", "ิ่", "ี้", "ื", "ั๊", "ุ", "ู้", "์", "ำ", "้ำ", "็", "า")
)
"""Text that meets whatever a Thai font does with its marks."""
_TRIED = 1000
"""So many characters of a font are tried: all of a Thai one, the first of a Chinese one."""
_NO_STYLE = {"", "regular", "normal", "roman", "book"}
_STYLE_WORDS = {"bold", "italic", "oblique"}


class Fitness(Enum):
    """Whether a font can stand in our files."""

    GOOD = 0
    NOT_ALLOWED = 1
    """Its maker forbids embedding it (OS/2 fsType)."""
    OTHER_KIND = 2
    """Its outlines are not TrueType's, or they vary."""
    DAMAGED = 3
    """Its list of tables cannot be read."""


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
    except (OSError, UnicodeDecodeError, hb.HarfBuzzError):
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
    try:
        tables = set(face.table_tags)
    except UnicodeDecodeError:
        return Fitness.DAMAGED
    if "glyf" not in tables or "fvar" in tables:
        return Fitness.OTHER_KIND
    os2 = bytes(face.reference_table("OS/2").data) if "OS/2" in tables else b""
    permissions = int.from_bytes(os2[8:10], "big")
    restricted = permissions & 0x000E == _RESTRICTED
    return Fitness.NOT_ALLOWED if restricted or permissions & _NOT_EMBEDDABLE else Fitness.GOOD


def is_sound(face: hb.Face) -> bool:
    """Tell whether a font does what setting and embedding need: names, Thai shaping, subsets.

    A damaged file can pass for a font until one of them fails.
    """
    font = hb.Font(face)
    buffer = hb.Buffer()
    buffer.add_str(_PROOF + "".join(map(chr, sorted(face.unicodes)[:_TRIED])))
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(font, buffer)
    glyphs = {info.codepoint for info in buffer.glyph_infos}
    count = face.glyph_count
    if face.upem <= 0 or max(glyphs) >= count:
        return False
    try:
        for glyph in glyphs:
            font.glyph_to_string(glyph)
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        subset = hb.Face(hb.SubsetPlan(face, wanted).execute().blob.data)
    except (UnicodeDecodeError, RuntimeError, hb.HarfBuzzError):
        return False
    return set(subset.table_tags) >= _NEEDED and subset.glyph_count >= len(glyphs)
