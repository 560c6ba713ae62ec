"""The ITA scores of a report: a line for each indicator, with two scores and what they differ by."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.form import Part
from desktop_app.domain.report import Report, Score
from desktop_app.domain.score_totals import GRADED_BY, Totals, totals_of
from desktop_app.domain.scores import (
    delta_words,
    in_order,
    names_of,
    score_key,
    score_of,
    score_text,
    years_of,
)
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from desktop_app.thai.digits import to_thai
from desktop_app.thai.shown import numerals
from ui.report.date_line import ValueLine
from ui.report.doubt import Doubt
from ui.report.edits import ScoresEdit
from ui.report.form_rows import Card, muted, name_field
from ui.report.part import PartEditor, holds_cursor

FIELDS = ("previous", "score")
FIELD_WIDTH = 150
"""Room for a score and for its fault under it (px)."""
_HINT = _("พิมพ์ตัวเลข 0 ถึง 100 เช่น 98.99 เว้นว่างได้")
_HELP = _("โปรแกรมคำนวณผลต่างให้ และพิมพ์เฉพาะตัวชี้วัดที่กรอก")


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
        self._names: dict[int, tuple[str, ...]] = {}
        self._inside = QWidget()
        self.lines: dict[tuple[int, int, str], ScoreLine] = {}
        """By year, indicator and field of the Score."""
        self.deltas: dict[tuple[int, int], QLabel] = {}
        self.totals: dict[int, TotalsBox] = {}
        """By year: what its scores come to."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._inside)

    def set_report(self, report: Report) -> None:
        """Show the scores; what is being typed stays."""
        self._report = report
        names = {year: names_of(self._part, report.rules_of(year)) for year in years_of(report)}
        if names != self._names:
            self._build(names)
        there = {(one.year, one.indicator): one for one in report.scores}
        for (year, indicator, field), line in self.lines.items():
            one = there.get((year, indicator), Score(indicator, year))
            line.set_stored(getattr(one, field))
            self.deltas[year, indicator].setText(to_thai(delta_words(one.delta)))
        for year, box in self.totals.items():
            box.show_totals(totals_of(report, self._part, year))

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for line in list(self.lines.values()):
            line.flush()

    def unfinished(self) -> str:
        """Return why a typed score cannot be saved as it stands, or an empty text."""
        return next((line.unreadable for line in self.lines.values() if line.unreadable), "")

    def places(self) -> tuple[Where, ...]:
        """Return the score that has the cursor, then its indicator."""
        for (year, indicator, field), line in self.lines.items():
            if holds_cursor(line):
                place = Where(self._part.key, indicator, score_key(year, field))
                return (place, place._replace(column=""))
        return ()

    def focus_place(self, where: Where) -> None:
        """Put the cursor into a score; where no year is named, into the first of its indicator."""
        for (year, indicator, field), line in self.lines.items():
            if indicator == where.row and where.column in ("", score_key(year, field)):
                line.setFocus()
                return
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first score that cannot be saved, else into the first that is missing."""
        lines = list(self.lines.values())
        faulty = [line for line in lines if line.unreadable]
        empty = [line for line in lines if not line.line.text()]
        (faulty + empty + lines)[0].setFocus()

    def _build(self, names: dict[int, tuple[str, ...]]) -> None:
        before, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._names, self.lines, self.deltas, self.totals = names, {}, {}, {}
        for year in names:
            column.addWidget(self._card(year))
        self.layout().replaceWidget(before, self._inside)
        self._inside.show()
        before.hide()
        before.deleteLater()

    def _card(self, year: int) -> Card:
        card = Card(_("{title} ปี {year}").format(title=self._part.title, year=numerals(year)))
        card.body.addWidget(muted(_HELP))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(3, FIELD_WIDTH)
        titles = (
            _("ตัวชี้วัด"),
            *(_("ปี {year}").format(year=numerals(one)) for one in (year - 1, year)),
            _("ผลต่าง"),
        )
        for at, words in enumerate(titles):
            grid.addWidget(_label(words), 0, at)
        for number in range(1, len(self._names[year]) + 1):
            self._add_line(grid, year, number, titles[1:3])
        card.body.addLayout(grid)
        self.totals[year] = TotalsBox()
        card.body.addWidget(self.totals[year])
        return card

    def _add_line(self, grid: QGridLayout, year: int, number: int, titles: Iterable[str]) -> None:
        name = to_thai(f"{number}. {self._names[year][number - 1]}")
        label = _label(name)
        label.setWordWrap(True)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        for at, (field, title) in enumerate(zip(FIELDS, titles, strict=True), start=1):
            line = ScoreLine()
            line.setFixedWidth(FIELD_WIDTH)
            name_field(line, _("คะแนน {title} ตัวชี้วัดที่ {name}").format(title=title, name=name), _HINT)
            line.committed.connect(partial(self._commit, year, number, field))
            line.judged.connect(self.unfinished_changed)
            self.lines[year, number, field] = line
            grid.addWidget(line, number, at, Qt.AlignmentFlag.AlignTop)
        delta = QLabel()
        delta.setContentsMargins(0, 5, 0, 0)
        delta.setAccessibleName(_("ผลต่าง ตัวชี้วัดที่ {name}").format(name=name))
        self.deltas[year, number] = delta
        grid.addWidget(delta, number, 3, Qt.AlignmentFlag.AlignTop)

    def _commit(self, year: int, number: int, field: str, value: object) -> None:
        there = {(one.year, one.indicator): one for one in self._report.scores}
        one = there.get((year, number), Score(number, year))
        if getattr(one, field) != value:
            there[year, number] = replace(one, **{field: value})
            label = N_("แก้คะแนนตัวชี้วัดที่ {number}").format(number=to_thai(str(number)))
            self.edited.emit(ScoresEdit(self._report, in_order(there.values()), label))


class TotalsBox(QWidget):
    """What the scores of a year come to: each instrument, the total, its grade; empty while none is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for at in (1, 2, 3):
            self._grid.setColumnMinimumWidth(at, FIELD_WIDTH)
        self._labels: list[QLabel] = []
        self.doubt = Doubt()

    def show_totals(self, totals: Totals | None) -> None:
        """Show these."""
        for label in self._labels:
            label.deleteLater()
        self._labels = []
        rows = totals.rows() if totals else []
        for at, texts in enumerate(rows):
            self._add(at, texts)
        if totals:
            self._grid.addWidget(self.doubt, len(rows), 0, 1, 4)
            graded = ((totals.rules_before, totals.before.grade), (totals.rules, totals.now.grade))
            self.doubt.follow([rules for rules, grade in graded if grade], *GRADED_BY)
        self.setVisible(bool(rows))

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown, from left to right and down."""
        return tuple(label.text() for label in self._labels)

    def _add(self, row: int, texts: tuple[str, ...]) -> None:
        for column, text in enumerate(texts):
            label = QLabel(to_thai(text))
            label.setProperty("role", "strong")
            label.setWordWrap(column == 0)
            self._grid.addWidget(label, row, column)
            self._labels.append(label)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setContentsMargins(0, 5, 0, 0)
    return label
