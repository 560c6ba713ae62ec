"""The keys of an open cell, told in the status bar while it is open: Enter ends it, as in Excel."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.language import _
from ui.grid.cell_editor import CellEditor

WORDS = _("Alt+Enter ขึ้นบรรทัดใหม่ · Enter จบ · Esc ไม่แก้")


class EditingHint(QLabel):
    """Shown while the keyboard is in a cell that is being edited."""

    def __init__(self) -> None:
        super().__init__(WORDS)
        self.setProperty("role", "muted")
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.setVisible(isinstance(now, CellEditor))
