"""Photos on paper: one large, two as they lie, three and four two by two; their text stays with them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.blocks import CM, Align, Document, Illustrated, Paragraph, Photos
from desktop_app.documents.prose import set_prose
from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.gathering import with_end_glued
from desktop_app.documents.typeset.page import Picture
from desktop_app.documents.typeset.structure import Structure
from desktop_app.domain.photo import Photo

INDENT = 2.5 * CM
GAP = 8.0
"""Between two photos, and between text and photos."""
_ALONE, _ABOVE_ANOTHER, _BESIDE = 0.56, 0.35, 0.42
"""How high a photo is at most, as a share of the text's height: alone, over or under another, beside one."""
_SMALLEST = 0.7
"""So small, as a share of its usual size, a group is made to stay with all of its text."""
_COARSEST = 72 / 100
"""Points a pixel takes at most: 100 dots an inch. A photo of few pixels is printed small, not coarse."""
_CLEARLY = 1.2
"""How much more paper two photos must cover one above the other to stand so."""
_NEARLY = 1.0


class _Row(NamedTuple):
    """Photos side by side, each with the size it is printed in, in points."""

    photos: tuple[Photo, ...]
    sizes: tuple[tuple[float, float], ...]

    @property
    def height(self) -> float:
        return max(height for _, height in self.sizes)

    @property
    def width(self) -> float:
        return sum(width for width, _ in self.sizes) + GAP * (len(self.sizes) - 1)

    @property
    def area(self) -> float:
        return sum(width * height for width, height in self.sizes)

    def scaled(self, by: float) -> "_Row":
        return self._replace(sizes=tuple((width * by, height * by) for width, height in self.sizes))


def set_illustrated(block: Illustrated, document: Document, structure: Structure) -> list[Strip]:
    """Set heading, text and photos. What belongs together is on one page, as far as it fits on one."""
    page = document.page.text_height
    words: list[Strip] = []
    if block.heading:
        heading = Paragraph(block.heading, bold=True, above=12.0, origins=block.heading_origins)
        words += set_prose(heading, document, structure)
    if block.text:
        text = Paragraph(block.text, Align.THAI, indent=INDENT, origins=block.text_origins)
        words += set_prose(text, document, structure)
    first, *others = block.groups
    rows = arranged(first.photos, document.page.text_width, page)
    if _height(words) + _depth(rows) * _SMALLEST + _NEARLY <= page:
        words = [strip._replace(glued=True) for strip in words]
        found = [*words, *_grid(first, rows, page - _height(words), document, structure)]
    else:
        words = with_end_glued(words)
        found = [*words, *_grid(first, rows, page - _height(words[-2:]), document, structure)]
    for group in others:
        rows = arranged(group.photos, document.page.text_width, page)
        again = set_prose(Paragraph(block.again, bold=True, above=12.0), document, structure)
        found += [*again, *_grid(group, rows, page - _height(again), document, structure)]
    return found


def arranged(photos: Sequence[Photo], width: float, page: float) -> list[_Row]:
    """Return one to four photos in rows, on paper with so much room for text.

    Photos side by side are equally high and together as wide as the text. Two stand side by side, or
    one above the other where that makes them clearly larger.
    """
    if len(photos) == 1:
        return [_row(photos, width, page * _ALONE)]
    beside = [_row(photos[at : at + 2], width, page * _BESIDE) for at in range(0, len(photos), 2)]
    if len(photos) == 2:
        below = [_row([photo], width, page * _ABOVE_ANOTHER) for photo in photos]
        return below if _area(below) > _area(beside) * _CLEARLY else beside
    if len(photos) % 2:
        beside[-1] = _row(photos[-1:], (width - GAP) / 2, beside[-2].height)
    return beside


def _row(photos: Sequence[Photo], width: float, most: float) -> _Row:
    """Return photos side by side, none higher than ``most``, none coarse."""
    free = width - GAP * (len(photos) - 1)
    height = min(most, free / sum(photo.aspect for photo in photos))
    heights = [min(height, photo.height * _COARSEST) for photo in photos]
    sizes = ((own * photo.aspect, own) for own, photo in zip(heights, photos, strict=True))
    return _Row(tuple(photos), tuple(sizes))


def _area(rows: Sequence[_Row]) -> float:
    return sum(row.area for row in rows)


def _depth(rows: Sequence[_Row]) -> float:
    """Return how high rows are, with the space above each."""
    return sum(row.height + GAP for row in rows)


def _grid(
    group: Photos, rows: Sequence[_Row], room: float, document: Document, structure: Structure
) -> list[Strip]:
    """Set a group, made smaller if it is higher than ``room``; nothing parts its rows."""
    free = room - GAP * len(rows) - _NEARLY
    by = min(1.0, free / sum(row.height for row in rows))
    strips: list[Strip] = []
    alts = iter(group.alts)
    for row in rows:
        small = row.scaled(by)
        x = (document.page.text_width - small.width) / 2
        pictures = []
        for photo, (width, height) in zip(small.photos, small.sizes, strict=True):
            tag = structure.add("Figure", alt=next(alts))
            y = (small.height - height) / 2
            pictures.append(Picture(x, y, width, height, photo.sha256, tag))
            x += width + GAP
        share = len(row.photos) / group.most
        strips.append(Strip(small.height, tuple(pictures), GAP, glued=True, share=share))
    return [*strips[:-1], strips[-1]._replace(glued=False)]


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.above + strip.height for strip in strips)


def shared_out(photos: Sequence[Photo], most: int) -> list[Sequence[Photo]]:
    """Part photos into as few groups of at most ``most`` as there can be, evenly: 5 by 4 are 3 and 2."""
    count = -(-len(photos) // most)
    least, larger = divmod(len(photos), count or 1)
    ends = [least * at + min(at, larger) for at in range(count + 1)]
    return [photos[start:end] for start, end in pairwise(ends)]
