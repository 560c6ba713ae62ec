"""Text to lines: pieces are shaped, measured and filled into lines. Widths are in ems of the size."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.rich import Dresser, Source, plain
from desktop_app.documents.typeset.shaping import Word, shape, unsaid
from desktop_app.thai.clusters import clusters
from desktop_app.thai.words import inner, pieces

_NEARLY = 1e-6
_LETTERS_GIVE, _SPACE_GIVES = 0.05, 0.2
"""What a line can be stretched by unnoticed: a share of its width, and so many ems for every space."""
_LEAST_GIVEN = 0.01
_HYPHENS, _HYPHEN_COST = ("-", "–", "/", "."), 0.2
_CLOSE_COST = 0.05
"""What a line costs that ends with a hyphen or the like; with a word behind which no phrase ends."""
_RAGGED_HYPHEN, _RAGGED_CLOSE = 0.2, 0.02
"""The same where lines are not stretched, as shares of the room squared."""
_SHORT_WORD, _LONELY_COST = 3.0, 20.0
"""A word of fewer ems, alone on the last line, costs as much as a line stretched 2.7 times what it gives."""
_FEW_LINES = 3
"""Fewer lines than this are filled best one after the other."""
_RATHER_EMPTY = 0.6
"""A line whose text takes less of its column than this."""
_LONG_PIECE = 5.0
"""Pieces wider than this many ems are more than one word."""
_LEADER = re.compile(r"""[(\[{“‘"']*([.…_])\1{9,}[^\w\s([{“‘]*\s*""")
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


class Line(NamedTuple):
    """One line: its atoms, its width without the last space, whether the paragraph ends with it.

    ``dressed``: some of it has a look of its own.
    """

    atoms: tuple[Atom, ...]
    width: float
    last: bool
    dressed: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(
            atom.word.text + (atom.space.text if atom.space else "") for atom in self.atoms
        ).rstrip()


def break_lines(
    text: Source,
    face: Face,
    width: float,
    first: float | None = None,
    terms: frozenset[str] = frozenset(),
    whole: Whole | None = None,
) -> tuple[Line, ...]:
    """Break one paragraph (no line feeds) into lines as full as they get.

    ``width`` is that of the lines in ems, ``first`` that of the first line. No line is wider than its
    width, unless a single cluster is. A paragraph without text is one empty line. ``whole`` are the text's
    atoms, when they are known.
    """
    least = min(width, width if first is None else first)
    if whole is None or whole.widest > least + _NEARLY:
        atoms: Sequence[Atom] = fitting_atoms(text, face, least, terms)
    else:
        atoms = whole.atoms
    lines: list[list[Atom]] = [[]]
    room = width if first is None else first
    for atom in atoms:
        if lines[-1] and atom.word.width > room + _NEARLY:
            lines.append([])
            room = width
        lines[-1].append(atom)
        room -= atom.word.width + (atom.space.width if atom.space else 0.0)
    return _as_lines(lines, not isinstance(text, str))


def break_evenly(
    text: Source, face: Face, width: float, first: float | None = None, terms: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines` but as evenly as can be in the same number of lines.

    Total fit: of all divisions into the least number of lines the one that costs least (`line_cost`,
    `last_line_cost`). For text that is stretched to its column.
    """
    first = width if first is None else first
    atoms = fitting_atoms(text, face, min(width, first), terms)
    return _as_lines(_divided(atoms, _even_ends(atoms, width, first)), not isinstance(text, str))


def break_ragged(
    text: Source,
    face: Face,
    width: float,
    first: float | None = None,
    terms: frozenset[str] = frozenset(),
    whole: Whole | None = None,
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines`, its right edge as even as can be in the same number of lines.

    Where full lines leave one of them rather empty, total fit: the least sum of squared slack in all lines
    but the last, and of a little for lines that end where no space is. For text that is not stretched, in a
    column so narrow that one word is much of a line.
    """
    greedy = break_lines(text, face, width, first, terms, whole)
    if len(greedy) < _FEW_LINES or min(line.width for line in greedy[:-1]) > width * _RATHER_EMPTY:
        return greedy
    first = width if first is None else first
    atoms = [atom for line in greedy for atom in line.atoms]
    return _as_lines(_divided(atoms, _ragged_ends(atoms, width, first)), not isinstance(text, str))


def line_cost(room: float, natural: float, spaces: int, last: Atom) -> float:
    """Return what a line that is not the last costs: the cube of how far it is stretched.

    Measured as TeX does, in what the line has to give: its letters and spaces a little each. A line that
    ends with a hyphen costs a little more, and one that ends where no space is. ``room`` and ``natural``
    are widths in ems.
    """
    give = max(natural * _LETTERS_GIVE + spaces * _SPACE_GIVES, _LEAST_GIVEN)
    return (max(0.0, room - natural) / give) ** 3 + _end_cost(last, _HYPHEN_COST, _CLOSE_COST)


def _end_cost(last: Atom, hyphen: float, close: float) -> float:
    """Return what the end of a line costs: nothing where a space is."""
    if last.space is not None:
        return 0.0
    return hyphen if last.word.text[-1:] in _HYPHENS else close


def last_line_cost(natural: float, atoms: int) -> float:
    """Return what the last line costs: nothing, unless one short word is alone on it."""
    return _LONELY_COST if atoms == 1 and natural < _SHORT_WORD else 0.0


def _even_ends(atoms: Sequence[Atom], width: float, first: float) -> list[int]:
    """Return where the lines of the best division end: first as few lines as can be, then least cost.

    Every start is tried with every end up to the one at which the line is full: time grows with the text.
    """
    counts = [0] + [len(atoms) + 1] * len(atoms)
    costs = [0.0] + [math.inf] * len(atoms)
    starts = [0] * (len(atoms) + 1)
    for start in range(len(atoms)):
        room = width if start else first
        count, before = counts[start] + 1, costs[start]
        taken, spaces = 0.0, 0
        for end in range(start + 1, len(atoms) + 1):
            word, space = atoms[end - 1]
            natural = taken + word.width
            if end > start + 1 and natural > room + _NEARLY:
                break
            if count <= counts[end]:
                last = end == len(atoms)
                cost = before + (
                    last_line_cost(natural, end - start)
                    if last
                    else line_cost(room, natural, spaces, atoms[end - 1])
                )
                if count < counts[end] or cost < costs[end]:
                    counts[end], costs[end], starts[end] = count, cost, start
            taken = natural + space.width if space else natural
            spaces += space is not None
    return _ends(starts)


def _ragged_ends(atoms: Sequence[Atom], width: float, first: float) -> list[int]:
    """Return where the lines end that cost least (see `break_ragged`); tried as in `_even_ends`."""
    size = len(atoms)
    counts = [0] + [size + 1] * size
    costs = [0.0] + [math.inf] * size
    starts = [0] * (size + 1)
    extents = [
        (
            atom.word.width,
            atom.space.width if atom.space else 0.0,
            _end_cost(atom, _RAGGED_HYPHEN, _RAGGED_CLOSE),
        )
        for atom in atoms
    ]
    for start in range(size):
        room = width if start else first
        count, before = counts[start] + 1, costs[start]
        slack = room + _NEARLY
        for end in range(start + 1, size + 1):
            word, space, ending = extents[end - 1]
            slack -= word
            if slack < 0.0 and end > start + 1:
                break
            if count <= counts[end]:
                cost = before if end == size else before + slack * slack + ending * room * room
                if count < counts[end] or cost < costs[end]:
                    counts[end], costs[end], starts[end] = count, cost, start
            slack -= space
    return _ends(starts)


def _ends(starts: Sequence[int]) -> list[int]:
    """Return where lines end, given where the line begins that ends at each place; backwards from the end."""
    ends = [len(starts) - 1]
    while starts[ends[-1]] > 0:
        ends.append(starts[ends[-1]])
    return ends[::-1]


def _divided(atoms: Sequence[Atom], ends: Sequence[int]) -> list[Sequence[Atom]]:
    return [atoms[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _as_lines(lines: Sequence[Sequence[Atom]], dressed: bool) -> tuple[Line, ...]:
    return tuple(
        Line(tuple(atoms), _width(atoms), at == len(lines) - 1, dressed) for at, atoms in enumerate(lines)
    )


def unsaid_line(line: Line) -> Line:
    """Return a line that is drawn the same and says nothing to who copies or searches the file."""
    atoms = (Atom(unsaid(atom.word), unsaid(atom.space) if atom.space else None) for atom in line.atoms)
    return line._replace(atoms=tuple(atoms))


def fitting_atoms(text: Source, face: Face, width: float, terms: frozenset[str] = frozenset()) -> list[Atom]:
    """Return the atoms of a text, none wider than ``width`` ems: wider ones are parted."""
    limit = width + _NEARLY
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


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=32768)
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


def _width(atoms: Sequence[Atom]) -> float:
    total = sum(atom.word.width + (atom.space.width if atom.space else 0.0) for atom in atoms)
    return total - (atoms[-1].space.width if atoms and atoms[-1].space else 0.0)
