"""The ITA scores of a report: a line for each indicator, with two scores and what they differ by."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.form import Part
from desktop_app.domain.report import Report, Score
from desktop_app.domain.scores import (
    delta_text,
    in_order,
    indicator_words,
    score_of,
    score_text,
    years_of,
)
from desktop_app.thai.digits import to_thai
from ui.report.date_line import ValueLine
from ui.report.edits import ScoresEdit
from ui.report.form_rows import Card, muted, name_field
from ui.report.part import PartEditor

FIELDS = ("previous", "score")
FIELD_WIDTH = 150
"""Room for a score and for its fault under it (px)."""
_HINT = "พิมพ์ตัวเลข 0 ถึง 100 เช่น 98.99 เว้นว่างได้"
_HELP = "โปรแกรมคำนวณผลต่างให้ และพิมพ์เฉพาะตัวชี้วัดที่กรอก"


class ScoreLine(ValueLine):
    """One score, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(score_of, lambda score: to_thai(score_text(score)), "๙๘.๙๙", parent)


class ScoresEditor(PartEditor):
    """A card for each year that scores are of, the fiscal year of the report among them."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._report: Report | None = None
        self._years: list[int] = []
        self._inside = QWidget()
        self.lines: dict[tuple[int, int, str], ScoreLine] = {}
        """By year, indicator and field of the Score."""
        self.deltas: dict[tuple[int, int], QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._inside)

    def set_report(self, report: Report) -> None:
        """Show the scores; what is being typed stays."""
        self._report = report
        if years_of(report) != self._years:
            self._build(years_of(report))
        there = {(one.year, one.indicator): one for one in report.scores}
        for (year, indicator, field), line in self.lines.items():
            one = there.get((year, indicator), Score(indicator, year))
            line.set_stored(getattr(one, field))
            self.deltas[year, indicator].setText(to_thai(delta_text(one)))

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for line in list(self.lines.values()):
            line.flush()

    def unfinished(self) -> str:
        """Return why a typed score cannot be saved as it stands, or an empty text."""
        return next((line.unreadable for line in self.lines.values() if line.unreadable), "")

    def focus_first(self) -> None:
        """Put the cursor into the first score that cannot be saved, else into the first that is missing."""
        lines = list(self.lines.values())
        faulty = [line for line in lines if line.unreadable]
        empty = [line for line in lines if not line.line.text()]
        (faulty + empty + lines)[0].setFocus()

    def _build(self, years: list[int]) -> None:
        before, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._years, self.lines, self.deltas = years, {}, {}
        for year in years:
            column.addWidget(self._card(year))
        self.layout().replaceWidget(before, self._inside)
        self._inside.show()
        before.hide()
        before.deleteLater()

    def _card(self, year: int) -> Card:
        card = Card(f"{self._part.title} ปี {to_thai(str(year))}")
        card.body.addWidget(muted(_HELP))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(3, FIELD_WIDTH)
        titles = ("ตัวชี้วัด", *(f"ปี {to_thai(str(one))}" for one in (year - 1, year)), "ผลต่าง")
        for at, words in enumerate(titles):
            grid.addWidget(_label(words), 0, at)
        for number in range(1, len(self._part.indicators) + 1):
            self._add_line(grid, year, number, titles[1:3])
        card.body.addLayout(grid)
        return card

    def _add_line(self, grid: QGridLayout, year: int, number: int, titles: Iterable[str]) -> None:
        name = to_thai(indicator_words(self._part, number))
        label = _label(name)
        label.setWordWrap(True)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        for at, (field, title) in enumerate(zip(FIELDS, titles, strict=True), start=1):
            line = ScoreLine()
            line.setFixedWidth(FIELD_WIDTH)
            name_field(line, f"คะแนน {title} ตัวชี้วัดที่ {name}", _HINT)
            line.committed.connect(partial(self._commit, year, number, field))
            line.judged.connect(self.unfinished_changed)
            self.lines[year, number, field] = line
            grid.addWidget(line, number, at, Qt.AlignmentFlag.AlignTop)
        delta = QLabel()
        delta.setContentsMargins(0, 5, 0, 0)
        delta.setAccessibleName(f"ผลต่าง ตัวชี้วัดที่ {name}")
        self.deltas[year, number] = delta
        grid.addWidget(delta, number, 3, Qt.AlignmentFlag.AlignTop)

    def _commit(self, year: int, number: int, field: str, value: object) -> None:
        there = {(one.year, one.indicator): one for one in self._report.scores}
        one = there.get((year, number), Score(number, year))
        if getattr(one, field) != value:
            there[year, number] = replace(one, **{field: value})
            label = f"แก้คะแนนตัวชี้วัดที่ {to_thai(str(number))}"
            self.edited.emit(ScoresEdit(self._report, in_order(there.values()), label))


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setContentsMargins(0, 5, 0, 0)
    return label
