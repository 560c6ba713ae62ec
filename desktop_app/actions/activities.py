"""What a clerk does to the activities that a report tells of."""

from collections.abc import Sequence

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Activity
from desktop_app.store import activities as store
from desktop_app.thai.clean import visible_text


def set_activities(ws: Workspace, report_id: int, activities: Sequence[Activity]) -> Changes:
    """Set all activities of a report in their order, in one durable transaction."""
    cleaned = [Activity(one.date, visible_text(one.place), visible_text(one.caption)) for one in activities]
    with ws.changing(report_id) as session:
        store.write_activities(session, report_id, cleaned)
    return Changes(report_id, activities=True)
