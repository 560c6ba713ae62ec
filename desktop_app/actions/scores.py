"""What a clerk does to the ITA scores of a report."""

from collections.abc import Sequence

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Score
from desktop_app.domain.scores import in_order
from desktop_app.store import scores as store


def set_scores(ws: Workspace, report_id: int, scores: Sequence[Score]) -> Changes:
    """Set all scores of a report, without the empty ones, in one durable transaction."""
    with ws.changing(report_id) as session:
        store.write_scores(session, report_id, in_order(scores))
    return Changes(report_id, scores=True)
