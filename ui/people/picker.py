"""Picking a person by typing a part of the name or the position."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.office import Person
from desktop_app.language import _
from ui.report.commit import UndoInWindow

PERSON_ROLE = Qt.ItemDataRole.UserRole + 1
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
KNOWN = _("พิมพ์ชื่อ หรือบางส่วนของชื่อหรือตำแหน่งในทำเนียบ")
NOBODY_KNOWN = _("พิมพ์คำนำหน้า ชื่อ และนามสกุล")


class PersonPicker(QWidget):
    """A line that knows the directory, and takes any other name as well.

    ``chosen`` carries a person's id, or None when the line was emptied; ``named`` a name that is not in
    the directory.
    """

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._stored = ""
        self._told: int | None = None
        """Whom this line chose since the clerk last typed: Enter and the list both tell it."""
        self._model = QStandardItemModel(self)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(NOBODY_KNOWN)
        self.line.setCompleter(self._completer())
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        UndoInWindow(self.line, self.settle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self._people = tuple(people)
        self.line.setPlaceholderText(KNOWN if self._people else NOBODY_KNOWN)
        self._model.clear()
        for person in self._people:
            item = QStandardItem(_line_of(person))
            item.setData(person.id, PERSON_ROLE)
            item.setData(person.name, NAME_ROLE)
            self._model.appendRow(item)

    def set_stored(self, name: str) -> None:
        """Show who signs, unless the clerk is typing another name."""
        same, self._stored = name == self._stored, name
        if not (same and self.line.hasFocus()):
            self._show()

    def knows(self, name: str) -> bool:
        """Return whether somebody of this name is in the directory."""
        return any(person.name == name for person in self._people)

    def settle(self) -> None:
        """Tell whom the line names now, if that is new."""
        typed = " ".join(self.line.text().split())
        if typed == self._stored:
            return
        if (person := self._named(typed)) is not None:
            self._choose(person.id)
        elif typed:
            self._stored = typed
            self.named.emit(typed)
        else:
            self._stored = ""
            self.chosen.emit(None)

    def _completer(self) -> QCompleter:
        completer = _NameCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[QModelIndex].connect(self._activated)
        return completer

    def _typed(self) -> None:
        self._told = None

    def _activated(self, index: QModelIndex) -> None:
        self._choose(index.data(PERSON_ROLE))

    def _left(self) -> None:
        """Settle once the line was left or Enter pressed, but let the list tell what was picked in it."""
        popup = self.line.completer().popup()
        if not (popup.isVisible() and popup.currentIndex().isValid()):
            self.settle()

    def _named(self, typed: str) -> Person | None:
        exact = [person for person in self._people if typed in (person.name, _line_of(person))]
        return exact[0] if exact else None

    def _choose(self, person_id: int) -> None:
        person = next(person for person in self._people if person.id == person_id)
        self._stored = person.name
        self._show()
        if person_id != self._told:
            self._told = person_id
            self.chosen.emit(person_id)

    def _show(self) -> None:
        if self.line.text() != self._stored:
            self.line.setText(self._stored)
            self.line.setCursorPosition(0)


class _NameCompleter(QCompleter):
    """Finds by name and position, but puts only the name into the line."""

    def pathFromIndex(self, index: QModelIndex) -> str:
        """Return the name of the person at this line of the list."""
        return index.data(NAME_ROLE)


def _line_of(person: Person) -> str:
    position = " ".join(person.position.split())
    return f"{person.name} · {position}" if position else person.name
