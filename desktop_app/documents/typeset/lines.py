"""Text to lines: pieces are shaped, measured and filled into lines. Widths are in ems of the size."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.shaping import Word, shape, unsaid
from desktop_app.thai.clusters import clusters
from desktop_app.thai.words import inner, pieces

_NEARLY = 1e-6
_LINE_COST = 1000.0
"""What a line costs in total fit: more than any slack, so that no line is added to save some."""
_LONG_PIECE = 5.0
"""Pieces wider than this many ems are more than one word."""


class Atom(NamedTuple):
    """What is set without a break: a shaped piece and the space behind it."""

    word: Word
    space: Word | None


class Line(NamedTuple):
    """One line: its atoms, its width without the last space, whether the paragraph ends with it."""

    atoms: tuple[Atom, ...]
    width: float
    last: bool

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(
            atom.word.text + (atom.space.text if atom.space else "") for atom in self.atoms
        ).rstrip()


def break_lines(
    text: str, face: Face, width: float, first: float | None = None, terms: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Break one paragraph (no line feeds) into lines as full as they get.

    ``width`` is that of the lines in ems, ``first`` that of the first line. No line is wider than its
    width, unless a single cluster is. A paragraph without text is one empty line.
    """
    atoms = fitting_atoms(text, face, min(width, width if first is None else first), terms)
    lines: list[list[Atom]] = [[]]
    room = width if first is None else first
    for atom in atoms:
        if lines[-1] and atom.word.width > room + _NEARLY:
            lines.append([])
            room = width
        lines[-1].append(atom)
        room -= atom.word.width + (atom.space.width if atom.space else 0.0)
    return as_lines(lines)


def break_evenly(
    text: str, face: Face, width: float, first: float | None = None, terms: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines` but as evenly as can be in the same number of lines.

    Total fit: of all divisions the one whose lines, but for the last, leave the least squared slack.
    For text that is stretched to its column.
    """
    first = width if first is None else first
    atoms = fitting_atoms(text, face, min(width, first), terms)
    ends = _even_ends(atoms, width, first)
    starts = [0, *ends[:-1]]
    return as_lines([atoms[start:end] for start, end in zip(starts, ends, strict=True)])


def _even_ends(atoms: Sequence[Atom], width: float, first: float) -> list[int]:
    """Return where the lines of the best division end; costs count a line first, its slack then."""
    costs = [0.0] + [math.inf] * len(atoms)
    starts = [0] * (len(atoms) + 1)
    for start in range(len(atoms)):
        room = width if start else first
        taken = 0.0
        for end in range(start + 1, len(atoms) + 1):
            word, space = atoms[end - 1]
            if end > start + 1 and taken + word.width > room + _NEARLY:
                break
            slack = 0.0 if end == len(atoms) else max(0.0, room - taken - word.width) / room
            cost = costs[start] + _LINE_COST + slack * slack
            if cost < costs[end]:
                costs[end], starts[end] = cost, start
            taken += word.width + (space.width if space else 0.0)
    ends = [len(atoms)]
    while ends[-1] > 0 and starts[ends[-1]] > 0:
        ends.append(starts[ends[-1]])
    return ends[::-1]


def as_lines(lines: Sequence[Sequence[Atom]]) -> tuple[Line, ...]:
    """Make lines of groups of atoms."""
    return tuple(Line(tuple(atoms), _width(atoms), at == len(lines) - 1) for at, atoms in enumerate(lines))


def unsaid_line(line: Line) -> Line:
    """Return a line that is drawn the same and says nothing to who copies or searches the file."""
    atoms = (Atom(unsaid(atom.word), unsaid(atom.space) if atom.space else None) for atom in line.atoms)
    return line._replace(atoms=tuple(atoms))


def fitting_atoms(text: str, face: Face, width: float, terms: frozenset[str] = frozenset()) -> list[Atom]:
    """Return the atoms of a text, none wider than ``width`` ems: wider ones are parted."""
    found: list[Atom] = []
    for piece in _pieces(text, terms):
        found += _fit(piece, face, width, terms)
    return found


def natural_width(text: str, face: Face) -> float:
    """Return the width of a text on one line, in ems."""
    return shape(text, face).width


def widest_word(text: str, face: Face, terms: frozenset[str] = frozenset()) -> float:
    """Return the width in ems that a text needs if no word of it is to be cut.

    What is longer than a word (a term, a name, an address) may be parted at its words.
    """
    widest = 0.0
    for piece in _pieces(text, terms):
        width = _atom(piece, face).word.width
        if width > _LONG_PIECE:
            width = max(_atom(part, face).word.width for part in inner(piece, terms))
        widest = max(widest, width)
    return widest


@lru_cache(maxsize=4096)
def _pieces(text: str, terms: frozenset[str]) -> tuple[str, ...]:
    return tuple(pieces(text, terms))


@lru_cache(maxsize=32768)
def _atom(piece: str, face: Face) -> Atom:
    bare = piece.rstrip()
    space = piece[len(bare) :]
    return Atom(shape(bare, face), shape(" " * len(space), face) if space else None)


def _fit(piece: str, face: Face, width: float, terms: frozenset[str]) -> list[Atom]:
    atom = _atom(piece, face)
    if atom.word.width <= width + _NEARLY:
        return [atom]
    parts = inner(piece, terms)
    if len(parts) > 1:
        return [each for part in parts for each in _fit(part, face, width, terms)]
    return [_atom(part, face) for part in _by_clusters(piece)]


def _by_clusters(piece: str) -> list[str]:
    """Return the clusters of a piece, its spaces with the one before."""
    found: list[str] = []
    for cluster in clusters(piece):
        if cluster.isspace() and found:
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _width(atoms: Sequence[Atom]) -> float:
    total = sum(atom.word.width + (atom.space.width if atom.space else 0.0) for atom in atoms)
    return total - (atoms[-1].space.width if atoms and atoms[-1].space else 0.0)
