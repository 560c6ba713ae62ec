"""Puts the panes into the window and connects them to the session, once the database is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget

from desktop_app.actions import office, people, reports
from desktop_app.actions.changes import Changes
from desktop_app.actions.signoffs import usual_opinions
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.checks import Finding, Where, check
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report
from desktop_app.domain.unfilled import first_unfilled
from desktop_app.errors import KnownError
from ui.latest import Latest
from ui.preview import PreviewPane, PreviewWorker
from ui.report.editor import ReportEditor
from ui.report.edits import Edit
from ui.report.mend_edit import MendEdit
from ui.report.signoff_edits import ChooseSigner
from ui.reports.pane import ReportsPane
from ui.reports.refreshing import ListRefresh
from ui.start.page import StartPage
from ui.window.commands import commands
from ui.window.editing_hint import EditingHint
from ui.window.form_tasks import FormTasks
from ui.window.history_tasks import HistoryTasks
from ui.window.issue_tasks import IssueTasks
from ui.window.look_tasks import LookTasks
from ui.window.main_window import TITLE, MainWindow
from ui.window.messages import ask
from ui.window.notice import Notice, with_margins
from ui.window.office_tasks import OfficeTasks
from ui.window.office_words import OfficeWords
from ui.window.overview_tasks import OverviewTasks
from ui.window.photo_tasks import PhotoTasks
from ui.window.report_tasks import ReportTasks
from ui.window.save_state import SaveState
from ui.window.search_tasks import SearchTasks
from ui.window.session import Session
from ui.window.typed_keeper import TypedKeeper
from ui.window.typed_page import TypedPage

_NOT_CHECKED = "ตรวจรายงานไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่"


class Workbench(QObject):
    """The working window: list, steps, preview, status bar, menus."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self.window = window
        self.session = Session(workspace, self)
        self.notice = Notice()
        self.list = ReportsPane()
        self.start = StartPage()
        self.report_tasks = ReportTasks(self.session, window, self.notice)
        self.photo_tasks = PhotoTasks(self.session, window, self.notice, self.report_tasks.jobs)
        self.editor = ReportEditor(self.photo_tasks.thumbnails, window.state, OfficeWords(workspace))
        self.preview = PreviewPane()
        self.worker = PreviewWorker(self.photo_tasks.print_with_places, self)
        self.typed_page = TypedPage(self.session, self.editor, self.worker)
        self.checker = Latest(check, _NOT_CHECKED, self)
        self.save_state = SaveState()
        self.place = QLabel()
        self.editing_hint = EditingHint()
        self.office_name = QLabel()
        self.office_tasks = OfficeTasks(self.session, window)
        self.form_tasks = FormTasks(self.session, window)
        self.look_tasks = LookTasks(window, self._show_anew, self.list.list.viewport().update)
        self.issue_tasks = IssueTasks(self.session, window, self.notice, self.report_tasks.jobs)
        self.search_tasks = SearchTasks(self.session, window, self.notice, self.go_to)
        self.overview_tasks = OverviewTasks(self.session, window, self.notice, self.go_to)
        self.history_tasks = HistoryTasks(self.session, window, self.notice)
        self.typed = TypedKeeper(self.session, self.editor, self.notice, self.go_to)
        self._people: tuple[Person, ...] = ()
        self._leaving = False
        self._last_saved: datetime | None = None
        self.list_refresh = ListRefresh(self.refresh_list, lambda: self.session.report, self)
        self._fill_panes()
        self._connect_session()
        self._connect_panes()
        window.menus.connect(commands(self))
        QShortcut(QKeySequence("F10"), window, self._go_to_menus)
        window.may_close = self.may_close
        self._show_first()
        self.typed.offer()

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
            self.notice.warn(f"{sentence} หรือล้างช่องก่อนเปิดรายงานอื่น")
            self.editor.show_unfinished()
            return
        self.session.open_report(report_id)

    def go_to(self, report_id: int, where: Where) -> None:
        """Go to a place of a report, opened when it is not yet."""
        if self.session.report is None or self.session.report.id != report_id:
            self.open_report(report_id)
        if self.session.report is not None and self.session.report.id == report_id:
            self.editor.show_place(where)

    def may_close(self) -> bool:
        """Close when everything is saved; otherwise ask, and close only when told to."""
        if not self._leaving:
            self.editor.flush()
            if self.session.has_unsaved:
                self.session.retry()
            if reason := self.unsaved_reason():
                self._ask_before_leaving(reason)
                return False
        self._close()
        return True

    def unsaved_reason(self) -> str:
        """Return why something typed is not saved, or an empty text."""
        if self.session.has_unsaved:
            return self.session.reason
        return self.editor.unfinished()

    def _ask_before_leaving(self, reason: str) -> None:
        sentence = f"ยังมีข้อความที่ไม่ได้บันทึก: {reason}"
        leave, stay = ("ปิดโดยไม่บันทึก", self.leave), ("กลับไปแก้ไข", self.editor.show_unfinished)
        ask(self.window, "ยังไม่ได้บันทึก", sentence, [leave, stay])

    def leave(self) -> None:
        """Close without asking; what could not be saved is given up."""
        self._leaving = True
        self.window.close()

    def _close(self) -> None:
        self.report_tasks.jobs.wait()
        self.list_refresh.stop()
        self.worker.close()
        self.checker.close()
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

    def _show_first(self) -> None:
        self.refresh_list()
        self._refresh_office()
        self._refresh_people()
        known = {summary.id for summary in reports.list_reports(self.session.workspace)}
        last = self.window.state.report
        self.session.open_report(last if last in known else next(iter(known), None))
        if faults := self.session.workspace.form_faults:
            self.notice.warn(" ".join(faults))

    def refresh_list(self) -> None:
        """Show the list of reports as it is now."""
        workspace, report = self.session.workspace, self.session.report
        summaries = reports.list_reports(workspace)
        self.list.set_reports(summaries, workspace.forms, report.id if report else None)
        self.start.set_reports(bool(summaries))

    def _opened(self, report: Report | None) -> None:
        is_open = report is not None
        self.notice.clear()
        if self._last_saved is None and is_open and report.changed_at is not None:
            self._last_saved = report.changed_at.astimezone()
        self.window.menus.set_report_open(is_open)
        self.middle.setCurrentWidget(self.editor if is_open else self.start)
        self.list.mark(report.id if is_open else None)
        self.place.clear()
        if is_open:
            self.editor.set_opinions(usual_opinions(self.session.workspace))
            self.editor.show_report(report, self.session.form)
            self.editor.findings.set_findings(())
            self._request_page(report)
        else:
            self.worker.cancel()
            self.checker.cancel()
            self.preview.clear()
            self.start.focus_first()
        self._fill_menus()
        self._retitle()
        self._show_saved()

    def _show_anew(self) -> None:
        """Show the open report by its form of now, at the step it is at."""
        if self.session.report is not None:
            step = self.editor.step
            self.session.open_report(self.session.report.id)
            self.editor.go_to(min(step, len(self.editor.steps) - 1))

    def _fill_menus(self) -> None:
        """Let the menus follow the open form: its steps, and what its table can do."""
        is_open, table = self.session.report is not None, self.editor.table
        labels = tuple(step.label for step in self.editor.steps) if is_open else ()
        self.window.menus.set_steps(self.window, labels, self.editor.go_to)
        rows = table.actions_on_rows if is_open and table is not None else ()
        self.window.menus.set_rows(rows)
        for action in rows:
            action.triggered.connect(lambda: self.editor.show_part(table))

        self.window.menus.set_report(self.session.report, self.session.form)

    def _go_on(self) -> None:
        """Put the cursor where the work on a new report goes on."""
        if (where := first_unfilled(self.session.report, self.session.form)) is not None:
            self.editor.show_place(where)

    def _follow_undo(self) -> None:
        """Let undo and redo say what they would do."""
        steps, menus = self.session.steps, self.window.menus
        menus.set_undo("undo", steps.back is not None, steps.back or "")
        menus.set_undo("redo", steps.again is not None, steps.again or "")

    def _changed(self, report: Report) -> None:
        self.editor.refresh(report)
        self._request_page(report)

    def _reshaped(self, report: Report, changes: Changes) -> None:
        """Show other parts than before, when the report has them now."""
        if changes.parts:
            self.editor.reshape(report, self.session.form)
            self._fill_menus()

    def _request_page(self, report: Report) -> None:
        self.worker.request(report, self.session.form, self.typed_page.typed)
        self._request_checks()

    def _request_checks(self) -> None:
        if self.session.report is not None:
            self.checker.request(self.session.report, self.session.form, self._people)

    def _retitle(self) -> None:
        form = self.session.form
        self.window.setWindowTitle(f"{form.title} — {TITLE}" if form else TITLE)

    def _refresh_office(self) -> None:
        own = office.load_office(self.session.workspace)
        self.office_name.setText(own.name)
        self.start.set_office(own)

    def _refresh_people(self) -> None:
        self._people = tuple(people.list_people(self.session.workspace))
        self.editor.set_people(self._people)
        self._request_checks()

    # connecting

    def _fill_panes(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.start)
        self.middle.addWidget(self.editor)
        self.window.left.put(self.list)
        self.window.middle.put(self.middle)
        self.window.middle.column.addWidget(with_margins(self.notice))
        self.window.right.put(self.preview)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(120)
        self.busy.hide()
        bar = self.window.statusBar()
        bar.addWidget(self.save_state, 1)
        for widget in (self.busy, self.editing_hint, self.place, self.office_name):
            widget.setContentsMargins(0, 0, 12, 0)
            bar.addPermanentWidget(widget)

    def _connect_session(self) -> None:
        session = self.session
        session.report_opened.connect(self._opened)
        session.report_changed.connect(self._reshaped)
        session.report_changed.connect(lambda report, _changes: self._changed(report))
        session.reports_changed.connect(self.list_refresh.request)
        session.office_changed.connect(self._refresh_office)
        session.people_changed.connect(self._refresh_people)
        session.forms_changed.connect(self._show_anew)
        session.steps_changed.connect(self._follow_undo)
        session.stepped.connect(self.editor.show_parts)
        session.saved.connect(self._saved)
        session.unsaved.connect(self.save_state.show_unsaved)
        session.refused.connect(self.notice.warn)

    def _connect_panes(self) -> None:
        self.issue_tasks.follow()
        self.issue_tasks.standing.connect(self.editor.set_copies)
        self.editor.issued.amend.connect(self.issue_tasks.amend)
        self.list.chosen.connect(self.open_report)
        self.list.delete_wanted.connect(self.window.menus.actions["delete_report"].trigger)
        of_one = ("next_year", "continue_round", "delete_report")
        self.list.add_menu(*(self.window.menus.actions[name] for name in of_one))
        self.editor.edited.connect(self._edit)
        self.editor.unfinished_changed.connect(self._show_saved)
        self.editor.person_wanted.connect(self._add_signer)
        self.editor.cell_shown.connect(self.place.setText)
        self.editor.places_changed.connect(self.preview.follow)
        self.preview.place_wanted.connect(self.editor.show_place)
        self.preview.strip_shown.connect(self.window.keep_strip)
        self.preview.set_strip_shown(self.window.state.page_strip)
        self.editor.notice.connect(self.notice.warn)
        self.editor.findings.mend_wanted.connect(self._mend)
        self.photo_tasks.follow(self.editor)
        self.start.office_filled.connect(self._fill_office)
        self.start.new_wanted.connect(self.report_tasks.new_report)
        self.start.import_wanted.connect(self.report_tasks.import_file)
        self.worker.ready.connect(self.preview.show_printed)
        self.worker.failed.connect(self.preview.show_error)
        self.worker.busy.connect(self.preview.set_busy)
        self.checker.ready.connect(self.editor.findings.set_findings)
        self.checker.failed.connect(self.notice.warn)
        self.save_state.retry.connect(self.save_now)
        self.report_tasks.carried.connect(self._go_on)
        self.report_tasks.table_read.connect(self.editor.show_table)
        self.report_tasks.imported.connect(lambda: self.editor.unplaced.set_folded(False))
        self.report_tasks.jobs.busy.connect(self._busy)
        self.report_tasks.jobs.idle.connect(self._idle)

    def _edit(self, edit: Edit) -> None:
        self.session.do(edit)

    def _mend(self, finding: Finding) -> None:
        """Let what is typed be saved first: a mend never takes it back."""
        self.editor.flush()
        self.session.do(MendEdit(self.session.report, finding))

    def go_to_findings(self) -> None:
        """Check at once what is on the screen: the worker may still be waiting for the hands to rest."""
        self.editor.flush()
        findings = check(self.session.report, self.session.form, self._people)
        self.editor.findings.set_findings(findings)
        if not self.editor.findings.focus_list():
            self.notice.tell("ไม่พบข้อควรตรวจในรายงานนี้")

    def _add_signer(self, signoff_id: int, name: str, position: str) -> None:
        """Add somebody to the directory and let that person sign."""
        person_id = self.office_tasks.add_person(name, position)
        if person_id is not None:
            self.session.do(ChooseSigner(self.session.report, signoff_id, person_id))

    def _fill_office(self, texts: dict[str, str]) -> None:
        try:
            self.office_tasks.set_texts(texts)
        except KnownError as error:
            self.start.refuse(error.sentence)
            return
        self.start.focus_first()

    def _busy(self, words: str) -> None:
        self.save_state.show_busy(words)
        self.busy.show()

    def _idle(self) -> None:
        self.busy.hide()
        self.save_state.show_idle()

    def _saved(self, moment: datetime) -> None:
        self._last_saved = moment
        self._show_saved()

    def _show_saved(self) -> None:
        """Answer whether all is saved: a date that cannot be read is not."""
        if self.session.has_unsaved:
            self.save_state.show_unsaved(self.session.reason)
        elif sentence := self.editor.unfinished():
            self.save_state.show_unsaved(sentence)
        elif self._last_saved is not None:
            self.save_state.show_saved(self._last_saved, self.session.now())
        else:
            self.save_state.show_nothing()
