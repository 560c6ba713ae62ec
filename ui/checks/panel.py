"""The short list under the steps: what ought to be looked at, a sentence each, and what mends it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from desktop_app.domain.finding import Finding, Severity
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.checks.delegate import FINDING_ROLE, MEND, TEXT_ROLE, FindingDelegate
from ui.report.form_rows import Card
from ui.thai_text import display
from ui.theme import icon

TITLE = _("ข้อควรตรวจ")
MOST_HEIGHT = 120
"""Of the list, in pixels: it shows as many whole lines as fit, the others by scrolling."""
AT_ONCE = 100
"""Findings that are listed; more of them when the last one comes in sight. A long table has thousands, and to
list them all holds the window for seconds after each edit."""
_SEVERITIES = {Severity.WRONG: _("ผิด"), Severity.DOUBTFUL: _("น่าสงสัย")}


class FindingsPanel(Card):
    """A card that folds; away when there is nothing to say."""

    place_wanted = Signal(object)
    """A Where to go to."""
    mend_wanted = Signal(object)
    """A Finding to be mended."""
    emptied = Signal()
    """The last finding went while the list had the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(4)
        self._findings: tuple[Finding, ...] = ()
        self._visits = 0
        self.title = QLabel()
        self.title.setProperty("role", "waiting")
        self.list = QListWidget()
        self.fold = QToolButton()
        self.fold.setProperty("flat", "true")
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.clicked.connect(lambda: self.set_folded(not self.list.isHidden()))
        self._furnish_list()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.fold)
        self.body.addLayout(top)
        self.body.addWidget(self.list)
        self.set_folded(False)
        self.hide()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the chosen one stays chosen, or the one that takes its place."""
        new = tuple(findings)
        if new == self._findings:
            return
        chosen, row, had_keys = self.current, self.list.currentRow(), self.list.hasFocus()
        self._findings = new
        self.list.clear()
        same = (at for at, each in enumerate(new) if chosen and _key(each) == _key(chosen))
        current = next(same, min(max(row, 0), len(new) - 1))
        self._list_more(max(current + 1, AT_ONCE))
        self.list.setCurrentRow(current)
        self.title.setText(numerals(_("{title} {count} ข้อ").format(title=TITLE, count=len(new))))
        self.setVisible(bool(new))
        self._fit()
        if had_keys and not new:
            self.emptied.emit()

    def _list_more(self, count: int = AT_ONCE) -> None:
        there = self.list.count()
        for finding in self._findings[there : there + count]:
            self.list.addItem(_item(finding))

    def _follow_scrolling(self, value: int) -> None:
        """List more when the end of the list is in sight."""
        if value == self.list.verticalScrollBar().maximum() and self.list.count() < len(self._findings):
            self._list_more()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found."""
        return self._findings

    @property
    def current(self) -> Finding | None:
        """The chosen finding."""
        item = self.list.currentItem()
        return item.data(FINDING_ROLE) if item else None

    def set_folded(self, folded: bool) -> None:
        """Fold the list away under its heading, or show it."""
        self.list.setVisible(not folded)
        self.fold.setIcon(icon("chevron-up" if folded else "chevron-down"))
        words = _("แสดง{title}").format(title=TITLE) if folded else _("พับ{title}").format(title=TITLE)
        self.fold.setAccessibleName(words)
        self.fold.setToolTip(words)

    def focus_list(self) -> bool:
        """Unfold and give the keyboard to the list; False when there is nothing in it."""
        if not self._findings:
            return False
        self.set_folded(False)
        self._fit()
        self.list.setFocus()
        return True

    def go(self) -> None:
        """Ask for the place of the chosen finding; asked again, for the next place of the same thing."""
        if (finding := self.current) is not None:
            places = (finding.where, *finding.also)
            self.place_wanted.emit(places[self._visits % len(places)])
            self._visits += 1

    def mend(self) -> None:
        """Ask for the chosen finding to be mended, when it can be."""
        if (finding := self.current) is not None and finding.mend:
            self.mend_wanted.emit(finding)

    def show_menu(self, place: QPoint) -> QMenu:
        """Show what can be done with the chosen finding."""
        menu = QMenu(self.list)
        menu.setToolTipsVisible(True)
        menu.addActions(self.list.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(place))
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold and unfold by a click anywhere on the heading."""
        if self.list.isHidden() or event.position().y() < self.list.y():
            self.fold.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def _furnish_list(self) -> None:
        view = self.list
        view.setAccessibleName(TITLE)
        view.setToolTip(_("คลิกหรือกด Enter ไปที่ข้อความ กด Ctrl+Enter ให้แก้ข้อที่มีคำว่า “{mend}”").format(mend=MEND))
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        view.setFrameShape(QListWidget.Shape.NoFrame)
        view.setStyleSheet("QListWidget { border: none; }")
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self.show_menu)
        delegate = FindingDelegate(view)
        view.setItemDelegate(delegate)
        delegate.mend_pressed.connect(self.mend_wanted)
        self.going = self._action(_("ไปที่ข้อความ"), self.go, "Return", "Enter")
        self.mending = self._action(MEND, self.mend, "Ctrl+Return", "Ctrl+Enter")
        delegate.place_pressed.connect(self.go)
        view.currentRowChanged.connect(self._chosen)
        view.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    def _action(self, words: str, act: object, *keys: str) -> QAction:
        action = QAction(words, self.list)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{words} ({keys[0].replace('Return', 'Enter')})")
        action.triggered.connect(act)
        self.list.addAction(action)
        return action

    def _chosen(self, _row: int) -> None:
        self._visits = 0
        finding = self.current
        self.mending.setEnabled(finding is not None and bool(finding.mend))

    def leaveEvent(self, event: QEvent) -> None:
        """Give back the room that was kept while the mouse was here."""
        super().leaveEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the list be as high as its first lines; under the mouse nothing moves up."""
        self.list.doItemsLayout()
        height = 0
        for row in range(self.list.count()):
            line = self.list.sizeHintForRow(row)
            if height and height + line > MOST_HEIGHT:
                break
            height += line
        kept = self.list.height() if self.underMouse() and self.list.isVisible() else 0
        self.list.setFixedHeight(max(height + 2, kept))


def _item(finding: Finding) -> QListWidgetItem:
    words = f"{finding.place}: {finding.message}"
    item = QListWidgetItem(words)
    item.setData(FINDING_ROLE, finding)
    item.setData(TEXT_ROLE, display(words))
    mendable = _(" ({mend}ได้)").format(mend=MEND) if finding.mend else ""
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_SEVERITIES[finding.severity]}: {words}{mendable}")
    return item


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.where, finding.message
