"""Setting, changing and giving up the password at the start."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import FieldGrid, muted
from ui.start_password.words import FORGOTTEN, NOT_ENCRYPTED, START_PASSWORD, grow
from ui.thai_text import display

EMPTY_GIVES_UP = _("เว้นว่างเพื่อยกเลิกรหัสผ่าน")


class ChangePasswordDialog(QDialog):
    """``save`` takes the new password (empty: none) and the present one, or raises KnownError."""

    def __init__(
        self, has_password: bool, save: Callable[[str, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(START_PASSWORD)
        self.setMinimumWidth(520)
        self._save, self._has_password = save, has_password
        self.present = QLineEdit()
        self.present.setEchoMode(QLineEdit.EchoMode.Password)
        self.new = QLineEdit()
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        fields = FieldGrid()
        if has_password:
            fields.add(_("รหัสผ่านเดิม"), self.present)
            self.new.setPlaceholderText(EMPTY_GIVES_UP)
        else:
            self.present.setParent(self)
            self.present.hide()
        fields.add(_("รหัสผ่านใหม่"), self.new, EMPTY_GIVES_UP if has_password else "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(fields)
        for widget in (self.fault, muted(NOT_ENCRYPTED), muted(FORGOTTEN)):
            layout.addWidget(widget)
        layout.addWidget(action_buttons(self, _("บันทึก"), _("บันทึกรหัสผ่านเปิดโปรแกรม")))
        (self.present if has_password else self.new).setFocus()

    def accept(self) -> None:
        """Save; stay when that is refused, or when there is nothing to save."""
        if not self.new.text() and not self._has_password:
            self.reject()
            return
        try:
            self._save(self.new.text(), self.present.text())
        except KnownError as error:
            self.fault.setText(display(error.sentence))
            self.fault.show()
            grow(self)
            return
        super().accept()
