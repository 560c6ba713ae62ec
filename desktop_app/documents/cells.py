"""The cells of a report's table as they stand on paper: which columns, which rows, how, and the totals."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop_app.documents.blocks import Align
from desktop_app.domain.amounts import money_of, money_text, number_of
from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.plan_summary import column_sum
from desktop_app.domain.report import STATUS_WORDS, Report, Row, Status

TICK = "☑"
_TOTAL = "รวม"
_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*[.)%]?")
_MARKS = frozenset("☐☑☒✓✔✗✘/-–—")


class PrintedColumn(NamedTuple):
    """A column on paper. ``status`` is set for one that is ticked in the rows of this status."""

    column: Column
    status: Status | None = None

    @property
    def key(self) -> str:
        """The key of the form's column."""
        return self.column.key

    @property
    def heading(self) -> str:
        """What stands at its head."""
        return self.column.heading if self.status is None else STATUS_WORDS[self.status]

    @property
    def over(self) -> str:
        """What stands over the ticks of one status column together."""
        return "" if self.status is None else self.column.heading

    @property
    def width(self) -> float | None:
        """Its share of the table's width; the ticks of a status share that of their column."""
        width = self.column.width
        return width if width is None or self.status is None else width / len(self.column.statuses)


def printed_columns(part: Part) -> list[PrintedColumn]:
    """Return the columns of a table that stand on paper, in their order."""
    found: list[PrintedColumn] = []
    for column in part.columns:
        if not column.printed or column.kind is ColumnKind.GROUP:
            continue
        if column.ticks:
            found += [PrintedColumn(column, status) for status in column.statuses]
        else:
            found.append(PrintedColumn(column))
    return found


def printed_rows(report: Report, part: Part) -> list[Row]:
    """Return the rows of a table that stand on paper: a blank one is left out.

    In their order, or in that of the numbers in the column that the table is sorted by; a row without a
    number there counts as its place.
    """
    columns = [one for one in printed_columns(part) if one.status is None]
    rows = [row for row in report.rows if any(cell_text(row, one).strip() for one in columns)]
    if not part.sorted_by:
        return rows
    return sorted(rows, key=lambda row: number_of(row.cells.get(part.sorted_by, "")) or Decimal(row.number))


def cell_text(row: Row, printed: PrintedColumn) -> str:
    """Return what stands in a cell: its text, a sum of money with two decimals, a status or its tick.

    A reason that the text tells already is not told twice.
    """
    if printed.status is not None:
        return TICK if row.status is printed.status else ""
    if printed.column.kind is ColumnKind.STATUS:
        return STATUS_WORDS[row.status]
    text = row.cells.get(printed.key, "")
    if printed.column.reasons and row.reason not in text:
        text = "\n".join(filter(None, (row.reason, text)))
    amount = money_of(text) if printed.column.kind is ColumnKind.MONEY else None
    return text if amount is None else money_text(amount)


def total_line(part: Part, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the cells of the last line: sums of money, ticks of each status; () when none is asked for."""
    columns = printed_columns(part)
    if not rows or not any(one.column.total for one in columns):
        return ()
    totals = [_total(one, rows) for one in columns]
    texts = (ColumnKind.TEXT, ColumnKind.LIST)
    free = [at for at, one in enumerate(columns) if one.column.kind in texts]
    if free:
        totals[free[0]] = _TOTAL
    return tuple(totals)


def _total(printed: PrintedColumn, rows: Sequence[Row]) -> str:
    if not printed.column.total:
        return ""
    if printed.status is not None:
        return str(sum(row.status is printed.status for row in rows))
    if printed.column.kind is ColumnKind.NUMBER:
        numbers = (number_of(row.cells.get(printed.key, "")) for row in rows)
        return f"{sum((number for number in numbers if number), Decimal()):,f}"
    return money_text(column_sum(rows, printed.key))


def alignment(kind: ColumnKind, texts: Iterable[str]) -> Align:
    """Tell how a column's cells stand: sums at the right, what is read at a glance in the middle.

    A column is one of numbers or marks when every cell that is filled holds nothing else.
    """
    if kind is ColumnKind.MONEY:
        return Align.RIGHT
    if kind in (ColumnKind.STATUS, ColumnKind.PERIOD, ColumnKind.NUMBER):
        return Align.CENTRE
    filled = {text.strip() for text in texts} - {""}
    numbers = filled - _MARKS
    if not filled or not all(_NUMBER.fullmatch(number) for number in numbers):
        return Align.LEFT
    return Align.RIGHT if any("." in number[:-1] or "," in number for number in numbers) else Align.CENTRE
