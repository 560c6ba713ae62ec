"""The cover of a report: its lines in the middle, its groups spread over the height of the page."""

from collections.abc import Sequence

from desktop_app.documents.blocks import CM, Cover, Document
from desktop_app.documents.charts import set_chart
from desktop_app.documents.emblem import emblem_picture
from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.installed import family_of
from desktop_app.documents.typeset.paragraphs import Style, centred
from desktop_app.documents.typeset.structure import ARTIFACT, Structure

_NAME_SIZE, _OTHER_SIZE = 26.0, 22.0
"""Sizes in points: of the first group, the report's name, and of the others."""
_EMBLEM_HEIGHT, _EMBLEM_WIDEST = 3.0 * CM, 6.0 * CM
_LEAST_GAP = 12.0
"""Between two groups of a cover that is full."""


def set_cover(block: Cover, document: Document, structure: Structure) -> list[Strip]:
    """Set a cover: the emblem at its head, the last group at its foot, the others evenly between.

    A chart stands before the last group; where the words leave no room for it, on a page behind them.
    A single group stands in the middle. What is longer than a page goes on on the next.
    """
    head = [_emblem(block.emblem, document, structure)] if block.emblem else []
    upper, foot = (block.groups[:-1], block.groups[-1:]) if len(block.groups) > 1 else (block.groups, ())
    head += [_group(group, at == 0, document, structure) for at, group in enumerate(upper)]
    figure = structure.add("Figure", alt=block.chart.alt) if block.chart else ARTIFACT
    pieces = [*head, *(_group(group, False, document, structure) for group in foot)]
    apart: list[Strip] = []
    if block.chart:
        room = document.page.text_height - _height(pieces) - len(pieces) * _LEAST_GAP - 2.0
        chart = set_chart(block.chart, room, document, figure)
        if _height([chart]) <= room:
            pieces.insert(len(head), chart)
        else:
            apart = set_chart(block.chart, document.page.text_height, document, figure)
    free = document.page.text_height - _height(pieces) - 1.0
    gaps = len(pieces) - 1 if len(pieces) > 1 else 2
    gap = max(_LEAST_GAP, free / gaps)
    strips = [Strip(gap, (), glued=True)] if len(pieces) == 1 else []
    for at, piece in enumerate(pieces):
        first, *others = piece
        strips += [first._replace(above=gap if at else 0.0), *others]
    glued = free >= gaps * _LEAST_GAP
    words = [*(strip._replace(glued=glued) for strip in strips[:-1]), strips[-1]._replace(glued=False)]
    return [*words, *apart]


def _height(pieces: Sequence[Sequence[Strip]]) -> float:
    return sum(strip.height for piece in pieces for strip in piece)


def _group(text: str, first: bool, document: Document, structure: Structure) -> list[Strip]:
    style = Style(face(family_of(document.family), True), _NAME_SIZE if first else _OTHER_SIZE)
    width = document.page.text_width
    tag = structure.add("H1", title=" ".join(text.split())) if first else structure.add("P")
    strips: list[Strip] = []
    for line in text.split("\n"):
        strips += centred(line, style, width / 2, width, 0.0, document.terms, tag)
    return strips


def _emblem(png: bytes, document: Document, structure: Structure) -> list[Strip]:
    picture = emblem_picture(png, _EMBLEM_HEIGHT, _EMBLEM_WIDEST, structure)
    left = (document.page.text_width - picture.width) / 2
    return [Strip(picture.height, (picture._replace(x=left),))]
