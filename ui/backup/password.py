"""The password of a bundle: chosen when it is made, asked for when it is opened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.report.form_rows import muted, name_field

LOCK = _("ตั้งรหัสผ่านให้ชุดสำรองนี้")
FORGOTTEN = _(
    "ถ้าลืมรหัสผ่าน จะเปิดชุดสำรองนี้ไม่ได้อีกเลย ไม่มีใครช่วยได้ กรุณาจดเก็บไว้ในที่ปลอดภัย "
    "ใช้ตัวอักษรอังกฤษ ตัวเลข หรือเครื่องหมาย ๘ ตัวขึ้นไป"
)
PASSWORD = _("รหัสผ่านของชุดสำรอง")


class NewPassword(QWidget):
    """A tick, and once it is set a field: typed in sight, for nobody can mend a slip later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(LOCK)
        self.wanted.setToolTip(_("ผู้ที่ไม่รู้รหัสผ่านเปิดชุดสำรองนี้ไม่ได้"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(PASSWORD)
        name_field(self.field, PASSWORD)
        self.told = muted(FORGOTTEN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.wanted, self.field, self.told):
            layout.addWidget(widget)
        self.wanted.toggled.connect(self._show)
        self._show(False)

    @property
    def text(self) -> str | None:
        """The password; None when none is wanted."""
        return self.field.text() if self.wanted.isChecked() else None

    def _show(self, wanted: bool) -> None:
        self.field.setVisible(wanted)
        self.told.setVisible(wanted)
        if wanted:
            self.field.setFocus()


class _Field(QLineEdit):
    """A field that tells when the keyboard comes and goes."""

    has_keyboard = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.has_keyboard.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.has_keyboard.emit(False)


class PasswordLine(QWidget):
    """A field for the password of a bundle; ``given`` carries it at Enter or at the button.

    Enter is that of the field only while the keyboard is in it.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default_before: QPushButton | None = None
        self.field = _Field()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(PASSWORD)
        name_field(self.field, PASSWORD)
        self.open = QPushButton(_("เปิดชุดสำรอง"))
        self.open.setToolTip(_("เปิดด้วยรหัสผ่านนี้ (Enter)"))
        self.open.setAccessibleName(self.open.text())
        self.open.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        self.open.clicked.connect(self._give)
        self.field.has_keyboard.connect(self._take_enter)
        self.hide()

    def offer(self) -> None:
        """Show the field, empty."""
        self.field.clear()
        self.show()

    def ask(self) -> None:
        """Show the field, empty, with the keyboard in it."""
        self.offer()
        self._take_enter(True)
        self.field.setFocus()

    def put_away(self) -> None:
        """Hide the field again and forget what was typed."""
        self._take_enter(False)
        self.field.clear()
        self.hide()

    def _take_enter(self, taken: bool) -> None:
        """Let Enter press the button of the field, or again the one that it pressed before."""
        if taken and not self.open.isDefault():
            buttons = self.window().findChildren(QPushButton)
            self._default_before = next((each for each in buttons if each.isDefault()), None)
            self.open.setDefault(True)
        elif not taken and self.open.isDefault():
            self.open.setDefault(False)
            if self._default_before is not None:
                self._default_before.setDefault(True)

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())
