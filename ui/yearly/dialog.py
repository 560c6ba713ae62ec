"""Where the yearly tables are looked at and changed: one fiscal year at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.yearly import Section, YearRules
from desktop_app.domain.yearly_faults import FIRST_YEAR, LAST_YEAR, Fault
from desktop_app.language import _
from desktop_app.thai.digits import swap_digits_to_arabic
from desktop_app.thai.shown import numerals
from ui.report.form_rows import name_field
from ui.thai_text import display
from ui.window.messages import ask
from ui.yearly.section_page import SectionPage

TABS = {
    _("ตัวชี้วัด ITA"): (Section.INSTRUMENTS, Section.INDICATORS),
    _("ระดับ ITA"): (Section.GRADES,),
    _("ระดับของแผน"): (Section.LEVELS,),
    _("มิติของแผน"): (Section.DIMENSIONS,),
    _("ข้อ OIT"): (Section.ITEMS,),
}
SIZE = (760, 640)
_TITLE = _("ตารางประจำปี")
_WRONG_YEAR = numerals(
    _("ปีต้องเป็นปีงบประมาณ พ.ศ. ระหว่าง {first_year} ถึง {last_year} กรุณาพิมพ์ใหม่").format(
        first_year=FIRST_YEAR, last_year=LAST_YEAR
    )
)


class YearlyDialog(QDialog):
    """The tables of a year. Nothing is stored before "บันทึก".

    ``load`` gives the rules of a year, ``usual`` those without the office's own tables of that very year.
    ``saved`` carries the year and the tables that were changed; whoever stores them calls ``done_saving``,
    ``refuse`` or ``refuse_at``.
    """

    saved = Signal(int, list)

    def __init__(
        self,
        load: Callable[[int], YearRules],
        usual: Callable[[int], YearRules],
        years: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_TITLE)
        self.resize(*SIZE)
        self._load, self._usual = load, usual
        self.shown_year = years[0]
        self._then: Callable[[], object] | None = None
        self.year = QComboBox()
        self.year.setEditable(True)
        self.year.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.year.setCompleter(None)
        self.year.addItems([numerals(year) for year in sorted(years, reverse=True)])
        name_field(self.year, _("ปีงบประมาณ"), _("เลือกปีด้วยลูกศร หรือพิมพ์ปี พ.ศ. แล้วกด Enter"))
        self.year.activated.connect(lambda _at: self._year_chosen())
        self.year.lineEdit().editingFinished.connect(self._year_chosen)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.pages = {section: SectionPage(section) for part in TABS.values() for section in part}
        self.tabs = QTabWidget()
        for words, sections in TABS.items():
            self.tabs.addTab(_scrolled([self.pages[section] for section in sections]), words)
        for page in self.pages.values():
            page.changed.connect(lambda: self._tell(""))
            page.reset.connect(self._reset)
        self._lay_out()
        self.show_year(self.shown_year)
        self.year.setFocus()

    def show_year(self, year: int) -> None:
        """Show the tables of a year; what was typed and not stored is gone."""
        self.shown_year = year
        self.year.setEditText(numerals(year))
        rules = self._load(year)
        for page in self.pages.values():
            page.set_rules(rules)
        self._tell("")

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is not stored."""
        return any(page.is_changed for page in self.pages.values())

    def save(self) -> None:
        """Tell what to store; nothing when nothing was changed."""
        changed = [page.table for page in self.pages.values() if page.is_changed]
        if changed:
            self.saved.emit(self.shown_year, changed)
        else:
            self._tell(_("ไม่มีสิ่งที่เปลี่ยน"))

    def done_saving(self) -> None:
        """Show the year as it is stored now."""
        self.show_year(self.shown_year)
        self._tell(numerals(_("บันทึกตารางของปี {shown_year} แล้ว").format(shown_year=self.shown_year)), "done")
        self._go_on()

    def refuse(self, sentence: str) -> None:
        """Say why it was not stored."""
        self._then = None
        self._tell(sentence, "error")

    def refuse_at(self, fault: Fault) -> None:
        """Go to what is wrong, and say it there."""
        self._then = None
        self._tell(_("ยังไม่ได้บันทึก กรุณาแก้ช่องที่บอกไว้"), "error")
        at = next(at for at, sections in enumerate(TABS.values()) if fault.section in sections)
        self.tabs.setCurrentIndex(at)
        self.pages[fault.section].show_fault(fault)

    def reject(self) -> None:
        """Close; what is typed and not stored is asked about."""
        self._leave(super().reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button it is on, nothing else: least of all that of a question just asked."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QPushButton):
            self.focusWidget().click()

    def _year_chosen(self) -> None:
        digits = swap_digits_to_arabic(self.year.currentText().strip())
        year = int(digits) if digits.isdecimal() else 0
        if year == self.shown_year:
            return
        if not FIRST_YEAR <= year <= LAST_YEAR:
            self._tell(_WRONG_YEAR, "error")
            return
        self.year.setEditText(numerals(self.shown_year))
        self._leave(lambda: self.show_year(year))

    def _leave(self, then: Callable[[], object]) -> None:
        """Go on when nothing typed would be lost; otherwise ask."""
        if not self.is_changed:
            then()
            return

        def save_and_go_on() -> None:
            self._then = then
            self.save()

        answers = [(_("บันทึก"), save_and_go_on), (_("ไม่บันทึก"), then), (_("กลับไปแก้ไข"), self.tabs.setFocus)]
        ask(
            self,
            _TITLE,
            numerals(_("ยังไม่ได้บันทึกตารางของปี {shown_year}").format(shown_year=self.shown_year)),
            answers,
        )

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _reset(self, section: Section) -> None:
        self.pages[section].show_table(self._usual(self.shown_year).in_this_year(section))
        self._tell(_("แสดงค่าเดิมแล้ว กดบันทึกเพื่อใช้"))

    def _lay_out(self) -> None:
        label = QLabel(_("ปีงบประมาณ"))
        label.setBuddy(self.year)
        self.year.setFixedWidth(120)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.year)
        top.addStretch(1)
        self.save_button = _button(_("บันทึก"), _("บันทึกตารางของปีนี้ (Ctrl+S)"), self.save)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self.save_button.setProperty("main", "true")
        self.close_button = _button(_("ปิด"), _("ปิดตารางประจำปี (Esc)"), self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)

    def _tell(self, words: str, role: str = "muted") -> None:
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(display(words))


def _button(words: str, hint: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button


def _scrolled(pages: Sequence[QWidget]) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(12)
    for page in pages:
        column.addWidget(page)
    column.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
