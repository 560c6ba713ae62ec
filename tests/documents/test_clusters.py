"""Every cluster of Thai spelling in both bundled families, regular and bold: read back, its ink in place.

There is no exception: whatever stands for ำ (one glyph of the font, or one made of นิคหิต and า), and wherever
marks are raised, all five readers say the text that was set, white space aside.
"""

import re
from collections import defaultdict
from operator import attrgetter

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from desktop_app.documents.blocks import Document, PageSetup, Paragraph
from desktop_app.documents.pdf import draw, render
from desktop_app.documents.typeset.fonts import BUNDLED, SARABUN, face, load_face
from desktop_app.documents.typeset.lines import break_lines
from desktop_app.documents.typeset.page import Group, Page, Sheets, Text
from tests.documents import ink
from tests.documents.every_cluster import every_cluster
from tests.documents.readers import READERS

FACES = [
    pytest.param(family, bold, id=f"{family.name} {'bold' if bold else 'regular'}")
    for family in BUNDLED
    for bold in (False, True)
]
RANK = attrgetter("rank")
_SIZE, _CELL, _ACROSS = 40.0, 200.0, 72
"""Points; the sheet has one cluster in each square of a grid."""
_NEARLY = 0.4
"""Thousandths of the em: what is written with two decimals of a point is no more than this away."""


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_five_readers_read_every_cluster_back(family, bold, bare, poppler):
    text = " ".join(every_cluster())
    pdf = render(Document("กลุ่มอักษร", (Paragraph(text, bold=bold),), family=family.name))
    expected = bare(text)
    assert bare(without_page_numbers(poppler(pdf))) == expected
    for name, read in READERS.items():
        assert bare(without_page_numbers("\n".join(read(pdf)))) == expected, name


def without_page_numbers(text: str) -> str:
    return re.sub("- [๐-๙]+ -", "", text)


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_the_ink_of_every_cluster_stands_in_the_file_where_harfbuzz_puts_it(family, bold):
    check_ink(face(family, bold), every_cluster(), _NEARLY)


def test_ink_stands_as_well_in_a_font_of_finer_units(tmp_path):
    with TTFont(SARABUN.cuts[1].path) as font:
        scale_upem(font, 2048)
        font.save(tmp_path / "fine.ttf")
    check_ink(load_face(SARABUN.cuts[1]._replace(path=tmp_path / "fine.ttf")), every_cluster()[::9], 1.5)


def check_ink(chosen, clusters, nearly):
    setup = PageSetup(width=_CELL * _ACROSS, height=_CELL * (len(clusters) // _ACROSS + 2))
    items = [
        Text(*middle(at), _SIZE, break_lines(cluster, chosen, 1000.0)[0])
        for at, cluster in enumerate(clusters)
    ]
    sheets = Sheets((Page(1, (Group(0.0, 0.0, tuple(items)),), (setup.width, setup.height)),), ())
    drawn = defaultdict(list)
    for found in ink.in_file(draw(Document("กลุ่มอักษร", (), page=setup), sheets)):
        drawn[square(found.x, setup.height - found.y)].append(found)
    for at, cluster in enumerate(clusters):
        x, y = middle(at)
        unit = 1000 / _SIZE / chosen.scale
        found = [each.seen_from(x, setup.height - y, unit) for each in drawn[at]]
        assert_same_ink(found, ink.by_harfbuzz(cluster, chosen), cluster, nearly)


def assert_same_ink(found, expected, cluster, nearly):
    assert len(found) == len(expected) > 0, cluster
    pairs = zip(sorted(found, key=RANK), sorted(expected, key=RANK), strict=True)
    for (shape, *places), (wanted_shape, *wanted_places) in pairs:
        assert shape == wanted_shape, cluster
        assert all(abs(a - b) < nearly for a, b in zip(places, wanted_places, strict=True)), cluster


def square(x, y):
    """Return the number of the square in which a point lies."""
    return int(y // _CELL) * _ACROSS + int(x // _CELL)


def middle(at):
    """Return the origin of a cluster, in points from the top left corner."""
    return (at % _ACROSS + 0.2) * _CELL, (at // _ACROSS + 0.6) * _CELL
