"""A whole report out, for other programs and for keeping."""

from functools import partial

from desktop_app.actions.forms import own_form_file
from desktop_app.actions.photos import load_jpeg
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.exchange.report_json import report_to_json


def report_as_json(ws: Workspace, report_id: int) -> str:
    """Return a report as the JSON text of docs/json.md, its photos in it.

    Raises KnownError when there is no such report.
    """
    report = load_report(ws, report_id)
    form_file = own_form_file(ws, report.form_id)
    return report_to_json(report, ws.form_of(report), form_file, partial(load_jpeg, ws))
