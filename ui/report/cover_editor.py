"""The cover of a report: its words, and the chart that stands on it."""

from PySide6.QtWidgets import QComboBox

from desktop_app.actions.changes import Changes
from desktop_app.actions.cover_chart import set_cover_chart
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.charts import charts_of, score_lines, status_bars
from desktop_app.domain.form import FormSpec, Part
from desktop_app.domain.report import Chart, Report
from desktop_app.language import N_, _
from ui.report.edits import Edit
from ui.report.form_rows import FieldGrid, muted
from ui.report.text_editor import TextEditor
from ui.thai_text import display

WORDS = {
    Chart.NONE: _("ไม่มี"),
    Chart.STATUS: _("สถานะการดำเนินงาน"),
    Chart.SCORES: _("คะแนนตัวชี้วัดแต่ละปี"),
}
_WHERE = _("แผนภูมิอยู่เหนือกลุ่มข้อความสุดท้ายของปก ถ้าปกเต็มจะอยู่หน้าถัดไป ปรับตามข้อมูลในรายงานเสมอ")
_NEEDS = {
    Chart.STATUS: _("ยังไม่มีข้อมูลสำหรับแผนภูมินี้ เมื่อกรอกแถวในตารางแล้ว แผนภูมิจะขึ้นบนปกเอง"),
    Chart.SCORES: _("ยังไม่มีข้อมูลสำหรับแผนภูมินี้ เมื่อกรอกคะแนนแล้ว แผนภูมิจะขึ้นบนปกเอง"),
}


class ChartEdit(Edit):
    """A chart put on the cover, or taken away."""

    def __init__(self, report: Report, chart: Chart) -> None:
        super().__init__(report.id, N_("ใส่แผนภูมิบนปก") if chart else N_("เอาแผนภูมิบนปกออก"))
        self._chart = chart

    def do(self, workspace: Workspace) -> Changes:
        """Put it there, or take it away."""
        return set_cover_chart(workspace, self.report_id, self._chart)


class CoverEditor(TextEditor):
    """The words of the cover; below them the choice of a chart, where the form has something to draw."""

    def __init__(self, part: Part, form: FormSpec) -> None:
        super().__init__(part)
        self._form = form
        self._charts = charts_of(form)
        self.chart = QComboBox()
        for one in (Chart.NONE, *self._charts):
            self.chart.addItem(WORDS[one], one.value)
        self.told = muted("")
        if self._charts:
            grid = FieldGrid()
            grid.add(_("แผนภูมิบนปก"), self.chart, _("แผนภูมิจากข้อมูลของรายงาน พิมพ์บนหน้าปก"))
            self.card.body.addLayout(grid)
            self.card.body.addWidget(self.told)
        self.chart.activated.connect(self._choose)

    def set_report(self, report: Report) -> None:
        """Show the words and the choice."""
        super().set_report(report)
        self.chart.setCurrentIndex(max(0, self.chart.findData(report.chart.value)))
        self.told.setText(display(self._words(report)))
        self.told.setVisible(report.chart is not Chart.NONE)

    def _words(self, report: Report) -> str:
        if report.chart is Chart.STATUS:
            has_data = bool(status_bars(report, self._form))
        else:
            has_data = bool(score_lines(report.scores, {}))
        return _WHERE if has_data or not report.chart else _NEEDS[report.chart]

    def _choose(self) -> None:
        chart = Chart(self.chart.currentData())
        if self._report is not None and chart is not self._report.chart:
            self.edited.emit(ChartEdit(self._report, chart))
