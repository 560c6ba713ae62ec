"""A report as it would be with a text that is still being typed: for the preview, never to be stored."""

from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.report import Activity, Head, Report, SignOff
from desktop_app.domain.where import Where

_Owner = TypeVar("_Owner", Head, SignOff, Activity)


class HalfTyped(NamedTuple):
    """What stands in an open field."""

    where: Where
    text: str


def with_typed(report: Report, typed: HalfTyped) -> Report:
    """Return the report with this text at its place."""
    where, text = typed
    if where.row:
        rows = tuple(
            replace(row, cells={**row.cells, where.column: text}) if row.id == where.row else row
            for row in report.rows
        )
        return replace(report, rows=rows)
    if where.signoff:
        signoffs = tuple(_filled(one, typed) if one.id == where.signoff else one for one in report.signoffs)
        return replace(report, signoffs=signoffs)
    if where.activity:
        told = enumerate(report.activities, start=1)
        activities = tuple(_filled(one, typed) if at == where.activity else one for at, one in told)
        return replace(report, activities=activities)
    if where.column:
        return replace(report, head=_filled(report.head, typed))
    return replace(report, texts={**report.texts, where.part: text})


def _filled(owner: _Owner, typed: HalfTyped) -> _Owner:
    """Put the text into a field that holds text; others (a date) are left alone."""
    field: dict[str, Any] = {typed.where.column: typed.text}
    holds_text = isinstance(getattr(owner, typed.where.column, None), str)
    return replace(owner, **field) if holds_text else owner
