"""The open report between the panes and the actions: saves each edit, keeps what failed, undoes."""

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.actions import history, reports
from desktop_app.actions.changes import Changes
from desktop_app.actions.history import Stepped, Steps
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report, Round
from desktop_app.errors import KnownError
from ui.report.edits import Edit
from ui.window.taking_in import TakingIn

if TYPE_CHECKING:
    from desktop_app.actions.carrying import Carried


class Session(QObject):
    """Everything the window does to data goes through here.

    ``report`` is what the clerk sees: the stored report, with typed values that could not be saved yet.
    """

    report_opened = Signal(object)
    """The report now open, or None."""
    report_changed = Signal(object, object)
    """The open report, and the Changes that led to it."""
    reports_changed = Signal()
    people_changed = Signal()
    office_changed = Signal()
    forms_changed = Signal()
    """The forms are others now; the open report is to be shown anew."""
    saved = Signal(object)
    """The moment (datetime) of the last durable save, when nothing waits."""
    unsaved = Signal(str)
    """Typed values wait; the sentence says why."""
    stepped = Signal(object)
    """The keys (frozenset of str) of the parts that a step just undone or done again concerns."""
    steps_changed = Signal()
    """Something else can be undone or done again now."""
    refused = Signal(str)
    """Something was not done; nothing typed was lost. The sentence says why."""
    overcome = Signal(str)
    """What a refusal said of the medium holds no more: something was saved."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.report: Report | None = None
        self.steps = Steps()
        self._stored: Report | None = None
        self._waiting: dict[Hashable, Edit] = {}
        self._reason = self._refusal = ""
        self._taking_in = TakingIn(self)
        self._taking_in.request(workspace)

    @property
    def form(self) -> FormSpec | None:
        """The form of the open report."""
        return self.workspace.form_of(self.report) if self.report else None

    @property
    def has_unsaved(self) -> bool:
        """True while typed values wait for a medium that takes them."""
        return bool(self._waiting)

    @property
    def reason(self) -> str:
        """Return why typed values wait, or an empty text."""
        return self._reason if self._waiting else ""

    # reports

    def open_report(self, report_id: int | None) -> None:
        """Show a report; None closes the open one."""
        try:
            stored = None if report_id is None else reports.load_report(self.workspace, report_id)
            if stored is not None:
                self.workspace.form(stored.form_id)
        except KnownError as error:
            self._refuse(error)
            return
        self._stored = stored
        self.report = self._overlaid()
        self._look_back()
        self.report_opened.emit(self.report)

    def create_report(self, form_id: str, fiscal_year: int, round_: Round) -> int | None:
        """Make a report and open it; return its id, or None when it could not be made."""
        changes = self.attempt(lambda: reports.create_report(self.workspace, form_id, fiscal_year, round_))
        if changes is None:
            return None
        self.open_report(changes.report_id)
        return changes.report_id

    def carry_report(self, report_id: int, fiscal_year: int, round_: Round) -> "Carried | None":
        """Make a report out of an earlier one and open it; None when it could not be made."""
        from desktop_app.actions.carrying import carry_report

        try:
            carried = carry_report(self.workspace, report_id, fiscal_year, round_)
        except KnownError as error:
            self._refuse(error)
            return None
        self._announce(carried.changes)
        self.open_report(carried.changes.report_id)
        return carried

    def delete_report(self, report_id: int) -> bool:
        """Remove a report for good, with its history and unsaved values."""
        if self.attempt(lambda: reports.delete_report(self.workspace, report_id)) is None:
            return False
        self._waiting = {place: edit for place, edit in self._waiting.items() if edit.report_id != report_id}
        if self.report is not None and self.report.id == report_id:
            self.open_report(None)
        return True

    # edits

    def do(self, edit: Edit) -> bool:
        """Carry an edit out as one step that can be undone. False: it waits unsaved, or was refused."""
        earlier = self._waiting.pop(edit.place, None)
        if earlier is not None:
            edit.follow(earlier)
        return self._carry_out(edit)

    def retry(self) -> bool:
        """Try again to save what waits, in the order it was typed. True when nothing waits any more."""
        for place, edit in list(self._waiting.items()):
            if not self._carry_out(edit):
                return False
            del self._waiting[place]
        self._tell_saved()
        return True

    def undo(self) -> None:
        """Take back the last step of the open report, be it of today or of last week."""
        if self.steps.back is not None and self._nothing_waits():
            self._step(history.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.steps.again is not None and self._nothing_waits():
            self._step(history.redo)

    def attempt(self, action: Callable[[], Changes]) -> Changes | None:
        """Run an action that is no step of the undo stack; None when it was refused."""
        try:
            changes = action()
        except KnownError as error:
            self._refuse(error)
            return None
        self._announce(changes)
        return changes

    def take(self, changes: Changes) -> None:
        """Refresh after an action that was carried out elsewhere (a background import)."""
        self._announce(changes)

    def now(self) -> datetime:
        """Return the workspace's time in the zone of this machine."""
        return self.workspace.clock().astimezone()

    def take_workspace(self, workspace: Workspace) -> None:
        """Go on with another database, nothing open; what waited for the old one is given up."""
        self.workspace = workspace
        self._taking_in = TakingIn(self)
        self._taking_in.request(workspace)
        self._waiting = {}
        self.open_report(None)

    def close(self) -> None:
        """Close the database."""
        self._taking_in.close()
        self.workspace.close()

    # inside

    def _nothing_waits(self) -> bool:
        """Save what waits first: a step back is only sure of its way when all before it is stored."""
        return not self._waiting or self.retry()

    def _step(self, take: Callable[[Workspace, int], Stepped]) -> None:
        try:
            stepped = take(self.workspace, self.report.id)
        except KnownError as error:
            self._refuse(error)
            return
        self._announce(stepped.changes)
        self.stepped.emit(stepped.parts)

    def _carry_out(self, edit: Edit) -> bool:
        try:
            changes = edit.do(self.workspace.doing(edit.label))
        except KnownError as error:
            self._keep(edit, error)
            return False
        self._announce(changes)
        return True

    def _refuse(self, error: KnownError) -> None:
        """Tell why something was not done."""
        self._refusal = error.sentence if error.is_of_medium else ""
        self.refused.emit(error.sentence)

    def _tell_saved(self) -> None:
        self.saved.emit(self.now())
        if self._refusal:
            self.overcome.emit(self._refusal)
            self._refusal = ""

    def _keep(self, edit: Edit, error: KnownError) -> None:
        """Keep typed values on the screen and in the queue; tell why they are not saved."""
        if not edit.keeps_typing:
            self._refuse(error)
            return
        self._waiting[edit.place] = edit
        self._reason = sentence = error.sentence
        self.report = self._overlaid()
        self.report_changed.emit(self.report, Changes(edit.report_id))
        self.unsaved.emit(sentence)

    def _look_back(self) -> None:
        """Find out what can be undone and done again in the open report."""
        self._tell_steps(history.steps_of(self.workspace, self._stored.id) if self._stored else Steps())

    def _tell_steps(self, found: Steps) -> None:
        if found != self.steps:
            self.steps = found
            self.steps_changed.emit()

    def _announce(self, changes: Changes) -> None:
        if changes.forms:
            self.workspace = self.workspace.with_forms_of_now()
        self._reload(changes)
        self._taking_in.request(self.workspace)
        if changes.reports:
            self.reports_changed.emit()
        if changes.people:
            self.people_changed.emit()
        if changes.office:
            self.office_changed.emit()
        if changes.forms:
            self.forms_changed.emit()
        if self._waiting:
            self.unsaved.emit(self._reason)
        else:
            self._tell_saved()

    def _reload(self, changes: Changes) -> None:
        """Read the open report again when it is concerned."""
        if self._stored is None or changes.report_id not in (None, self._stored.id):
            return
        try:
            self._stored, steps = history.look_again(self.workspace, self._stored, changes)
        except KnownError:
            return
        self.report = self._overlaid()
        self._tell_steps(steps)
        self.report_changed.emit(self.report, changes)

    def _overlaid(self) -> Report | None:
        report = self._stored
        if report is None:
            return None
        for edit in self._waiting.values():
            if edit.report_id == report.id:
                report = edit.overlay(report)
        return report
