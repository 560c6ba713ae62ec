"""Lines under text: where the font wants them, unbroken under spaces, open where a letter reaches down.

Thai vowels below the line (ุ ู) and the feet of ญ ฐ ฎ ฏ hang into the underline; struck through they are hard
to tell apart. So the line makes room for whatever crosses it, as careful lettering does.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.looks import Colour
from desktop_app.documents.typeset.shaping import Glyph, Kind, Run, outline

_LOWER = 0.03
"""Ems by which the line is lower than most fonts ask for: their Latin letters have no loops at the foot."""
_CLEAR = 35.0
"""Room between the line and what crosses it, in thousandths of the em."""
_SHORTEST = 0.1
"""Ems of the shortest piece of a line that is drawn: less is a stain between two letters."""
_STEPS = 10
"""Into how many straight pieces a curve is taken apart to see where it crosses the line."""


class Stroke(NamedTuple):
    """A piece of an underline, in points from the beginning of its line of text; None: the text's colour."""

    x0: float
    x1: float
    colour: Colour | None


class Band(NamedTuple):
    """Upper edge below the baseline and thickness of a face's underline, in ems of the nominal size."""

    top: float
    thickness: float


@lru_cache(maxsize=64)
def underline_of(face: Face) -> Band:
    """Return where a face wants its underline."""
    unit = face.scale / face.units
    thickness = max(face.font.get_metric_position_with_fallback(hb.OTMetricsTag.UNDERLINE_SIZE), 1) * unit
    below = -face.font.get_metric_position_with_fallback(hb.OTMetricsTag.UNDERLINE_OFFSET) * unit
    return Band(below + _LOWER, thickness)


class Underliner:
    """Gathers the strokes under one line of text, told its runs and glyphs from left to right."""

    def __init__(self, base: Face, size: float) -> None:
        self.strokes: list[Stroke] = []
        self._shortest = _SHORTEST * size
        self._band = underline_of(base)
        self._begin: float | None = None
        self._colour: Colour | None = None

    def run(self, run: Run, offset: float) -> None:
        """Begin a run ``offset`` points from the beginning of the line."""
        if self._begin is not None and not (run.look.underline and run.look.colour == self._colour):
            self.end(offset)
        self._colour = run.look.colour

    def glyph(self, run: Run, glyph: Glyph, offset: float, em: float) -> None:
        """Go on under a glyph of an underlined run; ``em`` is its size in points."""
        if self._begin is None:
            self._begin = offset
        lettered = glyph.kind is not Kind.SIGN and not run.look.raised
        inside = _crossing(run.face, glyph.id, glyph.dy, self._band) if lettered else None
        if inside:
            left, right = (offset + (glyph.dx + each) * em / 1000 for each in inside)
            self.end(left)
            self._begin = right

    def end(self, offset: float) -> None:
        """End the stroke that is open."""
        if self._begin is not None and offset - self._begin > self._shortest:
            self.strokes.append(Stroke(self._begin, offset, self._colour))
        self._begin = None


@lru_cache(maxsize=2048)
def _crossing(face: Face, glyph: int, dy: float, band: Band) -> tuple[float, float] | None:
    """Return from where to where a glyph needs room in the line, in thousandths of its em; None: nowhere."""
    unit = 1000 / face.units
    upper = -band.top * 1000 / face.scale - dy + _CLEAR
    lower = -(band.top + band.thickness) * 1000 / face.scale - dy - _CLEAR
    touched = [
        x * unit
        for contour in outline(face, glyph)
        for x, y in _points(contour)
        if lower <= y * unit <= upper
    ]
    return (min(touched) - _CLEAR, max(touched) + _CLEAR) if touched else None


def _points(contour: tuple[tuple[float | str, ...], ...]) -> list[tuple[float, float]]:
    """Return points close to each other on a contour."""
    found: list[tuple[float, float]] = []
    for operator, *numbers in contour:
        values = [float(number) for number in numbers]
        corners = list(zip(values[::2], values[1::2], strict=True))
        if operator == "m":
            found += corners
            continue
        start = found[-1]
        found += [_on_curve([start, *corners], step / _STEPS) for step in range(1, _STEPS + 1)]
    if found:
        found += [_on_curve([found[-1], found[0]], step / _STEPS) for step in range(1, _STEPS)]
    return found


def _on_curve(corners: list[tuple[float, float]], at: float) -> tuple[float, float]:
    """Return the point of a Bézier curve of any degree at 0 ≤ ``at`` ≤ 1 (de Casteljau)."""
    while len(corners) > 1:
        corners = [(x0 + (x1 - x0) * at, y0 + (y1 - y0) * at) for (x0, y0), (x1, y1) in pairwise(corners)]
    return corners[0]
