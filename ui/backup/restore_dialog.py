"""กู้คืน: choose a bundle, see what it holds against what is here, then take all of it or some reports."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions import backups
from desktop_app.backup.comparing import Compared, Comparison, Standing
from desktop_app.backup.faults import LockedBundleError, WrongPasswordError
from desktop_app.backup.local import Listed
from desktop_app.backup.manifest import Manifest
from desktop_app.drives import Drive, list_drives
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.places import bundles_folder
from ui.backup.looking import Looking
from ui.backup.parts import POLL_MS, button, place_item
from ui.backup.password import PasswordLine
from ui.backup.progress import Progress
from ui.backup.watched import WatchedWork
from ui.backup.words import about_words, bundle_words, lost_words, report_words
from ui.issuing.words import moment_words
from ui.report.form_rows import heading, muted
from ui.thai_text import display
from ui.window import files
from ui.window.messages import ask, nothing

INTRO = _("เลือกชุดสำรองที่พบในเครื่องและแฟลชไดรฟ์ หรือเลือกไฟล์เอง ข้อมูลในเครื่องตอนนี้จะถูกเก็บเป็นชุดสำรองก่อนเสมอ")
NONE_FOUND = _("ยังไม่พบชุดสำรอง กรุณาเสียบแฟลชไดรฟ์ หรือเลือกไฟล์เอง")
STOPPED = _("หยุดแล้ว ข้อมูลในเครื่องยังเป็นของเดิมทุกตัวอักษร")
LOOKING = _("กำลังอ่านชุดสำรอง…")
LATE_MS = 400
"""What is not read by then lies on a slow stick, or is read whole to tell damage from a wrong password."""
KINDS = _("ชุดสำรอง (*.zip)")
LOST = _("รายงานที่{lost} จะถูกแทนด้วยข้อมูลของชุดสำรองนี้ ข้อมูลในเครื่องตอนนี้จะถูกเก็บเป็นชุดสำรองก่อน และกู้คืนกลับมาได้")


class Looked(NamedTuple):
    """What is in a bundle, or why that cannot be told."""

    path: Path
    password: str | None
    told: tuple[Manifest, Comparison] | KnownError


class RestoreDialog(QDialog):
    """Asks by its signals; whoever answers uses ``work``, whose progress is shown here."""

    restore_wanted = Signal(object, bool)
    """The bundle's path, and whether another office's is meant."""
    bring_in_wanted = Signal(object, object)
    """The bundle's path, and the numbers of the reports."""

    def __init__(
        self,
        database: Path,
        parent: QWidget | None = None,
        *,
        drives: Callable[[], Sequence[Drive]] = list_drives,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("กู้คืนจากชุดสำรอง"))
        self.setMinimumSize(760, 560)
        self._database, self._list_drives = database, drives
        self.drives: list[Drive] | None = None
        self.manifest: Manifest | None = None
        self.comparison: Comparison | None = None
        self.password: str | None = None
        """That of the chosen bundle, once it opened it."""
        self._by_hand: list[Path] = []
        self._looked_for: tuple[Path, str | None] | None = None
        self.work, self._finder, self._looker = WatchedWork(self), Looking(self), Looking(self)
        self._build()
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(lambda: self._failed(STOPPED))
        self._finder.answered.connect(self._show_bundles)
        self._looker.answered.connect(self._show_contents)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look)
        self._poll.start()
        self.look()
        self._follow()

    # bundles

    @property
    def chosen(self) -> Path | None:
        """The bundle that is chosen."""
        item = self.bundles.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def choose_file(self, path: Path) -> None:
        """Take a file that was not found by itself."""
        self._by_hand.append(path)
        self.bundles.insertItem(0, place_item(str(path), path))
        self.bundles.setCurrentRow(0)

    def look(self) -> None:
        """Look beside the window which drives are there now, and for bundles when those are others."""
        if not self._finder.running and not self.work.running:
            before = self.drives
            self._finder.ask(lambda: self._find(before))

    def _find(self, before: list[Drive] | None) -> tuple[list[Drive], list[Listed] | None]:
        drives = list(self._list_drives())
        is_new = before is None or {each.root for each in before} != {each.root for each in drives}
        return drives, backups.list_known(self._database, drives) if is_new else None

    def _show_bundles(self, told: tuple[list[Drive], list[Listed] | None]) -> None:
        """List what was found, and what was chosen by hand; whatever is chosen stays so."""
        self.drives, found = told
        if found is None or self.work.running:
            return
        chosen = self.chosen
        local = bundles_folder(self._database)
        lines = {listed.path: bundle_words(listed, self.drives, local) for listed in found}
        self.bundles.blockSignals(True)
        self.bundles.clear()
        for path, words in {**{path: str(path) for path in self._by_hand}, **lines}.items():
            self.bundles.addItem(place_item(words, path))
        paths = [*self._by_hand, *(path for path in lines if path not in self._by_hand)]
        self.bundles.setCurrentRow(paths.index(chosen) if chosen in paths else 0 if paths else -1)
        self.bundles.blockSignals(False)
        self.status.setText("" if paths else display(NONE_FOUND))
        if self.chosen != chosen:
            self._look()

    def _look(self, password: str | None = None) -> None:
        """Read what the chosen bundle holds, beside the window."""
        path = self.chosen
        self.manifest = self.comparison = self.password = None
        self.line.put_away()
        self.reports.setRowCount(0)
        self.about.clear()
        self.status.clear()
        self._follow()
        if path is not None:
            self._looked_for = (path, password)
            self._looker.ask(lambda: Looked(path, password, self._compare(path, password)))
            QTimer.singleShot(LATE_MS, self, self._tell_late)

    def _tell_late(self) -> None:
        if self._looker.running and not self.status.text():
            self.progress.say(LOOKING)

    def _compare(self, path: Path, password: str | None) -> tuple[Manifest, Comparison] | KnownError:
        """Return what a bundle holds against what is here, or why that cannot be told."""
        try:
            return backups.compare(self._database, path, password)
        except KnownError as error:
            return error

    def _show_contents(self, looked: Looked) -> None:
        path, password, told = looked
        if (path, password) != self._looked_for or path != self.chosen:
            return
        if isinstance(told, KnownError):
            if isinstance(told, (LockedBundleError, WrongPasswordError)):
                self.line.ask()
            self._refuse(told.sentence)
            return
        self.status.clear()
        self.password = password
        self.manifest, self.comparison = manifest, comparison = told
        self.about.setText(display(about_words(manifest, comparison)))
        self.reports.setRowCount(len(comparison.reports))
        for row, compared in enumerate(comparison.reports):
            self._fill(row, compared)
        self.other.setText(
            _("ชุดสำรองนี้เป็นของหน่วยงานอื่น ({office}) และต้องการกู้คืนแทนข้อมูลในเครื่อง").format(office=manifest.office)
        )
        self.other.setVisible(not comparison.same_office)
        self.other.setChecked(False)
        self._follow()
        if password is not None:  # the keyboard was in its field, which is gone
            self.reports.setFocus()

    def _fill(self, row: int, compared: Compared) -> None:
        report = compared.report
        name = report_words(report.fiscal_year, report.round, report.subject)
        words = (name, moment_words(report.changed_at), compared.standing.value)
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column == 0 and compared.standing is not Standing.ONLY_HERE:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(Qt.ItemDataRole.UserRole, compared.report.id)
            self.reports.setItem(row, column, item)

    @property
    def checked(self) -> list[int]:
        """The numbers of the reports that are ticked."""
        items = (self.reports.item(row, 0) for row in range(self.reports.rowCount()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item is not None and item.checkState() is Qt.CheckState.Checked
        ]

    # doing

    def _restore(self) -> None:
        """Ask first when something here is newer, or is here alone."""
        lost = lost_words(self.comparison)
        if not lost:
            self._restore_all()
            return
        answers = [(_("กู้คืนทั้งหมด"), self._restore_all), (_("ไม่กู้คืน"), nothing)]
        ask(self, _("กู้คืนจากชุดสำรอง"), LOST.format(lost=lost), answers)

    def _restore_all(self) -> None:
        self._begin()
        self.restore_wanted.emit(self.chosen, self.other.isChecked())

    def _bring_in(self) -> None:
        self._begin()
        self.bring_in_wanted.emit(self.chosen, self.checked)

    def _begin(self) -> None:
        self.status.clear()
        self._set_running(True)

    def _refuse(self, sentence: str) -> None:
        """Say why the chosen file cannot be used."""
        self.progress.say(sentence)
        self._follow()

    def _failed(self, sentence: str) -> None:
        self._set_running(False)
        self._refuse(sentence)

    def reject(self) -> None:
        """Stop what runs; close when nothing does."""
        if not self.progress.stop():
            super().reject()

    def done(self, code: int) -> None:
        """Look for no more drives; whatever is still being asked, nobody waits for it."""
        self._poll.stop()
        super().done(code)

    def _set_running(self, running: bool) -> None:
        for widget in (self.bundles, self.reports, self.file, self.some, self.main, self.other):
            widget.setEnabled(not running)
        self.progress.set_running(running)
        self._follow()

    def _follow(self) -> None:
        known = self.comparison is not None and not self.work.running
        meant = known and (self.comparison.same_office or self.other.isChecked())
        self.main.setEnabled(bool(meant))
        self.some.setEnabled(bool(known and self.checked))

    # building

    def _build(self) -> None:
        self.bundles = QListWidget()
        self.bundles.setAccessibleName(_("ชุดสำรองที่พบ"))
        self.bundles.setToolTip(_("เลือกชุดสำรอง รายการใหม่อยู่บน"))
        self.bundles.currentRowChanged.connect(lambda _row: self._look())
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.reports = _table()
        self.reports.itemChanged.connect(lambda _item: self._follow())
        self.other = QCheckBox(_("กู้คืนแม้เป็นชุดสำรองของหน่วยงานอื่น"))
        self.other.setToolTip(_("ทำเครื่องหมายเมื่อแน่ใจว่าต้องการใช้ข้อมูลของหน่วยงานนั้น"))
        self.other.hide()
        self.other.toggled.connect(lambda _on: self._follow())
        self.progress = Progress(self.work, self.reject, _("ปิด"))
        self.status, self.leave = self.progress.status, self.progress.leave
        self.file = button(_("เลือกไฟล์…"), _("เลือกไฟล์ชุดสำรองที่ไม่อยู่ในรายการ"), self._ask_file)
        self.some = button(
            _("นำเข้าเฉพาะที่เลือก"), _("ทำรายงานใหม่จากรายงานที่เลือก ของเดิมไม่ถูกแก้ไข"), self._bring_in
        )
        self.main = button(_("กู้คืนทั้งหมด"), _("ใช้ข้อมูลทั้งหมดของชุดสำรองนี้แทนข้อมูลในเครื่อง (Enter)"), self._restore)
        self.main.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(muted(INTRO))
        layout.addWidget(self.bundles, 2)
        layout.addWidget(self.about)
        layout.addWidget(heading(_("รายงาน")))
        layout.addWidget(self.reports, 3)
        self.line = PasswordLine()
        self.line.given.connect(self._look)
        for widget in (self.other, self.progress, self.line):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file)
        row.addStretch(1)
        for each in (self.leave, self.some, self.main):
            row.addWidget(each)
        layout.addLayout(row)

    def _ask_file(self) -> None:
        files.ask_open(self, _("เลือกชุดสำรอง"), KINDS, self.choose_file)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setHorizontalHeaderLabels([_("รายงาน"), _("แก้ไขล่าสุด"), _("เทียบกับในเครื่อง")])
    table.setAccessibleName(_("รายงานในชุดสำรอง"))
    table.setToolTip(_("ทำเครื่องหมายรายงานที่จะนำเข้าเฉพาะบางฉบับ (Space)"))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
