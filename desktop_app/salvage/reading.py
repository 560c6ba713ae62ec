"""Everything that can be read of a damaged database: by its trees, and where those are torn, page by page."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.backup.watch import Stage, Watch
from desktop_app.salvage.pages import Pages
from desktop_app.salvage.records import (
    INTERIOR,
    LEAF,
    UNREADABLE,
    BrokenError,
    Row,
    Value,
    children,
    kind,
    reached,
    row_at,
    rows,
)
from desktop_app.salvage.shapes import Schema, Shape, schema_of, tells_of_schema

_MASTER = ""
"""The name of SQLite's own table that tells of all others, which no table can have."""
_PASSED = " "
"""Stands for tables whose losses do not count."""


_DEEPEST = 20
"""Pages from the root of a tree to its leaves; SQLite itself allows no more."""


class Losses(NamedTuple):
    """What could not be read: pages of tables, and rows on pages that could."""

    pages: int
    rows: int


NO_LOSSES = Losses(0, 0)
Values = tuple[Value, ...]
_FEW = 4
"""Pages beside its own up to which a row is kept in memory: photos and issued pages take more."""
_MOST_HELD = 16_000_000
"""Characters and bytes that are kept in memory at most; rows behind them are read again."""


Place = int
"""Where a row begins that is read again when it is wanted: 65,536 times its page, and its place there."""


@dataclass
class Found:
    """The rows of each table by its name and their number; large ones are left where they are."""

    schema: Schema
    pages: Pages
    rows: dict[str, dict[int, Values | Place]] = field(default_factory=dict)
    torn: frozenset[str] = frozenset()
    """The tables of which a page or a row is missing."""
    losses: Losses = NO_LOSSES
    _held: int = 0

    def put(self, shape: Shape, row: Row) -> None:
        """Take a row in; the first of a number counts."""
        table = self.rows[shape.name]
        if row.rowid in table:
            return
        size = sum(len(value) for value in row.values if isinstance(value, (str, bytes)))
        if len(row.pages) <= _FEW and self._held + size <= _MOST_HELD:
            self._held += size
            table[row.rowid] = row.values
        else:
            table[row.rowid] = row.page << 16 | row.place

    def table(self, name: str) -> Iterator[tuple[int, Values]]:
        """Yield the number and the values of each row of a table; what the drive gives no more is lost."""
        for rowid, kept in self.rows.get(name, {}).items():
            if not isinstance(kept, Place):
                yield rowid, kept
                continue
            try:
                yield rowid, row_at(self.pages, kept >> 16, kept & 0xFFFF).values
            except UNREADABLE:
                self.losses = self.losses._replace(rows=self.losses.rows + 1)
                self.torn |= {name}


def read_all(pages: Pages, likely: Iterable[Schema], watch: Watch) -> Found:
    """Read every table. What the database tells no more of its tables, a ``likely`` schema that fits does.

    Raises CancelledError, OSError.
    """
    search = _Search(pages, watch)
    schema = _schema(search, tuple(likely))
    found = Found(schema, pages)
    for shape in sorted(schema.shapes, key=lambda shape: shape.is_ours):
        if not shape.is_kept:
            search.pass_over(shape.root)
            continue
        found.rows[shape.name] = {}
        for row in search.tree(shape.name, shape.root):
            if shape.fits(row.values):
                found.put(shape, row)
            elif row.is_whole:
                search.lost_rows += 1
                search.torn.add(shape.name)
    torn = [shape for shape in schema.shapes if shape.is_ours and shape.name in search.torn]
    for shape, row in _strays(search, torn):
        found.put(shape, row)
    found.torn = frozenset(shape.name for shape in torn)
    found.losses = Losses(search.lost_pages, search.lost_rows)
    return found


def schema_in(pages: Pages) -> Schema:
    """Return the schema that the first page tells."""
    return _schema(_Search(pages, Watch()), ())


class _Search:
    """One reading of all pages: what was read already, and what was missed."""

    def __init__(self, pages: Pages, watch: Watch) -> None:
        self.pages = pages
        self.seen: set[int] = set()
        self.torn: set[str] = set()
        """Tables of which a page is missing."""
        self.lost_pages = self.lost_rows = 0
        self._watch = watch

    def tree(self, name: str, root: int) -> Iterator[Row]:
        """Yield the rows below a page, in order."""
        for number in self._leaves(name, root):
            yield from self.leaf(name, number)

    def _leaves(self, name: str, root: int) -> Iterator[int]:
        """Yield the pages below a page that hold rows, in order."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            found = kind(self.pages, number) if number not in self.seen else 0
            try:
                if found == LEAF:
                    yield number
                elif found == INTERIOR:
                    self._mark(number)
                    waiting.extend(reversed(children(self.pages, number)))
                else:
                    raise BrokenError("no page of a table")
            except (BrokenError, struct.error):
                self.torn.add(name)
                self.lost_pages += 1

    def pass_over(self, root: int) -> None:
        """Take the pages of a table that is built anew for read, whatever is wrong with them."""
        lost = self.lost_pages
        for number in self._leaves(_PASSED, root):
            self._mark(number)
            self.seen.update(reached(self.pages, number))
        self.lost_pages = lost

    def leaf(self, name: str, number: int) -> Iterator[Row]:
        """Yield the rows of a leaf page that can be read."""
        self._mark(number)
        for row in rows(self.pages, number):
            if row is None or not row.is_whole:
                self.lost_rows += 1
                self.torn.add(name)
            if row is not None:
                self.seen.update(row.pages)
                yield row

    def _mark(self, number: int) -> None:
        self.seen.add(number)
        self._watch.at(Stage.SALVAGE, len(self.seen), self.pages.count)


def _strays(search: _Search, torn: list[Shape]) -> Iterator[tuple[Shape, Row]]:
    """Yield the rows of pages that no tree leads to and that are not free, where one table alone fits."""
    if not torn:
        return
    search.seen |= search.pages.free()
    for number in range(2, search.pages.count + 1):
        if number in search.seen or kind(search.pages, number) != LEAF:
            continue
        there = list(search.leaf(_PASSED, number))
        fitting = [shape for shape in torn if there and all(shape.fits(row.values) for row in there)]
        if len(fitting) == 1:
            yield from ((fitting[0], row) for row in there)
        else:
            search.lost_rows += len(there)


def _schema(search: _Search, likely: tuple[Schema, ...]) -> Schema:
    """Return what tables there are: as the database tells, and where that is torn, as one like it tells."""
    records = [row.values for row in search.tree(_MASTER, 1)]
    if _MASTER not in search.torn:
        return schema_of(records)
    own = schema_of(records + [row.values for row in _stray_records(search)])
    fitting = next((each for each in likely if _fits(search.pages, own, each)), None)
    other = fitting or (likely[-1] if likely else Schema((), ()))
    known = {shape.name for shape in own.shapes}
    more = [shape for shape in other.shapes if shape.name not in known]
    if fitting is None:
        more = [shape._replace(root=0) for shape in more]
    return Schema((*own.shapes, *more), tuple(dict.fromkeys((*own.indexes, *other.indexes))))


def _stray_records(search: _Search) -> Iterator[Row]:
    """Yield the rows of pages of SQLite's own table that its first page leads to no more."""
    for number in range(2, search.pages.count + 1):
        if number not in search.seen and kind(search.pages, number) == LEAF:
            there = list(rows(search.pages, number))
            if there and all(row and tells_of_schema(row.values) for row in there):
                yield from search.leaf(_MASTER, number)


def _fits(pages: Pages, own: Schema, other: Schema) -> bool:
    """Tell whether the tables begin where another schema says, and where those that are known do."""
    roots = {shape.name: shape.root for shape in own.shapes}
    if any(roots.get(shape.name, shape.root) != shape.root for shape in other.shapes):
        return False
    firsts = [(shape, _first_row(pages, shape.root)) for shape in other.shapes if shape.is_ours]
    there = [shape.fits(row.values) for shape, row in firsts if row]
    return bool(there) and all(there)


def _first_row(pages: Pages, number: int) -> Row | None:
    """Return the first row below a page that can be read."""
    for _ in range(_DEEPEST):
        found = kind(pages, number)
        if found == LEAF:
            return next((row for row in rows(pages, number) if row), None)
        if found != INTERIOR:
            return None
        try:
            number = children(pages, number)[0]
        except (BrokenError, struct.error):
            return None
    return None
