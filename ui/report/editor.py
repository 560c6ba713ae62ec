"""The middle of the window: the open report as numbered steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.finding import UNPLACED
from desktop_app.domain.form import PartKind
from desktop_app.language import _
from ui.checks import FindingsPanel
from ui.issuing.bar import IssuedBar
from ui.issuing.words import is_frozen
from ui.report.edits import UnplacedEdit
from ui.report.field_page import FieldPage
from ui.report.field_parts import field_part
from ui.report.part import PartEditor, Parts, differ_in_rows_alone
from ui.report.step_pages import StepPages
from ui.report.steps import StepSpec, steps_of
from ui.report.unplaced import UnplacedLines

if TYPE_CHECKING:
    from desktop_app.domain.form import FormSpec, Part
    from desktop_app.domain.issued import IssuedCopy
    from desktop_app.domain.office import Person
    from desktop_app.domain.report import Report
    from desktop_app.domain.where import Where
    from desktop_app.exchange.copied_table import CopiedTable
    from ui.grid.column_state import ColumnMemory
    from ui.grid.offering import Offering
    from ui.report.activities import ActivitiesEditor
    from ui.report.signoff_editor import SignOffEditor
    from ui.report.table_part import TablePart
    from ui.report.thumbnails import Thumbnails

LOW = 800
"""A window lower than this (px) keeps its room for the table: findings are folded under their count."""


class ReportEditor(QWidget):
    """Tabs of steps, the step itself, what ought to be looked at, what an import could not place."""

    edited = Signal(object)
    unfinished_changed = Signal()
    person_wanted = Signal(int, str, str)
    step_changed = Signal(int)
    cell_shown = Signal(str)
    places_changed = Signal(tuple)
    """What the cursor is at, on paper: the nearest place first."""
    notice = Signal(str)
    file_given = Signal(object)
    files_wanted = Signal(int)
    photos_given = Signal(int, object)
    photo_save_wanted = Signal(object)
    """What an activity wants of its photos (see ActivitiesEditor)."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        memory: ColumnMemory | None = None,
        offering: Offering | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``memory`` keeps how the columns of each form's table stand, ``offering`` knows its words."""
        super().__init__(parent)
        self._thumbnails, self._memory, self._offering = thumbnails, memory, offering
        self._form: FormSpec | None = None
        self._report: Report | None = None
        self._frozen = self._is_worn = False
        self._people: tuple[Person, ...] = ()
        self._opinions: tuple[str, ...] = ()
        self._places: tuple[Where, ...] = ()
        self.parts = Parts(self._make_page_of)
        """By key. A step is made when it is first looked at, all its parts together."""
        self.steps: tuple[StepSpec, ...] = ()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("ขั้นตอนของรายงาน"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for button in self.tabs.findChildren(QToolButton):
            button.setToolTip(button.accessibleName())
        self.tabs.currentChanged.connect(self._shown)
        self.pages = StepPages()
        self.issued = IssuedBar()
        self.unplaced = UnplacedLines()
        self.unplaced.kept.connect(self._keep_unplaced)
        self.findings = FindingsPanel()
        self.findings.place_wanted.connect(self.show_place)
        self.findings.emptied.connect(self.focus_step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.issued)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.findings)
        layout.addWidget(self.unplaced)
        QApplication.instance().focusChanged.connect(self._follow_focus)

    # showing

    def show_report(self, report: Report, form: FormSpec) -> None:
        """Show a report just opened, at its first step; what is typed in the one before is told first."""
        self.flush()
        self._build(form)
        self.refresh(report)
        self.unplaced.set_folded(True)
        if self.window().height() < LOW:
            self.findings.set_folded(True)
        self.go_to(0)

    def wear_out(self) -> None:
        """Let every part be made anew for the next report, even for one of the same form."""
        self._is_worn = True

    def reshape(self, report: Report, form: FormSpec) -> None:
        """Show the same report with other parts than before, at its first step."""
        self._build(form)
        self.refresh(report)
        self.go_to(0)

    def refresh(self, report: Report) -> None:
        """Show the same report after a change."""
        rows_alone = differ_in_rows_alone(self._report, report)
        self._report = report
        for part in self.parts.values():
            if part.shows_rows or not rows_alone:
                part.set_report(report)
        self.unplaced.set_lines(report.unplaced)
        self._tell_places()

    def set_copies(self, copies: Sequence[IssuedCopy]) -> None:
        """Show what was issued, the newest copy first; a report that is not changed since is only read."""
        self._frozen = is_frozen(copies)
        self.issued.set_copies(copies)
        for part in self.parts.values():
            part.set_frozen(self._frozen)
        self.unplaced.set_frozen(self._frozen)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people to sign."""
        self._people = tuple(people)
        for part in self.parts.values():
            part.set_people(self._people)

    def set_opinions(self, opinions: Sequence[str]) -> None:
        """Offer what superiors of this office write most often."""
        self._opinions = tuple(opinions)
        for part in self.parts.values():
            part.set_opinions(self._opinions)

    # moving

    @property
    def step(self) -> int:
        """0-based number of the step on the screen."""
        return self.tabs.currentIndex()

    def go_to(self, step: int) -> None:
        """Show a step and put the cursor where its work begins."""
        if 0 <= step < len(self.steps):
            self.flush()
            self.tabs.setCurrentIndex(step)
            self.focus_step()

    def focus_step(self) -> None:
        """Put the cursor where the work of the step begins: in an issued report, at what opens it again."""
        part = self.parts[self.steps[self.step].parts[0].key]
        if part.isEnabled():
            part.focus_first()
        else:
            self.issued.button.setFocus()

    def flush(self) -> None:
        """Tell every edit that still waits for a pause in the typing."""
        for part in self.parts.values():
            part.flush()

    def unfinished(self) -> str:
        """Return why something typed cannot be saved as it stands, or an empty text."""
        return next((part.unfinished() for part in self.parts.values() if part.unfinished()), "")

    def show_unfinished(self) -> None:
        """Go to the field that cannot be saved."""
        for part in self.parts.values():
            if part.unfinished():
                self.show_part(part)
                part.focus_first()
                return

    def show_part(self, part: PartEditor) -> None:
        """Go to the step that shows this part."""
        for step in self.steps:
            if any(self.parts.get(one.key) is part for one in step.parts):
                self.tabs.setCurrentIndex(step.number - 1)

    def show_table(self, table: CopiedTable) -> None:
        """Go to the table step and ask where a copied table goes."""
        if self.table is not None:
            self.flush()
            self.show_part(self.table)
            self.table.grid.pasting.show_table(table)

    def show_place(self, where: Where) -> None:
        """Go to the step of a place and put the cursor there."""
        if where.part == UNPLACED:
            self.unplaced.set_folded(False)
            self.unplaced.list.setFocus()
            return
        for step in self.steps:
            if any(part.key == where.part for part in step.parts):
                self.flush()
                self.tabs.setCurrentIndex(step.number - 1)
                self.parts[where.part].focus_place(where)
                return

    @property
    def places(self) -> tuple[Where, ...]:
        """What the cursor is at, the nearest first."""
        return self._places

    def show_parts(self, parts: Collection[str]) -> None:
        """Go to the step where one of these parts can be seen; stay when it is on the screen already."""
        shows = [any(part.key in parts for part in step.parts) for step in self.steps]
        if any(shows) and not shows[self.step]:
            self.tabs.setCurrentIndex(shows.index(True))

    @property
    def table(self) -> TablePart | None:
        """The table of the report, when the form has one."""
        return self.parts[self.table_key] if self.table_key else None

    @property
    def table_in_sight(self) -> TablePart | None:
        """The table of the report while its step is on the screen."""
        table = self.parts.get(self.table_key)
        return table if table is not None and self.pages.currentWidget() is table else None

    @property
    def table_key(self) -> str:
        """The key of the part that is the table; empty without one."""
        part = self._form.table if self._form else None
        return part.key if part else ""

    @property
    def current_cell(self) -> tuple[int, str] | None:
        """Row id and column key of the cell of text that the cursor is in, while the table is shown."""
        table = self.table_in_sight
        return table.current_cell if table is not None else None

    # inside

    def _keep_unplaced(self, lines: tuple[str, ...]) -> None:
        """Tell that the other lines are taken out; the keyboard goes on with the step after the last."""
        self.edited.emit(UnplacedEdit(self._report.id, lines))
        if self.unplaced.isHidden():
            self.focus_step()

    def _build(self, form: FormSpec) -> None:
        """Make the steps of a form; for another report of the same one they are emptied."""
        if form == self._form and not self._is_worn:
            self._start_over()
            return
        self._clear()
        self._is_worn = False
        self._form, self._report, self._frozen = form, None, False
        self.steps = steps_of(form)
        self.pages.make_blank(len(self.steps))
        for step in self.steps:
            self.tabs.addTab(step.label)
            hint = f"{step.label}  (Ctrl+{step.number})"
            self.tabs.setTabToolTip(step.number - 1, hint)

    def _clear(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.blockSignals(False)
        self.pages.make_blank(0)
        self.parts.clear()

    def _start_over(self) -> None:
        """Empty every step: to make it anew takes as long as to read a report."""
        self._report, self._frozen = None, False
        for step in self.steps:
            made = [self.parts[part.key] for part in step.parts if part.key in self.parts]
            for part in made:
                part.set_frozen(False)
            if not all([part.start_over() for part in made]):
                self.pages.put(step.number - 1)
                for part in step.parts:
                    del self.parts[part.key]
        self.pages.scroll_back()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(0)
        self.tabs.blockSignals(False)
        self._shown(0)

    def _make_page_of(self, key: str) -> None:
        """Make the step that has the part of this key, in the place that was kept for it."""
        step = next((one for one in self.steps if any(part.key == key for part in one.parts)), None)
        if step is None:
            raise KeyError(key)
        self.pages.put(step.number - 1, self._page(step))
        for part in step.parts:
            if self._report is not None:
                self.parts[part.key].set_report(self._report)
            self.parts[part.key].set_frozen(self._frozen)

    def _page(self, step: StepSpec) -> QWidget:
        editors = [self._part(part) for part in step.parts]
        if step.parts[0].kind is PartKind.TABLE:  # which stands alone
            return editors[0]
        page = FieldPage(editors)
        page.notice.connect(self.notice)
        return page

    def _part(self, part: Part) -> PartEditor:
        editor = self._make(part)
        editor.edited.connect(self.edited)
        editor.unfinished_changed.connect(self.unfinished_changed)
        self.parts[part.key] = editor
        return editor

    def _make(self, part: Part) -> PartEditor:
        match part.kind:
            case PartKind.ACTIVITIES:
                return self._activities(part)
            case PartKind.TABLE:
                return self._table(part)
            case PartKind.SIGNATURES | PartKind.OPINIONS:
                return self._signoffs(part)
        return field_part(part, self._form)

    def _table(self, _part: Part) -> TablePart:
        from ui.report.table_part import TablePart

        table = TablePart(self._form, self._memory, self._offering)
        table.cell_shown.connect(self._tell_cell)
        table.notice.connect(self.notice)
        table.file_given.connect(self.file_given)
        for action in table.actions_on_rows:  # in the menu they are there in every step
            action.triggered.connect(lambda: self.show_part(table))
        return table

    def _signoffs(self, part: Part) -> SignOffEditor:
        from ui.report.signoff_editor import SignOffEditor

        signoffs = SignOffEditor(part)
        signoffs.set_people(self._people)
        signoffs.set_opinions(self._opinions)
        signoffs.person_wanted.connect(self.person_wanted)
        return signoffs

    def _activities(self, part: Part) -> ActivitiesEditor:
        from ui.report.activities import ActivitiesEditor

        editor = ActivitiesEditor(part, self._thumbnails)
        editor.files_wanted.connect(self.files_wanted)
        editor.photos_given.connect(self.photos_given)
        editor.save_wanted.connect(self.photo_save_wanted)
        return editor

    def _shown(self, index: int) -> None:
        first = self.steps[index].parts[0].key
        if first not in self.parts:
            self._make_page_of(first)
        self.pages.setCurrentIndex(index)
        self.step_changed.emit(index)
        self._tell_cell()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.pages.isAncestorOf(now):
            self._tell_places()

    def _tell_places(self) -> None:
        """Tell what the cursor of the step on the screen is at, when that changed."""
        if not 0 <= self.step < len(self.steps):
            return
        parts = [self.parts[part.key] for part in self.steps[self.step].parts if part.key in self.parts]
        places = tuple(place for part in parts for place in part.places())
        if places != self._places:
            self._places = places
            self.places_changed.emit(places)

    def _tell_cell(self) -> None:
        """Tell the place in the table while the table is on the screen."""
        table = self.table_in_sight
        self.cell_shown.emit(table.place if table is not None else "")
        self._tell_places()
