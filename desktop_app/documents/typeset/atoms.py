"""Text to atoms: pieces that stay together on a line, shaped and measured. Widths are in ems of the size."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.rich import Dresser, Source, plain
from desktop_app.documents.typeset.shaping import Word, shape
from desktop_app.thai.clusters import clusters
from desktop_app.thai.words import inner, pieces

NEARLY = 1e-6
"""Ems that may be missing for what is said to fit: an error of rounding."""
_LONG_PIECE = 5.0
"""Pieces wider than this many ems are more than one word."""
_LEADER = re.compile(r"""(?<![(\[{“‘"'])[(\[{“‘"']*([.…_])\1{9,}[^\w\s([{“‘]*\s*""")
"""A typed row of ten dots or more is a blank to fill: a line may end in it, five dots from its ends."""


class Atom(NamedTuple):
    """What is set without a break: a shaped piece and the space behind it."""

    word: Word
    space: Word | None


class Whole(NamedTuple):
    """The atoms of a text, none parted, and the width in ems of the widest."""

    atoms: tuple[Atom, ...]
    widest: float


Make = Callable[[str, int], Atom]
"""Makes an atom of a piece and its offset in its text."""


def fitting_atoms(text: Source, face: Face, width: float, terms: frozenset[str] = frozenset()) -> list[Atom]:
    """Return the atoms of a text, none wider than ``width`` ems: wider ones are parted."""
    limit = width + NEARLY
    make = _maker(text, face)
    found: list[Atom] = []
    at = 0
    for piece in _pieces(plain(text), terms):
        atom = make(piece, at)
        found += (atom,) if atom.word.width <= limit else _parted(piece, at, make, limit, terms)
        at += len(piece)
    return found


def natural_width(text: Source, face: Face) -> float:
    """Return the width of a text on one line, in ems."""
    return shape(text, face).width if isinstance(text, str) else Dresser(text).word(0, len(plain(text))).width


def whole_atom(text: Source, face: Face) -> Atom:
    """Return a whole text as one atom, the space at its end apart."""
    return _maker(text, face)(plain(text), 0)


def whole_atoms(text: Source, face: Face, terms: frozenset[str] = frozenset()) -> Whole:
    """Return the atoms of a text, none parted."""
    atoms = tuple(fitting_atoms(text, face, math.inf, terms))
    return Whole(atoms, max([atom.word.width for atom in atoms], default=0.0))


def widest_word(whole: Whole, text: Source, face: Face, terms: frozenset[str] = frozenset()) -> float:
    """Return the width in ems that a text, given with its atoms, needs if no word of it is to be cut.

    What is longer than a word (a term, a name, an address) may be parted at its words.
    """
    if whole.widest <= _LONG_PIECE:
        return whole.widest
    make = _maker(text, face)
    widest = 0.0
    at = 0
    for word, space in whole.atoms:
        piece = word.text + (space.text if space else "")
        width = word.width
        if width > _LONG_PIECE:
            width = max(make(part, start).word.width for part, start in _placed(inner(piece, terms), at))
        widest = max(widest, width)
        at += len(piece)
    return widest


@lru_cache(maxsize=1024)
def _pieces(text: str, terms: frozenset[str]) -> tuple[str, ...]:
    found = pieces(text, terms)
    if _LEADER.search(text):
        return tuple(part for piece in found for part in _with_leaders_divided(piece))
    return tuple(found)


def _with_leaders_divided(piece: str) -> list[str]:
    """Take a typed row of dots ("ลงชื่อ............") apart, so that it fills its line and goes on."""
    found: list[str] = []
    at = 0
    for leader in _LEADER.finditer(piece):
        row = leader.group()
        found += [piece[at : leader.start()], row[:5], *row[5:-5], row[-5:]]
        at = leader.end()
    return [part for part in (*found, piece[at:]) if part]


def _maker(text: Source, face: Face) -> Make:
    """Return what makes the atoms of a text; those of plain text are remembered."""
    if isinstance(text, str):
        return lambda piece, _: _atom(piece, face)
    dresser = Dresser(text)

    def make(piece: str, at: int) -> Atom:
        bare = at + len(piece.rstrip())
        end = at + len(piece)
        return Atom(dresser.word(at, bare), dresser.word(bare, end) if bare < end else None)

    return make


@lru_cache(maxsize=16384)
def _atom(piece: str, face: Face) -> Atom:
    bare = piece.rstrip()
    space = piece[len(bare) :]
    return Atom(shape(bare, face), shape(" " * len(space), face) if space else None)


def _parted(piece: str, at: int, make: Make, limit: float, terms: frozenset[str]) -> list[Atom]:
    """Return the atoms of a piece that is wider than ``limit``: its words, or else its clusters."""
    parts = inner(piece, terms)
    if len(parts) == 1:
        return [make(part, start) for part, start in _placed(_by_clusters(piece), at)]
    found: list[Atom] = []
    for part, start in _placed(parts, at):
        atom = make(part, start)
        found += (atom,) if atom.word.width <= limit else _parted(part, start, make, limit, terms)
    return found


def _placed(parts: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Tell where each part begins, the first one at ``at``."""
    for part in parts:
        yield part, at
        at += len(part)


def _by_clusters(piece: str) -> list[str]:
    """Return the clusters of a piece, its spaces with the one before."""
    found: list[str] = []
    for cluster in clusters(piece):
        if cluster.isspace() and found:
            found[-1] += cluster
        else:
            found.append(cluster)
    return found
