"""Asking for the password at the start, before anything of the office is shown."""

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.actions import start_password
from desktop_app.actions.workspace import Workspace
from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import heading, muted, name_field
from ui.start_password.words import FORGOTTEN, START_PASSWORD, grow
from ui.thai_text import display


class StartPasswordDialog(QDialog):
    """Accepted when the password is right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(START_PASSWORD)
        self.setMinimumWidth(420)
        self._workspace = workspace
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        name_field(self.field, START_PASSWORD)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.buttons = action_buttons(self, _("เปิด"), _("เปิดโปรแกรม"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (heading(START_PASSWORD), self.field, self.fault, muted(FORGOTTEN), self.buttons):
            layout.addWidget(widget)
        self.field.setFocus()

    def accept(self) -> None:
        """Go on only when it is right."""
        try:
            is_right = start_password.is_right(self._workspace, self.field.text())
        except KnownError as error:
            self._refuse(error.sentence)
            return
        if is_right:
            super().accept()
        else:
            self._refuse(start_password.WRONG)

    def _refuse(self, sentence: str) -> None:
        self.fault.setText(display(sentence))
        self.fault.show()
        grow(self)
        self.field.selectAll()
        self.field.setFocus()
