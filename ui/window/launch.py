"""Starting the window: one per database, painted first, the database opened behind it."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.errors import KnownError
from desktop_app.language import _, pgettext
from ui import overrides  # noqa: F401 — before any class of ours is made
from ui.window.instance import InstanceGuard
from ui.window.main_window import MainWindow
from ui.window.upkeep import Upkeep
from ui.window.view_state import ViewState

Answer = TypeVar("Answer")

if TYPE_CHECKING:
    from desktop_app.actions.workspace import Workspace
    from ui.backup.before_upgrade import BeforeUpgrade
    from ui.recovery.dialog import RecoveryDialog
    from ui.window.health import Health
    from ui.window.workbench import Workbench

ALREADY_OPEN = _("โปรแกรมเปิดข้อมูลชุดนี้อยู่แล้ว กรุณาใช้หน้าต่างที่เปิดอยู่ ซึ่งนำขึ้นมาด้านหน้าให้แล้ว")
DEFECT = _("เปิดโปรแกรมไม่สำเร็จเพราะข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลไม่ถูกแก้ไข กรุณาแจ้งผู้ดูแลโปรแกรม")
UNSEEN_MS = 2000
"""A window that is not painted by then (started minimized) begins its work unseen."""
LISTEN_MS = 100
"""Qt's network is loaded after the report is painted; a second start tries for longer than that takes."""
FAULT_TITLE = _("เปิดโปรแกรมไม่ได้")
DAMAGED = _("ไฟล์ข้อมูลเสียหายบางส่วน กรุณากู้ข้อมูลก่อนทำงานต่อ ข้อมูลที่ยังอ่านได้และชุดสำรองจะแสดงเทียบกันให้เลือก")
RECOVER = _("กู้ข้อมูล…")
REMOVED = _("รหัสผ่านเปิดโปรแกรมถูกยกเลิกด้วยคำสั่ง banthuek password --remove เมื่อ {moment} ตั้งใหม่ได้ในตั้งค่าหน่วยงาน")

Tell = Callable[[str, Callable[[], object]], object]
"""Tells a sentence, then calls what comes next."""


def run(path: Path | None, tell: Tell) -> int:
    """Show the window of one database until it is closed. Returns 0, or 2 when it could not be opened."""
    app = application()
    database = path if path is not None else _own_database()
    guard = InstanceGuard(database)
    if not guard.acquire():
        return _tell_and_wait(app, tell, ALREADY_OPEN)
    told_before = sys.excepthook
    sys.excepthook = keeping_defects(database.parent, told_before)
    upkeep = Upkeep(app)
    launch = Launch(database, guard, tell)
    try:
        launch.window.show_whole()
        return app.exec()
    finally:
        sys.excepthook = told_before
        guard.release()
        launch.close()
        upkeep.stop()


def keeping_defects(folder: Path, tell: Callable[..., object]) -> Callable[..., None]:
    """Return an excepthook that keeps a defect in ``crash.txt`` beside the data, then tells as before."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        from desktop_app.diagnostics.crash import keep_crash

        if isinstance(fault, Exception):
            keep_crash(fault, folder)
        tell(kind, fault, trace)

    return hook


def application() -> QApplication:
    """Return the one QApplication, made when there is none yet."""
    app = QApplication.instance() or QApplication(["banthuek"])
    app.setApplicationName("banthuek")
    app.setApplicationDisplayName(pgettext("program", "บันทึก"))
    return app


class Launch:
    """One start: the frame at once, its furniture after the first paint, then the work."""

    def __init__(self, database: Path, guard: InstanceGuard, tell: Tell) -> None:
        self._database, self._guard, self._tell = database, guard, tell
        self.state = ViewState(database)
        if self.state.dark:
            _apply_look(self.state)  # a light frame would flash
        self.window = MainWindow(self.state)
        self.window.painted.connect(self.furnish)
        self._unseen = QTimer(self.window)
        self._unseen.timeout.connect(self.furnish)
        self._unseen.start(UNSEEN_MS)
        self.bench: Workbench | None = None
        self._health: Health | None = None
        self._outcome = ""

    def furnish(self) -> None:
        """Furnish the painted frame, and open the database once that is on the screen too."""
        if not self._unseen.isActive():
            return
        self._unseen.stop()
        _apply_look(self.state)
        self.window.furnish()
        self.window.repaint()  # opening takes the whole thread: what says so has to stand there before
        QTimer.singleShot(0, self.window, self.open)

    def open(self) -> None:
        """Open the database and fill the window; tell why when that cannot be."""
        self._guard.raise_wanted.connect(self.window.bring_forward)
        QTimer.singleShot(LISTEN_MS, self._guard, self._guard.listen)
        self._begin()

    def close(self) -> None:
        """End what still looks at the database."""
        if self._health is not None:
            self._health.close()

    def _begin(self) -> None:
        from desktop_app.actions.damage import wants_a_look
        from desktop_app.actions.workspace import is_of_older_version

        looks = wants_a_look(self._database)
        if is_of_older_version(self._database):
            self._keep_first(looks)
        else:
            self._open(looks)

    def _keep_first(self, looks: bool) -> None:
        """Keep the data of an older version and bring it up to date beside the window, then open it."""
        from ui.backup.before_upgrade import BeforeUpgrade

        dialog = BeforeUpgrade(self._database, self.window)
        self.window.may_close = lambda: not dialog.work.running
        dialog.accepted.connect(lambda: self._open_kept(dialog, looks))
        dialog.rejected.connect(lambda: QApplication.exit(0))
        dialog.begin()

    def _open_kept(self, dialog: "BeforeUpgrade", looks: bool) -> None:
        if self._tried(lambda: (dialog.require(),)):
            self._open(looks)

    def _open(self, looks: bool) -> None:
        from desktop_app.actions.start_password import has_password
        from desktop_app.actions.workspace import open_workspace

        workspace = self._tried(lambda: open_workspace(self._database))
        if workspace is None:
            return
        asks = self._tried(lambda: (has_password(workspace),))
        if asks is None:
            workspace.close()
        elif asks[0]:
            self._ask_password(workspace, looks)
        else:
            self._work(workspace, looks)

    def _ask_password(self, workspace: "Workspace", looks: bool) -> None:
        """Show nothing of the office before the password is right."""
        from ui.start_password.ask import StartPasswordDialog

        dialog = StartPasswordDialog(workspace, self.window)
        dialog.accepted.connect(lambda: self._work(workspace, looks))
        dialog.rejected.connect(lambda: self._leave_unseen(workspace))
        dialog.open()

    def _leave_unseen(self, workspace: "Workspace") -> None:
        workspace.close()
        QApplication.exit(0)

    def _work(self, workspace: "Workspace", looks: bool) -> None:
        self.bench = self._tried(lambda: self._fill(workspace))
        if self.bench is None:
            workspace.close()
        elif looks:
            self._look_over(self.bench)

    def _fill(self, workspace: "Workspace") -> "Workbench":
        from desktop_app.actions.start_password import told_removed
        from ui.issuing.words import moment_words
        from ui.window.workbench import Workbench

        bench = Workbench(self.window, workspace)
        bench.backups.keep_daily_soon()
        bench.afterwards.begin()
        if self._outcome:
            bench.notice.offer(self._outcome)
        elif removed := told_removed(workspace):
            bench.notice.offer(REMOVED.format(moment=moment_words(removed)))
        return bench

    def _tried(self, act: Callable[[], Answer]) -> Answer | None:
        """Return what ``act`` answers; None when it failed, which is told or leads to the recovery."""
        from desktop_app.actions.damage import calls_for_recovery

        try:
            return act()
        except Exception as fault:
            if calls_for_recovery(self._database, fault):
                self._recover()
            elif isinstance(fault, KnownError):
                self._give_up(fault.sentence, 2)
            else:
                sys.excepthook(type(fault), fault, fault.__traceback__)
                self._give_up(DEFECT, 1)
        return None

    def _look_over(self, bench: "Workbench") -> None:
        """Read every page beside the work; offer the way out when one is damaged."""
        from ui.window.health import Health

        self._health = Health(self._database, self.window)
        self._health.damaged.connect(lambda: bench.notice.offer(DAMAGED, RECOVER, self._leave_to_recover))
        bench.beside.append(self._health.close)
        self._health.begin()

    def _leave_to_recover(self) -> None:
        """Close the work as if the window were closed, unless something is not saved, and recover."""
        if self.bench is not None and self.bench.leaving.may_close():
            self._recover()

    def _recover(self) -> None:
        """Let the clerk choose what the work goes on with."""
        from ui.recovery.dialog import RecoveryDialog

        self.close()
        self.window.may_close = lambda: True
        dialog = RecoveryDialog(self._database, self.window)
        dialog.accepted.connect(lambda: self._go_on(dialog))
        dialog.rejected.connect(lambda: QApplication.exit(2))
        dialog.open()

    def _go_on(self, dialog: "RecoveryDialog") -> None:
        """Begin anew, in a fresh window: the first one may be furnished by half."""
        before, self.window = self.window, MainWindow(self.state)
        self._guard.raise_wanted.disconnect(before.bring_forward)
        self._guard.raise_wanted.connect(self.window.bring_forward)
        self.window.furnish()
        self.window.show_whole()
        before.hide()
        before.deleteLater()
        self._outcome = dialog.outcome()
        self._begin()

    def _give_up(self, sentence: str, code: int) -> None:
        """Take the empty frame away, tell why, and leave."""
        self.window.hide()
        self._tell(sentence, lambda: QApplication.exit(code))


def tell_on_stderr(sentence: str, then: Callable[[], object]) -> None:
    """Tell somebody at a console."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    then()


def tell_in_dialog(sentence: str, then: Callable[[], object]) -> None:
    """Tell somebody who started the program with a click."""
    from ui.window.messages import tell

    _apply_look()
    tell(None, FAULT_TITLE, sentence, then)


def _own_database() -> Path:
    from desktop_app.places import default_path

    return default_path()


def _apply_look(state: ViewState | None = None) -> None:
    """Give the program its look as it was last time, or its own when there is no state yet."""
    from PySide6.QtGui import QIcon

    from desktop_app.resources import resource
    from ui import theme

    if state is None:
        theme.apply(QApplication.instance())
    else:
        theme.apply(QApplication.instance(), state.dark, state.text_percent)
    QApplication.setWindowIcon(QIcon(str(resource("icons", "program", "banthuek.png"))))


def _tell_and_wait(app: QApplication, tell: Tell, sentence: str) -> int:
    QTimer.singleShot(0, app, lambda: tell(sentence, lambda: app.exit(2)))
    return app.exec()
