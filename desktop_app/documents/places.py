"""Where on the pages the things a clerk edits stand, so that the preview can show them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.documents.blocks import PageSetup
from desktop_app.documents.cells import printed_columns, printed_rows
from desktop_app.documents.typeset.page import Area, Page, Sheets
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report


class Place(NamedTuple):
    """A thing that is edited: a cell (row id, column key), a whole row (key ""), or a sign-off (its id)."""

    kind: str
    id: int
    key: str = ""


class Spot(NamedTuple):
    """A rectangle on a page (0-based), in points from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


Places = Mapping[Place, tuple[Spot, ...]]
"""The spots of each place in the order of the pages; what runs over pages has one on each."""

_AROUND = 4.0
"""Room left between a sign-off's letters and the edge of its spot."""


def cell(row_id: int, key: str) -> Place:
    """Return the place of a cell of the table; with the key "" of its whole row."""
    return Place("cell", row_id, key)


def signoff(signoff_id: int) -> Place:
    """Return the place of a sign-off: what a superior writes, name, position and date."""
    return Place("signoff", signoff_id)


def place_at(places: Places, page: int, x: float, y: float) -> Place | None:
    """Return the smallest place at a point of a page (0-based; points from its top left), None for none."""
    there = [
        (spot.width * spot.height, place)
        for place, spots in places.items()
        for spot in spots
        if spot.page == page and spot.x <= x <= spot.x + spot.width and spot.y <= y <= spot.y + spot.height
    ]
    return min(there)[1] if there else None


def find_places(report: Report, form: FormSpec, sheets: Sheets, setup: PageSetup) -> Places:
    """Return where the cells of the form's table and the sign-offs stand.

    ``setup`` is the document's: a sign-off takes the whole line between the margins of its page.
    """
    found: dict[Place, list[Spot]] = {}
    part = form.table
    keys = [column.key for column in printed_columns(part)] if part else []
    rows = [row.id for row in printed_rows(report, part)] if part else []
    for at, page in enumerate(sheets.pages):
        for area in page.areas():
            if area.row < len(rows):
                spot = Spot(at, area.x, area.y, area.width, area.height)
                found.setdefault(cell(rows[area.row], keys[area.column]), []).append(spot)
        for row, areas in _by_row(page.areas()).items():
            if row < len(rows):
                found.setdefault(cell(rows[row], ""), []).append(_around(at, areas))
        width = page.paper[0] - setup.left - setup.right
        for signer, (top, foot) in _by_signer(page).items():
            spot = Spot(at, setup.left - _AROUND, top, width + 2 * _AROUND, foot - top + _AROUND)
            found.setdefault(signoff(signer), []).append(spot)
    return {place: tuple(spots) for place, spots in found.items()}


def _by_row(areas: Sequence[Area]) -> dict[int, list[Area]]:
    rows: dict[int, list[Area]] = {}
    for area in areas:
        rows.setdefault(area.row, []).append(area)
    return rows


def _around(page: int, areas: Sequence[Area]) -> Spot:
    """Return the rectangle round the cells of one row."""
    left, top = min(area.x for area in areas), min(area.y for area in areas)
    right, foot = max(area.x + area.width for area in areas), max(area.y + area.height for area in areas)
    return Spot(page, left, top, right - left, foot - top)


def _by_signer(page: Page) -> dict[int, tuple[float, float]]:
    """Return where each sign-off on a page begins and ends."""
    signers: dict[int, tuple[float, float]] = {}
    for band in page.bands():
        top, foot = signers.get(band.signoff, (band.y, band.y))
        signers[band.signoff] = (min(top, band.y), max(foot, band.y + band.height))
    return signers
