"""A clerk in front of the real window: the program started, hands on keyboard or mouse, nothing bypassed."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QPushButton,
    QTabBar,
    QWidget,
)

from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Status
from ui.grid.delegate import tick_box
from ui.thai_text import plain
from ui.window.instance import InstanceGuard
from ui.window.launch import Launch

K = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 30_000


class Clerk:
    """Hands on a keyboard. Every key goes where the keyboard is now; nothing is clicked."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch

    def until(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is so, while the program runs."""
        loop = QEventLoop()
        look, end = QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if true() else None)
        end.setSingleShot(True)
        end.timeout.connect(lambda: loop.exit(1))
        look.start(5)
        end.start(PATIENCE_MS)
        if not true() and loop.exec():
            raise AssertionError(f"waited in vain for: {what}")

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self._where(), key, modifiers)

    def type(self, text: str) -> None:
        """Type text, Thai or not."""
        for char in text:
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._where(), K.Key_unknown, char, NONE)

    def tab_to(self, name: str) -> None:
        """Press Tab until the field with this name has the keyboard."""
        for _ in range(60):
            self.key(K.Key_Tab)
            if self.at() == name:
                return
        raise AssertionError(f"Tab never came to {name}")

    def dialog(self, kind: type) -> None:
        """Wait for a dialog to take the keyboard."""
        self.until(lambda: isinstance(QApplication.activeWindow(), kind), f"{kind.__name__} on the screen")

    def back(self) -> None:
        """Wait until no dialog is left and the main window has the keyboard again.

        A desktop gives the keyboard back by itself; a screen without one has to be told.
        """
        self.until(lambda: QApplication.activeModalWidget() is None, "the dialog gone")
        if QApplication.activeWindow() is None:
            self.launch.window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is self.launch.window, "the main window in front")

    @staticmethod
    def at() -> str:
        """Return the accessible name of the field that has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    @staticmethod
    def _where() -> object:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()


class Hands(Clerk):
    """What a clerk does, whatever with: a menu's entry, a step, a cell, an answer."""

    @property
    def grid(self) -> QWidget:
        """The table of the step on the screen."""
        return self.launch.bench.editor.table.grid.view

    @property
    def workspace(self) -> Workspace:
        """The office's data, to look what is stored."""
        return self.launch.bench.session.workspace

    def choose(self, entry: str) -> None:
        """Take an entry of the menus, by its id."""
        raise NotImplementedError

    def step(self, words: str) -> None:
        """Go to the step of the open report with these words on its tab."""
        tabs: QTabBar = self.launch.bench.editor.tabs
        names = [plain(tabs.tabText(at)) for at in range(tabs.count())]
        at = next((at for at, name in enumerate(names) if words in name), None)
        assert at is not None, f"{words} is none of {names}"
        self._step(at)
        self.until(lambda: tabs.currentIndex() == at, f"the step {words}")

    def _step(self, at: int) -> None:
        raise NotImplementedError

    def press(self, words: str) -> None:
        """Press the button that says so, in the dialog or window that is in front."""
        raise NotImplementedError

    def field(self, name: str) -> None:
        """Go into the field with this name."""
        raise NotImplementedError

    def cell(self, row: int, column: int) -> None:
        """Go to a cell of the table."""
        raise NotImplementedError

    def status(self, row: int, status: Status) -> None:
        """Tick a status of a row."""
        raise NotImplementedError

    def ticks(self) -> list[tuple[int, Status]]:
        """Return the columns of ticks and their statuses."""
        columns = enumerate(self.grid.report.columns)
        return [(at, one.status) for at, one in columns if one.status is not None]

    def give_file(self, path: Path) -> None:
        """Answer the dialog that asks for a file."""
        self.dialog(QFileDialog)
        self.key(K.Key_A, CTRL)
        self.type(str(path))
        self.answer()
        self.until(lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog), "the file given")

    def answer(self) -> None:
        """Take what the dialog in front offers."""
        raise NotImplementedError

    def shown_on(self, button_words: str) -> QAbstractButton:
        """Return the button that says so and can be pressed, of what is in front."""
        top = QApplication.activeModalWidget() or self.launch.window
        found = [
            one
            for one in top.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled() and plain(one.text()).startswith(button_words)
        ]
        assert len(found) == 1, f"{len(found)} buttons say {button_words}"
        return found[0]


class Keys(Hands):
    """The keyboard alone."""

    def choose(self, entry: str) -> None:
        keys = self.launch.window.menus.actions[entry].shortcuts()[0][0]
        QTest.keyClick(self._where(), keys.key(), keys.keyboardModifiers())

    def _step(self, at: int) -> None:
        self.key(K(K.Key_1 + at), CTRL)

    def press(self, words: str) -> None:
        button = self.shown_on(words)
        for _ in range(60):
            if button.hasFocus():
                self.key(K.Key_Space)
                return
            self.key(K.Key_Tab)
        raise AssertionError(f"Tab never came to {words}")

    def field(self, name: str) -> None:
        if self.at() != name:
            self.tab_to(name)

    def cell(self, row: int, column: int) -> None:
        at = self.grid.currentIndex()
        shown = self.grid.columns.shown
        steps = shown.index(column) - shown.index(at.column())
        self.key(K.Key_Down if row > at.row() else K.Key_Up, times=abs(row - at.row()))
        self.key(K.Key_Right if steps > 0 else K.Key_Left, times=abs(steps))
        at = self.grid.currentIndex()
        assert (at.row(), at.column()) == (row, column)

    def status(self, row: int, status: Status) -> None:
        ticks = self.ticks()
        self.cell(row, ticks[0][0])
        self.type(str(1 + [one for _, one in ticks].index(status)))

    def answer(self) -> None:
        self.key(K.Key_Return)


class Mouse(Hands):
    """The mouse, and the keyboard for text alone."""

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle when no place is given."""
        QTest.mouseClick(widget, LEFT, NONE, at if at is not None else widget.rect().center())

    def choose(self, entry: str) -> None:
        menus = self.launch.window.menus
        action = menus.actions[entry]
        menu = next(one for one in menus.menus.values() if action in one.actions())
        bar = self.launch.window.menuBar()
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        self.until(menu.isVisible, "the menu open")
        self.click(menu, menu.actionGeometry(action).center())

    def _step(self, at: int) -> None:
        tabs: QTabBar = self.launch.bench.editor.tabs
        self.click(tabs, tabs.tabRect(at).center())

    def press(self, words: str) -> None:
        self.click(self.shown_on(words))

    def field(self, name: str) -> None:
        top = QApplication.activeModalWidget() or self.launch.window
        found = [one for one in top.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()]
        assert len(found) == 1, f"{len(found)} fields are called {name}"
        self.click(getattr(found[0], "viewport", lambda: found[0])())

    def cell(self, row: int, column: int) -> None:
        self.click(self.grid.viewport(), self._cell_place(row, column))

    def _cell_place(self, row: int, column: int) -> QPoint:
        """Scroll until the cell can be seen, and return a place in it."""
        index = self.grid.model().index(row, column)
        self.grid.scrollTo(index)
        place = self.grid.visualRect(index).intersected(self.grid.viewport().rect())
        assert place.isValid(), f"cell {row}, {column} is not to be seen"
        return place.center()

    def status(self, row: int, status: Status) -> None:
        grid = self.grid
        index = grid.model().index(row, next(at for at, one in self.ticks() if one is status))

        def box() -> QPoint:
            return tick_box(grid.visualRect(index), grid._texts.line_height).toRect().center()

        def is_in_sight() -> bool:
            grid.scrollTo(index)  # again, when rows came in sight that are higher than they were taken for
            return grid.viewport().rect().contains(box())

        self.until(is_in_sight, f"the box of row {row} in sight")
        self.click(grid.viewport(), box())

    def menu_of_cell(self, row: int, column: int, words: str) -> None:
        """Open the menu of a cell with the right button and take an entry of it."""
        grid, place = self.grid, self._cell_place(row, column)
        where = grid.viewport().mapToGlobal(place)
        asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(grid.viewport(), asks)
        self.until(QApplication.activePopupWidget, "the menu of the cell")
        menu = QApplication.activePopupWidget()
        (action,) = [one for one in menu.actions() if words in one.text()]
        self.click(menu, menu.actionGeometry(action).center())

    def answer(self) -> None:
        self.click(next(one for one in self._buttons() if one.isDefault()))

    @staticmethod
    def _buttons() -> list[QPushButton]:
        top = QApplication.activeModalWidget()
        return [one for one in top.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]


def dialogs_on_screen() -> list[QDialog]:
    """Return the dialogs that are waiting for an answer."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def open_window(database: Path, hands: type[Clerk] = Clerk) -> Clerk:
    """Start the program as a user does and wait until it works."""
    guard = InstanceGuard(database)
    assert guard.acquire(), "the database is in use"
    launch = Launch(database, guard, lambda sentence, _then: sys.exit(sentence))
    clerk = hands(launch)
    launch.window.show()
    launch.window.activateWindow()
    clerk.until(lambda: launch.bench is not None, "the window at work")
    clerk.back()
    clerk.until(QApplication.focusWidget, "a place for the keyboard")
    return clerk


def close_window(clerk: Clerk) -> None:
    """Close it as a user does."""
    assert clerk.launch.window.close()
    clerk.launch._guard.release()


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF as pdfium reads it."""
    import pypdfium2

    if not data:
        return ""
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
