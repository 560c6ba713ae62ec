"""Where the things a clerk edits stand on paper, measured in the very file that is printed."""

from dataclasses import replace

import pypdfium2
import pytest

from desktop_app.actions.printing import print_with_places, render_report
from desktop_app.documents.places import Spot, cell, place_at, signoff
from desktop_app.domain.report import Row
from desktop_app.forms.library import load_forms

from .conftest import make_memo, measure_row


@pytest.fixture(scope="module")
def memo():
    return make_memo(rows=tuple(replace(measure_row(at), id=100 + at) for at in range(1, 8)))


@pytest.fixture(scope="module")
def printed(memo):
    return print_with_places(memo, load_forms()["memo"])


def text_in(pdf: bytes, spot: Spot) -> str:
    """Return what stands inside a rectangle of the printed page, without white space."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[spot.page]
    high = page.get_height()
    box = (spot.x, high - spot.y - spot.height, spot.x + spot.width, high - spot.y)
    found = page.get_textpage().get_text_bounded(*box)
    document.close()
    return "".join(found.split())


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_file_is_the_one_that_is_printed(memo, printed):
    assert printed.pdf == render_report(memo, load_forms()["memo"])


@pytest.mark.parametrize("key", ["responsible", "suggestion"])
def test_every_cell_stands_where_its_place_says(memo, printed, key):
    for row in memo.rows:
        spots = printed.places[cell(row.id, key)]
        assert bare(row.cells[key]) in "".join(text_in(printed.pdf, spot) for spot in spots)


def test_the_place_of_a_row_holds_all_its_cells(memo, printed):
    for row in memo.rows:
        for spot in printed.places[cell(row.id, "measure")]:
            around = next(one for one in printed.places[cell(row.id, "")] if one.page == spot.page)
            assert around[1:3] == spot[1:3]
            assert around.height == pytest.approx(spot.height)
            assert around.width > 5 * spot.width


def test_a_blank_row_has_no_place_and_shifts_nobody(memo):
    blank = replace(memo, rows=(memo.rows[0], Row(77, 2, {}), memo.rows[1]))
    printed = print_with_places(blank, load_forms()["memo"])
    assert cell(77, "measure") not in printed.places
    (spot, *_) = printed.places[cell(memo.rows[1].id, "responsible")]
    assert bare(memo.rows[1].cells["responsible"]) in text_in(printed.pdf, spot)


def test_a_table_without_rows_has_no_places(memo):
    printed = print_with_places(replace(memo, rows=()), load_forms()["memo"])
    assert not [place for place in printed.places if place.kind == "cell"]


def test_every_sign_off_stands_where_its_place_says(memo, printed):
    assert memo.signoffs
    for one in memo.signoffs:
        spots = printed.places[signoff(one.id)]
        said = "".join(text_in(printed.pdf, spot) for spot in spots)
        assert bare(one.name) in said
        others = [other.name for other in memo.signoffs if other.name and other.id != one.id]
        assert not [name for name in others if bare(name) in said]


def test_the_smallest_place_at_a_point_is_told_and_nothing_beside_the_text(memo, printed):
    places = printed.places
    wanted = cell(103, "method")
    spot = places[wanted][0]
    middle = spot.x + spot.width / 2, spot.y + spot.height / 2
    assert place_at(places, spot.page, *middle) == wanted
    last = signoff(memo.signoffs[-1].id)
    spot = places[last][0]
    assert place_at(places, spot.page, spot.x + 1, spot.y + spot.height / 2) == last
    assert place_at(places, spot.page, 1, 1) is None
    assert place_at(places, 99, *middle) is None
