"""The fields of what is chosen in the outline."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.form import Column, ColumnKind, FormSpec, Part, Slot
from desktop_app.domain.report import DigitPolicy
from desktop_app.forms.editing import Path, inner_of, item_at
from desktop_app.forms.words import COLUMN_WORDS, PART_WORDS
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.forms.fields import Field, Shape, fields_of
from ui.forms.inputs import Input
from ui.report.form_rows import FieldGrid, heading, muted, name_field

_KINDS: dict[str, Callable[[str], Any]] = {"kind": ColumnKind, "digits": DigitPolicy, "photos_per_page": int}
"""What makes the value of a choice out of its text."""
OF_NEW_REPORTS = _("รายงานใหม่เริ่มด้วยที่ลงนามนี้ ส่วนรายงานที่ทำไว้แล้ว เพิ่มหรือเอาออกได้ในขั้นตอนลงนามของรายงาน")
_LABELLED = (Shape.FLAG, Shape.WIDTHS)
"""These say their words themselves."""


class FormDetails(QScrollArea):
    """Fields for one path; other fields come when another kind of thing is shown."""

    edited = Signal(str, object)
    """The name of a value and the new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inputs: dict[str, Input] = {}
        self._shown: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_item(self, form: FormSpec, path: Path) -> None:
        """Show the fields of this path; fields that stay keep what is being typed."""
        fields = fields_of(form, path)
        if (path, *fields) != self._shown:
            self._build(form, path, fields)
            self._shown = (path, *fields)
        for name, one in self.inputs.items():
            one.show_value(_value(form, path, name))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.inputs.values())).setFocus()

    def flush(self) -> None:
        """Tell what is typed and not told yet."""
        for one in list(self.inputs.values()):
            one.flush()

    def _build(self, form: FormSpec, path: Path, fields: tuple[Field, ...]) -> None:
        """Make the fields anew; the cursor stays in the field of the same name."""
        before = next((name for name, one in self.inputs.items() if one.inner.hasFocus()), "")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(_title(form, path)))
        if words := _explained(form, path):
            layout.addWidget(muted(words))
        grid = FieldGrid()
        self.inputs = {}
        for field in fields:
            one = Input(field)
            label = grid.add("" if field.shape in _LABELLED else field.words, one, field.hint)
            name_field(one, field.words, field.hint)
            label.setToolTip(field.hint)
            one.edited.connect(lambda value, name=field.name: self._tell(name, value))
            self.inputs[field.name] = one
        layout.addLayout(grid)
        layout.addStretch(1)
        self.setWidget(page)
        if before in self.inputs:
            self.inputs[before].setFocus()

    def _tell(self, name: str, value: Any) -> None:
        self.edited.emit(name, _KINDS[name](value) if name in _KINDS else value)


def _value(form: FormSpec, path: Path, name: str) -> Any:
    if name == "widths":
        return all(column.width is not None for column in inner_of(form, path))
    return getattr(item_at(form, path), name)


def _title(form: FormSpec, path: Path) -> str:
    match item_at(form, path):
        case FormSpec():
            return _("ทั้งแบบ")
        case Part() as part:
            return _("หมวด{kind}").format(kind=_(PART_WORDS.get(part.kind, "")))
        case Column() as column:
            return _("คอลัมน์ชนิด{kind}").format(kind=COLUMN_WORDS[column.kind])
        case Slot():
            return _("ที่ลงนาม")
    return _("ระดับ")


def _explained(form: FormSpec, path: Path) -> str:
    """Return what the office should know of the item: how wide a column will be, which reports change."""
    item = item_at(form, path)
    if isinstance(item, Slot):
        return OF_NEW_REPORTS
    if not isinstance(item, Column) or item.width is None or not item.printed:
        return ""
    printed = [one for one in inner_of(form, path[:1]) if one.printed and one.kind is not ColumnKind.GROUP]
    if item not in printed:
        return ""
    share = item.width / sum(one.width or 0.0 for one in printed)
    return numerals(_("คอลัมน์นี้กว้างร้อยละ {share:.0f} ของตาราง").format(share=share * 100))
