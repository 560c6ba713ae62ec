"""The sign that long work is under way, with a button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop_app.language import _
from desktop_app.thai.shown import numerals


class WorkSign(QDialog):
    """Says how far the work is. ``rejected`` (the button, Esc, the window's cross) is to stop it.

    ``doing`` is what is done to each piece ("กำลังพิมพ์แผ่น"), ``stopping`` what the button does.
    """

    def __init__(self, title: str, doing: str, stopping: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = doing
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(320)
        self.words = QLabel(f"{doing}…")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("ทำไปแล้วเท่าไร"))
        buttons = QDialogButtonBox()
        self.stop_button = buttons.addButton(_("ยกเลิก"), QDialogButtonBox.ButtonRole.RejectRole)
        self.stop_button.setToolTip(f"{stopping} (Esc)")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(buttons)

    def show_done(self, done: int, count: int) -> None:
        """Say that ``done`` pieces of ``count`` are ready and the next one is being worked on."""
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.words.setText(
            numerals(_("{doing}ที่ {done} จาก {count}").format(doing=self._doing, done=done + 1, count=count))
        )
