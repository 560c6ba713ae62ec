"""The frame of the program: menus, a bar of main actions, three panes, a status bar. It only composes.

It shows at once; what needs the database (ui.window.workbench) moves in after the first paint.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.theme import icon, tokens
from ui.window.menu import Menus
from ui.window.view_state import ViewState

TITLE = "บันทึก"
SIZE = (1440, 860)
PANES = (240, 800, 400)
NARROW = 1280
"""Up to this width (px) the preview is folded away to leave room for the table."""


class MainWindow(QMainWindow):
    """The frame. ``may_close`` is asked before it closes; ``painted`` tells of the first paint."""

    painted = Signal()

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self.state = state
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = False
        self._is_narrow: bool | None = None
        self.setWindowTitle(TITLE)
        self.menus = Menus(self)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        self.left, self.middle, self.right = (_Pane(name) for name in ("left", "middle", "right"))
        for pane in (self.left, self.middle, self.right):
            self.panes.addWidget(pane)
        self._lay_out()
        self._restore()

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

    def keep_view(self) -> None:
        """Remember size and panes."""
        self.state.keep_bytes("geometry", self.saveGeometry())
        if self.right.isVisible():
            self.state.keep_bytes("panes", self.panes.saveState())
        self.state.write()

    def bring_forward(self) -> None:
        """Show the window above the others (a second start asked for it)."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        """Tell of the first paint, once it is on the screen."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview away when the window gets narrow, bring it back when it gets wide."""
        super().resizeEvent(event)
        narrow = self.width() <= NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.set_preview_shown(self.state.preview and not narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing would be lost silently."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(_rule())
        column.addWidget(self.panes, 1)
        self.setCentralWidget(whole)
        self.statusBar().setSizeGripEnabled(False)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("role", "panel")
        bar.setObjectName("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        actions = self.menus.actions
        row.addWidget(ActionButton(actions["new_report"], "รายงานใหม่", "plus"))
        row.addWidget(ActionButton(actions["import_file"], "นำเข้า", "file-input"))
        row.addSpacing(8)
        row.addWidget(ActionButton(actions["undo"], "", "undo-2"))
        row.addWidget(ActionButton(actions["redo"], "", "redo-2"))
        row.addStretch(1)
        row.addWidget(ActionButton(actions["show_preview"], "", "panel-right"))
        row.addWidget(ActionButton(actions["save_pdf"], "บันทึกเป็น PDF", "file-down"))
        row.addWidget(ActionButton(actions["print"], "พิมพ์", "printer", main=True))
        return bar

    def _restore(self) -> None:
        self.resize(*SIZE)
        self.panes.setSizes(PANES)
        for index, stretch in enumerate((0, 3, 2)):
            self.panes.setStretchFactor(index, stretch)
        self.restoreGeometry(self.state.bytes_of("geometry"))
        self.panes.restoreState(self.state.bytes_of("panes"))


class ActionButton(QPushButton):
    """A button that does what a menu entry does, and is off when that is off."""

    def __init__(self, action: QAction, words: str, icon_name: str, main: bool = False) -> None:
        super().__init__(words)
        self._icon_name, self._main = icon_name, main
        self._draw_icon()
        self.setProperty("main", "true" if main else "false")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(words or action.text())
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(action))
        self._follow(action)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when light changes to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        name = self._icon_name
        self.setIcon(icon(name, tokens().accent_text) if self._main else icon(name))

    def _follow(self, action: QAction) -> None:
        self.setEnabled(action.isEnabled())
        self.setChecked(action.isChecked())


def _rule() -> QFrame:
    """Return a thin line across the window."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    line.setAutoFillBackground(True)
    return line


class _Pane(QWidget):
    """An empty place of the splitter, filled after the first paint."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "" if name == "middle" else "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth({"left": 200, "middle": 480, "right": 280}[name])
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def put(self, widget: QWidget) -> None:
        """Fill the place."""
        self.column.addWidget(widget, 1)
        widget.show()


def opening_label() -> QLabel:
    """Return what stands in the middle while the database opens."""
    label = QLabel("กำลังเปิดข้อมูล…")
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
