"""The buttons over the outline: what can be done with what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.domain.form import PartKind
from desktop_app.forms.words import PART_WORDS
from desktop_app.language import _
from ui.forms.words import INNER_WORDS
from ui.theme import icon


class FormTools(QWidget):
    """Adding, moving, taking out, and taking back. ``part_wanted`` carries the kind of part to add."""

    part_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_part = _button("plus", _("เพิ่มหมวด"), _("เพิ่มหมวดต่อจากที่เลือก (Ctrl+N)"), words=True)
        self.add_part.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.add_part)
        self.add_part.setMenu(self._menu)
        self.add_inner = _button("plus", _("เพิ่มคอลัมน์"), _("เพิ่มต่อจากที่เลือก (Ctrl+Shift+N)"), words=True)
        self.up = _button("arrow-up", _("เลื่อนขึ้น"), _("เลื่อนขึ้น (Alt+Up)"))
        self.down = _button("arrow-down", _("เลื่อนลง"), _("เลื่อนลง (Alt+Down)"))
        self.remove = _button("trash-2", _("เอาออก"), _("เอาที่เลือกออก (Del ในรายการ หรือ Ctrl+Del)"))
        self.undo = _button("undo-2", _("เลิกทำ"), _("ย้อนการแก้แบบครั้งล่าสุด (Ctrl+Z)"))
        self.redo = _button("redo-2", _("ทำซ้ำ"), _("ทำสิ่งที่เลิกทำไปอีกครั้ง (Ctrl+Y)"))
        for button in (self.undo, self.redo):
            button.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self.add_part)
        row.addWidget(self.add_inner)
        row.addStretch(1)
        for button in (self.up, self.down, self.remove, self.undo, self.redo):
            row.addWidget(button)

    def set_place(
        self,
        *,
        can_up: bool,
        can_down: bool,
        can_remove: bool,
        inner: PartKind | None,
        kinds: Sequence[PartKind],
    ) -> None:
        """Switch on what can be done; ``inner`` is the kind of part that "add" adds to."""
        self.up.setEnabled(can_up)
        self.down.setEnabled(can_down)
        self.remove.setEnabled(can_remove)
        self.add_inner.setEnabled(inner is not None)
        self.add_inner.setText(_("เพิ่ม{inner}").format(inner=INNER_WORDS[inner]) if inner else _("เพิ่มคอลัมน์"))
        self._menu.clear()
        for kind in kinds:
            action = self._menu.addAction(_(PART_WORDS.get(kind, kind.value)))
            action.triggered.connect(lambda _checked=False, kind=kind: self.part_wanted.emit(kind))


def _button(name: str, said: str, hint: str, words: bool = False) -> QToolButton:
    """Return a tool button; with ``words`` it says them beside its icon."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(hint)
    button.setAccessibleName(said)
    if words:
        button.setText(said)
        button.setProperty("words", "true")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setProperty("flat", "true")
    return button
