"""What a page is made of, once everything has its place. Points, measured from the top left corner.

``tag`` is the index of the element of the document (`structure`) that a text or a picture shows.
"""

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


Item = Text | Rule | Dots | Picture


class Area(NamedTuple):
    """Where a cell of a table stands on a page; a cell that runs over pages has one on each."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float


class Band(NamedTuple):
    """Where a line of a sign-off stands, from ``y`` down."""

    signoff: int
    y: float
    height: float


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
        """Where the lines of sign-offs are."""

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
        """Return where the lines of the sign-offs are, on the page."""
        return tuple(band._replace(y=band.y + group.y) for group in self.groups for band in group.bands)


class Sheets(NamedTuple):
    """A document that is laid out: its pages, and the elements that the tags on them mean."""

    pages: tuple[Page, ...]
    elements: tuple[Element, ...] = ()
