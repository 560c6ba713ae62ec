"""What a page is made of, once everything has its place. Points, measured from the top left corner.

``tag`` is the index of the element of the document (`structure`) that a text or a picture shows.
"""

from collections.abc import Hashable
from typing import NamedTuple, Protocol

from desktop_app.documents.typeset.lines import Line
from desktop_app.documents.typeset.looks import BLACK, Colour
from desktop_app.documents.typeset.structure import ARTIFACT, Element


class Text(NamedTuple):
    """A line of text on its baseline. ``stretch`` points are shared out over its spaces.

    ``spread``: over the gaps between its letters as well.
    """

    x: float
    y: float
    size: float
    line: Line
    stretch: float = 0.0
    colour: Colour = BLACK
    tag: int = ARTIFACT
    spread: bool = True


class Rule(NamedTuple):
    """A straight stroke."""

    x0: float
    y0: float
    x1: float
    y1: float


class Dots(NamedTuple):
    """A dotted leader: round dots from x0 to x1."""

    x0: float
    x1: float
    y: float


class Picture(NamedTuple):
    """A picture in its box: an ``image`` that is a PNG, or a photo by the SHA-256 of its JPEG."""

    x: float
    y: float
    width: float
    height: float
    image: bytes | str
    tag: int = ARTIFACT


class Box(NamedTuple):
    """A filled rectangle of a drawing, measured from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Drawing(NamedTuple):
    """Rectangles that are one picture; ``width`` and ``height`` are those of all of it, words included."""

    x: float
    y: float
    width: float
    height: float
    boxes: tuple[Box, ...]
    tag: int = ARTIFACT


Item = Text | Rule | Dots | Picture | Drawing


class Area(NamedTuple):
    """Where a cell of a table stands on a page; a cell that runs over pages has one on each.

    A group heading has the ``row`` of the first row under it, and the ``column`` -1. ``source``: see Layout.
    """

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    source: Hashable = None


class Origin(NamedTuple):
    """What a line was made from, as those name it who had it set; it is carried along, never looked at.

    ``left`` and ``right``: how much of the line is of it, in points; ``right`` 0: all of it.
    """

    source: Hashable
    left: float = 0.0
    right: float = 0.0


class Band(NamedTuple):
    """Where lines of one origin stand that follow each other, from ``y`` down."""

    origin: Origin
    y: float
    height: float

    def moved(self, x: float, y: float) -> "Band":
        """Return it so much further to the right and down."""
        source, left, right = self.origin
        return Band(Origin(source, left + x, right + x if right else 0.0), self.y + y, self.height)


class Placed(Protocol):
    """Items that were placed together; their coordinates are relative to (x, y)."""

    @property
    def x(self) -> float:
        """Left edge."""

    @property
    def y(self) -> float:
        """Upper edge."""

    @property
    def items(self) -> tuple[Item, ...]:
        """What is drawn."""

    @property
    def areas(self) -> tuple[Area, ...]:
        """Where the cells of a table are."""

    @property
    def bands(self) -> tuple[Band, ...]:
        """Where lines are whose origin is known."""

    def moved_to(self, x: float, y: float) -> "Placed":
        """Return the same at another place."""


class Group(NamedTuple):
    """Items that are known one by one (see Placed)."""

    x: float
    y: float
    items: tuple[Item, ...]
    bands: tuple[Band, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """No cells: those of a table are in its fragments."""
        return ()

    def moved_to(self, x: float, y: float) -> "Group":
        """Return it with its top left corner at (x, y)."""
        return self._replace(x=x, y=y)


class Page(NamedTuple):
    """One finished page. ``paper``: its width and height."""

    number: int
    groups: tuple[Placed, ...]
    paper: tuple[float, float]

    def areas(self) -> tuple[Area, ...]:
        """Return where the table's cells are, on the page."""
        return tuple(
            area._replace(x=area.x + group.x, y=area.y + group.y)
            for group in self.groups
            for area in group.areas
        )

    def bands(self) -> tuple[Band, ...]:
        """Return where the lines are whose origin is known, on the page."""
        return tuple(band.moved(group.x, group.y) for group in self.groups for band in group.bands)


class Sheets(NamedTuple):
    """A document that is laid out: its pages, and the elements that the tags on them mean."""

    pages: tuple[Page, ...]
    elements: tuple[Element, ...] = ()
