"""Where the lines of a paragraph end: total fit, after Knuth and Plass ("Breaking Paragraphs into Lines").

Of all divisions into as few lines as can be, the one that costs least. Every start of a line is tried with
every end up to the one at which the line is full, so that the time grows with the text. Widths are in ems.
"""

import math
from collections.abc import Sequence

from desktop_app.documents.typeset.atoms import NEARLY, Atom

_LETTERS_GIVE, _SPACE_GIVES = 0.05, 0.2
"""What a line can be stretched by unnoticed: a share of its width, and so many ems for every space."""
_LEAST_GIVEN = 0.01
_HYPHENS, _HYPHEN_COST = ("-", "–", "/", "."), 0.2
_CLOSE_COST = 0.05
"""What a line costs that ends with a hyphen or the like; with a word behind which no phrase ends."""
_RAGGED_HYPHEN, _RAGGED_CLOSE, _CENTRED_CLOSE = 0.2, 0.02, 0.1
"""The same where lines are not stretched, in parts of the width squared: a title ends lines with phrases."""
_SHORT_WORD, _LONELY_COST = 3.0, 20.0
"""A word of fewer ems, alone on the last line, costs as much as a line stretched 2.7 times what it gives."""


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


def even_ends(atoms: Sequence[Atom], width: float, first: float) -> list[int]:
    """Return where lines end that will be stretched: see `line_cost`, `last_line_cost`."""
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
            if end > start + 1 and natural > room + NEARLY:
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


def ragged_ends(atoms: Sequence[Atom], width: float, centred: bool = False) -> list[int]:
    """Return where lines end that will not be stretched: the least sum of their squared slack.

    The last line's slack is free, unless they are ``centred``: those are to be of one length.
    """
    close = _CENTRED_CLOSE if centred else _RAGGED_CLOSE
    size = len(atoms)
    counts = [0] + [size + 1] * size
    costs = [0.0] + [math.inf] * size
    starts = [0] * (size + 1)
    extents = [
        (
            atom.word.width,
            atom.space.width if atom.space else 0.0,
            _end_cost(atom, _RAGGED_HYPHEN, close),
        )
        for atom in atoms
    ]
    for start in range(size):
        count, before = counts[start] + 1, costs[start]
        slack = width + NEARLY
        for end in range(start + 1, size + 1):
            word, space, ending = extents[end - 1]
            slack -= word
            if slack < 0.0 and end > start + 1:
                break
            if count <= counts[end]:
                if end < size:
                    cost = before + slack * slack + ending * width * width
                else:
                    cost = before + slack * slack if centred else before
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
