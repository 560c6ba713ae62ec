"""What changed between two orders of rows, as the fewest steps a view can follow without losing its place."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, count
from operator import is_not
from typing import NamedTuple

from desktop_app.domain.report import Row


class Removed(NamedTuple):
    """Rows ``first`` to ``last`` (0-based, both included) go."""

    first: int
    last: int


class Inserted(NamedTuple):
    """Rows come so that they stand from ``first`` to ``last``."""

    first: int
    last: int


class Moved(NamedTuple):
    """The row at ``source`` goes so that it stands at ``target`` afterwards."""

    source: int
    target: int


Step = Removed | Inserted | Moved


def changed_places(old: Sequence[Row], new: Sequence[Row]) -> list[int] | None:
    """Return where another row object stands than before; None when rows came, went or moved.

    A report that is read again keeps the objects of the rows that did not change.
    """
    if len(old) != len(new):
        return None
    found = list(compress(count(), map(is_not, old, new)))
    return found if all(old[at].id == new[at].id for at in found) else None


def steps(old: Sequence[int], new: Sequence[int]) -> list[Step]:
    """Return the steps that turn the ids ``old`` into the ids ``new``, to be followed one by one.

    Ids are unique in each. Rows that keep their order among each other are not touched.
    """
    found: list[Step] = []
    wanted, known = set(new), set(old)
    at = len(old) - 1
    while at >= 0:
        if old[at] in wanted:
            at -= 1
            continue
        last = at
        while at >= 0 and old[at] not in wanted:
            at -= 1
        found.append(Removed(at + 1, last))
    kept = [one for one in old if one in wanted]
    found += _moves(kept, [one for one in new if one in known])
    at = 0
    while at < len(new):
        first = at
        while at < len(new) and new[at] not in known:
            at += 1
        if at > first:
            found.append(Inserted(first, at - 1))
        at += 1
    return found


def _moves(now: list[int], wanted: list[int]) -> list[Moved]:
    """Return the moves that order ``now`` like ``wanted`` (the same ids), the fewest there are."""
    if now == wanted:
        return []
    place = {one: at for at, one in enumerate(wanted)}
    staying = _longest_rising([place[one] for one in now])
    found: list[Moved] = []
    order = list(now)
    settled = set(staying)
    for target, one in enumerate(wanted):
        if target in settled:
            continue
        source = order.index(one)
        order.pop(source)
        goal = _goal(order, wanted, target, settled)
        order.insert(goal, one)
        settled.add(target)
        if goal != source:
            found.append(Moved(source, goal))
    return found


def _goal(order: list[int], wanted: list[int], target: int, settled: set[int]) -> int:
    """Return where a row goes: right behind the settled row that comes before it."""
    for before in range(target - 1, -1, -1):
        if before in settled:
            return order.index(wanted[before]) + 1
    return 0


def _longest_rising(places: list[int]) -> list[int]:
    """Return the longest rising sequence among ``places``."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, place in enumerate(places):
        depth = bisect_left(tails, place)
        if depth == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[depth], ends[depth] = place, at
        previous.append(ends[depth - 1] if depth else -1)
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(places[at])
        at = previous[at]
    return found[::-1]
