"""Type families and their faces: what HarfBuzz shapes with and what is embedded in the file.

A size in points always means the official visual size, that of TH Sarabun New: each family has an
em-scale, so that "16 pt" of Sarabun is drawn at 10.9 pt and looks alike. So does a line: single spacing
is TH Sarabun New's in every family, since stacks such as ฟื้น and ฏู reach as far in all of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.resources import resource


class Cut(NamedTuple):
    """Where one style of a family is: a font file, its em-scale, its number in a collection (.ttc)."""

    path: Path
    scale: float = 1.0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """A type family: the name people know it by, its cuts: regular, bold, italic, bold italic."""

    name: str
    cuts: tuple[Cut, Cut, Cut, Cut]


def _bundled(name: str, folder: str, stem: str, scale: float) -> Family:
    regular, bold, italic, both = (
        Cut(resource("fonts", folder, f"{stem}-{style}.ttf"), scale)
        for style in ("Regular", "Bold", "Italic", "BoldItalic")
    )
    return Family(name, (regular, bold, italic, both))


TH_SARABUN_NEW = _bundled("TH Sarabun New", "th-sarabun-new", "THSarabunNew", 1.0)
SARABUN = _bundled("Sarabun", "sarabun", "Sarabun", 0.683)
BUNDLED = (TH_SARABUN_NEW, SARABUN)

LEADING, DESCENT = 1.331, 0.457
"""Distance of single-spaced baselines, and how deep the line reaches below its baseline, in ems."""
_BOLD_WEIGHT = 600
"""A face at least this heavy counts as bold (OpenType's usWeightClass)."""


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
    """One font, loaded: metrics in ems of the nominal size, HarfBuzz's view of it, its characters.

    Compared by identity: `face` returns the same object for the same style, so that what was shaped
    with it can be remembered.
    """

    def __init__(self, cut: Cut) -> None:
        try:
            self.source = hb.Face(cut.path.read_bytes(), cut.number)
            self.characters = frozenset(code for code in self.source.unicodes if not _is_control(code))
        except (OSError, hb.HarfBuzzError) as error:
            raise _broken(cut.path) from error
        if not self.characters or self.source.upem <= 0:
            raise _broken(cut.path)
        self.font = hb.Font(self.source)
        self.name = re.sub("[^A-Za-z0-9-]", "", cut.path.stem) or "Font"
        self.scale = cut.scale
        self.bold: bool = self.font.get_style_value(hb.StyleTag.WEIGHT) >= _BOLD_WEIGHT
        self.italic: bool = self.font.get_style_value(hb.StyleTag.ITALIC) > 0
        self.units: int = self.source.upem
        self.leading, self.descent = LEADING, DESCENT
        self.space: int = self.font.get_nominal_glyph(0x20) or 0
        self.solid: int = self.font.get_nominal_glyph(ord("0")) or self.space
        """A glyph with ink: where text is said and not shown, readers pass over one without."""

    def metrics(self) -> "Metrics":
        """Return what a PDF's font descriptor says."""
        unit = 1000 / self.units
        extents = self.font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender * unit), round(extents.descender * unit)
        slope = round(self.font.get_style_value(hb.StyleTag.SLANT_ANGLE)) if self.italic else 0
        stem = 140 if self.bold else 80
        return Metrics((-500, descent, 1500, ascent), ascent, descent, slope, stem)

    def advance(self, glyph: int) -> float:
        """Return a glyph's advance in thousandths of the font's own em, as a PDF's W array has it."""
        return float(self.font.get_glyph_h_advance(glyph) * 1000 / self.units)

    def height(self, characters: str) -> float:
        """Return how high these characters rise on average, in ems of the file; 0 for one not drawn."""
        tops = []
        for character in characters:
            glyph = self.font.get_nominal_glyph(ord(character))
            extents = self.font.get_glyph_extents(glyph) if glyph else None
            if extents is None or not extents.height:
                return 0.0
            tops.append(extents.y_bearing / self.units)
        return float(sum(tops) / len(tops))

    def covers(self, text: str) -> bool:
        """Tell whether the font has every character of ``text``."""
        return all(ord(character) in self.characters for character in text)


def _is_control(code: int) -> bool:
    """Tell whether a code is a control character: some fonts claim them, with nothing to draw."""
    return code < 0x20 or 0x7F <= code < 0xA0


def _broken(path: Path) -> FontError:
    return FontError(_("เปิดไฟล์แบบอักษร {name} ไม่ได้ กรุณาติดตั้งโปรแกรมใหม่อีกครั้ง").format(name=path.name))


_LOADING = Lock()
"""Held while a font is loaded: threads that print at once must get the same face, or a file has it twice."""


def load_face(cut: Cut) -> Face:
    """Load a font once, in whatever thread. Raises FontError when its file is missing or holds no font."""
    with _LOADING:
        return _loaded(cut)


@lru_cache(maxsize=64)
def _loaded(cut: Cut) -> Face:
    return Face(cut)


def face(family: Family = TH_SARABUN_NEW, bold: bool = False, italic: bool = False) -> Face:
    """Return the face of a family in one of its four styles."""
    return load_face(family.cuts[bold + 2 * italic])
