"""Starting the window: one per database, painted first, the database opened behind it."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.errors import KnownError
from desktop_app.language import _, pgettext
from ui.window.instance import InstanceGuard
from ui.window.main_window import MainWindow
from ui.window.upkeep import Upkeep
from ui.window.view_state import ViewState

if TYPE_CHECKING:
    from ui.window.workbench import Workbench

ALREADY_OPEN = _("โปรแกรมเปิดข้อมูลชุดนี้อยู่แล้ว กรุณาใช้หน้าต่างที่เปิดอยู่ ซึ่งนำขึ้นมาด้านหน้าให้แล้ว")
DEFECT = _("เปิดโปรแกรมไม่สำเร็จเพราะข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลไม่ถูกแก้ไข กรุณาแจ้งผู้ดูแลโปรแกรม")
UNSEEN_MS = 2000
"""A window that is not painted by then (started minimized) begins its work unseen."""
FAULT_TITLE = _("เปิดโปรแกรมไม่ได้")

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
    try:
        launch = Launch(database, guard, tell)
        launch.window.show()
        return app.exec()
    finally:
        sys.excepthook = told_before
        guard.release()
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
        self._guard.listen()
        try:
            self.bench = self._fill()
            self.bench.backups.keep_daily()
            self.bench.backups.remind()
        except KnownError as error:
            self._give_up(error.sentence, 2)
        except Exception as fault:
            sys.excepthook(type(fault), fault, fault.__traceback__)
            self._give_up(DEFECT, 1)

    def _fill(self) -> "Workbench":
        from desktop_app.actions.workspace import open_workspace
        from ui.window.workbench import Workbench

        return Workbench(self.window, open_workspace(self._database))

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
