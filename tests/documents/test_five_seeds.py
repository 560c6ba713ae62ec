"""All five real reports on paper: nothing is lost on the way there, and every reader reads it back."""

from collections import defaultdict

import pytest

from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import draw
from desktop_app.documents.typeset.page import Text
from tests.documents.readers import READERS
from tests.documents.seed_pages import said, seed_document

NUMBERS = ("000", "001", "002", "003", "004")
NO_BEGINNINGS = set("ะาำิีึืุูั็่้๊๋์ๆฯ)”/,")
_LEAST_FILLED = 0.75
"""Share of the page's height down to which every page but the last is filled."""


@pytest.fixture(params=NUMBERS)
def document(request, seeds):
    return seed_document(next(seeds.glob(f"{request.param}_*")))


@pytest.fixture
def sheets(document):
    return lay_out(document)


def texts_of(page):
    """Yield (tag, what it says) for every text of a page, in the order of its content."""
    for group in page.groups:
        for item in group.items:
            if isinstance(item, Text):
                glyphs = (glyph for atom in item.line.atoms for run in atom.word.runs for glyph in run.glyphs)
                yield item.tag, "".join(glyph.text for glyph in glyphs)


def test_every_letter_of_a_real_report_is_on_its_pages_in_its_order(document, sheets, bare):
    read = defaultdict(str)
    for page in sheets.pages:
        for tag, text in texts_of(page):
            read[tag] += text
    found = "".join(read[tag] for tag in range(len(sheets.elements)))
    given = "".join(map(said, document.blocks))
    assert bare(found) == bare(given)


def test_five_readers_read_every_page_of_a_real_report_as_it_was_set(document, sheets, bare):
    pdf = draw(document, sheets)
    expected = [bare("".join(text for _, text in texts_of(page))) for page in sheets.pages]
    for name, read in READERS.items():
        assert [bare(page) for page in read(pdf)] == expected, name


def test_the_pages_of_a_real_report_are_full_and_no_line_begins_with_a_mark(document, sheets):
    for page in sheets.pages:
        lines = [
            (group.y + item.y, item.line)
            for group in page.groups
            for item in group.items
            if isinstance(item, Text) and item.line.text
        ]
        assert not {line.text[0] for _, line in lines} & NO_BEGINNINGS
        if page is not sheets.pages[-1]:
            assert max(baseline for baseline, _ in lines) > document.page.height * _LEAST_FILLED
