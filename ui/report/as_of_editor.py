"""The day that the numbers of a report are of."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.form import Part
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from ui.report.date_line import DateLine
from ui.report.edits import HeadEdit
from ui.report.form_rows import Card, FieldGrid
from ui.report.part import PartEditor

_HINT = _("พิมพ์ได้หลายแบบ เช่น ๓๐ ก.ย. ๖๗ กด F4 เปิดปฏิทิน ล้างช่องถ้าจะลงวันที่ด้วยปากกา")


class AsOfEditor(PartEditor):
    """One date; it is kept as the date of the report's head."""

    shows_rows = False

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._report: Report | None = None
        self.day = DateLine()
        grid = FieldGrid()
        grid.add(part.heading or part.title, self.day, _HINT)
        card = Card(part.title)
        card.body.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setFocusProxy(self.day)
        self.day.committed.connect(self._commit)
        self.day.judged.connect(self.unfinished_changed)

    def set_report(self, report: Report) -> None:
        """Show this report's day."""
        self._report = report
        self.day.set_stored(report.head.date)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        self.day.flush()

    def unfinished(self) -> str:
        """Return why the date cannot be saved as typed, or an empty text."""
        return self.day.unreadable

    def places(self) -> tuple[Where, ...]:
        """Return this part while the cursor is in it."""
        return (Where(self._part.key),) if self.has_cursor() else ()

    def _commit(self, value: object) -> None:
        if self._report is not None and value != self._report.head.date:
            self.edited.emit(
                HeadEdit(self._report, "date", value, N_("แก้{field}").format(field=self._part.title))
            )
