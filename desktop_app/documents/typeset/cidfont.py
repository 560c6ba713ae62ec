"""Our own PDF fonts: one character code per pair of a glyph and the text it stands for.

A Type0 font with Identity-H; CIDToGIDMap leads from the code to the glyph of an embedded subset, W
gives its width, ToUnicode says its text. Since two glyphs never share a code, what is copied out of the
file is what was set, whatever glyphs stand for it.
"""

import zlib
from functools import lru_cache

import uharfbuzz as hb

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.shaping import Glyph

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


class CidFont:
    """The codes that one document uses of one face, given out in the order of first use."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._codes: dict[tuple[int, str], str] = {}

    def code(self, glyph: Glyph) -> str:
        """Return the code (0001-ffff) of a glyph with its text."""
        key = (glyph.id, glyph.text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = f"{len(self._codes) + 1:04x}"
        return code

    @property
    def glyphs(self) -> tuple[int, ...]:
        """Glyphs of the font file by code, from code 1."""
        return tuple(glyph for glyph, _ in self._codes)

    def widths(self) -> list[int]:
        """Return the widths by code, from code 1, in thousandths of the em."""
        return [round(self.face.advance(glyph)) for glyph in self.glyphs]

    def subset(self) -> tuple[bytes, tuple[int, ...]]:
        """Return a font file with the used glyphs alone, and where they are in it, by code from 1."""
        data, places = _subset(self.face, tuple(sorted(set(self.glyphs))))
        return data, tuple(places[glyph] for glyph in self.glyphs)

    def to_unicode(self) -> bytes:
        """Return the CMap that says the text of every code."""
        lines = [f"<{code}> <{_utf16(text)}>" for (_, text), code in self._codes.items()]
        blocks = []
        for first in range(0, len(lines), 100):
            block = lines[first : first + 100]
            blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
        return (_CMAP_HEAD + "".join(blocks) + _CMAP_TAIL).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """Cut the font file down to ``glyphs``; where each is afterwards."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(name) for name in _DROPPED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(face.source, wanted)
    places = {old: new for old, new in plan.old_to_new_glyph_mapping.items()}
    return plan.execute().blob.data, places


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")


@lru_cache(maxsize=64)
def compressed(data: bytes) -> bytes:
    """Return ``data`` deflated; remembered, since the same fonts are embedded again and again."""
    return zlib.compress(data, 9)
