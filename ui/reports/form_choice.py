"""Which form a file from elsewhere is of, asked only when there is more than one."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from desktop_app.domain.form import FormSpec
from desktop_app.language import _
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import FieldGrid, muted


class FormChoice(QDialog):
    """Asks for a form; ``chosen`` carries its id."""

    chosen = Signal(str)

    def __init__(
        self,
        forms: Mapping[str, FormSpec],
        file_name: str,
        likely: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the forms, the ``likely`` one first chosen."""
        super().__init__(parent)
        self.setWindowTitle(_("นำเข้าจากไฟล์ข้อความ"))
        self.setMinimumWidth(420)
        self.form = QComboBox()
        for form in forms.values():
            self.form.addItem(form.title, form.id)
        self.form.setCurrentIndex(max(0, self.form.findData(likely)))
        grid = FieldGrid()
        grid.add(_("แบบรายงาน"), self.form, _("แบบที่ตรงกับตารางในไฟล์"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(_("ไฟล์ {file_name} เป็นรายงานแบบใด").format(file_name=file_name)))
        layout.addLayout(grid)
        layout.addWidget(action_buttons(self, _("นำเข้า")))

    def accept(self) -> None:
        """Tell the form."""
        super().accept()
        self.chosen.emit(self.form.currentData())
