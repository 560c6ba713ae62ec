"""Where the columns of a copied table go in a form's table: found out by headings, or by their order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.report import STATUS_WORDS, Status
from desktop_app.exchange.copied_table import CopiedTable
from desktop_app.exchange.headings import header_columns
from desktop_app.exchange.row_groups import own_columns
from desktop_app.exchange.status_words import status_told
from desktop_app.thai.digits import swap_digits_to_arabic

_HEAD_ROWS = 60
"""The heading is looked for in so many rows; above it may stand what else is on the page."""
_FEWEST_STATUS_WORDS = 2
"""So many statuses named in a line make it the second line of a heading."""


class Target(NamedTuple):
    """A column of the form by its key. ``status``: the place for the tick of that status."""

    key: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """``targets``: where each column of the copied table goes, None for nowhere.

    ``headings`` are the places of the rows that only name columns; they are not pasted.
    """

    targets: tuple[Target | None, ...]
    headings: frozenset[int] = frozenset()

    @property
    def is_named(self) -> bool:
        """Whether headings told where the columns go."""
        return bool(self.headings)


def targets_of(part: Part) -> dict[Target, str]:
    """Return every place that a copied column can go to, with its name, in the form's order."""
    found: dict[Target, str] = {}
    for column in part.columns:
        found[Target(column.key)] = column.heading
        for status in column.statuses:
            found[Target(column.key, status)] = f"{column.heading}: {STATUS_WORDS[status]}"
    return found


def first_plan(table: CopiedTable, part: Part, first_key: str | None = None) -> Plan:
    """Return where the columns of a table most likely go.

    A line of headings tells it; on the pages of a long table it stands again. Without one the columns
    follow each other from ``first_key`` on (the first column): a table as wide as the printed one is taken
    for it, ticks and all, and a first column of running numbers that is one too many goes nowhere.
    """
    headers = (header_columns(row, part.columns) for row in table.rows[:_HEAD_ROWS])
    first, columns = next(((at, found) for at, found in enumerate(headers) if found), (None, None))
    if first is None or columns is None:
        return Plan(_in_order(table, part, first_key))
    heading = _bare(table.rows[first])
    alike = (at for at, row in enumerate(table.rows) if _bare(row[:1]) == heading[:1])
    rows = {at for at in alike if _bare(table.rows[at]) == heading}
    ticks, second = _named_ticks(table, first, part)
    targets = _by_headings(columns, table.rows[first], ticks)
    return Plan(targets, frozenset(rows | {at + second for at in rows if second}))


def _bare(cells: Sequence[str]) -> list[str]:
    """Return cells without white space: a heading is broken otherwise on every page."""
    return ["".join(cell.split()) for cell in cells]


def _by_headings(
    columns: Sequence[Column | None], cells: Sequence[str], ticks: Mapping[int, Target]
) -> tuple[Target | None, ...]:
    """Return the targets that headings name; a status without named ticks is followed by all of them."""
    found: list[Target | None] = [
        ticks.get(at) or (Target(column.key) if column else None) for at, column in enumerate(columns)
    ]
    for at, column in enumerate(columns):
        if column and column.kind is ColumnKind.STATUS and not ticks:
            places = range(at, at + len(column.statuses))
            if places.stop <= len(cells) and not any(cells[place] for place in places[1:]):
                for place, status in zip(places, column.statuses, strict=True):
                    found[place] = Target(column.key, status)
    return tuple(found)


def _named_ticks(table: CopiedTable, header: int, part: Part) -> tuple[dict[int, Target], int]:
    """Return the columns that statuses name, in the heading or the line below it, and 1 for the latter."""
    column = next((column for column in part.columns if column.kind is ColumnKind.STATUS), None)
    for below in (0, 1):
        if column is None or header + below >= len(table.rows):
            break
        cells = table.rows[header + below]
        named = {at: status for at, cell in enumerate(cells) if (status := status_told(cell))}
        filled = sum(map(bool, cells))
        if len(set(named.values())) >= _FEWEST_STATUS_WORDS and (not below or len(named) == filled):
            return {at: Target(column.key, status) for at, status in named.items()}, below
    return {}, 0


def _in_order(table: CopiedTable, part: Part, first_key: str | None) -> tuple[Target | None, ...]:
    keys = [column.key for column in part.columns if column.kind is not ColumnKind.STATUS]
    starts_first = first_key in (None, keys[0])
    if starts_first and (printed := _as_printed(part, table.width)):
        return printed
    if starts_first and first_key is None:
        keys = [one.key for one in own_columns(part.columns) if one.kind is not ColumnKind.STATUS]
    following = keys[keys.index(first_key) :] if first_key in keys else keys
    wanted: list[Target | None] = [Target(key) for key in following]
    if table.width > len(wanted) and only_counts(table.rows, 0):
        wanted.insert(0, None)
    wanted += [None] * (table.width - len(wanted))
    return tuple(wanted[: table.width])


def _as_printed(part: Part, width: int) -> tuple[Target | None, ...]:
    """Return the columns of a printed table with ticks, if that is how wide the rows are."""
    shown: list[Target | None] = []
    for column in part.columns:
        if column.printed and column.ticks:
            shown += [Target(column.key, status) for status in column.statuses]
        elif column.printed:
            shown.append(Target(column.key))
    has_ticks = any(target and target.status for target in shown)
    return tuple(shown) if has_ticks and len(shown) == width else ()


def only_counts(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether a column only counts the rows."""
    return all(
        swap_digits_to_arabic(row[column]).strip(". ") == str(number)
        for number, row in enumerate(rows, start=1)
    )
