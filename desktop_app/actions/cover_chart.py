"""Putting a chart on the cover of a report, or taking it away."""

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.charts import charts_of
from desktop_app.domain.report import Chart
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.store import reports

_NOT_HERE = _("แบบรายงานนี้ไม่มีข้อมูลสำหรับแผนภูมินี้ กรุณาเลือกแผนภูมิอื่น")


def set_cover_chart(ws: Workspace, report_id: int, chart: Chart) -> Changes:
    """Set what is drawn on the cover. Raises KnownError for a chart that the report's form cannot show."""
    with ws.changing(report_id) as session:
        form = ws.form(reports.load_report(session, report_id).form_id)
        if chart and chart not in charts_of(form):
            raise KnownError(_NOT_HERE)
        reports.write_chart(session, report_id, chart)
    return Changes(report_id, head=True)
