"""Paragraphs of text as strips of lines, with hanging lists, indents and the Thai way of justifying."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.atoms import (
    Atom,
    Whole,
    natural_width,
    whole_atom,
    whole_atoms,
    widest_word,
)
from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.lines import Line, break_centred, break_evenly, break_lines, break_ragged
from desktop_app.documents.typeset.lists import Entry, entries, list_mark
from desktop_app.documents.typeset.looks import BLACK, Colour
from desktop_app.documents.typeset.page import Item, Text
from desktop_app.documents.typeset.rich import Source, cut, paragraphs, plain
from desktop_app.documents.typeset.shaping import Word
from desktop_app.documents.typeset.structure import ARTIFACT

_NEARLY = 1e-6
WIDEST_HANG = 0.3
"""A list hangs by at most this share of its column."""
_DEEPEST = 0.45
"""A list inside others begins at most this share of the column from its edge."""


class Style(NamedTuple):
    """How text is set: face, size in points, colour."""

    face: Face
    size: float
    colour: Colour = BLACK

    @property
    def leading(self) -> float:
        """Distance of single-spaced baselines."""
        return self.face.leading * self.size

    @property
    def rise(self) -> float:
        """Depth of the baseline below the top of its line."""
        return (self.face.leading - self.face.descent) * self.size


class Fill(NamedTuple):
    """The width in points over which lines are stretched: at their spaces, between ``letters`` as well."""

    width: float
    letters: bool


class SetLine(NamedTuple):
    """A line with its offset from the left edge of its column, in points."""

    offset: float
    line: Line


@lru_cache(maxsize=1024)
def set_paragraph(
    text: Source,
    style: Style,
    width: float,
    indent: float = 0.0,
    terms: frozenset[str] = frozenset(),
    evenly: bool = False,
) -> tuple[SetLine, ...]:
    """Break one paragraph into lines of a column ``width`` points wide, the first one indented.

    ``evenly``: by total fit, for lines that will be stretched. Remembered, as `set_prepared` is.
    """
    breaker = break_evenly if evenly else break_lines
    lines = breaker(text, style.face, width / style.size, (width - indent) / style.size, terms)
    return tuple(SetLine(0.0 if at else indent, line) for at, line in enumerate(lines))


def set_item(
    text: Source,
    style: Style,
    width: float,
    indent: float,
    hangs: bool,
    terms: frozenset[str] = frozenset(),
    evenly: bool = False,
) -> tuple[SetLine, tuple[SetLine, ...]]:
    """Break a paragraph that begins with a list mark into its mark and the lines of the text behind it.

    The mark stands ``indent`` points inside a column of ``width`` points. The further lines stand below
    the text's beginning if it ``hangs``, else at the column's edge.
    """
    lead, rest = _parted(text, style.face)
    atoms = tuple(Atom(word, None) for word in lead if word)
    mark = Line(atoms, lead.word.width, last=True, dressed=not isinstance(text, str))
    begin = indent + list_hang(text, style.face) * style.size
    left = begin if hangs else 0.0
    lines = set_paragraph(rest, style, width - left, begin - left, terms, evenly)
    return SetLine(indent, mark), tuple(SetLine(left + offset, line) for offset, line in lines)


class Hanging(NamedTuple):
    """A paragraph: how far in ems it hangs, all of it, the text behind its list mark, the atoms of that."""

    hang: float
    whole: Source
    rest: Source
    atoms: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A text divided into hanging paragraphs and their atoms, to be set at any width.

    ``least`` is the width in ems that it needs if no word is to be cut. Compared by identity: `prepared`
    returns the same object for the same text, so that what was set can be remembered.
    """

    face: Face
    terms: frozenset[str]
    parts: tuple[Hanging, ...]
    least: float


@lru_cache(maxsize=2048)
def prepared(text: Source, face: Face, terms: frozenset[str] = frozenset()) -> Prepared:
    """Divide a text once for all widths."""
    every = paragraphs(text)
    parts = []
    least = 0.0
    for paragraph, hang in zip(every, _hangs(every, face), strict=True):
        rest = _parted(paragraph, face)[1] if hang else paragraph
        atoms = whole_atoms(rest, face, terms)
        parts.append(Hanging(hang, paragraph, rest, atoms))
        least = max(least, hang + widest_word(atoms, rest, face, terms))
    return Prepared(face, terms, tuple(parts), least)


def set_hanging(
    text: Source, style: Style, width: float, terms: frozenset[str] = frozenset()
) -> tuple[SetLine, ...]:
    """Break text into lines; each of its paragraphs that begins with a list mark hangs behind it.

    The items of one list are aligned on its widest mark (๙. and ๑๐.).
    """
    return set_prepared(prepared(text, style.face, terms), style, width)


@lru_cache(maxsize=2048)
def set_prepared(text: Prepared, style: Style, width: float) -> tuple[SetLine, ...]:
    """Break a divided text into lines, as `set_hanging` does.

    Remembered: when one cell of a table changes, the others are not set again.
    """
    found: list[SetLine] = []
    face, terms = text.face, text.terms
    for hang, paragraph, rest, atoms in text.parts:
        if hang and hang * style.size > width * WIDEST_HANG:
            lines = break_ragged(paragraph, face, width / style.size, terms)
            hang = 0.0
        else:
            lines = break_ragged(rest, face, width / style.size - hang, terms, atoms)
        if hang:
            lines = _led(_padded(_parted(paragraph, face)[0], hang), lines)
        found += [SetLine(hang * style.size if at else 0.0, line) for at, line in enumerate(lines)]
    return tuple(found)


def list_hang(paragraph: Source, face: Face) -> float:
    """Return the width in ems of the list mark that a paragraph hangs behind, or 0."""
    mark = list_mark(plain(paragraph))
    return natural_width(cut(paragraph, 0, len(mark)), face) if mark else 0.0


def list_indents(
    every: Sequence[Source], listed: Sequence[Entry], style: Style, indent: float, width: float
) -> list[float]:
    """Return where the first line of each paragraph of a text begins, in points.

    At ``indent``; a list inside another begins below the other one's text, while that leaves it more than
    half of the column's ``width``.
    """
    deepest = max(indent, width * _DEEPEST)
    begins = {-1: indent}
    widest: dict[int, float] = {-1: 0.0}
    for paragraph, entry in zip(every, listed, strict=True):
        hang = list_hang(paragraph, style.face) * style.size
        widest[entry.list] = max(hang, widest.get(entry.list, 0.0)) if entry.mark else 0.0
    for entry in listed:
        begins.setdefault(entry.list, min(begins[entry.around] + widest[entry.around], deepest))
    return [begins[entry.list] for entry in listed]


def _hangs(every: Sequence[Source], face: Face) -> list[float]:
    """Return how far in ems each paragraph of a text hangs: those of one list alike.

    A mark without a space behind it stands for itself: its text cannot be moved away from it.
    """
    found = [list_hang(paragraph, face) for paragraph in every]
    if sum(map(bool, found)) < 2:
        return found
    members = entries([plain(paragraph) for paragraph in every])
    spaced = [entry.mark[-1:].isspace() for entry in members]
    widest: dict[int, float] = {}
    for entry, hang, space in zip(members, found, spaced, strict=True):
        if space:
            widest[entry.list] = max(hang, widest.get(entry.list, 0.0))
    return [
        widest[entry.list] if space else hang
        for entry, hang, space in zip(members, found, spaced, strict=True)
    ]


def _parted(paragraph: Source, face: Face) -> tuple[Atom, Source]:
    """Part a paragraph into its list mark and what follows it."""
    said = plain(paragraph)
    mark = list_mark(said)
    lead = whole_atom(cut(paragraph, 0, len(mark)), face)
    return lead, cut(paragraph, len(mark), len(said))


def _padded(lead: Atom, width: float) -> Atom:
    """Widen the space of a list mark so that both together are ``width`` ems wide."""
    space = lead.space
    missing = width - lead.word.width - (space.width if space else 0.0)
    if space is None or missing < _NEARLY:
        return lead
    run = space.runs[-1]
    more = missing * 1000 / (run.face.scale * run.look.size)
    last = run.glyphs[-1]
    wide = run._replace(
        glyphs=(*run.glyphs[:-1], last._replace(advance=last.advance + more, beyond=last.beyond - more))
    )
    return Atom(lead.word, Word(space.text, (*space.runs[:-1], wide), space.width + missing))


def _led(lead: Atom, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put a list mark before the first line."""
    first = lines[0]
    width = lead.word.width + (lead.space.width if lead.space else 0.0) + first.width
    return (first._replace(atoms=(lead, *first.atoms), width=width), *lines[1:])


def strips(
    lines: Sequence[SetLine],
    style: Style,
    left: float = 0.0,
    above: float = 0.0,
    fill: Fill | None = None,
    mark: SetLine | None = None,
    tag: int = ARTIFACT,
) -> tuple[Strip, ...]:
    """Make strips of set lines, ``left`` points in; the first and last two lines stay together.

    ``fill``: how lines that do not end their paragraph are stretched. ``mark``: what stands before the
    first line. ``tag``: the element that they show.
    """
    found = []
    for at, (offset, line) in enumerate(lines):
        items: list[Item] = []
        if mark and at == 0:
            items.append(Text(left + mark.offset, style.rise, style.size, mark.line, 0.0, style.colour, tag))
        stretch = fill.width - offset - line.width * style.size if fill and not line.last else 0.0
        spread = fill is None or fill.letters
        items.append(Text(left + offset, style.rise, style.size, line, stretch, style.colour, tag, spread))
        glued = len(lines) > 1 and at in (0, len(lines) - 2)
        found.append(Strip(style.leading, tuple(items), 0.0 if at else above, glued))
    return tuple(found)


@lru_cache(maxsize=1024)
def set_centred(
    text: Source, style: Style, width: float, terms: frozenset[str] = frozenset()
) -> tuple[SetLine, ...]:
    """Break text that will stand centred into lines that are about as long as each other."""
    return tuple(
        SetLine(0.0, line)
        for paragraph in paragraphs(text)
        for line in break_centred(paragraph, style.face, width / style.size, terms)
    )


def centred(
    text: Source,
    style: Style,
    centre: float,
    width: float,
    above: float = 0.0,
    terms: frozenset[str] = frozenset(),
    tag: int = ARTIFACT,
) -> tuple[Strip, ...]:
    """Make strips of a text whose lines stand centred on ``centre``, none wider than ``width``."""
    found = []
    for at, (_, line) in enumerate(set_centred(text, style, width, terms)):
        items: tuple[Item, ...] = (
            Text(centre - line.width * style.size / 2, style.rise, style.size, line, 0.0, style.colour, tag),
        )
        found.append(Strip(style.leading, items, 0.0 if at else above, True))
    return tuple(found)
