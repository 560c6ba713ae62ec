"""A running text of the report: the opening, the closing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from ui.report.edits import TextEdit
from ui.report.fields import CommitText
from ui.report.form_rows import Card, muted, name_field
from ui.report.part import PartEditor

HINT = _("ขึ้นย่อหน้าใหม่ด้วย Enter ไปช่องถัดไปด้วย Tab")
_RUNNING = _("แต่ละบรรทัดคือหนึ่งย่อหน้าในหน้ากระดาษ")
_HEADING = _("แต่ละบรรทัดพิมพ์ด้วยตัวหนากึ่งกลางหน้า")
_COVER = _("พิมพ์กลางหน้าทีละบรรทัด เว้นหนึ่งบรรทัดว่างเพื่อแยกกลุ่มให้กระจายเต็มหน้าปก")


class TextEditor(PartEditor):
    """One text part: each line of it is a paragraph on the page."""

    shows_rows = False

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._report: Report | None = None
        self.text = CommitText(lines=9 if part.kind is PartKind.COVER else 2 if part.centred else 5)
        name_field(self.text, part.title, HINT)
        self.card = Card(part.title)
        self.card.body.addWidget(self.text)
        self.card.body.addWidget(muted(_shape(part)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.setFocusProxy(self.text)
        self.text.committed.connect(self._commit)

    def set_report(self, report: Report) -> None:
        """Show this part's text."""
        self._report = report
        self.text.set_stored(report.texts.get(self._part.key, ""))

    def start_over(self) -> bool:
        """Empty the text."""
        self._report = None
        self.text.start_over()
        return True

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        self.text.flush()

    def places(self) -> tuple[Where, ...]:
        """Return this part while the cursor is in it."""
        return (Where(self._part.key),) if self.has_cursor() else ()

    def _commit(self, text: str) -> None:
        if self._report is not None and text != self._report.texts.get(self._part.key, ""):
            self.edited.emit(
                TextEdit(self._report, self._part.key, text, N_("แก้{field}").format(field=self._part.title))
            )


def _shape(part: Part) -> str:
    """Return how the lines of the part stand on paper."""
    if part.kind is PartKind.COVER:
        return _COVER
    return _HEADING if part.centred else _RUNNING
