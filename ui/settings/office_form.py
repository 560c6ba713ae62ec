"""The fields of the office's own data, as the start page and the settings show them."""

from collections.abc import Mapping
from dataclasses import fields

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.office import Office, head_title_of
from desktop_app.language import _
from ui.report.form_rows import FieldGrid

WORDS = {
    "name": (_("ชื่อหน่วยงาน"), _("เช่น เทศบาลตำบลตัวอย่าง")),
    "district": (_("อำเภอ"), _("เช่น เมืองตัวอย่าง")),
    "province": (_("จังหวัด"), _("เช่น ตัวอย่าง")),
    "unit": (_("ส่วนราชการ"), _("เช่น งานนิติการ สำนักปลัด")),
    "telephone": (_("โทรศัพท์"), _("เช่น ๐ ๒๐๐๐ ๐๐๐๐")),
    "number_prefix": (_("เลขที่หนังสือขึ้นต้น"), _("เช่น ตย ๕๒๐๐๑/")),
    "head_title": (_("เรียน (ผู้บริหาร)"), _("เช่น นายกเทศมนตรีตำบลตัวอย่าง")),
}
"""Field of Office -> its label and an example."""


class OfficeForm(QWidget):
    """One line per text of the office."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        grid = FieldGrid()
        for key, (words, example) in WORDS.items():
            line = QLineEdit()
            line.setPlaceholderText(example)
            grid.add(words, line, f"{words} {example}")
            self.fields[key] = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        self._shown = Office()
        self.setFocusProxy(self.fields["name"])
        self._proposed = ""
        self.fields["name"].textEdited.connect(self._propose_head)

    def set_office(self, office: Office) -> None:
        """Show this office."""
        self._shown = office
        for key, line in self.fields.items():
            line.setText(getattr(office, key))

    def _propose_head(self, name: str) -> None:
        """Write who leads the office, as long as nobody wrote another."""
        head = self.fields["head_title"]
        if head.text() in ("", self._proposed):
            self._proposed = head_title_of(name.strip())
            head.setText(self._proposed)

    def changes(self) -> Mapping[str, str]:
        """Return the texts that differ from what was shown, by field of Office."""
        typed = {key: line.text().strip() for key, line in self.fields.items()}
        return {key: text for key, text in typed.items() if text != getattr(self._shown, key)}


assert set(WORDS) == {field.name for field in fields(Office)} - {"font", "emblem"}
