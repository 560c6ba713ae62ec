"""Flows to pages: what comes in order is cut where it may be cut, and placed page by page.

A flow is a galley (strips of text) or a table. Each knows how to split itself at a height; this module
alone knows about pages, and about what must not be left alone on one.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from desktop_app.documents.typeset.page import Band, Group, Item, Origin, Placed, Rule

_NEARLY = 0.01


class Flow(Protocol):
    """Something that is set down the page and can be cut."""

    @property
    def above(self) -> float:
        """Space above, dropped at the top of a page."""

    @property
    def height(self) -> float:
        """Height without the space above."""

    @property
    def keeps(self) -> bool:
        """Whether its beginning may not be parted from the end of what precedes it."""

    @property
    def lead(self) -> float:
        """Height of the beginning that cannot be cut."""

    def split(self, room: float, force: bool = False) -> "tuple[Placed | None, Flow | None]":
        """Cut off what fits ``room``: (what fits, the rest); (None, self) when nothing does.

        The group is relative to the top of the flow. With ``force`` something is always cut off.
        """


class Strip(NamedTuple):
    """A slice of a galley as high as one line, its items relative to its top left corner.

    ``glued``: no page ends after it. ``joins``: how much of a page may stay empty so that what ends here
    goes with what follows, in points. ``origins``: what it was made from, the nearest first.
    ``share``: how much it takes of what a page may hold of photos, from 0 to 1.
    """

    height: float
    items: tuple[Item, ...]
    above: float = 0.0
    glued: bool = False
    origins: tuple[Origin, ...] = ()
    joins: float = 0.0
    share: float = 0.0


class Galley(NamedTuple):
    """Strips one below the other."""

    strips: tuple[Strip, ...]
    keeps: bool = False

    @property
    def above(self) -> float:
        """Space above the first strip."""
        return self.strips[0].above

    @property
    def height(self) -> float:
        """Height of all strips, without the space above the first."""
        return sum(strip.above + strip.height for strip in self.strips) - self.above

    @property
    def lead(self) -> float:
        """Height down to the first place where a page may end."""
        height = -self.above
        for strip in self.strips:
            height += strip.above + strip.height
            if not strip.glued:
                break
        return height

    def split(self, room: float, force: bool = False) -> "tuple[Placed | None, Flow | None]":
        """Cut after the last strip that fits and is not glued to the next (see Flow.split)."""
        used = filled = before = -self.above
        photos = 0.0
        fits = cut = earlier = 0
        for at, strip in enumerate(self.strips, start=1):
            used += strip.above + strip.height
            photos += strip.share
            if used > room + _NEARLY or photos > 1 + _NEARLY:
                break
            fits = at
            if not strip.glued or at == len(self.strips):
                earlier, before = cut, filled
                cut, filled = at, used
        if fits < len(self.strips) and (earlier or not force) and room - before <= self.strips[cut - 1].joins:
            cut = earlier
        if not cut:
            if not force:
                return None, self
            cut = max(1, fits)
        rest = Galley(self.strips[cut:]) if cut < len(self.strips) else None
        return _stacked(self.strips[:cut]), rest


def _stacked(strips: Sequence[Strip]) -> Group:
    items: list[Item] = []
    bands: dict[Origin, list[Band]] = {}
    before: Strip | None = None
    y = -strips[0].above
    for strip in strips:
        y += strip.above
        items += [moved(item, y) for item in strip.items]
        for origin in strip.origins:
            goes_on = before is not None and origin in before.origins
            _add_band(bands.setdefault(origin, []), origin, y, strip.height, goes_on)
        y += strip.height
        before = strip
    return Group(0.0, 0.0, tuple(items), bands=tuple(band for each in bands.values() for band in each))


def _add_band(bands: list[Band], origin: Origin, y: float, height: float, goes_on: bool) -> None:
    """Add a line's band; one that goes on from the line before makes that one's longer."""
    if goes_on:
        top = bands.pop().y
        y, height = top, y + height - top
    bands.append(Band(origin, y, height))


def moved(item: Item, down: float) -> Item:
    """Return an item ``down`` points further down."""
    if isinstance(item, Rule):
        return item._replace(y0=item.y0 + down, y1=item.y1 + down)
    return item._replace(y=item.y + down)


def fill_pages(
    flows: Sequence[Flow], left: float, top: float, bottom: float, first: float
) -> list[list[Placed]]:
    """Place flows on pages: what each shows. Text lies from ``top`` to ``bottom``; on page 1 from ``first``.

    There is always a page, the last one may be empty.
    """
    press = _Press(left, top, bottom, first)
    for at, flow in enumerate(flows):
        following = flows[at + 1] if at + 1 < len(flows) else None
        press.place(flow, following)
    return press.pages


class _Press:
    """The page being filled, and those that are full."""

    def __init__(self, left: float, top: float, bottom: float, first: float) -> None:
        self._left, self._top, self._bottom = left, top, bottom
        self.pages: list[list[Placed]] = [[]]
        self._y = first

    def place(self, flow: Flow, following: Flow | None) -> None:
        """Set a whole flow; leave room at its end for a following one that keeps to it."""
        rest: Flow | None = flow
        needed = following.above + following.lead if following and following.keeps else 0.0
        while rest is not None:
            above = rest.above if self.pages[-1] else 0.0
            room = self._bottom - self._y - above
            group, left_over = self._cut(rest, room, needed)
            if group is None:
                self._turn()
                continue
            self.pages[-1].append(group.moved_to(self._left, self._y + above))
            if left_over is None:
                self._y += above + rest.height
            else:
                self._turn()
            rest = left_over

    def _cut(self, flow: Flow, room: float, needed: float) -> tuple[Placed | None, Flow | None]:
        fresh = not self.pages[-1]
        group, rest = flow.split(room, force=fresh)
        short = rest is None and needed and flow.height + needed > room
        if not short:
            return group, rest
        head, tail = flow.split(flow.height - 2 * _NEARLY)
        page = self._bottom - self._top
        if tail is None or tail.height + needed > page or (head is None and fresh):
            return group, rest
        return head, tail

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._top
