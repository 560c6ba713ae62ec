"""What a clerk takes back, takes again, and looks up in the history of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.actions.changes import Changes
from desktop_app.actions.reports import read_again
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import FormSpec, PartKind
from desktop_app.domain.report import Report
from desktop_app.domain.step_words import shown_step
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from desktop_app.store import history as store
from desktop_app.store.history import Change, PastStep, Standing

if TYPE_CHECKING:
    from sqlmodel import Session

    from desktop_app.store.asking import View

_NOTHING = _("ไม่มีขั้นที่ย้อนหรือทำซ้ำได้ในรายงานนี้")
_CHANGED_BEFORE = N_("แก้ไขรายงาน")
"""What a step is called that nobody named."""


class Steps(NamedTuple):
    """What could be taken back and taken again next, in words; None for nothing."""

    back: str | None = None
    again: str | None = None


class Stepped(NamedTuple):
    """A step just taken back or again: what to look at, and the keys of the parts of the form it concerns."""

    changes: Changes
    parts: frozenset[str]


def steps_of(ws: Workspace, report_id: int) -> Steps:
    """Tell what could be taken back and again next."""
    with ws.store.reading() as view:
        return _next(view, report_id)


def look_again(ws: Workspace, report: Report, changes: Changes) -> tuple[Report, Steps]:
    """Return a report read before as it is after ``changes``, and what could be taken back and again now."""
    with ws.store.reading() as view:
        return read_again(view, report, changes), _next(view, report.id)


def _next(view: View, report_id: int) -> Steps:
    next_steps = store.last_done(view, report_id), store.first_undone(view, report_id)
    return Steps(*map(_words, next_steps))


def undo(ws: Workspace, report_id: int) -> Stepped:
    """Take back the last step, in one durable transaction. Raises KnownError when there is none."""
    return _step(ws, report_id, store.last_done, store.take_back)


def redo(ws: Workspace, report_id: int) -> Stepped:
    """Take again the step that was taken back last. Raises KnownError when there is none."""
    return _step(ws, report_id, store.first_undone, store.take_again)


def _step(
    ws: Workspace,
    report_id: int,
    find: Callable[[View, int], PastStep | None],
    take: Callable[[Session, PastStep], list[Change]],
) -> Stepped:
    with ws.store.reading() as view:
        step = find(view, report_id)
    if step is None:
        raise KnownError(_NOTHING)
    with ws.doing(step.label).changing(report_id, Standing.BACK) as session:
        changes = take(session, step)
    return Stepped(look_at(report_id, changes), _parts(ws, report_id, changes))


def _words(step: PastStep | None) -> str | None:
    return None if step is None else shown_step(step.label or _CHANGED_BEFORE)


def look_at(report_id: int, changes: Sequence[Change]) -> Changes:
    """Return what has to be looked at again after these changes."""
    tables = {change.table for change in changes}
    return Changes(
        report_id,
        reports=bool(tables & {"report", "report_row", "cell"}),
        head="report" in tables,
        texts="report_text" in tables,
        rows=frozenset(_rows(changes)),
        row_order=any(_moves(change) for change in changes),
        parts=any(_reshapes(change) for change in changes),
        signoffs="signoff" in tables,
        activities=bool(tables & {"activity", "activity_photo"}),
        scores="score" in tables,
    )


def _rows(changes: Iterable[Change]) -> Iterable[int]:
    for change in changes:
        if change.table == "report_row" and change.new:
            yield change.new["id"]
        elif change.table == "cell":
            yield (change.new or change.old or {})["row_id"]


def _reshapes(change: Change) -> bool:
    """Return whether the report is sent under a memo now and was not before, or the other way."""
    if change.table != "report" or change.old is None or change.new is None:
        return False
    return bool(change.old.get("under_memo") != change.new.get("under_memo"))


def _moves(change: Change) -> bool:
    """Return whether a row came, went or stands elsewhere."""
    if change.table != "report_row":
        return False
    return change.old is None or change.new is None or change.old["place"] != change.new["place"]


def _parts(ws: Workspace, report_id: int, changes: Sequence[Change]) -> frozenset[str]:
    from desktop_app.actions.reports import load_report

    form = ws.form_of(load_report(ws, report_id))
    return frozenset(key for change in changes for key in _parts_of(form, change))


def _parts_of(form: FormSpec, change: Change) -> Iterable[str]:
    """Return the keys of the parts that show a changed record."""
    record = change.new or change.old or {}
    match change.table:
        case "report_text" | "signoff":
            yield record["part"]
        case "report_row" | "cell":
            yield from _keys(form, PartKind.TABLE)
        case "activity" | "activity_photo":
            yield from _keys(form, PartKind.ACTIVITIES)
        case "score":
            yield from _keys(form, PartKind.SCORES)
        case "report" if (change.old or {}).get("chart") != (change.new or {}).get("chart"):
            yield from _keys(form, PartKind.COVER)
        case "report":
            yield from _keys(form, PartKind.MEMO_HEAD, PartKind.AS_OF)


def _keys(form: FormSpec, *kinds: PartKind) -> Iterable[str]:
    return (part.key for part in form.parts if part.kind in kinds)
