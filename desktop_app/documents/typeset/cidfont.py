"""Our own PDF fonts: one character code per pair of a glyph and the text it stands for.

A Type0 font with Identity-H; CIDToGIDMap leads from the code to the glyph of an embedded subset, W
gives its width, ToUnicode says its text. Since two glyphs never share a code, what is copied out of the
file is what was set, whatever glyphs stand for it.

A glyph that says what it usually says has the same code in every document, so that words need to be
encoded once only. Other pairs have codes above those, given out in the order of their first use.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import uharfbuzz as hb

from desktop_app.documents.typeset.composing import is_made, parts_of, with_composites
from desktop_app.documents.typeset.fonts import Face

Pair = tuple[int, str]
"""A glyph of the font file and the text it stands for."""

_DROPPED = [
    "GDEF",
    "GPOS",
    "GSUB",
    "kern",
    "LTSH",
    "VDMX",
    "hdmx",
    "gasp",
    "post",
    "name",
    "OS/2",
    "cmap",
    "DSIG",
    "STAT",
]
_MOST_GLYPHS = 0x6000
"""Fonts of more glyphs have no room for the codes that all documents share beside a document's own."""
_ELSE_SAID = {"า": "ำ", "-": "-\u00a0"}
"""What a glyph of the usual text on the left is often told to say: ำ that HarfBuzz parts, a line's hyphen."""
_NAMED = re.compile("uni([0-9A-F]{4})")
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def common_code(face: Face, pair: Pair) -> int | None:
    """Return the code that a pair has in all documents; None when it has none."""
    glyph, text = pair
    count: int = face.source.glyph_count
    if count > _MOST_GLYPHS or not glyph or is_made(glyph):
        return None
    usual = _usual_text(face, glyph)
    if text == usual:
        return glyph
    return glyph + count if text == _ELSE_SAID.get(usual) else None


@lru_cache(maxsize=4096)
def _usual_text(face: Face, glyph: int) -> str:
    """Return what a glyph usually stands for: by its name, such as uni0E48.alt1, or by its character."""
    name = face.font.glyph_to_string(glyph).partition(".")[0]
    named = _NAMED.fullmatch(name)
    return chr(int(named[1], 16)) if named else _characters(face).get(glyph, "")


@lru_cache(maxsize=64)
def _characters(face: Face) -> dict[int, str]:
    """Return the first character of each glyph that has one, private ones aside."""
    found: dict[int, str] = {}
    for code in sorted(face.characters):
        if unicodedata.category(chr(code)) not in ("Co", "Cs"):
            found.setdefault(face.font.get_nominal_glyph(code), chr(code))
    return found


class Codes:
    """The codes that one document uses of one face."""

    def __init__(self, face: Face) -> None:
        self.face = face
        count = face.source.glyph_count
        self._next = 2 * count if count <= _MOST_GLYPHS else 1
        self._own: dict[Pair, int] = {}

    def of(self, pair: Pair) -> int:
        """Return the code (1 to 65,535) of a glyph with its text."""
        code = common_code(self.face, pair)
        if code is not None:
            return code
        if pair not in self._own:
            self._own[pair] = self._next
            self._next += 1
        return self._own[pair]


class CidFont:
    """A font as it stands in a file: a face and the pairs used of it, by their codes."""

    def __init__(self, face: Face, codes: Codes, pairs: Iterable[Pair]) -> None:
        self.face = face
        self._pairs = dict(sorted((codes.of(pair), pair) for pair in pairs))

    def widths(self) -> str:
        """Return the widths in thousandths of the em as a PDF's W array: codes, and widths from there on."""
        found: list[str] = []
        following = -1
        for code, (glyph, _) in self._pairs.items():
            width = round(self.face.advance(parts_of(glyph)[0].glyph))
            found.append(f" {width}" if code == following else f"]{code}[{width}")
            following = code + 1
        return f"[{''.join(found)[1:]}]]" if found else "[]"

    def subset(self) -> tuple[bytes, list[int]]:
        """Return a font file with the used glyphs alone, and which glyph of it each code leads to, from 0."""
        data, places = _subset(self.face, tuple(sorted({glyph for glyph, _ in self._pairs.values()})))
        led = [0] * (max(self._pairs, default=0) + 1)
        for code, (glyph, _) in self._pairs.items():
            led[code] = places[glyph]
        return data, led

    def to_unicode(self) -> bytes:
        """Return the CMap that says the text of every code."""
        lines = [f"<{code:04X}> <{utf16(text)}>" for code, (_, text) in self._pairs.items()]
        blocks = []
        for first in range(0, len(lines), 100):
            block = lines[first : first + 100]
            blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
        return (_CMAP_HEAD + "".join(blocks) + _CMAP_TAIL).encode("ascii")


def utf16(text: str) -> str:
    """Return a text as the hexadecimal digits of its UTF-16 code units."""
    return text.encode("utf-16-be").hex().upper()


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """Cut the font file down to ``glyphs`` and add those that are made; where each is afterwards."""
    wanted = hb.SubsetInput()
    parts = {glyph: parts_of(glyph) for glyph in glyphs}
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(part.glyph for each in parts.values() for part in each)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(name) for name in _DROPPED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(face.source, wanted)
    places = {old: new for old, new in plan.old_to_new_glyph_mapping.items()}
    data = plan.execute().blob.data
    made = [glyph for glyph in glyphs if is_made(glyph)]
    if made:
        count = max(places.values()) + 1
        places |= {glyph: count + at for at, glyph in enumerate(made)}
        composites = [[part._replace(glyph=places[part.glyph]) for part in parts[glyph]] for glyph in made]
        data = with_composites(data, composites)
    return data, places


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
