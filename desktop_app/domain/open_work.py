"""What is still to be done in a report: rows whose work has not ended, with whose they are and until when."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.finding import Where
from desktop_app.domain.form import ColumnKind, FormSpec, Part
from desktop_app.domain.report import Report, Row, Status
from desktop_app.thai.periods import parse_period

_ENDED = (Status.DONE, Status.CANNOT)


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row whose work has not ended. ``name`` is its first text, ``responsible`` as it is written.

    ``until`` is the last day (CE) of its period when that can be read; ``overdue`` when that day is over.
    """

    where: Where
    number: int
    name: str
    responsible: str
    status: Status
    until: date | None
    overdue: bool


def open_rows(report: Report, form: FormSpec, today: date) -> tuple[OpenRow, ...]:
    """Return the rows of a form with statuses whose work has not ended, in order; blank rows are none."""
    part = form.table
    if part is None or not any(column.kind is ColumnKind.STATUS for column in part.columns):
        return ()
    rows = (row for row in report.rows if any(text.strip() for text in row.cells.values()))
    return tuple(_open(part, row, today) for row in rows if row.status not in _ENDED)


def _open(part: Part, row: Row, today: date) -> OpenRow:
    period = parse_period(_text(part, row, ColumnKind.PERIOD))
    until = period.end if period else None
    name = next((column for column in part.columns if column.kind is ColumnKind.TEXT), part.columns[0])
    results = [column.key for column in part.columns if not column.carried]
    return OpenRow(
        Where(part.key, row.id, (results or [name.key])[0]),
        row.number,
        " ".join(row.cells.get(name.key, "").split()),
        " ".join(_text(part, row, ColumnKind.UNIT).split()),
        row.status,
        until,
        until is not None and until < today,
    )


def _text(part: Part, row: Row, kind: ColumnKind) -> str:
    return next((row.cells.get(column.key, "") for column in part.columns if column.kind is kind), "")
