"""For each column of a copied table: where it goes, as a list of choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop_app.domain.form import Part
from desktop_app.exchange.copied_table import CopiedTable
from desktop_app.exchange.paste_plan import Plan, Target, targets_of
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import name_field
from ui.thai_text import display

_NOWHERE = _("— ไม่วาง —")
_LONGEST = 60


class ColumnTargets(QScrollArea):
    """One line per copied column. ``plan`` is what is chosen; ``changed`` tells that the clerk chose."""

    changed = Signal()

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = targets_of(part)
        self._headings: frozenset[int] = frozenset()
        self.choices: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("คอลัมน์ที่คัดลอกไปอยู่ช่องใด"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def plan(self) -> Plan:
        """Where each column goes now."""
        return Plan(tuple(map(self._target, self.choices)), self._headings)

    def set_plan(self, plan: Plan, names: Sequence[str]) -> None:
        """Show a plan; ``names`` are the copied columns' own."""
        self._headings = plan.headings
        inside = QWidget()
        inside.setProperty("role", "panel")
        grid = QGridLayout(inside)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        self.choices = [self._choice(target) for target in plan.targets]
        for at, (choice, name) in enumerate(zip(self.choices, names, strict=True)):
            label = QLabel(display(name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"))
            label.setWordWrap(True)
            label.setToolTip(name)
            label.setBuddy(choice)
            name_field(choice, _("คอลัมน์ “{name}” วางลง").format(name=name), _("เลือกช่องในรายงานที่คอลัมน์นี้ไปอยู่"))
            grid.addWidget(label, at + 1, 0)
            grid.addWidget(choice, at + 1, 1)
        for column, words in enumerate((_("คอลัมน์ที่คัดลอก"), _("วางลงช่อง"))):
            head = QLabel(words)
            head.setProperty("role", "heading")
            grid.addWidget(head, 0, column)
        grid.setRowStretch(len(self.choices) + 1, 1)
        self.setWidget(inside)

    def _target(self, choice: QComboBox) -> Target | None:
        return (None, *self._names)[choice.currentIndex()]

    def _choice(self, target: Target | None) -> QComboBox:
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        choice.addItems([_NOWHERE, *self._names.values()])
        choice.setCurrentIndex(0 if target is None else 1 + list(self._names).index(target))
        choice.currentIndexChanged.connect(lambda _at: self._chosen(choice))
        return choice

    def _chosen(self, choice: QComboBox) -> None:
        """Let a place hold one column: the one that had it before goes nowhere."""
        place = choice.currentIndex()
        for other in self.choices:
            if place > 0 and other is not choice and other.currentIndex() == place:
                other.blockSignals(True)
                other.setCurrentIndex(0)
                other.blockSignals(False)
        self.changed.emit()


def source_names(table: CopiedTable, plan: Plan) -> list[str]:
    """Return what to call the copied columns: by their heading, else by number and first text."""
    first = min(plan.headings, default=None)
    names = []
    for at in range(table.width):
        heading = " ".join(table.rows[first][at].split()) if first is not None else ""
        sample = next((row[at] for row in table.rows if row[at]), "").split("\n")[0]
        names.append(heading or numerals(f"{at + 1}: ") + (sample or _("ว่าง")))
    return names
