"""กู้ข้อมูล: the database is damaged; what could be read and the newest good bundle stand side by side."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions import recovering
from desktop_app.actions.recovering import Examined, Side
from desktop_app.backup.faults import LockedBundleError, WrongPasswordError
from desktop_app.backup.watch import Watch
from desktop_app.language import _
from ui.backup.parts import button
from ui.backup.password import PasswordLine
from ui.backup.progress import Progress
from ui.backup.watched import WatchedWork
from ui.issuing.words import moment_words
from ui.recovery.words import Line, headings, lines, suggests_bundle, suggests_locked
from ui.report.form_rows import muted
from ui.window import files

INTRO = _(
    "ไฟล์ข้อมูลเสียหาย โปรแกรมจึงอ่านเท่าที่อ่านได้ และเปิดชุดสำรองล่าสุดที่สมบูรณ์มาเทียบกัน กรุณาเลือกว่าจะทำงานต่อจากข้างใด "
    "ไฟล์ที่เสียหายจะถูกเก็บไว้ทั้งหมด ไม่ว่าเลือกข้างใดก็ไม่มีอะไรหายไปจากเครื่อง"
)
CHOOSE = _("ตัวหนาคือข้างที่ใหม่กว่า")
NO_BUNDLE = _("ไม่พบชุดสำรองที่สมบูรณ์ในเครื่อง ถ้ามีอยู่ในแฟลชไดรฟ์ กรุณาเสียบแล้วกด เลือกชุดสำรองอื่น…")
NOTHING_READ = _("อ่านข้อมูลจากไฟล์ที่เสียหายไม่ได้เลย ทำงานต่อได้จากชุดสำรอง")
NOTHING_AT_ALL = _(
    "อ่านข้อมูลจากไฟล์ที่เสียหายไม่ได้ และไม่พบชุดสำรองในเครื่อง กรุณาเสียบแฟลชไดรฟ์ที่เก็บชุดสำรอง แล้วกด เลือกชุดสำรองอื่น…"
)
LOCKED = _("มีชุดสำรองที่ใหม่กว่า เมื่อ {moment} แต่ตั้งรหัสผ่านไว้ ถ้าจะใช้ชุดนั้น กรุณาพิมพ์รหัสผ่าน")
LOCKED_ALONE = _("มีชุดสำรองเมื่อ {moment} แต่ตั้งรหัสผ่านไว้ ถ้าจะใช้ชุดนั้น กรุณาพิมพ์รหัสผ่าน")
STOPPED = _("หยุดแล้ว ไฟล์ที่เสียหายยังอยู่ตามเดิม")
TOOK_READ = _("ใช้ข้อมูลที่กู้ได้แล้ว ไฟล์ที่เสียหายเก็บไว้ที่ {place}")
TOOK_BUNDLE = _("ใช้ชุดสำรองแล้ว ไฟล์ที่เสียหายและข้อมูลที่กู้ได้เก็บไว้ที่ {place}")
KINDS = _("ชุดสำรอง (*.zip)")


class RecoveryDialog(QDialog):
    """Accepted when a side has taken the place; ``aside`` is then where the damaged files are kept."""

    examined_now = Signal()
    """Both sides are shown."""

    def __init__(self, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("กู้ข้อมูล"))
        self.setMinimumSize(820, 560)
        self._database = database
        self._room = ExitStack()
        self._folder: Path | None = None
        self.examined: Examined | None = None
        self._chosen: Path | None = None
        self.aside: Path | None = None
        self._outcome = ""
        self.work = WatchedWork(self)
        self._then: Callable[[object], None] = self._show
        self._build()
        self.work.done.connect(lambda answer: self._then(answer))
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(lambda: self._failed(STOPPED))
        self._run(self._look, self._show)

    def outcome(self) -> str:
        """Return what is said once a side was taken: of which, and where the damaged files are kept."""
        return self._outcome.format(place=self.aside)

    # looking

    def _look(self, watch: Watch) -> Examined:
        if self._folder is None:
            self._folder = self._room.enter_context(recovering.room_to_work(self._database))
        return recovering.examine(self._database, self._folder, watch)

    def choose_bundle(self, path: Path, password: str | None = None) -> None:
        """Let another bundle stand beside what was read."""
        folder = self._folder
        self._chosen = path
        self.line.put_away()
        if folder is not None:
            self._run(lambda watch: self._unpack(path, folder, watch, password), self._show_chosen)

    def _unpack(self, path: Path, folder: Path, watch: Watch, password: str | None) -> Side | Examined | str:
        """Return what is in a bundle, or both sides anew where it helps, or why its password is wanted."""
        locked = self.examined.locked if self.examined else None
        try:
            if locked is not None and path == locked.path and password is not None:
                return recovering.unlock(self._database, folder, path, password, watch)
            return recovering.unpack(path, folder, watch, password)
        except (LockedBundleError, WrongPasswordError) as error:
            return error.sentence

    def _show_chosen(self, found: Side | Examined | str) -> None:
        examined = self.examined or Examined(None, None)
        if isinstance(found, str):
            self._failed(found)
            self.line.ask()
        else:
            self._show(found if isinstance(found, Examined) else Examined(examined.recovered, found))

    def _ask_again(self, password: str) -> None:
        if self._chosen is not None:
            self.choose_bundle(self._chosen, password)

    def _show(self, examined: Examined) -> None:
        self.examined = examined
        self._set_running(False)
        found = lines(examined)
        self.table.setHorizontalHeaderLabels(list(headings(examined)))
        self.table.setRowCount(len(found))
        for row, line in enumerate(found):
            self._fill(row, line)
        self.progress.say(_about(examined))
        self._point_out(examined)
        self.examined_now.emit()

    def _point_out(self, examined: Examined) -> None:
        """Put the keyboard where it is likely wanted."""
        main = self.use_bundle if suggests_bundle(examined) else self.use_recovered
        if main.isEnabled():
            main.setDefault(True)
            main.setFocus()
        else:
            self.other.setFocus()
        if examined.locked is not None:
            self._chosen = examined.locked.path
            self.line.offer()
            if suggests_locked(examined):
                self.line.ask()

    def _fill(self, row: int, line: Line) -> None:
        for column, words in enumerate(line[:3]):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column and column == line.better:
                font = QFont(self.table.font())
                font.setBold(True)
                item.setFont(font)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{moment} ใหม่กว่า").format(moment=words))
            self.table.setItem(row, column, item)

    # taking

    def take(self, side: Side | None, other: Side | None) -> None:
        """Let a side take the damaged database's place."""
        if side is not None:
            self._outcome = TOOK_READ if side.bundle is None else TOOK_BUNDLE
            self._run(lambda watch: recovering.use(side, other, self._database, watch), self._taken)

    def _taken(self, aside: Path) -> None:
        self.aside = aside
        self._set_running(False)
        self.accept()

    def _run(self, work: Callable[[Watch], object], then: Callable[[object], None]) -> None:
        self._then = then
        self.status.clear()
        self._set_running(True)
        self.work.run(work)

    def _failed(self, sentence: str) -> None:
        self._set_running(False)
        self.progress.say(sentence)
        self.leave.setFocus()

    def reject(self) -> None:
        """Stop what runs; leave when nothing does."""
        if not self.progress.stop():
            super().reject()

    def done(self, code: int) -> None:
        """Remove what was unpacked to look at."""
        self.work.wait()
        self._room.close()
        super().done(code)

    def _set_running(self, running: bool) -> None:
        examined = self.examined or Examined(None, None)
        self.use_recovered.setEnabled(not running and examined.recovered is not None)
        self.use_bundle.setEnabled(not running and examined.bundle is not None)
        self.other.setEnabled(not running and self._folder is not None)
        for widget in (self.table, self.line):
            widget.setEnabled(not running)
        self.progress.set_running(running)

    # building

    def _build(self) -> None:
        self.table = _table()
        self.progress = Progress(self.work, self.reject, _("ปิดโปรแกรม"))
        self.status, self.leave = self.progress.status, self.progress.leave
        self.other = button(_("เลือกชุดสำรองอื่น…"), _("เลือกไฟล์ชุดสำรอง เช่นจากแฟลชไดรฟ์ มาเทียบแทน"), self._ask_file)
        self.use_bundle = button(
            _("ใช้ชุดสำรอง"),
            _("ทำงานต่อจากชุดสำรอง ข้อมูลที่กู้ได้จะเก็บไว้เป็นชุดสำรองอีกชุด"),
            lambda: self._take_bundle(),
        )
        self.use_recovered = button(
            _("ใช้ข้อมูลที่กู้ได้"), _("ทำงานต่อจากข้อมูลที่อ่านได้ ชุดสำรองยังอยู่ตามเดิม"), lambda: self._take_recovered()
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(INTRO))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.progress)
        self.line = PasswordLine()
        self.line.given.connect(self._ask_again)
        layout.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.other)
        row.addStretch(1)
        for each in (self.leave, self.use_bundle, self.use_recovered):
            row.addWidget(each)
        layout.addLayout(row)

    def _take_bundle(self) -> None:
        if self.examined is not None:
            self.take(self.examined.bundle, self.examined.recovered)

    def _take_recovered(self) -> None:
        if self.examined is not None:
            self.take(self.examined.recovered, self.examined.bundle)

    def _ask_file(self) -> None:
        files.ask_open(self, _("เลือกชุดสำรอง"), KINDS, self.choose_bundle)


def _about(examined: Examined) -> str:
    """Return what to know before choosing."""
    locked = examined.locked
    if locked is not None:
        newer = LOCKED if examined.bundle else LOCKED_ALONE
        words = newer.format(moment=moment_words(locked.manifest.made_at))
        return words if examined.recovered else f"{NOTHING_READ} {words}"
    if examined.recovered is None:
        return NOTHING_READ if examined.bundle else NOTHING_AT_ALL
    return CHOOSE if examined.bundle else NO_BUNDLE


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName(_("ข้อมูลที่กู้ได้เทียบกับชุดสำรอง"))
    table.setToolTip(_("ข้อมูลที่กู้ได้เทียบกับชุดสำรอง"))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
