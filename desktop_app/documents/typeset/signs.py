"""Ticks, boxes and dots that no Thai font has, drawn as paths: filled contours in ems of the nominal size.

They are made to stand beside Thai letters: a box is a little higher than a consonant and reaches a little
below the line, a stroke is as thick as a stem.
"""

import math
from typing import NamedTuple

Point = tuple[float, float]
Contour = tuple[tuple[float | str, ...], ...]
"""Path segments ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3); closed, filled."""


class Sign(NamedTuple):
    """A drawn character: its advance and its contours, in ems."""

    advance: float
    contours: tuple[Contour, ...]


_STROKE = 0.038
_LEFT, _FOOT, _SIDE = 0.06, -0.045, 0.47
"""The box: its left edge, its lower edge, its side."""
_ADVANCE = _SIDE + 2 * _LEFT
_ROUND = 4 / 3 * (math.sqrt(2) - 1)
"""Length of the handles of a quarter circle, in radii."""


def _polygon(*points: Point) -> Contour:
    (x, y), *others = points
    return (("m", x, y), *(("l", *point) for point in others))


def _square(left: float, foot: float, side: float) -> Contour:
    return _polygon((left, foot), (left + side, foot), (left + side, foot + side), (left, foot + side))


def _hole(contour: Contour) -> Contour:
    """Return a polygon with its points the other way round: what it encloses stays white."""
    points = [(float(x), float(y)) for _, x, y in contour]
    return _polygon(*reversed(points))


def _frame(left: float, foot: float, side: float) -> tuple[Contour, Contour]:
    inside = _square(left + _STROKE, foot + _STROKE, side - 2 * _STROKE)
    return _square(left, foot, side), _hole(inside)


def _circle(x: float, y: float, radius: float, hole: bool = False) -> Contour:
    turn = -1 if hole else 1
    segments: list[tuple[float | str, ...]] = [("m", x + radius, y)]
    for quarter in range(4):
        (c0, s0), (c1, s1) = (_unit(turn * at * math.pi / 2) for at in (quarter, quarter + 1))
        near = (x + radius * (c0 - turn * s0 * _ROUND), y + radius * (s0 + turn * c0 * _ROUND))
        far = (x + radius * (c1 + turn * s1 * _ROUND), y + radius * (s1 - turn * c1 * _ROUND))
        segments.append(("c", *near, *far, x + radius * c1, y + radius * s1))
    return tuple(segments)


def _unit(angle: float) -> Point:
    return round(math.cos(angle), 12), round(math.sin(angle), 12)


def _line(start: Point, end: Point, width: float) -> Contour:
    """Return a straight stroke with square ends."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    across_x, across_y = -(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2
    return _polygon(
        (x0 - across_x, y0 - across_y),
        (x1 - across_x, y1 - across_y),
        (x1 + across_x, y1 + across_y),
        (x0 + across_x, y0 + across_y),
    )


def _tick(left: float, foot: float, size: float, width: float) -> tuple[Contour, ...]:
    """Return a tick in a square: a short stroke down, a long one up, joined in a point."""
    start, turn = (left + 0.10 * size, foot + 0.50 * size), (left + 0.38 * size, foot + 0.16 * size)
    end = (left + 0.92 * size, foot + 0.88 * size)
    return _line(start, turn, width), _line(turn, end, width), _circle(*turn, width / 2)


def _cross(left: float, foot: float, size: float, width: float) -> tuple[Contour, ...]:
    low, high = 0.16 * size, 0.84 * size
    return (
        _line((left + low, foot + low), (left + high, foot + high), width),
        _line((left + low, foot + high), (left + high, foot + low), width),
    )


_BOX = _frame(_LEFT, _FOOT, _SIDE)
_INSIDE = (_LEFT + 0.02, _FOOT + 0.02, _SIDE - 0.04)
_FREE = (_LEFT - 0.02, _FOOT + 0.02, _SIDE)
_MIDDLE = _FOOT + _SIDE / 2
_SMALL = 0.24
_SMALL_ADVANCE = _SMALL + 2 * _LEFT
_SMALL_FOOT = _MIDDLE - _SMALL / 2
_RADIUS = _SIDE / 2

SIGNS: dict[str, Sign] = {
    "☐": Sign(_ADVANCE, _BOX),
    "□": Sign(_ADVANCE, _BOX),
    "☑": Sign(_ADVANCE, (*_BOX, *_tick(*_INSIDE, 0.055))),
    "☒": Sign(_ADVANCE, (*_BOX, *_cross(*_INSIDE, 0.050))),
    "■": Sign(_ADVANCE, (_square(_LEFT, _FOOT, _SIDE),)),
    "✓": Sign(_SIDE + _LEFT, _tick(*_FREE, 0.050)),
    "✔": Sign(_SIDE + _LEFT, _tick(*_FREE, 0.090)),
    "✗": Sign(_SIDE + _LEFT, _cross(*_FREE, 0.050)),
    "✘": Sign(_SIDE + _LEFT, _cross(*_FREE, 0.090)),
    "●": Sign(_ADVANCE, (_circle(_LEFT + _RADIUS, _MIDDLE, _RADIUS),)),
    "○": Sign(
        _ADVANCE,
        (
            _circle(_LEFT + _RADIUS, _MIDDLE, _RADIUS),
            _circle(_LEFT + _RADIUS, _MIDDLE, _RADIUS - _STROKE, hole=True),
        ),
    ),
    "▪": Sign(_SMALL_ADVANCE, (_square(_LEFT, _SMALL_FOOT, _SMALL),)),
    "▫": Sign(_SMALL_ADVANCE, _frame(_LEFT, _SMALL_FOOT, _SMALL)),
    "◦": Sign(
        _SMALL_ADVANCE,
        (
            _circle(_LEFT + _SMALL / 2, _MIDDLE, _SMALL / 2),
            _circle(_LEFT + _SMALL / 2, _MIDDLE, _SMALL / 2 - _STROKE, hole=True),
        ),
    ),
}
"""Character -> how it is drawn."""
