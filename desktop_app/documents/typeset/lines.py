"""Atoms to lines. Widths are in ems of the size."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.typeset.atoms import NEARLY, Atom, Whole, fitting_atoms
from desktop_app.documents.typeset.division import even_ends, ragged_ends
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.rich import Source
from desktop_app.documents.typeset.shaping import unsaid

_FEW_LINES = 3
"""Fewer lines than this are filled best one after the other."""
_RATHER_EMPTY = 0.6
"""A line whose text takes less of its column than this."""


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
    if whole is None or whole.widest > least + NEARLY:
        atoms: Sequence[Atom] = fitting_atoms(text, face, least, terms)
    else:
        atoms = whole.atoms
    lines: list[list[Atom]] = [[]]
    room = width if first is None else first
    for atom in atoms:
        if lines[-1] and atom.word.width > room + NEARLY:
            lines.append([])
            room = width
        lines[-1].append(atom)
        room -= atom.word.width + (atom.space.width if atom.space else 0.0)
    return _as_lines(lines, not isinstance(text, str))


def break_evenly(
    text: Source, face: Face, width: float, first: float | None = None, terms: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines` but as evenly as can be in the same number of lines.

    For text that is stretched to its column.
    """
    first = width if first is None else first
    atoms = fitting_atoms(text, face, min(width, first), terms)
    return _as_lines(_divided(atoms, even_ends(atoms, width, first)), not isinstance(text, str))


def break_ragged(
    text: Source,
    face: Face,
    width: float,
    terms: frozenset[str] = frozenset(),
    whole: Whole | None = None,
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines`, its right edge as even as can be in the same number of lines.

    Only where full lines leave one of them rather empty. For text that is not stretched, in a column so
    narrow that one word is much of a line.
    """
    greedy = break_lines(text, face, width, None, terms, whole)
    if len(greedy) < _FEW_LINES or min(line.width for line in greedy[:-1]) > width * _RATHER_EMPTY:
        return greedy
    atoms = [atom for line in greedy for atom in line.atoms]
    return _as_lines(_divided(atoms, ragged_ends(atoms, width)), greedy[0].dressed)


def break_centred(
    text: Source, face: Face, width: float, terms: frozenset[str] = frozenset()
) -> tuple[Line, ...]:
    """Break one paragraph like `break_lines` into as many lines, all as long as each other as can be."""
    greedy = break_lines(text, face, width, None, terms)
    if len(greedy) == 1:
        return greedy
    atoms = [atom for line in greedy for atom in line.atoms]
    return _as_lines(_divided(atoms, ragged_ends(atoms, width, centred=True)), greedy[0].dressed)


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


def _width(atoms: Sequence[Atom]) -> float:
    total = sum(atom.word.width + (atom.space.width if atom.space else 0.0) for atom in atoms)
    return total - (atoms[-1].space.width if atoms and atoms[-1].space else 0.0)
