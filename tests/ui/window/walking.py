"""Walking a window as an eye, a keyboard and a screen reader do: what is cut, skipped or nameless."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

SLACK = 2
"""Pixels that rounding may take."""
ROW = 14
"""Controls whose tops differ by less stand in one row."""
MOST_STOPS = 300


def settle():
    """Let layouts and what is deleted later come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def visible_dialogs():
    """The dialogs on the screen."""
    return {one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()}


def takes_tab(widget):
    """Whether Tab is to come to this control: the inner parts of one are reached through it."""
    if not (widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None):
        return False
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    return not isinstance(widget, QHeaderView) and not inside(widget, QComboBox)


def inside(widget, kind):
    above = widget.parent()
    while above is not None and not isinstance(above, kind):
        above = above.parent()
    return above is not None


def tab_stops(top):
    """The controls Tab comes to, in its order, from wherever the keyboard is; all of one round."""
    stops = []
    while len(stops) < MOST_STOPS:
        at = top.focusWidget()
        if at is None or at in stops:
            return stops
        stops.append(at)
        top.focusNextChild()
    return stops


def never_reached(top):
    """The names of controls that take the keyboard but to which Tab never comes."""
    stops = tab_stops(top)
    missed = []
    for widget in top.findChildren(QWidget):
        if widget.window() is not top or not takes_tab(widget) or widget.objectName().startswith("qt_"):
            continue
        frame = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
        through = frame and any(widget.isAncestorOf(stop) for stop in stops)
        if widget not in stops and not through:
            missed.append(told(widget))
    return missed


def jumps(top):
    """Steps of Tab that go up the page in one pane: (from, to). A card's own tools may come last."""
    found = []
    for one, other in pairwise(tab_stops(top)):
        if pane_of(one) is not pane_of(other):
            continue
        here, there = (w.mapTo(top, QPoint(0, 0)) for w in (one, other))
        same_row = abs(here.y() - there.y()) < ROW
        goes_left = same_row and there.x() < here.x()
        goes_up = there.y() < here.y() - ROW and there.x() <= here.x() + ROW
        if goes_left or goes_up:
            found.append((told(one), told(other)))
    return found


def pane_of(widget):
    """What a control scrolls in, or None."""
    above = widget.parent()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parent()
    return above


def told(widget):
    name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.objectName()} {name}".strip()


def nameless(top):
    """Controls that Tab comes to without a name for a screen reader."""
    bare = []
    for widget in top.findChildren(QWidget):
        if widget.window() is top and takes_tab(widget) and not widget.objectName().startswith("qt_"):
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or words):
                bare.append(told(widget))
    return bare


def clipped(top):
    """Labels, buttons and tabs whose words do not fit the place they have."""
    cut = []
    for widget in top.findChildren(QWidget):
        if widget.window() is top and widget.isVisible() and words_of(widget) and is_cut(widget):
            cut.append(f"{told(widget)}: {words_of(widget)[:60]} {widget.size().toTuple()}")
    return cut


def words_of(widget):
    if isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton):
        return widget.text()
    if isinstance(widget, QToolButton):
        alone = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if alone else widget.text()
    if isinstance(widget, QHeaderView):
        return " ".join(cut_headings(widget))
    if isinstance(widget, QTabBar):
        return " ".join(widget.tabText(at) for at in range(widget.count()))
    return ""


def is_cut(widget):
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + SLACK
        need = widget.sizeHint()
        return need.width() > widget.width() + SLACK or need.height() > widget.height() + SLACK
    if isinstance(widget, QTabBar):
        return widget.sizeHint().width() > widget.width() + SLACK and not widget.usesScrollButtons()
    if isinstance(widget, QHeaderView):
        return True
    need = widget.sizeHint()
    return need.width() > widget.width() + SLACK or need.height() > widget.height() + SLACK


def cut_headings(heads):
    """The headings of columns of Qt's own that are elided; those of the grid wrap and are no such."""
    if type(heads) is not QHeaderView or heads.orientation() != Qt.Orientation.Horizontal:
        return []
    shown = [at for at in range(heads.count()) if not heads.isSectionHidden(at)]
    cut = [at for at in shown if heads.sectionSizeHint(at) > heads.sectionSize(at) + SLACK]
    words = (heads.model().headerData(at, heads.orientation()) for at in cut)
    return [str(word) for word in words if word]


def make_longer(top):
    """Make every label, button and tab half as long again, as another language would."""
    for widget in top.findChildren(QWidget):
        if isinstance(widget, QLabel | QPushButton | QCheckBox) and widget.text():
            widget.setText(longer(widget.text()))
        elif isinstance(widget, QTabBar):
            for at in range(widget.count()):
                widget.setTabText(at, longer(widget.tabText(at)))


def give_room(dialog):
    """Make a dialog as large as its words now need, as it would be had they been there when it opened."""
    settle()
    size, layout = dialog.size().expandedTo(dialog.sizeHint()), dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        size.setHeight(max(size.height(), layout.totalHeightForWidth(size.width())))
    dialog.resize(size)


def longer(words):
    """Return words one and a half times as long."""
    return words + words[: (len(words) + 1) // 2]


def leave(dialog):
    """Close a dialog as Esc does."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    if dialog.isVisible():
        dialog.reject()
