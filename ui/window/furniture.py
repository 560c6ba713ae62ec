"""What the frame is furnished with after its first paint: the bar of main actions and three panes."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.theme import icon, tokens

SIZES = (240, 800, 400)
STRETCH = (0, 3, 2)


class Panes(QSplitter):
    """Reports on the left, the work in the middle, the printed page on the right."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.left, self.middle, self.right = (Pane(name) for name in ("left", "middle", "right"))
        for index, pane in enumerate((self.left, self.middle, self.right)):
            self.addWidget(pane)
            self.setStretchFactor(index, STRETCH[index])
        self.setSizes(SIZES)
        self.middle.say(_("กำลังเปิดข้อมูล…"))


class Pane(QWidget):
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
        self._words: QLabel | None = None

    def say(self, words: str) -> None:
        """Say something until the place is filled."""
        self._words = QLabel(words)
        self._words.setProperty("role", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self._words, 1)

    def put(self, widget: QWidget) -> None:
        """Fill the place."""
        if self._words is not None:
            self.column.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
            self._words = None
        self.column.addWidget(widget, 1)
        widget.show()


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
        self.setToolTip(action.toolTip())
        self.setChecked(action.isChecked())


def whole(actions: Mapping[str, QAction], panes: Panes) -> QWidget:
    """Return the bar above the panes."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_bar(actions))
    column.addWidget(_rule())
    column.addWidget(panes, 1)
    return widget


def _bar(actions: Mapping[str, QAction]) -> QWidget:
    bar = QWidget()
    bar.setProperty("role", "panel")
    bar.setObjectName("bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(14, 8, 14, 8)
    row.setSpacing(8)
    row.addWidget(ActionButton(actions["new_report"], _("รายงานใหม่"), "plus"))
    row.addWidget(ActionButton(actions["import_file"], _("นำเข้า"), "file-input"))
    row.addSpacing(8)
    row.addWidget(ActionButton(actions["undo"], "", "undo-2"))
    row.addWidget(ActionButton(actions["redo"], "", "redo-2"))
    row.addStretch(1)
    row.addWidget(ActionButton(actions["find_all"], _("ค้นหาทุกปี"), "search"))
    row.addWidget(ActionButton(actions["show_preview"], "", "panel-right"))
    row.addWidget(ActionButton(actions["save_pdf"], _("บันทึกเป็น PDF"), "file-down"))
    row.addWidget(ActionButton(actions["print"], _("พิมพ์"), "printer", main=True))
    return bar


def _rule() -> QFrame:
    """Return a thin line across the window."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    line.setAutoFillBackground(True)
    return line
