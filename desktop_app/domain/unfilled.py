"""Where the work on a report goes on: its first place that is still to be filled."""

from collections.abc import Iterator

from desktop_app.domain.field_words import REQUIRED_HEAD
from desktop_app.domain.form import SIGNED_KINDS, TEXT_KINDS, ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.report import Report, Status
from desktop_app.domain.where import Where

_ENDED = (Status.DONE, Status.CANNOT)


def first_unfilled(report: Report, form: FormSpec) -> Where | None:
    """Return the first place that waits for the clerk, in the form's order; None when there is none.

    These are: fields without which a memo says nothing, texts of the year and results of a row that are
    empty, required cells; else a row whose work has not ended; activities; the day that numbers are of; a
    place without a signer. The date and the number of a memo are left out: they are often for the pen.
    """
    for part in form.parts:
        if (place := next(_places(part, report), None)) is not None:
            return place
    return None


def _places(part: Part, report: Report) -> Iterator[Where]:
    if part.kind is PartKind.MEMO_HEAD:
        empty = (field for field in REQUIRED_HEAD if not getattr(report.head, field).strip())
        yield from (Where(part.key, column=field) for field in empty)
    elif part.kind is PartKind.TABLE:
        yield from _cells(part, report)
    elif part.kind in SIGNED_KINDS:
        for signoff in report.signoffs:
            if signoff.part == part.key and not signoff.name.strip():
                yield Where(part.key, column="name", signoff=signoff.id)
    elif _is_empty(part, report):
        yield Where(part.key)


def _is_empty(part: Part, report: Report) -> bool:
    """Tell whether a part that is one place waits for what is of this year."""
    if part.kind in TEXT_KINDS:
        return not part.carried and not report.texts.get(part.key, "").strip()
    if part.kind is PartKind.ACTIVITIES:
        return not report.activities
    return part.kind is PartKind.AS_OF and report.head.date is None


def _cells(part: Part, report: Report) -> Iterator[Where]:
    written = [column for column in part.columns if column.kind is not ColumnKind.STATUS]
    awaited = [column.key for column in written if column.required or not column.carried]
    results = [column.key for column in written if not column.carried] or awaited
    has_statuses = len(written) < len(part.columns)
    for row in report.rows:
        for key in awaited:
            if not row.cells.get(key, "").strip():
                yield Where(part.key, row.id, key)
    if has_statuses and results:
        yield from (Where(part.key, row.id, results[0]) for row in report.rows if row.status not in _ENDED)
