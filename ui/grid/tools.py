"""The grid's actions with their keys, its toolbar and its menus."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui import theme

WITH_WORDS, ICON_ALONE = True, False


def make_action(parent: QWidget, words: str, act: Callable[[], object], *keys: str) -> QAction:
    """Return an action with its keys, the first of them told in the tooltip."""
    action = QAction(words, parent)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setToolTip(f"{words} ({keys[0]})")
    action.triggered.connect(lambda _checked=False: act())
    return action


def make_tool(parent: QWidget, icon: str, words: str, act: Callable[[], object], *keys: str) -> QAction:
    """Return an action of the toolbar, whose keys work in the open editor too."""
    action = make_action(parent, words, act, *keys)
    if icon:
        action.setIcon(theme.icon(icon))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setShortcutVisibleInContextMenu(True)
    parent.addAction(action)
    return action


def make_key(view: QWidget, words: str, act: Callable[[], object], *keys: str) -> QAction:
    """Return an action whose keys work in the grid alone, not in its open editor."""
    action = make_action(view, words, act, *keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
    view.addAction(action)
    return action


def make_button(action: QAction, words: bool) -> QToolButton:
    """Return the button of an action, reached by Tab."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    with_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(with_words if words else Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setProperty("words", "true" if words else "false")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def make_bar(*buttons: tuple[QAction, bool]) -> QHBoxLayout:
    """Return the toolbar's left side: a button for each action, with words or without."""
    bar = QHBoxLayout()
    bar.setSpacing(8)
    for action, words in buttons:
        bar.addWidget(make_button(action, words))
    return bar


def open_menu(parent: QWidget, place: QPoint, fill: Callable[[QMenu], None]) -> QMenu:
    """Open a menu at ``place`` on the screen; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu)
    menu.popup(place)
    return menu
