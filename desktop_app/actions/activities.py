"""What a clerk does to the activities that a report tells of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.report import Activity
from desktop_app.store import activities as store
from desktop_app.store import photos
from desktop_app.thai.clean import visible_text


def set_activities(
    ws: Workspace, report_id: int, activities: Sequence[Activity], new: Iterable[PhotoFile] = ()
) -> Changes:
    """Set all activities of a report in their order, in one durable transaction.

    ``new`` are photos of theirs that may not be stored yet. A photo that no activity shows any more stays
    stored as long as a step back can bring it again. Raises KnownError when one is nowhere.
    """
    cleaned = [
        replace(one, place=visible_text(one.place), caption=visible_text(one.caption)) for one in activities
    ]
    with ws.changing(report_id) as session:
        photos.add_photos(session, new)
        store.write_activities(session, report_id, cleaned)
    return Changes(report_id, activities=True)
