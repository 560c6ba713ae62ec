"""The lines of one yearly table as rows of fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop_app.domain.yearly import FIELDS, ITEM_WORDS, Line, Section
from desktop_app.domain.yearly_faults import Fault
from desktop_app.language import _
from desktop_app.thai.digits import swap_digits_to_arabic
from desktop_app.thai.shown import numerals
from ui.report.form_rows import muted, name_field
from ui.thai_text import display

TITLES = {
    Section.INSTRUMENTS: (_("เครื่องมือ"), _("น้ำหนัก (ร้อยละ)")),
    Section.INDICATORS: (_("ตัวชี้วัด"), _("เครื่องมือ")),
    Section.GRADES: (_("ระดับ"), _("คะแนนรวมตั้งแต่"), _("ทุกเครื่องมือตั้งแต่")),
    Section.LEVELS: (_("ระดับ"), _("ร้อยละตั้งแต่")),
    Section.DIMENSIONS: (_("ชื่อมิติ"),),
    Section.ITEMS: (_("รายงาน"), _("ข้อ")),
}
NUMBERS = ("weight", "at_least", "each")
NUMBER_WIDTH = 150
_NUMBERED = (Section.INDICATORS, Section.DIMENSIONS)


class LineTable(QWidget):
    """A row of fields for each line, and an empty one at the end for the next; a cleared row is none.

    The kinds of report of ITEMS are fixed. Numbers are shown in Thai digits and given in Arabic ones.
    """

    changed = Signal()

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.rows: list[list[QLineEdit]] = []
        self._faults: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for at, title in enumerate(TITLES[section], start=1):
            self._grid.addWidget(muted(title), 0, at)

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines."""
        if self.section is Section.ITEMS:
            told = dict(lines)
            lines = tuple((kind, told.get(kind, "")) for kind in ITEM_WORDS)
        else:
            lines = (*lines, ("",) * len(FIELDS[self.section]))
        while len(self.rows) < len(lines):
            self._add_row()
        self.clear_faults()
        for row, fields in enumerate(self.rows):
            line = lines[row] if row < len(lines) else ("",) * len(fields)
            self._show(row, fields, line)
            for field in (*fields, *self._labels(row)):
                field.setVisible(row < len(lines))

    def lines(self) -> tuple[Line, ...]:
        """Return what is typed, blank rows too, so that a fault finds its row."""
        return tuple(self._line(row, fields) for row, fields in enumerate(self.rows))

    def show_fault(self, fault: Fault) -> None:
        """Say under a row what is wrong with it, and go to the field."""
        row = min(fault.line, len(self.rows) - 1)
        names = FIELDS[self.section]
        field = self.rows[row][names.index(fault.field) if fault.field in names else 0]
        self._faults[row].setText(display(fault.sentence))
        self._faults[row].show()
        field.setFocus()
        field.selectAll()

    def clear_faults(self) -> None:
        """Say nothing any more."""
        for label in self._faults:
            label.hide()

    def _line(self, row: int, fields: list[QLineEdit]) -> Line:
        texts = (
            swap_digits_to_arabic(field.text().strip()) if name in NUMBERS else field.text().strip()
            for name, field in zip(FIELDS[self.section], fields, strict=True)
        )
        if self.section is Section.ITEMS:
            return (tuple(ITEM_WORDS)[row], *tuple(texts)[1:])
        return tuple(texts)

    def _show(self, row: int, fields: list[QLineEdit], line: Line) -> None:
        for name, field, text in zip(FIELDS[self.section], fields, line, strict=True):
            shown = numerals(text) if name in NUMBERS else text
            if self.section is Section.ITEMS and name == "report":
                shown = tuple(ITEM_WORDS.values())[row]
            field.setText(shown)
            field.setCursorPosition(0)

    def _add_row(self) -> None:
        row = len(self.rows)
        at = 1 + 2 * row
        number = QLabel(numerals(f"{row + 1}.") if self.section in _NUMBERED else "")
        number.setProperty("role", "muted")
        self._grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignVCenter)
        fields = [self._field(row, column) for column in range(len(FIELDS[self.section]))]
        for column, field in enumerate(fields, start=1):
            self._grid.addWidget(field, at, column)
        fault = QLabel()
        fault.setProperty("role", "error")
        fault.setWordWrap(True)
        fault.hide()
        self._grid.addWidget(fault, at + 1, 1, 1, len(fields))
        self.rows.append(fields)
        self._faults.append(fault)

    def _labels(self, row: int) -> list[QWidget]:
        item = self._grid.itemAtPosition(1 + 2 * row, 0)
        return [item.widget()] if item else []

    def _field(self, row: int, column: int) -> QLineEdit:
        name = FIELDS[self.section][column]
        field = QLineEdit(self)
        title = TITLES[self.section][column]
        name_field(field, numerals(_("{title} แถวที่ {row}").format(title=title, row=row + 1)), title)
        if column:
            field.setFixedWidth(NUMBER_WIDTH)
        if name == "report":
            field.setReadOnly(True)
            field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.textEdited.connect(self._edited)
        return field

    def _edited(self) -> None:
        """Keep an empty row at the end, and let go of what was said."""
        self.clear_faults()
        shown = [fields for fields in self.rows if not fields[0].isHidden()]
        if self.section is not Section.ITEMS and any(field.text().strip() for field in shown[-1]):
            if len(shown) == len(self.rows):
                self._add_row()
            for field in (*self.rows[len(shown)], *self._labels(len(shown))):
                field.show()
        self.changed.emit()
