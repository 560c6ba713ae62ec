"""The head of a memo: who writes, number, date, subject, addressee, urgency."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cover_memo import date_field
from desktop_app.domain.field_words import HEAD_WORDS, REQUIRED_HEAD
from desktop_app.domain.form import Part
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from ui.report.date_line import DateLine
from ui.report.edits import HeadEdit
from ui.report.fields import ChoiceBox, CommitLine, CommitText
from ui.report.form_rows import Card, FieldGrid
from ui.report.part import PartEditor, holds_cursor

URGENCIES = (("", _("ปกติ")), ("ด่วน", "ด่วน"), ("ด่วนมาก", "ด่วนมาก"), ("ด่วนที่สุด", "ด่วนที่สุด"))
SECRECIES = (("", _("ไม่มี")), ("ลับ", "ลับ"), ("ลับมาก", "ลับมาก"), ("ลับที่สุด", "ลับที่สุด"))

HINTS = {
    "number": _("เลขที่หนังสือ เว้นเลขทะเบียนไว้ลงด้วยปากกาได้"),
    "date": _("พิมพ์ได้หลายแบบ เช่น ๑๘ มี.ค. ๖๗ หรือ ๑๘/๓/๒๕๖๗ กด F4 เปิดปฏิทิน ล้างช่องถ้าจะลงวันที่ด้วยปากกา"),
    "addressee": _("ผู้ที่บันทึกฉบับนี้เสนอถึง"),
}


class HeadEditor(PartEditor):
    """The fields of the head, in the order they stand on the page."""

    shows_rows = False

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date_field(part)
        self._key = part.key
        self._report: Report | None = None
        self.fields = {
            "unit": CommitLine(),
            "telephone": CommitLine(),
            "number": CommitLine(),
            self._day: DateLine(),
            "subject": CommitText(lines=2),
            "addressee": CommitLine(),
            "urgency": ChoiceBox(URGENCIES),
            "secrecy": ChoiceBox(SECRECIES),
        }
        grid = FieldGrid()
        for key in REQUIRED_HEAD:
            self.fields[key].setPlaceholderText(_("ยังไม่ได้กรอก"))
        for key, field in self.fields.items():
            as_printed = "date" if key == self._day else key
            grid.add(_(HEAD_WORDS[as_printed]), field, HINTS.get(as_printed, ""))
            field.committed.connect(partial(self._commit, key))
        self.fields[self._day].judged.connect(self.unfinished_changed)
        card = Card()
        card.body.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setFocusProxy(self.fields["unit"])

    def set_report(self, report: Report) -> None:
        """Show the head of this report."""
        self._report = report
        for key, field in self.fields.items():
            field.set_stored(getattr(report.head, key))

    def start_over(self) -> bool:
        """Empty the fields."""
        self._report = None
        for field in self.fields.values():
            field.start_over()
        return True

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for field in self.fields.values():
            field.flush()

    def unfinished(self) -> str:
        """Return why the date cannot be saved as typed, or an empty text."""
        return self.fields[self._day].unreadable

    def places(self) -> tuple[Where, ...]:
        """Return the field that has the cursor."""
        return tuple(
            Where(self._key, column=key) for key, field in self.fields.items() if holds_cursor(field)
        )

    def focus_place(self, where: Where) -> None:
        """Put the cursor into a field of the head."""
        self.fields.get(where.column, self.fields["unit"]).setFocus()

    def focus_first(self) -> None:
        """Put the cursor into the first field; into the date when that one needs mending."""
        self.fields[self._day if self.unfinished() else "unit"].setFocus()

    def _commit(self, key: str, value: object) -> None:
        if self._report is not None and value != getattr(self._report.head, key):
            self.edited.emit(
                HeadEdit(self._report, key, value, N_("แก้{field}").format(field=HEAD_WORDS[key]))
            )
