"""The sign that a printing is under way, with a button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop_app.thai.digits import to_thai


class PrintSign(QDialog):
    """Says which sheet is being printed. ``rejected`` (the button, Esc, the window's cross) is to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("พิมพ์")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(320)
        self.words = QLabel("กำลังพิมพ์…")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("พิมพ์ไปแล้วเท่าไร")
        buttons = QDialogButtonBox()
        self.stop_button = buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        self.stop_button.setToolTip("หยุดพิมพ์ (Esc)")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(buttons)

    def show_sheet(self, done: int, count: int) -> None:
        """Say that ``done`` sheets of ``count`` are ready and the next one is being drawn."""
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.words.setText(to_thai(f"กำลังพิมพ์แผ่นที่ {done + 1} จาก {count}"))
