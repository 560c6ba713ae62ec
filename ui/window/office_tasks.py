"""What the dialogs of people and settings do to the data."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.actions import office, people, photos
from desktop_app.actions.changes import Changes
from desktop_app.domain.office import Emblem, Person
from desktop_app.errors import KnownError
from ui.people.directory import NEW, PeopleDialog
from ui.settings.dialog import SettingsDialog
from ui.settings.emblem import FILES, EmblemChoice
from ui.window import files
from ui.window.session import Session


class OfficeTasks:
    """People directory and settings. A refused change stays typed in its dialog."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session, self._window = session, window

    # people

    def open_people(self) -> PeopleDialog:
        """Open the directory."""
        dialog = PeopleDialog(self._window)
        dialog.set_people(self.everybody())
        dialog.saved.connect(lambda person: self._save_person(dialog, person))
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
        try:
            if person.id == NEW:
                changes, chosen = people.add_person(workspace, person.name, person.position)
            else:
                changes = people.change_person(workspace, person)
        except KnownError as error:
            dialog.refuse(error.sentence)
            return
        self._session.take(changes)
        dialog.set_people(self.everybody(), chosen)

    def everybody(self) -> list[Person]:
        """Return the whole directory, people who left included."""
        return people.list_people(self._session.workspace, with_inactive=True)

    # office

    def open_settings(self) -> SettingsDialog:
        """Open the settings."""
        mine = office.load_office(self._session.workspace)
        keeps = photos.keeps_originals(self._session.workspace)
        dialog = SettingsDialog(mine, office.document_families(), self._window, keeps)
        dialog.saved.connect(lambda texts, emblem: self._save_office(dialog, texts, emblem))
        dialog.file_wanted.connect(lambda: self._ask_emblem_file(dialog))
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
        dialog.done_saving()

    def _ask_emblem_file(self, dialog: SettingsDialog) -> None:
        files.ask_open(dialog, "เลือกไฟล์ที่มีตรา", FILES, lambda path: self.offer_emblems(dialog, path))

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
