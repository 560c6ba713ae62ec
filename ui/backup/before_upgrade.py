"""The data of an older version: all of it is kept, then brought up to date, which may take a while."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions import backups
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.language import _
from ui.backup.progress import Progress
from ui.backup.watched import WatchedWork
from ui.report.form_rows import muted

INTRO = _(
    "โปรแกรมรุ่นนี้ใหม่กว่าข้อมูลในเครื่อง จึงเก็บชุดสำรองไว้ก่อนปรับข้อมูลให้ใช้กับรุ่นนี้ "
    "ถ้าหยุดตอนนี้ ข้อมูลจะยังเป็นของเดิม และโปรแกรมจะเก็บใหม่เมื่อเปิดครั้งหน้า"
)
_SHOWN_AFTER_MS = 300
"""A small office is kept by then."""


class BeforeUpgrade(QDialog):
    """Accepted when all is done or cannot be done, which ``require`` tells; rejected when it was stopped.

    Once the bundle is there, nothing is stopped any more.
    """

    def __init__(self, database: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ปรับข้อมูลให้ใช้กับโปรแกรมรุ่นนี้"))
        self.setMinimumWidth(520)
        self._database = database
        self._fault: Exception | None = None
        self.work = WatchedWork(self)
        self.work.told.connect(self._hold_on)
        self.work.done.connect(lambda _nothing: self._end())
        self.progress = Progress(self.work, self.reject, _("ปิดโปรแกรม"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(INTRO))
        layout.addWidget(self.progress)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.progress.leave)
        layout.addLayout(row)

    def begin(self) -> None:
        """Begin beside the window; it is told of once that takes a while."""
        self.progress.set_running(True)
        self.work.run(self._keep)
        QTimer.singleShot(_SHOWN_AFTER_MS, self, self._show)

    def require(self) -> None:
        """Raise what it failed of."""
        if self._fault is not None:
            raise self._fault

    def reject(self) -> None:
        """Stop; the answer follows when nothing is left behind."""
        if self.progress.leave.isEnabled() and not self.progress.stop():
            super().reject()

    def _hold_on(self, words: str, _part: float) -> None:
        self.progress.leave.setEnabled(words != Stage.UPDATE.value)

    def _keep(self, watch: Watch) -> None:
        try:
            backups.keep_before_upgrade(self._database, watch=watch)
            backups.upgrade(self._database, watch)
        except Exception as fault:  # raised again where it is dealt with
            self._fault = fault

    def _show(self) -> None:
        if self.work.running:
            self.open()

    def _end(self) -> None:
        is_stopped = isinstance(self._fault, CancelledError)
        self.done(self.DialogCode.Rejected if is_stopped else self.DialogCode.Accepted)
