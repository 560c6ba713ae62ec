"""Parts that nobody types: what the program makes of the rows, to be read before it is printed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.plan_summary import summarise, summary_lines
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where
from desktop_app.domain.yearly import Section
from desktop_app.language import _
from desktop_app.thai.digits import apply_policy
from ui.report.doubt import Doubt
from ui.report.form_rows import Card, muted
from ui.report.part import PartEditor
from ui.thai_text import display

_NARRATIVE = _("โปรแกรมเรียงให้จากตารางเมื่อพิมพ์ แก้ข้อความได้ในตาราง")
_SUMMARY = _("โปรแกรมคำนวณให้จากตาราง")


class ComputedPart(PartEditor):
    """A narrative or a summary: its lines, and where they come from."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.lines = muted("")
        self.lines.setProperty("role", "")
        self.lines.setAccessibleName(part.title)
        card = Card(part.title)
        card.body.addWidget(self.lines)
        card.body.addWidget(muted(_SUMMARY if part.kind is PartKind.SUMMARY else _NARRATIVE))
        self.doubt = Doubt()
        card.body.addWidget(self.doubt)
        self._sections = (Section.LEVELS if part.kind is PartKind.SUMMARY else Section.DIMENSIONS,)
        self.lines.setVisible(part.kind is PartKind.SUMMARY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def places(self) -> tuple[Where, ...]:
        """Return this part while it is the one that is read."""
        return (Where(self._part.key),) if self.has_cursor() else ()

    def set_report(self, report: Report) -> None:
        """Work the lines out anew."""
        if self._part.kind is PartKind.SUMMARY:
            lines = "\n".join(summary_lines(summarise(report.rows, self._part, report.rules)))
            self.lines.setText(display(apply_policy(lines, self._part.digits)))
        self.doubt.follow([report.rules] if self._part.yearly else [], *self._sections)
