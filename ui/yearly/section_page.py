"""One yearly table on the screen: its lines, until when it holds, and whether somebody has verified it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.domain.yearly import Section, YearlyTable, YearRules
from desktop_app.domain.yearly_faults import Fault
from desktop_app.language import _
from desktop_app.thai.digits import swap_digits_to_arabic
from desktop_app.thai.shown import numerals
from ui.report.form_rows import Card, muted, name_field
from ui.thai_text import display
from ui.yearly.lines import LineTable

WORDS = {
    Section.INSTRUMENTS: (_("เครื่องมือและน้ำหนัก"), _("น้ำหนักรวมกันต้องได้ ๑๐๐")),
    Section.INDICATORS: (_("ตัวชี้วัด"), _("เรียงตามหมายเลขตัวชี้วัด คะแนนของเครื่องมือคือค่าเฉลี่ยของตัวชี้วัดที่ใช้เครื่องมือนั้น")),
    Section.GRADES: (
        _("ระดับผลการประเมิน ITA"),
        _("แต่ละระดับใช้ตั้งแต่คะแนนที่กรอกจนถึงก่อนระดับที่สูงกว่า ช่องสุดท้ายเว้นว่างได้"),
    ),
    Section.LEVELS: (
        _("ระดับการนำแผนปฏิบัติการไปปฏิบัติ"),
        _("แต่ละระดับใช้ตั้งแต่ร้อยละที่กรอกจนถึงก่อนระดับที่สูงกว่า"),
    ),
    Section.DIMENSIONS: (_("มิติของแผนปฏิบัติการป้องกันการทุจริต"), _("เรียงตามหมายเลขมิติ ไม่ต้องพิมพ์คำว่า มิติที่")),
    Section.ITEMS: (
        _("ข้อ OIT ที่เผยแพร่รายงาน"),
        _("แบบรายงานอ้างเลขข้อในข้อความได้ เว้นว่างเมื่อปีนั้นไม่มีข้อ"),
    ),
}
_VERIFIED = _("ตรวจกับประกาศของปีนี้แล้ว")
_RESET = _("คืนค่าเดิม")
_RESET_HINT = _("แสดงค่าที่มากับโปรแกรม หรือของปีก่อนหน้า จะมีผลเมื่อกดบันทึก")


class SectionPage(Card):
    """One table. ``changed`` tells that something was typed; ``reset`` that the usual lines are wanted."""

    changed = Signal()
    reset = Signal(object)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        title, explanation = WORDS[section]
        super().__init__(title, parent)
        self.section = section
        self._shown = YearlyTable(section, 0, 0, ())
        self.source = QLabel()
        self.source.setWordWrap(True)
        self.lines = LineTable(section)
        self.until = QLineEdit()
        self.until.setFixedWidth(72)
        self.verified = QCheckBox(_VERIFIED)
        self.usual = QPushButton(_RESET)
        self.usual.setAutoDefault(False)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        name_field(self.until, _("ใช้ถึงปี {title}").format(title=title), _("ปี พ.ศ. สุดท้ายที่รู้ว่าใช้ตารางนี้ เช่น ๒๕๗๐"))
        name_field(self.verified, f"{_VERIFIED} {title}", _("ปีที่ยังไม่ได้ตรวจ โปรแกรมจะบอกไว้ข้างผลที่คำนวณ"))
        name_field(self.usual, f"{_RESET} {title}", _RESET_HINT)
        self.body.addWidget(self.source)
        self.body.addWidget(muted(explanation))
        self.body.addWidget(self.lines)
        self.body.addLayout(self._foot())
        self.body.addWidget(self.fault)
        self.lines.changed.connect(self._changed)
        self.until.textEdited.connect(self._changed)
        self.verified.clicked.connect(self._changed)
        self.usual.clicked.connect(lambda: self.reset.emit(self.section))

    def set_rules(self, rules: YearRules) -> None:
        """Show the table that holds in a year, and where it comes from."""
        self._shown = rules.in_this_year(self.section)
        self.show_table(self._shown)
        table = rules.tables.get(self.section)
        first = table.year if table else rules.year
        where = _("ของหน่วยงาน") if table and table.own else _("ที่มากับโปรแกรม")
        words = (
            _("ใช้ค่า{where}").format(where=where)
            if first == rules.year
            else _("ใช้ค่า{where} ของปี {first}").format(where=where, first=first)
        )
        if first < rules.year and table and rules.year <= table.until:
            words = _("ใช้ค่า{where} ตั้งแต่ปี {first} ถึงปี {until}").format(
                where=where, first=first, until=table.until
            )
        verified = rules.is_verified(self.section)
        self._tell(
            numerals(
                words
                if verified
                else _("ยังไม่ได้ตรวจกับประกาศของปี {year} · {words}").format(year=rules.year, words=words)
            ),
            verified,
        )

    def show_table(self, table: YearlyTable) -> None:
        """Put a table into the fields."""
        self.fault.hide()
        self.lines.set_lines(table.filled)
        self.until.setText(numerals(table.until))
        self.verified.setChecked(table.verified)

    @property
    def table(self) -> YearlyTable:
        """The table as it is typed; a year that is none is 0."""
        digits = swap_digits_to_arabic(self.until.text().strip())
        until = int(digits) if digits.isdecimal() and len(digits) == 4 else 0
        year = self._shown.year
        return YearlyTable(
            self.section, year, until, self.lines.lines(), self.verified.isChecked(), self._shown.own
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        typed, shown = self.table, self._shown
        return (typed.filled, typed.until, typed.verified) != (shown.filled, shown.until, shown.verified)

    def show_fault(self, fault: Fault) -> None:
        """Say what is wrong at its place."""
        if fault.field == "until":
            self.fault.setText(display(fault.sentence))
            self.fault.show()
            self.until.setFocus()
            self.until.selectAll()
        else:
            self.lines.show_fault(fault)

    def _changed(self) -> None:
        self.fault.hide()
        self.changed.emit()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.verified)
        foot.addSpacing(12)
        label = muted(_("ใช้ถึงปี"))
        label.setWordWrap(False)
        label.setBuddy(self.until)
        foot.addWidget(label)
        foot.addWidget(self.until)
        foot.addStretch(1)
        foot.addWidget(self.usual)
        return foot

    def _tell(self, words: str, verified: bool) -> None:
        self.source.setProperty("role", "muted" if verified else "waiting")
        self.source.style().unpolish(self.source)
        self.source.style().polish(self.source)
        self.source.setText(display(words))
