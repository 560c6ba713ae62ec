"""How text looks apart from its face: its colour, a line under it, raised as a footnote's number."""

from typing import NamedTuple

Colour = tuple[float, float, float]
"""Red, green, blue, each from 0 to 1."""
BLACK: Colour = (0.0, 0.0, 0.0)
RED: Colour = (0.85, 0.0, 0.0)

RAISED_SIZE = 0.62
"""Size of raised text, as a share of the text around it."""
RAISED_BY = 0.33
"""How far its baseline is raised, in ems of the text around it: its head stays below that text's marks."""


class Look(NamedTuple):
    """The look of a stretch of text. ``colour`` None: that of its line."""

    colour: Colour | None = None
    underline: bool = False
    raised: bool = False

    @property
    def size(self) -> float:
        """Size as a share of the line's."""
        return RAISED_SIZE if self.raised else 1.0

    @property
    def rise(self) -> float:
        """Height of the baseline above the line's, in ems of the line's size."""
        return RAISED_BY if self.raised else 0.0


PLAIN = Look()
