"""What the dialogs of people and settings do to the data."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from shiboken6 import isValid

from desktop_app.actions import office, people, photos, start_password, yearly
from desktop_app.actions.changes import Changes
from desktop_app.domain.office import Emblem, Person
from desktop_app.domain.yearly import YearlyTable
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.dates import fiscal_year_of
from desktop_app.thai.shown import numerals
from ui.people.directory import PeopleDialog
from ui.people.person_form import NEW
from ui.people.signature_field import FILES as SIGNATURE_FILES
from ui.settings.dialog import SettingsDialog
from ui.settings.emblem import FILES, EmblemChoice
from ui.start_password.change import ChangePasswordDialog
from ui.window import files
from ui.window.jobs import Jobs
from ui.window.main_window import MainWindow
from ui.window.messages import ask, nothing
from ui.window.session import Session
from ui.yearly import YearlyDialog

FIRST_SHIPPED = 2561
"""The first year that the program brings tables of (BE)."""


class OfficeTasks:
    """People directory and settings. A refused change stays typed in its dialog."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session, self._window = session, window
        self._dialog: PeopleDialog | None = None
        self.jobs = Jobs(window)
        self.jobs.failed.connect(partial(self._tell, PeopleDialog.refuse))
        self.jobs.busy.connect(partial(self._tell, PeopleDialog.wait))

    def _tell(self, way: Callable[[PeopleDialog, str], None], sentence: str) -> None:
        if self._dialog is not None and isValid(self._dialog):
            way(self._dialog, sentence)

    # people

    def open_people(self) -> PeopleDialog:
        """Open the directory."""
        dialog = PeopleDialog(self._window)
        dialog.set_people(self.everybody())
        dialog.saved.connect(lambda person: self._save_person(dialog, person))
        dialog.remove_wanted.connect(lambda person: self._ask_to_remove(dialog, person))
        dialog.file_wanted.connect(lambda: self._ask_signature_file(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def add_person(self, name: str, position: str) -> int | None:
        """Add somebody met while signing; None when the directory refused."""
        added: list[int] = []

        def add() -> Changes:
            changes, person_id = people.add_person(self._session.workspace, name, position)
            added.append(person_id)
            return changes

        return added[0] if self._session.attempt(add) is not None else None

    def _save_person(self, dialog: PeopleDialog, person: Person) -> None:
        workspace, chosen = self._session.workspace, person.id
        before = next((one for one in self.everybody() if one.id == person.id), person)
        try:
            if person.id == NEW:
                changes, chosen = people.put_person(workspace, person)
            else:
                changes = people.change_person(workspace, person)
        except KnownError as error:
            dialog.refuse(error.sentence)
            return
        self._session.take(changes)
        dialog.set_people(self.everybody(), chosen)
        self._offer_to_renew(before, person)

    def _offer_to_renew(self, before: Person, now: Person) -> None:
        """Ask whether reports that can still be changed shall show a person as the directory does now."""
        if (before.rank, before.name, before.position) == (now.rank, now.name, now.position):
            return
        workspace = self._session.workspace
        count = len(people.reports_of_before(workspace, before))
        if count:
            sentence = _(
                "มีรายงาน {count} ฉบับที่ยังไม่ออกฉบับจริงและยังใช้ชื่อหรือตำแหน่งเดิมของ {name} "
                "ปรับให้ตรงกับทำเนียบหรือไม่ ฉบับจริงที่ออกแล้วไม่เปลี่ยน"
            ).format(count=numerals(count), name=before.name)
            renew = partial(self._session.attempt, partial(people.renew_snapshots, workspace, before))
            ask(
                self._window, _("ทำเนียบบุคคล"), sentence, [(_("ปรับรายงาน"), renew), (_("คงไว้ตามเดิม"), nothing)]
            )

    def _ask_to_remove(self, dialog: PeopleDialog, person: Person) -> None:
        """Ask, with what becomes of the reports this person has signed, then remove."""
        count = len(people.reports_signed_by(self._session.workspace, person.id))
        signed = _("{name} ลงนามไว้ในรายงาน {count} ฉบับ ชื่อและตำแหน่งในนั้นยังอยู่ครบ ").format(
            name=person.name, count=numerals(count)
        )
        sentence = _(
            "{signed}ลบ {name} ออกจากทำเนียบหรือไม่ ถ้าเพียงย้ายหรือพ้นตำแหน่ง เอาเครื่องหมาย “ยังปฏิบัติงานอยู่” ออกแทนได้"
        ).format(signed=signed if count else "", name=person.name)
        remove = partial(self._remove, dialog, person, count)
        ask(dialog, _("ทำเนียบบุคคล"), sentence, [(_("ลบจากทำเนียบ"), remove), (_("ไม่ลบ"), nothing)])

    def _remove(self, dialog: PeopleDialog, person: Person, count: int) -> None:
        try:
            changes = people.remove_person(self._session.workspace, person.id)
        except KnownError as error:
            dialog.refuse(error.sentence)
            return
        self._session.take(changes)
        kept = _(" ชื่อในรายงาน {count} ฉบับยังอยู่").format(count=numerals(count)) if count else ""
        dialog.removed(_("ลบ {name} แล้ว{kept}").format(name=person.name, kept=kept))
        dialog.set_people(self.everybody())

    def _ask_signature_file(self, dialog: PeopleDialog) -> None:
        take = partial(self.take_signature, dialog)
        files.ask_open(dialog, _("เลือกภาพลายมือชื่อ"), SIGNATURE_FILES, take)

    def take_signature(self, dialog: PeopleDialog, path: Path) -> None:
        """Read a picture beside the window and show it as the signature of the chosen person."""
        show = partial(_show_signature, dialog, dialog.form.person)
        self._dialog = dialog
        self.jobs.run(partial(people.read_signature, path), show, _("กำลังอ่านภาพลายมือชื่อ…"))

    def everybody(self) -> list[Person]:
        """Return the whole directory, people who left included."""
        return people.list_people(self._session.workspace, with_inactive=True)

    # yearly tables

    def open_yearly(self) -> YearlyDialog:
        """Open the yearly tables at the year of the open report, else at the present fiscal year."""
        workspace, report = self._session.workspace, self._session.report
        now = fiscal_year_of(self._session.now().date())
        first = report.fiscal_year if report else now
        years = dict.fromkeys((first, *range(FIRST_SHIPPED, now + 2)))
        dialog = YearlyDialog(
            partial(yearly.load_year, workspace),
            partial(yearly.without_own, workspace),
            list(years),
            self._window,
        )
        dialog.saved.connect(partial(self._save_tables, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _save_tables(self, dialog: YearlyDialog, year: int, tables: list[YearlyTable]) -> None:
        try:
            changes = yearly.save_tables(self._session.workspace, year, tables)
        except yearly.TableError as error:
            dialog.refuse_at(error.fault)
        except KnownError as error:
            dialog.refuse(error.sentence)
        else:
            self._session.take(changes)
            dialog.done_saving()

    # office

    def open_settings(self) -> SettingsDialog:
        """Open the settings."""
        mine = office.load_office(self._session.workspace)
        keeps = photos.keeps_originals(self._session.workspace)
        has_password = start_password.has_password(self._session.workspace)
        dialog = SettingsDialog(
            mine, office.document_families(), self._window, keeps, self._window.state.language, has_password
        )
        dialog.password_wanted.connect(lambda: self.change_password(dialog))
        dialog.saved.connect(lambda texts, emblem: self._save_office(dialog, texts, emblem))
        dialog.file_wanted.connect(lambda: self._ask_emblem_file(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def change_password(self, parent: SettingsDialog) -> ChangePasswordDialog:
        """Set, change or give up the password at the start; that holds at once."""
        workspace = self._session.workspace
        save = partial(start_password.set_password, workspace)
        dialog = ChangePasswordDialog(start_password.has_password(workspace), save, parent)
        dialog.accepted.connect(lambda: parent.show_password(start_password.has_password(workspace)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Store texts of the office. Raises KnownError."""
        for field, text in texts.items():
            self._session.take(office.set_office(self._session.workspace, field, text))

    def _save_office(self, dialog: SettingsDialog, texts: Mapping[str, str], emblem: Emblem | None) -> None:
        try:
            self.set_texts(texts)
            if dialog.emblem_changed:
                self._session.take(office.set_emblem(self._session.workspace, emblem))
            if dialog.originals_changed:
                photos.set_keeps_originals(self._session.workspace, dialog.keeps_originals)
        except KnownError as error:
            dialog.refuse(error.sentence)
            return
        if dialog.language.changed:
            self._window.state.language = dialog.language.changed
        dialog.done_saving()

    def _ask_emblem_file(self, dialog: SettingsDialog) -> None:
        files.ask_open(dialog, _("เลือกไฟล์ที่มีตรา"), FILES, lambda path: self.offer_emblems(dialog, path))

    def offer_emblems(self, dialog: SettingsDialog, path: Path) -> None:
        """Show the pictures of a file to pick the emblem from; say so when there are none."""
        try:
            found = office.emblem_candidates(path)
        except KnownError as error:
            dialog.refuse(error.sentence)
            return
        if len(found) == 1:
            dialog.emblem.set_emblem(found[0])
            return
        choice = EmblemChoice(found, dialog)
        choice.picked.connect(dialog.emblem.set_emblem)
        choice.finished.connect(choice.deleteLater)
        choice.open()


def _show_signature(dialog: PeopleDialog, person: Person, png: bytes) -> None:
    """Show what was read, unless the dialog has gone on to somebody else meanwhile."""
    if isValid(dialog) and dialog.form.person == person:
        dialog.form.signature.set_png(png)
        dialog.wait("")
