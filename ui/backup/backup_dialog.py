"""สำรองข้อมูล: choose a stick or a folder, wait for the proof, take the stick out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions import backups
from desktop_app.backup.making import Made
from desktop_app.backup.notes import Notes
from desktop_app.backup.watch import Watch
from desktop_app.drives import Drive, Kind, list_drives
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.backup.looking import Looking
from ui.backup.parts import POLL_MS, button, place_item
from ui.backup.password import NewPassword
from ui.backup.progress import Progress
from ui.backup.watched import WatchedWork
from ui.backup.words import drive_words, place_words, since_words
from ui.report.form_rows import heading, muted
from ui.thai_text import display

INTRO = _("เสียบแฟลชไดรฟ์แล้วเลือกจากรายการ โปรแกรมจะเขียนทุกอย่างลงไฟล์เดียว แล้วอ่านกลับมาตรวจทุกตัวอักษรก่อนบอกว่าสำเร็จ")
BESIDE = _("ที่นี่อยู่ในไดรฟ์เดียวกับข้อมูล ถ้าเครื่องเสียจะหายไปด้วยกัน กรุณาสำรองลงแฟลชไดรฟ์ด้วย")
NO_STICK = _("ยังไม่พบแฟลชไดรฟ์ กรุณาเสียบแฟลชไดรฟ์ หรือเลือกโฟลเดอร์เอง")
DONE, TAKE_OUT = _("สำเร็จ"), _("ถอดแฟลชไดรฟ์ได้แล้ว")
STOPPED = _("หยุดแล้ว ไม่มีไฟล์ค้างอยู่ ชุดสำรองเดิมยังอยู่ครบ")

BackUp = Callable[[Path, Watch], Made]


class BackupDialog(QDialog):
    """``made`` carries the bundle that was proven. ``list_drives`` is asked again and again in a thread."""

    made = Signal(object)

    def __init__(
        self,
        database: Path,
        parent: QWidget | None = None,
        *,
        drives: Callable[[], Sequence[Drive]] = list_drives,
        days: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("สำรองข้อมูล"))
        self.setMinimumWidth(560)
        self._database, self._list_drives = database, drives
        self._notes: Notes = backups.last_backup(database)
        self._folder: Path | None = None
        self._before: QWidget | None = None
        """What had the keyboard when the last backup began."""
        self.drives: list[Drive] = []
        self.work, self._looking = WatchedWork(self), Looking(self)
        self._build(since_words(days))
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look)
        self._looking.answered.connect(self._show_drives)
        self.work.done.connect(self._succeeded)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(lambda: self._failed(STOPPED))
        self._poll.start()
        self.look()

    # places

    def look(self) -> None:
        """Look which drives are there now, beside the window."""
        if not self._looking.running and not self.work.running:
            self._looking.ask(lambda: list(self._list_drives()))

    def _show_drives(self, drives: list[Drive]) -> None:
        is_told = not self._poll.isActive() or (drives == self.drives and self.places.count())
        if is_told or self.work.running:
            return
        chosen = self.chosen
        self.drives = drives
        self.places.clear()
        for drive in sorted(drives, key=lambda drive: (not self._is_known(drive), drive.kind)):
            self._add(drive.root, drive_words(drive, self._is_known(drive)))
        if self._folder is not None:
            self._add(self._folder, _("โฟลเดอร์ {folder}").format(folder=self._folder))
        known = next((drive.root for drive in drives if self._is_known(drive)), None)
        first = next((drive.root for drive in drives if drive.kind is Kind.STICK), None)
        for wanted in (chosen, known, first):
            if wanted is not None and self._choose(wanted):
                break
        sticks = any(drive.kind is Kind.STICK for drive in drives)
        self.status.setText("" if sticks or self._folder else display(NO_STICK))
        self._follow()

    def _is_known(self, drive: Drive) -> bool:
        return bool(self._notes.serial) and drive.serial == self._notes.serial

    def _add(self, folder: Path, words: str) -> None:
        self.places.addItem(place_item(words, folder))

    def _choose(self, folder: Path) -> bool:
        for row in range(self.places.count()):
            if self.places.item(row).data(Qt.ItemDataRole.UserRole) == folder:
                self.places.setCurrentRow(row)
                return True
        return False

    @property
    def chosen(self) -> Path | None:
        """The folder that is chosen."""
        item = self.places.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def choose_folder(self, folder: Path) -> None:
        """Take any folder as the place."""
        self._folder = folder
        if not self._choose(folder):
            self._add(folder, _("โฟลเดอร์ {folder}").format(folder=folder))
            self._choose(folder)
        self.status.setText(display(BESIDE) if backups.is_beside(self._database, folder) else "")
        self._follow()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("เลือกโฟลเดอร์สำหรับสำรองข้อมูล"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.choose_folder(Path(path)))
        dialog.open()

    # doing

    def back_up(self) -> None:
        """Begin; the list is left alone meanwhile."""
        folder = self.chosen
        if folder is None or self.work.running:
            return
        self.status.clear()
        self.outcome.hide()
        self._before = self.focusWidget()
        self._set_running(True)
        password = self.password.text
        self.work.run(lambda watch: backups.back_up(self._database, folder, watch=watch, password=password))

    def _succeeded(self, made: Made) -> None:
        self._set_running(False)
        count = numerals(_("{count} รายงาน").format(count=len(made.manifest.reports)))
        is_drive = any(made.path.is_relative_to(drive.root) for drive in self.drives)
        self.outcome.setText(f"{DONE}  {TAKE_OUT}" if is_drive else DONE)
        self.outcome.show()
        self.progress.say(
            _("สำรองแล้ว {count} เป็นไฟล์ {place}").format(count=count, place=place_words(made.path))
        )
        self.main.hide()
        self.other.hide()
        self.password.hide()
        self.leave.setDefault(True)
        self.leave.setFocus()
        self._poll.stop()
        self.made.emit(made)

    def _failed(self, sentence: str) -> None:
        """Say why, with the keyboard where it was: in a password that cannot be one, for example."""
        self._set_running(False)
        self.progress.say(sentence)
        if self._before is not None:
            self._before.setFocus()
        self.look()

    def reject(self) -> None:
        """Stop what runs; close when nothing does."""
        if not self.progress.stop():
            self._poll.stop()
            super().reject()

    def _set_running(self, running: bool) -> None:
        for widget in (self.places, self.password, self.other, self.main):
            widget.setEnabled(not running)
        self.progress.set_running(running)
        if not running:
            self._follow()

    def _follow(self) -> None:
        self.main.setEnabled(self.chosen is not None and not self.work.running)

    # building

    def _build(self, since: str) -> None:
        self.places = QListWidget()
        self.places.setAccessibleName(_("ที่เก็บชุดสำรอง"))
        self.places.setToolTip(_("เลือกแฟลชไดรฟ์หรือโฟลเดอร์"))
        self.places.setMinimumHeight(120)
        self.places.currentRowChanged.connect(lambda _row: self._follow())
        self.places.itemActivated.connect(lambda _item: self.back_up())
        self.outcome = heading("")
        self.outcome.hide()
        self.progress = Progress(self.work, self.reject, _("ปิด"))
        self.status, self.leave = self.progress.status, self.progress.leave
        self.other = button(_("โฟลเดอร์อื่น…"), _("เลือกโฟลเดอร์ใดก็ได้"), self._ask_folder)
        self.main = button(_("สำรองข้อมูล"), _("เขียนแล้วอ่านกลับมาตรวจ (Enter)"), self.back_up)
        self.main.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(f"{INTRO}\n{since}"))
        self.password = NewPassword()
        for widget in (self.places, self.password, self.outcome, self.progress):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.main)
        layout.addLayout(row)
        self._follow()  # nothing can be chosen before the drives are known
