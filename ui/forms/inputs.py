"""One input for each shape of field: it shows a value and tells the new one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.amounts import number_of
from desktop_app.forms.templates import FIELDS
from desktop_app.forms.words import FIELD_WORDS
from desktop_app.language import _
from desktop_app.thai.clean import visible_text
from ui.forms.fields import Field, Shape
from ui.report.fields import ChoiceBox, CommitLine, CommitText, PhraseBox
from ui.report.opinion_field import PHRASES
from ui.theme import icon


class Input(QWidget):
    """The input of one field. ``edited`` carries the new value, as the form holds it."""

    edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._value: Any = None
        self.inner = _made(field)
        self.setFocusProxy(self.inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.inner)
        if field.template:
            column.addWidget(_insert_button(self.inner, self.flush), 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(self.inner, QCheckBox):
            self.inner.clicked.connect(lambda checked: self.edited.emit(checked))
        elif isinstance(self.inner, Checks):
            self.inner.edited.connect(self.edited)
        else:
            self.inner.committed.connect(self._committed)

    def show_value(self, value: Any) -> None:
        """Show what the form holds; what is being typed is left alone."""
        self._value = value
        match self.field.shape:
            case Shape.FLAG | Shape.WIDTHS:
                self.inner.setChecked(bool(value))
            case Shape.CHECKS:
                self.inner.show_values(value)
            case Shape.LINES:
                self.inner.set_stored("\n".join(value))
            case Shape.NUMBER:
                self.inner.set_stored(f"{value:g}" if value else "")
            case _:
                self.inner.set_stored(str(value))

    def flush(self) -> None:
        """Tell what is typed and not told yet."""
        if not isinstance(self.inner, QCheckBox | Checks):
            self.inner.flush()

    def _committed(self, text: str) -> None:
        text = visible_text(text)
        match self.field.shape:
            case Shape.LINES:
                lines = (" ".join(line.split()) for line in text.split("\n"))
                self.edited.emit(tuple(dict.fromkeys(line for line in lines if line)))
            case Shape.NUMBER:
                self._take_number(text)
            case Shape.TEXT if self.field.name == "template":
                self.edited.emit(text)
            case _:
                self.edited.emit(" ".join(text.split()))

    def _take_number(self, text: str) -> None:
        """Take a number; what is none leaves the number that was there."""
        number = number_of(text)
        if number is None and (text.strip() or self.field.needed):
            self.show_value(self._value)
        else:
            self.edited.emit(float(number or 0))


class Checks(QListWidget):
    """Some of a closed list, each with a mark to set."""

    edited = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Any, ...] = ()
        self.setSpacing(2)
        for value, words in choices:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        height = self.sizeHintForRow(0) if choices else 0
        self.setFixedHeight(min(max(len(choices), 1), 8) * max(height, 24) + 8)
        self.itemChanged.connect(lambda _item: self.edited.emit(self.values()))

    def values(self) -> tuple[Any, ...]:
        """Return the marked values: those that were there in their order, then what was added."""
        items = (self.item(row) for row in range(self.count()))
        marked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        values = [item.data(Qt.ItemDataRole.UserRole) for item in marked]
        before = [value for value in self._before if value in values]
        return tuple(before + [value for value in values if value not in before])

    def show_values(self, values: Sequence[str]) -> None:
        """Mark these and no others."""
        self._before = tuple(values)
        self.blockSignals(True)
        for row in range(self.count()):
            is_in = self.item(row).data(Qt.ItemDataRole.UserRole) in values
            self.item(row).setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
        self.blockSignals(False)


def _made(field: Field) -> QWidget:
    match field.shape:
        case Shape.LINE | Shape.NUMBER:
            return CommitLine()
        case Shape.TEXT | Shape.LINES:
            return CommitText(lines=6 if field.name == "template" else 2)
        case Shape.FLAG | Shape.WIDTHS:
            return QCheckBox(field.words)
        case Shape.CHOICE:
            return ChoiceBox([(str(value), words) for value, words in field.choices])
        case Shape.PHRASE:
            return PhraseBox(PHRASES)
        case Shape.CHECKS:
            return Checks(field.choices)
    raise ValueError(field.shape)


def _insert_button(text: CommitText, flush: Any) -> QToolButton:
    """Return the button that puts a field of the office into the text, by its Thai name."""
    button = QToolButton()
    button.setText(_("แทรกข้อมูล"))
    button.setIcon(icon("plus"))
    button.setProperty("words", "true")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(_("แทรกข้อมูลที่โปรแกรมเติมให้ เช่น ชื่อหน่วยงานและปีงบประมาณ (Alt+Down เปิดรายการ)"))
    button.setAccessibleName(_("แทรกข้อมูล"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)

    def insert(name: str) -> None:
        text.insert(f"{{{name}}}")
        flush()
        text.setFocus()

    for name in FIELDS:
        action = menu.addAction(FIELD_WORDS.get(name, name))
        action.triggered.connect(lambda _checked=False, name=name: insert(name))
    button.setMenu(menu)
    return button
