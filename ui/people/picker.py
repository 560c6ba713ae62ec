"""Picking a person by typing a part of the name or the position."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.office import Person
from ui.report.commit import UndoInWindow

PERSON_ROLE = Qt.ItemDataRole.UserRole + 1
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
NOT_THERE = "ยังไม่มีชื่อนี้ในทำเนียบ ใส่ตำแหน่งแล้วกดเพิ่มได้เลย"


class PersonPicker(QWidget):
    """A line that knows the directory.

    ``chosen`` carries a person's id, or None when the line was emptied. A name that is not in the
    directory opens a second line for the position; ``new_wanted`` then carries name and position.
    """

    chosen = Signal(object)
    new_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._stored = ""
        self._told: int | None = None
        """Whom this line chose since the clerk last typed: Enter and the list both tell it."""
        self._model = QStandardItemModel(self)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("พิมพ์บางส่วนของชื่อหรือตำแหน่ง")
        self.line.setCompleter(self._completer())
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._settle)
        UndoInWindow(self.line)
        self._new = self._new_row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self._new)
        self.setFocusProxy(self.line)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self._people = tuple(people)
        self._model.clear()
        for person in self._people:
            item = QStandardItem(_line_of(person))
            item.setData(person.id, PERSON_ROLE)
            item.setData(person.name, NAME_ROLE)
            self._model.appendRow(item)

    def set_stored(self, name: str) -> None:
        """Show who signs, unless the clerk is typing another name."""
        same, self._stored = name == self._stored, name
        if same and (self.line.hasFocus() or self.asks_for_new):
            return
        self._show()

    @property
    def asks_for_new(self) -> bool:
        """True while the line for a new person's position is open."""
        return not self._new.isHidden()

    def _completer(self) -> QCompleter:
        completer = _NameCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[QModelIndex].connect(self._activated)
        return completer

    def _new_row(self) -> QWidget:
        row = QWidget(self)
        self.position = QLineEdit()
        self.position.setPlaceholderText("ตำแหน่ง")
        self.position.setAccessibleName("ตำแหน่งของบุคคลใหม่")
        self.position.setToolTip("ตำแหน่งของบุคคลใหม่")
        self.add = QPushButton("เพิ่มในทำเนียบ")
        self.add.setToolTip("เพิ่มบุคคลนี้ในทำเนียบและให้ลงนามในช่องนี้")
        self.add.setAccessibleName("เพิ่มบุคคลนี้ในทำเนียบและให้ลงนามในช่องนี้")
        self.add.clicked.connect(self._add)
        self.position.returnPressed.connect(self._add)
        note = QLabel(NOT_THERE)
        note.setProperty("role", "waiting")
        note.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.position, 1)
        line.addWidget(self.add)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(note)
        layout.addLayout(line)
        row.hide()
        return row

    def _typed(self) -> None:
        self._told = None
        self._new.hide()

    def _activated(self, index: QModelIndex) -> None:
        self._choose(index.data(PERSON_ROLE))

    def _settle(self) -> None:
        """Find whom the line names, once it was left or Enter was pressed."""
        popup = self.line.completer().popup()
        if popup.isVisible() and popup.currentIndex().isValid():
            return
        typed = " ".join(self.line.text().split())
        if typed == self._stored:
            self._new.hide()
        elif not typed:
            self._new.hide()
            self._stored = ""
            self.chosen.emit(None)
        elif (person := self._named(typed)) is not None:
            self._choose(person.id)
        else:
            self._new.show()

    def _named(self, typed: str) -> Person | None:
        exact = [person for person in self._people if typed in (person.name, _line_of(person))]
        return exact[0] if exact else None

    def _choose(self, person_id: int) -> None:
        person = next(person for person in self._people if person.id == person_id)
        self._new.hide()
        self._stored = person.name
        self._show()
        if person_id != self._told:
            self._told = person_id
            self.chosen.emit(person_id)

    def _add(self) -> None:
        name, position = self.line.text().strip(), self.position.text().strip()
        self._new.hide()
        self.position.clear()
        self.line.setFocus()
        self.new_wanted.emit(name, position)

    def _show(self) -> None:
        self._new.hide()
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
