"""What the menus do with whole reports: make, import, delete, save as PDF, print."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.actions import reports
from desktop_app.actions.photos import photo_shelf
from desktop_app.domain.issued import plain_name
from desktop_app.domain.report import Report, Round
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui import preview
from ui.window import files
from ui.window.dropping import Drops
from ui.window.jobs import Jobs
from ui.window.messages import ask, nothing

if TYPE_CHECKING:
    from desktop_app.actions.importing import ImportOutcome, ReadReport
    from desktop_app.actions.workspace import Workspace
    from ui.reports.carry import CarryDialog
    from ui.reports.change_term import ChangeTermDialog
    from ui.reports.new_report import NewReportDialog
    from ui.reports.term import Term
    from ui.window.main_window import MainWindow
    from ui.window.notice import Notice
    from ui.window.session import Session

TEXT_FILES = _("ไฟล์ข้อความหรือรายงานที่ส่งออก (*.txt *.json)")
REPORT_ENDINGS = (".txt", ".json")
TABLE_FILES = _("ไฟล์ที่มีตาราง (*.docx *.xlsx *.xls *.ods *.html *.htm *.csv *.tsv)")
OTHER_FILE = _("ไฟล์ {} ใช้ที่นี่ไม่ได้ กรุณาใช้ไฟล์ข้อความ (.txt) รายงานที่ส่งออก (.json) หรือตารางใน Word, Excel, CSV")
NO_REPORT = _("ไฟล์ {} เป็นตาราง กรุณาเปิดหรือสร้างรายงานที่มีตารางก่อน แล้ววางไฟล์อีกครั้ง")
PDF_FILES = _("ไฟล์ PDF (*.pdf)")


class ReportTasks(QObject):
    """Each method is one entry of a menu."""

    imported = Signal()
    """The report now open has just come in."""

    table_read = Signal(object)
    """The CopiedTable of a file, to be pasted into the open report."""

    carried = Signal()
    """The report now open was just made out of an earlier one."""

    def __init__(self, session: Session, window: MainWindow, notice: Notice) -> None:
        super().__init__(window)
        self._session, self._window, self._notice = session, window, notice
        self.jobs = Jobs(self)
        self.jobs.failed.connect(notice.warn)
        drops = Drops(window)
        drops.dropped.connect(self.take_file)
        drops.several.connect(lambda: notice.warn(_("กรุณาวางทีละไฟล์")))

    # making and bringing in

    def new_report(self) -> NewReportDialog:
        """Ask for form, year and round, then make the report."""
        from ui.reports.new_report import NewReportDialog

        forms, today = self._session.workspace.forms, self._session.now().date()
        dialog = NewReportDialog(forms, today, self._terms(), self._window)
        dialog.wanted.connect(self._session.create_report)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def next_year(self) -> CarryDialog:
        """Ask for the year, then make its report out of the open one."""
        report = self._session.report
        return self._ask_to_carry(report.fiscal_year + 1, report.round)

    def continue_round(self) -> CarryDialog:
        """Ask, then make the 12-month report out of the open one."""
        return self._ask_to_carry(self._session.report.fiscal_year, Round.TWELVE_MONTHS)

    def change_term(self) -> ChangeTermDialog:
        """Ask for another fiscal year and round of the open report."""
        from ui.reports.change_term import ChangeTermDialog

        report = self._session.report
        dialog = ChangeTermDialog(report, self._terms(), self._window)
        dialog.wanted.connect(partial(self._change_term, report))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _change_term(self, report: Report, _form_id: str, fiscal_year: int, round_: Round) -> None:
        from ui.reports.change_term import TermEdit

        if (fiscal_year, round_) != (report.fiscal_year, report.round):
            self._session.do(TermEdit(report, fiscal_year, round_))

    def _ask_to_carry(self, fiscal_year: int, round_: Round) -> CarryDialog:
        from ui.reports.carry import CarryDialog

        report = self._session.report
        dialog = CarryDialog(report, self._session.form, fiscal_year, round_, self._terms(), self._window)
        dialog.wanted.connect(partial(self._carry, report))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _carry(self, earlier: Report, _form_id: str, fiscal_year: int, round_: Round) -> None:
        from ui.reports.carry import carried_words, gone_words

        carried = self._session.carry_report(earlier.id, fiscal_year, round_)
        if carried is None:
            return
        self.carried.emit()
        if carried.gone:
            self._notice.warn(gone_words(carried.gone))
        else:
            self._notice.tell(carried_words(earlier, fiscal_year, round_))

    def _terms(self) -> Counter[Term]:
        """Count the reports of each form, year and round."""
        there = reports.list_reports(self._session.workspace)
        return Counter((each.form_id, each.fiscal_year, each.round) for each in there)

    def import_file(self) -> None:
        """Ask for a file, then bring it in."""
        files.ask_open(self._window, _("นำเข้าจากไฟล์ข้อความ"), TEXT_FILES, self.import_from)

    def import_from(self, path: Path) -> None:
        """Bring a file in; which form it is of is asked when the file does not say and there are several."""
        forms = self._session.workspace.forms
        if path.suffix.lower() == ".json":
            self._read(path, None)
        elif len(forms) == 1:
            self._read(path, next(iter(forms)))
        else:
            self._ask_for_form(path)

    def _ask_for_form(self, path: Path) -> None:
        from desktop_app.actions.importing import likely_form
        from ui.reports.form_choice import FormChoice

        forms, likely = self._session.workspace.forms, likely_form(self._session.workspace, path)
        dialog = FormChoice(forms, path.name, likely, self._window)
        dialog.chosen.connect(partial(self._read, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste_file(self) -> None:
        """Ask for a file with a table, then show the table before it is pasted."""
        files.ask_open(self._window, _("วางตารางจากไฟล์"), TABLE_FILES, self.take_file)

    def take_file(self, path: Path) -> None:
        """Bring in a report, or show the table of a file before it is pasted into the open report."""
        from desktop_app.exchange.table_files import ENDINGS, table_from_file

        ending = path.suffix.lower()
        if ending in REPORT_ENDINGS:
            self.import_from(path)
        elif ending not in ENDINGS:
            self._notice.warn(OTHER_FILE.format(path.name))
        elif self._session.form is None or self._session.form.table is None:
            self._notice.warn(NO_REPORT.format(path.name))
        else:
            self.jobs.run(partial(table_from_file, path), self.table_read.emit, _("กำลังอ่านตาราง…"))

    def _read(self, path: Path, form_id: str | None) -> None:
        """Read the file in the background, store it in one transaction, and open the new report."""
        work = partial(_read_and_keep, self._session.workspace, path, form_id)
        self.jobs.run(work, self._store, _("กำลังนำเข้า…"))

    def _store(self, read: ReadReport) -> None:
        from desktop_app.actions.importing import store_import

        try:
            outcome = store_import(self._session.workspace, read)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return
        self._session.take(outcome.changes)
        self._session.open_report(outcome.report_id)
        self.imported.emit()
        self._notice.tell(_import_words(outcome))

    def delete_report(self) -> None:
        """Ask, then remove the open report for good; one that was issued stays."""
        report = self._session.report
        if report is None:
            return
        try:
            reports.require_deletable(self._session.workspace, report.id)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return
        subject = report.head.subject or _("รายงานที่ยังไม่มีชื่อเรื่อง")
        sentence = _("ลบรายงาน “{subject}” ทั้งฉบับหรือไม่ ลบแล้วเรียกคืนไม่ได้").format(subject=subject)
        delete = partial(self._session.delete_report, report.id)
        ask(self._window, _("ลบรายงาน"), sentence, [(_("ลบรายงาน"), delete), (_("ไม่ลบ"), nothing)])

    def toggle_memo(self) -> None:
        """Put a memo before the open report, or put it away."""
        from ui.report.memo_edit import MemoEdit

        report = self._session.report
        if not self._session.do(MemoEdit(report, not report.under_memo)):
            self._window.menus.set_report(report, self._session.form)

    # onto paper

    def save_pdf(self) -> None:
        """Ask for a place, then write the PDF there."""
        report = self._session.report
        if report is not None:
            save = partial(self._save_to, report.id)
            files.ask_save(self._window, _("บันทึกเป็น PDF"), PDF_FILES, plain_name(report), save)

    def _save_to(self, report_id: int, path: Path) -> None:
        from desktop_app.actions.printing import save_pdf

        work = partial(save_pdf, self._session.workspace, report_id, path)
        self.jobs.run(work, lambda _none: self._tell_saved(path), _("กำลังบันทึก PDF…"))

    def _tell_saved(self, path: Path) -> None:
        url = QUrl.fromLocalFile(str(path))
        self._notice.tell(
            _("บันทึก PDF แล้วที่ {path}").format(path=path), _("เปิดไฟล์"), partial(QDesktopServices.openUrl, url)
        )

    def print_report(self) -> None:
        """Lay the report out in the background, then ask for the printer."""
        report, form = self._session.report, self._session.form
        if report is not None:
            name = Path(plain_name(report)).stem
            from desktop_app.actions.printing import render_report

            work = partial(render_report, report, form, photo_shelf(self._session.workspace))
            self.jobs.run(work, partial(self._print, name), _("กำลังจัดหน้าเพื่อพิมพ์…"))

    def _print(self, name: str, data: bytes) -> None:
        try:
            save = partial(self._save_printed, name)
            preview.print_pdf(data, name, self._window, self._notice.tell, self._notice.warn, save)
        except KnownError as error:
            self._notice.warn(error.sentence)

    def _save_printed(self, name: str, data: bytes) -> None:
        """Ask for a file for pages that were meant for a printer which makes PDF files."""

        def write(path: Path) -> None:
            from desktop_app.actions.printing import write_pdf

            work = partial(write_pdf, path, data)
            self.jobs.run(work, lambda _none: self._tell_saved(path), _("กำลังบันทึก PDF…"))

        files.ask_save(self._window, _("บันทึกเป็น PDF"), PDF_FILES, f"{name}.pdf", write)


def _read_and_keep(ws: Workspace, path: Path, form_id: str | None) -> ReadReport:
    """Read a file; when it can be used, keep the present as a bundle before it comes in."""
    from desktop_app.actions import backups
    from desktop_app.actions.importing import read_for_import
    from desktop_app.backup.manifest import Reason

    read = read_for_import(ws, path, form_id)
    backups.keep_before(ws.store.path, Reason.IMPORT, ws.clock)
    return read


def _import_words(outcome: ImportOutcome) -> str:
    words = [numerals(_("นำเข้าแล้ว {rows} แถว").format(rows=outcome.rows))]
    if outcome.unplaced:
        words.append(
            numerals(_("มี {count} บรรทัดที่ยังไม่ได้จัดวาง ดูในกรอบใต้ขั้นตอน").format(count=len(outcome.unplaced)))
        )
    return " ".join([*words, *outcome.warnings])
