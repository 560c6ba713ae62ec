"""The frame of the program. It only composes, and is on the screen at once.

Before the first paint it loads nothing but itself: not even Qt's namespace, whose enumerations alone take as
long as a tenth of an empty window's start (`make bench`). Menus, bar and panes (ui.window.furniture) move in
after it, then what needs the database (ui.window.workbench).
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from desktop_app.language import pgettext
from ui.window.view_state import ViewState

TITLE = pgettext("program", "บันทึก")
SIZE = (1440, 860)
FRAME = QSize(16, 40)
"""What a system draws around a window: its edges, and the bar with the title (px)."""
NARROW = 1280
"""Up to this width (px) the preview is folded away to leave room for the table."""


class MainWindow(QMainWindow):
    """The frame. ``may_close`` is asked before it closes; ``painted`` tells of the first paint.

    ``menus``, ``panes``, ``left``, ``middle`` and ``right`` are there once it is furnished.
    """

    painted = Signal()

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self.state = state
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = False
        self._is_furnished = False
        self._is_narrow: bool | None = None
        self.setWindowTitle(TITLE)
        self.resize(*SIZE)
        self.restoreGeometry(state.bytes_of("geometry"))
        self.resize(self.size().boundedTo(self._room()))

    def show_whole(self) -> None:
        """Show the window; where its size leaves no room for the frame, it takes the whole screen instead."""
        room = self._room()
        if self.width() < room.width() and self.height() < room.height():
            self.show()
        else:
            self.showMaximized()

    def furnish(self) -> None:
        """Bring in menus, bar, panes and status bar, empty as yet."""
        from ui.window.furniture import Panes, whole
        from ui.window.menu import Menus

        self.menus = Menus(self)
        self.menus.actions["dark"].setChecked(self.state.dark)
        self.panes = Panes()
        self.left, self.middle, self.right = self.panes.left, self.panes.middle, self.panes.right
        self.setCentralWidget(whole(self.menus.actions, self.panes))
        self.statusBar().setSizeGripEnabled(False)
        self.panes.restoreState(self.state.bytes_of("panes"))
        self._is_furnished = True
        self._fold()

    def set_preview_shown(self, shown: bool) -> None:
        """Show or fold away the right pane."""
        self.right.setVisible(shown)
        self.menus.actions["show_preview"].setChecked(shown)

    def toggle_preview(self) -> None:
        """Turn the preview on or off; on a wide window that is remembered."""
        shown = not self.right.isVisible()
        self.set_preview_shown(shown)
        if self.width() > NARROW:
            self.state.preview = shown

    def keep_strip(self, shown: bool) -> None:
        """Remember whether the small pages are shown."""
        self.state.page_strip = shown
        self.menus.actions["page_strip"].setChecked(shown)

    def keep_view(self) -> None:
        """Remember size and panes."""
        self.state.keep_bytes("geometry", self.saveGeometry())
        if self.right.isVisible():
            self.state.keep_bytes("panes", self.panes.saveState())
        self.state.write()

    def bring_forward(self) -> None:
        """Show the window above the others (a second start asked for it)."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, once it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview away when the window gets narrow, bring it back when it gets wide."""
        super().resizeEvent(event)
        if self._is_furnished:
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing would be lost silently."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def _room(self) -> QSize:
        """Return what the screen has for the window within its frame."""
        return self.screen().availableSize() - FRAME

    def _fold(self) -> None:
        narrow = self.width() <= NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.set_preview_shown(self.state.preview and not narrow)
