"""A report as it was: what each step changed, and going back to one."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.actions.changes import Changes
from desktop_app.actions.history import look_at
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.differences import differences
from desktop_app.domain.report import Report
from desktop_app.domain.step_words import shown_step
from desktop_app.language import N_, _
from desktop_app.store import history as store
from desktop_app.store import reports
from desktop_app.store.history import Change, changes_of

GONE_BACK = N_("คืนรายงานเป็นแบบเดิม")
"""What going back is called in the history."""


class _LookedAt(Exception):  # noqa: N818 — no error: it ends a look into the past
    """Carries out what was seen, so that nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work on a report. ``id`` 0 stands for its beginning; ``at`` is aware of its zone."""

    id: int
    at: datetime | None
    author: str
    label: str


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text that a cell had until ``until``, when ``author`` changed it."""

    until: datetime
    author: str
    text: str


def list_steps(ws: Workspace, report_id: int) -> tuple[Step, ...]:
    """Return every step of a report, the newest first, and its beginning last."""
    with ws.store.reading() as view:
        found = store.list_steps(view, report_id)
    steps = (Step(one.id, one.at, one.author, _words(one)) for one in found)
    return (*steps, Step(0, None, "", _("เริ่มต้น")))


def look_at_step(ws: Workspace, report_id: int, step_id: int) -> tuple[Report, tuple[str, ...]]:
    """Return a report as it stood after a step, and a sentence for each thing that the step changed.

    Later steps are taken back once, then the step itself; nothing is changed by looking.
    """
    seen: list[Report] = []
    try:
        with ws.store.writing() as session:
            turned = (Change(one.table, one.new, one.old) for one in reversed(changes_of(session, step_id)))
            for changes in (store.changes_back_to(session, report_id, step_id), turned):
                store.apply_changes(session, changes)
                seen.append(reports.load_report(session, report_id))
            raise _LookedAt
    except _LookedAt:
        after, before = seen
    return after, differences(before, after, ws.form_of(after))


def go_back(ws: Workspace, report_id: int, step_id: int) -> Changes:
    """Make a report what it was after a step: one new step, which can be taken back like any other.

    Raises KnownError for an issued report.
    """
    with ws.doing(GONE_BACK).changing(report_id) as session:
        changes = store.changes_back_to(session, report_id, step_id)
        store.apply_changes(session, changes)
    return look_at(report_id, changes)


def earlier_texts(ws: Workspace, report_id: int, row_id: int, key: str) -> tuple[EarlierText, ...]:
    """Return what stood in a cell before, the newest first, each text once."""
    with ws.store.reading() as view:
        found = store.earlier_cells(view, report_id, row_id, key)
    texts: dict[str, EarlierText] = {}
    for step, text in found:
        texts.setdefault(text, EarlierText(step.at, step.author, text))
    return tuple(texts.values())


def _words(step: store.PastStep) -> str:
    words = shown_step(step.label or N_("แก้ไขรายงาน"))
    return _("ย้อนหรือทำซ้ำ: {words}").format(words=words) if step.standing is store.Standing.BACK else words
