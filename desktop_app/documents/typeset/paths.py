"""What is drawn as a path: outlines of glyphs that say nothing, signs, underlines, rules, dots."""

from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.looks import BLACK, PLAIN, Colour, Look
from desktop_app.documents.typeset.page import Box, Rule, Text
from desktop_app.documents.typeset.shaping import Glyph, Kind, outline
from desktop_app.documents.typeset.signs import SIGNS, Contour
from desktop_app.documents.typeset.underline import Band, Stroke

_DOT, _DOT_STEP = 0.9, 2.7
"""Diameter and distance of a leader's dots, in points."""
_RULE = 0.5
"""Width of a table's rules, in points."""
_GRID = 1000
"""Units to the em in which the paths of signs are written."""


class Mark(NamedTuple):
    """A glyph drawn as a path, with its offset in points from the beginning of its word or line."""

    offset: float
    face: Face
    glyph: Glyph
    look: Look = PLAIN


def draw_mark(mark: Mark, size: float, x: float, y: float, colour: Colour) -> str:
    """Draw a mark of a word or line of ``size`` points that begins at (x, y)."""
    look, face, glyph = mark.look, mark.face, mark.glyph
    size_here = size * look.size
    em = size_here * face.scale
    if glyph.kind is Kind.SIGN:
        unit, path = size_here / _GRID, _sign_path(chr(glyph.id))
    else:
        unit, path = em / face.units, _glyph_path(face, glyph.id)
    if not path:
        return ""
    x += mark.offset + glyph.dx * em / 1000
    y += look.rise * size + glyph.dy * em / 1000
    shade = look.colour or colour
    dipped = f"{fill(shade)} " if shade != BLACK else ""
    return f"q {dipped}{unit:.5f} 0 0 {unit:.5f} {x:.2f} {y:.2f} cm {path} f Q"


@lru_cache(maxsize=1024)
def _glyph_path(face: Face, glyph: int) -> str:
    return _path(outline(face, glyph), 1.0)


@lru_cache(maxsize=64)
def _sign_path(character: str) -> str:
    return _path(SIGNS[character].contours, _GRID)


def _path(contours: tuple[Contour, ...], unit: float) -> str:
    drawn = []
    for contour in contours:
        for operator, *numbers in contour:
            drawn.append(
                " ".join(short(round(float(number) * unit, 1)) for number in numbers) + f" {operator}"
            )
        drawn.append("h")
    return " ".join(drawn)


def draw_underline(stroke: Stroke, band: Band, item: Text, x: float, y: float) -> str:
    """Draw a piece of an underline below a line of text that begins at (x, y)."""
    thickness = band.thickness * item.size
    box = f"{x + stroke.x0:.3f} {y - band.top * item.size - thickness:.3f} {stroke.x1 - stroke.x0:.3f}"
    return f"{fill(stroke.colour or item.colour)} {box} {short(thickness)} re f 0 g"


def draw_rule(rule: Rule, x: float, top: float) -> str:
    """Draw a stroke whose coordinates are relative to (x, top), downwards."""
    return f"{_RULE} w {x + rule.x0:.2f} {top - rule.y0:.2f} m {x + rule.x1:.2f} {top - rule.y1:.2f} l S"


def draw_box(box: Box, x: float, top: float) -> str:
    """Draw a filled rectangle whose coordinates are relative to (x, top), downwards."""
    left, foot = x + box.x, top - box.y - box.height
    return f"{fill(box.colour)} {left:.2f} {foot:.2f} {box.width:.2f} {box.height:.2f} re f"


def draw_dots(x0: float, x1: float, y: float) -> str:
    """Draw round dots, the last one always at the same place on the right."""
    if x1 - x0 < _DOT:
        return ""
    start = x1 - int((x1 - x0) / _DOT_STEP) * _DOT_STEP
    return f"q 1 J {_DOT} w [0 {_DOT_STEP}] 0 d {start:.3f} {y:.3f} m {x1 + 0.01:.3f} {y:.3f} l S Q"


def fill(colour: Colour) -> str:
    """Return the operator that takes up a colour for areas and letters."""
    return " ".join(short(part) for part in colour) + " rg"


def short(number: float) -> str:
    """Write a number with at most three decimals and no trailing zeros."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
