"""The report of the year before beside this year's: which row was which, and what a cell said then."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import Report, Row
from desktop_app.thai.moved_years import moved_in_text, moved_period
from desktop_app.thai.searching import search_key

ALIKE = 0.6
"""How much of two names is the same when rows of one number are taken for the same measure."""
_NO_LETTERS = re.compile(r"[\d\s.,()\-–—]+")


@dataclass(frozen=True, slots=True)
class EarlierRows:
    """The rows of an earlier report by the ids of the rows that go on with them."""

    fiscal_year: int
    """Of the earlier report (BE)."""
    by: int
    """How many years later the report is that goes on."""
    rows: Mapping[int, Row]

    def text(self, row_id: int, column: Column) -> str:
        """Return what the cell of a row said then, "" when it said nothing or the row is new.

        What goes on every year has its years moved; a result is told as it was.
        """
        row = self.rows.get(row_id)
        text = row.cells.get(column.key, "") if row is not None else ""
        if not text or column.kind is ColumnKind.STATUS:
            return ""
        if column.kind is ColumnKind.PERIOD:
            return moved_period(text, self.fiscal_year, self.by)
        return moved_in_text(text, self.fiscal_year, self.by) if column.carried else text


def earlier_rows(report: Report, earlier: Report, columns: Sequence[Column]) -> EarlierRows:
    """Find for every row the one of ``earlier`` that it goes on with.

    Rows are the same when their names (the first column of text) are, whatever years and numbers stand in
    them; of the others those of the same number, when their names are alike or one has none yet.
    """
    key = next((column.key for column in columns if column.kind is ColumnKind.TEXT), "")
    named: defaultdict[str, deque[Row]] = defaultdict(deque)
    for row in earlier.rows:
        named[_name(row, key)].append(row)
    found: dict[int, Row] = {}
    for row in report.rows:
        name = _name(row, key)
        if name and named[name]:
            found[row.id] = named[name].popleft()
    taken = {row.id for row in found.values()}
    by_number = {row.number: row for row in earlier.rows if row.id not in taken}
    for row in report.rows:
        other = by_number.get(row.number)
        if row.id not in found and other is not None and _may_be(_name(row, key), _name(other, key)):
            found[row.id] = other
    return EarlierRows(earlier.fiscal_year, report.fiscal_year - earlier.fiscal_year, found)


def _name(row: Row, key: str) -> str:
    return _letters(row.cells.get(key, ""))


@lru_cache(maxsize=20_000)
def _letters(name: str) -> str:
    return _NO_LETTERS.sub("", search_key(name))


def _may_be(name: str, other: str) -> bool:
    if not name or not other:
        return True
    alike = SequenceMatcher(None, name, other, autojunk=False)
    return alike.quick_ratio() >= ALIKE and alike.ratio() >= ALIKE
