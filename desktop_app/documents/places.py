"""Where on the pages the things a clerk edits stand, so that the preview can show them.

What is composed says what it was made from (``origins`` of its block); the layout carries that along to the
lines and the cells of the pages, and here it becomes rectangles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.blocks import Cells, PageSetup
from desktop_app.domain.where import Where

if TYPE_CHECKING:  # the window asks here where things stand before anything is typeset
    from desktop_app.documents.typeset.page import Area, Page, Sheets


class Spot(NamedTuple):
    """A rectangle on a page (0-based), in points from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


Places = Mapping[Where, tuple[Spot, ...]]
"""The spots of each place in the order of the pages; what runs over pages has one on each.

A row of a table (no column) has all its cells, a sign-off and an activity (no column) all their lines.
"""

_AROUND = 4.0
"""Room left between letters and the edge of their spot."""


def place_at(places: Places, page: int, x: float, y: float) -> Where | None:
    """Return the smallest place at a point of a page (0-based; points from its top left), None for none.

    Of those that are equally large, the one that is nearest to what stands there.
    """
    there = [
        (spot.width * spot.height, place)
        for place, spots in places.items()
        for spot in spots
        if spot.page == page and spot.x <= x <= spot.x + spot.width and spot.y <= y <= spot.y + spot.height
    ]
    return min(there, key=lambda found: found[0])[1] if there else None


def find_places(sheets: Sheets, setup: PageSetup) -> Places:
    """Return where everything stands whose origin is known.

    ``setup`` is the document's: a line takes all the room between the margins of its page.
    """
    found: dict[Where, list[Spot]] = {}
    for at, page in enumerate(sheets.pages):
        for where, spot in (*_of_lines(at, page, setup), *_of_cells(at, page)):
            found.setdefault(where, []).append(spot)
    return {where: tuple(spots) for where, spots in found.items()}


def _of_lines(at: int, page: Page, setup: PageSetup) -> Iterator[tuple[Where, Spot]]:
    for band in page.bands():
        where, left, right = band.origin
        right = right or page.paper[0] - setup.right
        spot = Spot(at, left - _AROUND, band.y, right - left + 2 * _AROUND, band.height + _AROUND)
        if isinstance(where, Where):
            yield where, spot


def _of_cells(at: int, page: Page) -> Iterator[tuple[Where, Spot]]:
    """Yield the cells of a page, then its rows."""
    rows: dict[Where, list[Area]] = {}
    for area in page.areas():
        where = area.source.at(area.row, area.column) if isinstance(area.source, Cells) else None
        if where is not None:
            yield where, Spot(at, area.x, area.y, area.width, area.height)
            if area.column >= 0:
                rows.setdefault(where._replace(column=""), []).append(area)
    for row, areas in rows.items():
        left, top = min(area.x for area in areas), min(area.y for area in areas)
        right, foot = max(area.x + area.width for area in areas), max(area.y + area.height for area in areas)
        yield row, Spot(at, left, top, right - left, foot - top)
