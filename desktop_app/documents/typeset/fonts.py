"""Type families and their faces: what HarfBuzz shapes with and what is embedded in the file.

A size in points always means the official visual size, that of TH Sarabun New: each family has an
em-scale, so that "16 pt" of Sarabun is drawn at 10.9 pt and looks alike.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.errors import KnownError
from desktop_app.resources import resource


@dataclass(frozen=True, slots=True)
class Family:
    """A type family: a folder of resources/fonts, the stem of its files, its em-scale."""

    folder: str
    stem: str
    scale: float = 1.0


TH_SARABUN_NEW = Family("th-sarabun-new", "THSarabunNew")
SARABUN = Family("sarabun", "Sarabun", 0.681)

_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


class FontError(KnownError):
    """A font file is missing or damaged."""


class Metrics(NamedTuple):
    """Measures of a font in thousandths of the em, for its descriptor."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    slope: int
    stem: int


class Face:
    """One font file, loaded: metrics in ems of the nominal size, HarfBuzz's view of it, its characters.

    Compared by identity: `face` returns the same object for the same style, so that what was shaped
    with it can be remembered.
    """

    def __init__(self, path: Path, scale: float) -> None:
        try:
            self.data = path.read_bytes()
            self._face = hb.Face(self.data)
            self.characters = frozenset(code for code in self._face.unicodes if not _is_control(code))
        except (OSError, hb.HarfBuzzError) as error:
            raise _broken(path) from error
        if not self.characters or self._face.upem <= 0:
            raise _broken(path)
        self.font = hb.Font(self._face)
        self.name = path.stem
        self.scale = scale
        self.units: int = self._face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units * scale
        self.descent: float = -extents.descender / self.units * scale
        self.leading: float = (extents.ascender - extents.descender + extents.line_gap) / self.units * scale
        self.space: int = self.font.get_nominal_glyph(0x20) or 0

    def metrics(self) -> "Metrics":
        """Return what a PDF's font descriptor says."""
        unit = 1000 / self.units
        extents = self.font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender * unit), round(extents.descender * unit)
        bold, italic = "Bold" in self.name, "Italic" in self.name
        return Metrics(
            (-500, descent, 1500, ascent), ascent, descent, -12 if italic else 0, 140 if bold else 80
        )

    def advance(self, glyph: int) -> float:
        """Return a glyph's advance in thousandths of the font's own em, as a PDF's W array has it."""
        return float(self.font.get_glyph_h_advance(glyph) * 1000 / self.units)

    def covers(self, text: str) -> bool:
        """Tell whether the font has every character of ``text``."""
        return all(ord(character) in self.characters for character in text)


def _is_control(code: int) -> bool:
    """Tell whether a code is a control character: some fonts claim them, with nothing to draw."""
    return code < 0x20 or 0x7F <= code < 0xA0


def _broken(path: Path) -> FontError:
    return FontError(f"เปิดไฟล์แบบอักษร {path.name} ไม่ได้ กรุณาติดตั้งโปรแกรมใหม่อีกครั้ง")


@lru_cache(maxsize=64)
def load_face(path: Path, scale: float = 1.0) -> Face:
    """Load a font file once. Raises FontError when it is missing or no font."""
    return Face(path, scale)


def face(family: Family = TH_SARABUN_NEW, bold: bool = False, italic: bool = False) -> Face:
    """Return the face of a bundled family in one of its four styles."""
    name = f"{family.stem}-{_STYLES[bold, italic]}.ttf"
    return load_face(resource("fonts", family.folder, name), family.scale)


def fallback_for(wanted: Face) -> Face:
    """Return the face that stands in for characters which ``wanted`` lacks (same weight and slope)."""
    other = TH_SARABUN_NEW if wanted.name.startswith(SARABUN.stem) else SARABUN
    return face(other, "Bold" in wanted.name, "Italic" in wanted.name)
