"""Puts the panes into the window and connects them to the session, once the database is open.

What no open report needs (the first page, the tasks of most menu entries) is loaded and made when it is
first wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget

from desktop_app.actions import office, people, reports
from desktop_app.actions.changes import Changes
from desktop_app.actions.signoffs import usual_opinions
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report, ReportSummary
from desktop_app.domain.unfilled import first_unfilled
from desktop_app.domain.where import Where
from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.latest import one_thread
from ui.preview import PreviewPane, PreviewWorker
from ui.report.editor import ReportEditor
from ui.report.signoff_edits import ChooseSigner
from ui.reports.pane import ReportsPane
from ui.reports.refreshing import ListRefresh
from ui.window.afterwards import Afterwards
from ui.window.backup_tasks import BackupTasks
from ui.window.checking import Checking
from ui.window.commands import commands
from ui.window.connections import connect, connect_start
from ui.window.editing_hint import EditingHint
from ui.window.issue_tasks import IssueTasks
from ui.window.leaving import Leaving
from ui.window.look_tasks import LookTasks
from ui.window.main_window import TITLE, MainWindow
from ui.window.menu import EDIT
from ui.window.notice import Notice, with_margins
from ui.window.office_words import OfficeWords
from ui.window.photo_tasks import PhotoTasks
from ui.window.report_tasks import ReportTasks
from ui.window.save_state import SaveState
from ui.window.saving import Saving
from ui.window.session import Session
from ui.window.typed_keeper import TypedKeeper
from ui.window.typed_page import TypedPage

if TYPE_CHECKING:
    from ui.start.page import StartPage
    from ui.window.form_tasks import FormTasks
    from ui.window.history_tasks import HistoryTasks
    from ui.window.office_tasks import OfficeTasks
    from ui.window.overview_tasks import OverviewTasks
    from ui.window.search_tasks import SearchTasks


class Workbench(QObject):
    """The working window: list, steps, preview, status bar, menus."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self.window = window
        self.session = Session(workspace, self)
        self.notice = Notice()
        self.list = ReportsPane()
        self._start: StartPage | None = None
        self.report_tasks = ReportTasks(self.session, window, self.notice)
        self.photo_tasks = PhotoTasks(self.session, window, self.notice, self.report_tasks.jobs)
        self.editor = ReportEditor(self.photo_tasks.thumbnails, window.state, OfficeWords(self.session))
        self.preview = PreviewPane()
        beside = one_thread(self)  # pages and findings are made one after the other
        self.worker = PreviewWorker(self.photo_tasks.print_near, self, beside)
        self.typed_page = TypedPage(self.session, self.editor, self.worker)
        self.checking = Checking(self.session, self.editor, self.notice, beside)
        self.save_state = SaveState()
        self.busy = QProgressBar()
        self.saving = Saving(self.session, self.editor, self.save_state, self.busy)
        self.place = QLabel()
        self.editing_hint = EditingHint()
        self.office_name = QLabel()
        self.look_tasks = LookTasks(window, self.show_anew, self.list.list.viewport().update)
        self.issue_tasks = IssueTasks(self.session, window, self.notice, self.report_tasks.jobs)
        self.typed = TypedKeeper(self.session, self.editor, self.notice, self.go_to)
        self.beside: list[Callable[[], object]] = []
        """Each ends something else that looks at the database for a while."""
        self.backups = BackupTasks(self.session, window, self.notice, self)
        self.afterwards = Afterwards(self)
        self.beside.append(self.afterwards.close)
        self.leaving = Leaving(window, self.session, self.editor, self._close)
        self.list_refresh = ListRefresh(self.refresh_list, lambda: self.session.report, self)
        self._fill_panes()
        connect(self)
        window.menus.connect(commands(self))
        window.menus.menus[EDIT].aboutToShow.connect(self._fill_row_menu)
        QShortcut(QKeySequence("F10"), window, self._go_to_menus)
        window.may_close = self.leaving.may_close
        self.show_first()
        self.typed.offer()

    # made when wanted

    @property
    def start(self) -> StartPage:
        """The first page, shown while no report is open."""
        if self._start is None:
            from ui.start.page import StartPage

            self._start = StartPage()
            self._start.set_reports(self.list.model.rowCount() > 0)
            self._start.set_office(office.load_office(self.session.workspace))
            self.middle.addWidget(self._start)
            connect_start(self, self._start)
        return self._start

    @cached_property
    def office_tasks(self) -> OfficeTasks:
        """People, yearly tables and settings."""
        from ui.window.office_tasks import OfficeTasks

        return OfficeTasks(self.session, self.window)

    @cached_property
    def form_tasks(self) -> FormTasks:
        """The forms of the office."""
        from ui.window.form_tasks import FormTasks

        return FormTasks(self.session, self.window)

    @cached_property
    def search_tasks(self) -> SearchTasks:
        """Words found and replaced in all reports."""
        from ui.window.search_tasks import SearchTasks

        return SearchTasks(self.session, self.window, self.notice, self.go_to)

    @cached_property
    def overview_tasks(self) -> OverviewTasks:
        """A whole year at a glance."""
        from ui.window.overview_tasks import OverviewTasks

        return OverviewTasks(self.session, self.window, self.notice, self.go_to)

    @cached_property
    def history_tasks(self) -> HistoryTasks:
        """The past of the open report."""
        from ui.window.history_tasks import HistoryTasks

        return HistoryTasks(self.session, self.window, self.notice)

    # doing

    def save_now(self) -> None:
        """Commit what is typed and try again what could not be saved."""
        self.editor.flush()
        self.session.retry()

    def open_report(self, report_id: int) -> None:
        """Open a report, unless something typed in the present one cannot be saved as it stands."""
        self.editor.flush()
        if sentence := self.editor.unfinished():
            self.list.mark(self.session.report.id)
            self.notice.warn(_("{sentence} หรือล้างช่องก่อนเปิดรายงานอื่น").format(sentence=sentence))
            self.editor.show_unfinished()
            return
        self.session.open_report(report_id)

    def go_to(self, report_id: int, where: Where) -> None:
        """Go to a place of a report, opened when it is not yet."""
        if self.session.report is None or self.session.report.id != report_id:
            self.open_report(report_id)
        if self.session.report is not None and self.session.report.id == report_id:
            self.editor.show_place(where)

    def leave(self) -> None:
        """Close without asking; what could not be saved is given up."""
        self.leaving.leave()

    def rest(self) -> None:
        """Let nothing look at the database any more, until it is asked again."""
        for end in self.beside:
            end()
        self.list_refresh.stop()
        self.checking.cancel()  # both work in one thread: the pages would wait for what nobody reads
        self.worker.rest()
        self.checking.rest()

    def _close(self) -> None:
        """End all work, keep the view, close the database."""
        for end in self.beside:
            end()
        self.backups.close()
        self.report_tasks.jobs.wait()
        self.list_refresh.stop()
        self.checking.cancel()  # both work in one thread: the pages would wait for what nobody reads
        self.worker.close()
        self.checking.close()
        self.typed.close()
        self.preview.clear()
        self.window.state.report = self.session.report.id if self.session.report else 0
        self.window.keep_view()
        self.session.close()

    def settled(self, act: Callable[[], object]) -> Callable[[], object]:
        """Commit what is typed before acting."""

        def settle_and_act() -> None:
            self.editor.flush()
            act()

        return settle_and_act

    def open_settings(self) -> None:
        """Show the settings of the office."""
        dialog = self.office_tasks.open_settings()
        if self.session.report is None:
            dialog.finished.connect(lambda _code: self.start.focus_first())

    def _go_to_menus(self) -> None:
        """Open the first menu. The bar takes the keyboard on its own, and so gives it back when left."""
        bar = self.window.menuBar()
        bar.setActiveAction(bar.actions()[0])

    # showing

    def show_first(self) -> None:
        """Show the office, its reports and its people as they are, and open the report of last time."""
        known = [summary.id for summary in self.refresh_list()]
        self.refresh_office()
        self.refresh_people()
        last = self.window.state.report
        self.session.open_report(last if last in known else next(iter(known), None))
        if faults := self.session.workspace.form_faults:
            self.notice.warn(" ".join(faults))

    def refresh_list(self) -> list[ReportSummary]:
        """Show the list of reports as it is now, and return it."""
        workspace, report = self.session.workspace, self.session.report
        summaries = reports.list_reports(workspace)
        self.list.set_reports(summaries, workspace.forms, report.id if report else None)
        if self._start is not None:
            self._start.set_reports(bool(summaries))
        return summaries

    def show_opened(self, report: Report | None) -> None:
        """Show the report just opened, or the first page when none is."""
        is_open = report is not None
        self.notice.clear()
        self.window.menus.set_report_open(is_open)
        self.middle.setCurrentWidget(self.editor if is_open else self.start)
        self.list.mark(report.id if is_open else None)
        self.place.clear()
        if is_open:
            self.editor.set_opinions(usual_opinions(self.session.workspace))
            self.editor.show_report(report, self.session.form)
            self.editor.findings.set_findings(())
            self._request_page()
        else:
            self.worker.cancel()
            self.checking.cancel()
            self.preview.clear()
            self.start.focus_first()
        self._fill_menus()
        self._retitle()
        self.saving.opened(report)

    def show_anew(self) -> None:
        """Show the open report by its form of now, at the step it is at."""
        if self.session.report is not None:
            self.editor.flush()
            step = self.editor.step
            self.editor.wear_out()
            self.session.open_report(self.session.report.id)
            self.editor.go_to(min(step, len(self.editor.steps) - 1))

    def _fill_menus(self) -> None:
        """Let the menus follow the open form: its steps, and what its table can do."""
        is_open = self.session.report is not None
        labels = tuple(step.label for step in self.editor.steps) if is_open else ()
        self.window.menus.set_steps(self.window, labels, self.editor.go_to)
        self.window.menus.set_rows(())
        self.window.menus.set_report(self.session.report, self.session.form)

    def _fill_row_menu(self) -> None:
        """Let the menu that is about to open offer what can be done with the rows of the open report."""
        table = self.editor.table if self.session.report is not None else None
        if table is not None:
            self.window.menus.set_rows(table.actions_on_rows)

    def go_on(self) -> None:
        """Put the cursor where the work on a new report goes on."""
        if (where := first_unfilled(self.session.report, self.session.form)) is not None:
            self.editor.show_place(where)

    def follow_undo(self) -> None:
        """Let undo and redo say what they would do."""
        steps, menus = self.session.steps, self.window.menus
        menus.set_undo("undo", steps.back is not None, steps.back or "")
        menus.set_undo("redo", steps.again is not None, steps.again or "")

    def show_changed(self, report: Report) -> None:
        """Show what was changed in the open report."""
        self.editor.refresh(report)
        self._request_page()

    def show_reshaped(self, report: Report, changes: Changes) -> None:
        """Show other parts than before, when the report has them now."""
        if changes.parts:
            self.editor.reshape(report, self.session.form)
            self._fill_menus()

    def _request_page(self) -> None:
        self.typed_page.request()
        self.checking.request()

    def _retitle(self) -> None:
        form = self.session.form
        self.window.setWindowTitle(f"{form.title} — {TITLE}" if form else TITLE)

    def refresh_office(self) -> None:
        """Show the office as it is now."""
        own = office.load_office(self.session.workspace)
        self.office_name.setText(own.name)
        if self._start is not None:
            self._start.set_office(own)

    def refresh_people(self) -> None:
        """Offer and check the people of the directory as it is now."""
        everybody = tuple(people.list_people(self.session.workspace))
        self.editor.set_people(everybody)
        self.checking.set_people(everybody)

    # filling

    def _fill_panes(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.editor)
        self.window.left.put(self.list)
        self.window.middle.put(self.middle)
        self.window.middle.column.addWidget(with_margins(self.notice))
        self.window.right.put(self.preview)
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(120)
        self.busy.hide()
        bar = self.window.statusBar()
        bar.addWidget(self.save_state, 1)
        for widget in (self.busy, self.editing_hint, self.place, self.office_name):
            widget.setContentsMargins(0, 0, 12, 0)
            bar.addPermanentWidget(widget)

    def add_signer(self, signoff_id: int, name: str, position: str) -> None:
        """Add somebody to the directory and let that person sign."""
        person_id = self.office_tasks.add_person(name, position)
        if person_id is not None:
            self.session.do(ChooseSigner(self.session.report, signoff_id, person_id))

    def fill_office(self, texts: dict[str, str]) -> None:
        """Take what was filled in about the office on the first page."""
        try:
            self.office_tasks.set_texts(texts)
        except KnownError as error:
            self.start.refuse(error.sentence)
            return
        self.start.focus_first()
