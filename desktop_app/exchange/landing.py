"""What becomes of a copied table under a plan: rows of the form, and what of it does not fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.amounts import tidy_money, tidy_number
from desktop_app.domain.form import Column, ColumnKind, Part
from desktop_app.domain.report import Status
from desktop_app.errors import KnownError
from desktop_app.exchange.copied_table import CopiedTable
from desktop_app.exchange.lines import one_spaced
from desktop_app.exchange.paste_plan import Plan, Target, only_counts
from desktop_app.exchange.row_groups import own_columns, parted_heading
from desktop_app.exchange.status_words import is_ticked, status_told
from desktop_app.exchange.steps import join_pieces
from desktop_app.language import _

_MANY_TICKS = _("มีเครื่องหมายสถานะมากกว่าหนึ่งช่อง สถานะจะว่างไว้ กรุณาเลือกเอง")
_NO_STATUS = _("“{}” ไม่ใช่สถานะที่รู้จัก สถานะจะว่างไว้ กรุณาเลือกเอง")
_NO_BEGINNING = _("ไม่มี “{}” กรุณาตรวจว่าต่อจากแถวก่อนหน้าหรือไม่ ถ้าใช่ วางแล้วใช้ รวมกับแถวบน")
_SHOWN = 30
_TIDIED = (ColumnKind.PERIOD, ColumnKind.MONEY, ColumnKind.NUMBER)
_Told = tuple[Mapping[str, str], Mapping[Target, str]]
_ToldPages = tuple[list[_Told], int]
"""Rows, and how many more were the rest of a row on the next page."""


@dataclass(frozen=True, slots=True)
class LandedRow:
    """One row as it will be. ``status`` None: the copied table tells none."""

    cells: Mapping[str, str]
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """What of a landed row (0-based) does not fit its column, and why. The text lands all the same."""

    row: int
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Landing:
    """The rows that will be, what of them does not fit, and the copied columns with text that go nowhere.

    ``continued``: so many copied rows were the rest of a row on the next page, and are one with it.
    """

    rows: tuple[LandedRow, ...]
    misfits: tuple[Misfit, ...] = ()
    left_out: tuple[int, ...] = ()
    continued: int = 0


@dataclass(slots=True)
class _Work:
    columns: Mapping[str, Column]
    misfits: list[Misfit] = field(default_factory=list)

    def cell(self, row: int, key: str, text: str) -> str:
        """Return a cell as its column holds it; what does not fit is told and left as it is."""
        kind = self.columns[key].kind
        if kind is ColumnKind.PERIOD:
            return one_spaced(text)
        if kind not in (ColumnKind.MONEY, ColumnKind.NUMBER):
            return text
        try:
            return tidy_money(text) if kind is ColumnKind.MONEY else tidy_number(text)
        except KnownError as fault:
            self.misfits.append(Misfit(row, key, fault.sentence))
            return text

    def status(self, row: int, told: Mapping[Target, str]) -> Status | None:
        """Return the one status that is ticked or named."""
        ticked = [target for target, cell in told.items() if target.status and is_ticked(cell)]
        if len(ticked) > 1:
            self.misfits.append(Misfit(row, ticked[0].key, _MANY_TICKS))
        if ticked:
            return ticked[0].status if len(ticked) == 1 else None
        for target, cell in told.items():
            if target.status is None and cell:
                status = status_told(cell)
                if status is None:
                    self.misfits.append(Misfit(row, target.key, _NO_STATUS.format(cell[:_SHOWN])))
                return status
        return None


def land(table: CopiedTable, plan: Plan, part: Part) -> Landing:
    """Return what becomes of the table.

    The heading of a group, in a row of its own or before the first cell, goes into the column of groups.
    Where the headings stand again, at the top of the next page, a row that does not begin there goes on.
    Under headings rows without any text are left out; a table without headings keeps them, for the rows
    beside it may be meant.
    """
    work = _Work({column.key: column for column in part.columns})
    landed: list[LandedRow] = []
    rows, continued = _told(table, plan, part)
    as_typed = {column.key for column in part.columns if column.kind not in _TIDIED}
    for cells, told in _grouped(rows, part):
        row = len(landed)
        kept = {
            key: text if key in as_typed or not text else work.cell(row, key, text)
            for key, text in cells.items()
        }
        landed.append(LandedRow(kept, work.status(row, told) if told else None))
    texts = [row for at, row in enumerate(table.rows) if at not in plan.headings]
    left_out = tuple(
        at
        for at, target in enumerate(plan.targets)
        if target is None and any(row[at] for row in texts) and not only_counts(texts, at)
    )
    misfits = (*work.misfits, *_without_beginning(landed, plan, part))
    return Landing(tuple(landed), misfits, left_out, continued)


def _without_beginning(rows: Sequence[LandedRow], plan: Plan, part: Part) -> Iterator[Misfit]:
    """Yield the rows with nothing in the form's first column, where headings say which one that is."""
    first = own_columns(part.columns)[0]
    for at, row in enumerate(rows):
        if at and plan.is_named and row.cells.get(first.key) == "" and any(row.cells.values()):
            yield Misfit(at, first.key, _NO_BEGINNING.format(first.heading))


def _told(table: CopiedTable, plan: Plan, part: Part) -> _ToldPages:
    """Return the texts by column key, and what tells the status, of each row."""
    statuses = {column.key for column in part.columns if column.kind is ColumnKind.STATUS}
    first = own_columns(part.columns)[0].key
    aimed = [(at, target) for at, target in enumerate(plan.targets) if target]
    keys = [(at, target.key) for at, target in aimed if target.key not in statuses]
    ticks = [(at, target) for at, target in aimed if target.key in statuses]
    found: list[_Told] = []
    continued = 0
    for at, row in enumerate(table.rows):
        if at in plan.headings or (plan.is_named and not any([row[place] for place, _unused in aimed])):
            continue
        texts = {key: row[place] for place, key in keys}
        told = {target: row[place] for place, target in ticks}
        if found and at - 1 in plan.headings and not row[0] and not texts.get(first, row[0]):
            found[-1] = _joined(found[-1], (texts, told))
            continued += 1
        else:
            found.append((texts, told))
    return found, continued


def _joined(row: _Told, rest: _Told) -> _Told:
    """Return a row with its rest from the next page behind each of its texts."""
    texts = {}
    for key, text in row[0].items():
        lines = text.split("\n") if text else []
        join_pieces(lines, rest[0][key].split("\n") if rest[0][key] else ())
        texts[key] = "\n".join(lines)
    return texts, {target: cell or rest[1][target] for target, cell in row[1].items()}


def _grouped(rows: Iterable[_Told], part: Part) -> Iterator[_Told]:
    """Yield the rows with the heading of their group in its column; one that tells nothing else is no row."""
    column = next((column for column in part.columns if column.kind is ColumnKind.GROUP), None)
    current, key = "", own_columns(part.columns)[0].key
    for texts, told in rows:
        if column is None or key not in texts:
            yield texts, told
            continue
        named = texts.get(column.key, "")
        heading, own = (named, texts[key]) if named else _parted(texts, key, column.begins)
        current = heading or current
        finished = {**texts, key: own, **({column.key: current} if current else {})}
        others = (text for name, text in finished.items() if name != column.key)
        if not heading or any(others) or any(told.values()):
            yield finished, told


def _parted(texts: Mapping[str, str], key: str, begins: Sequence[str]) -> tuple[str, str]:
    """Return the heading in the first cell and the rest of it; a cell alone in its row is all heading."""
    cell = texts[key]
    alone = not any(text for name, text in texts.items() if name != key)
    if alone and "\n" not in cell and cell.startswith(tuple(begins)):
        return cell, ""
    return parted_heading(cell, begins)
