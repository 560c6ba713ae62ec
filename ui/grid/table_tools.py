"""The toolbar, the menus and the keys of a table editor."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop_app.language import _
from ui.grid.arrange_bar import ArrangedNote, FilterField
from ui.grid.arrangement import Wish
from ui.grid.column_menu import fill_column_menu
from ui.grid.pasting import Pasting
from ui.grid.tools import ICON_ALONE, WITH_WORDS, make_bar, make_key, make_tool, open_menu
from ui.grid.view import TableView


class TableTools(QWidget):
    """A grid with its tools around; what they do is said by the table editor, which is one of these."""

    view: TableView
    pasting: Pasting
    wish: Wish

    def make_tools(self) -> None:
        """Make the actions and lay everything out."""
        self.count_label = QLabel(self)
        self.count_label.setProperty("role", "muted")
        self.filter = FilterField(self)
        self.arranged = ArrangedNote(self)
        self.word_actions: tuple[QAction, ...] = ()
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self.view)
        heads = self.view.horizontalHeader()
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._heading_menu)
        self.view.menu_wanted.connect(self.show_menu)

    def _make_actions(self) -> None:
        view = self.view
        self.add_action = make_tool(
            self, "plus", _("เพิ่มแถว"), self.add_row, "Ctrl+Enter", "Ctrl+Return", "Ins"
        )
        self.remove_action = make_tool(self, "trash-2", _("ลบแถว"), self.remove_rows, "Ctrl+Del")
        self.join_action = make_tool(self, "", _("รวมกับแถวบน"), self.join_rows, "Ctrl+Shift+J")
        self.up_action = make_tool(self, "arrow-up", _("เลื่อนขึ้น"), lambda: self.move_rows(-1), "Alt+Up")
        self.down_action = make_tool(self, "arrow-down", _("เลื่อนลง"), lambda: self.move_rows(1), "Alt+Down")
        self.paste_action = make_tool(
            self, "clipboard-paste", _("วางจาก Word / Excel"), self.pasting.paste_as_rows, "Ctrl+Shift+V"
        )
        self.columns_action = make_tool(self, "columns-3", _("คอลัมน์"), self.show_column_menu, "Ctrl+Shift+K")
        self.filter_action = make_tool(self, "", _("กรองแถว"), self.filter.setFocus, "Ctrl+Shift+L")
        self.today_action = make_tool(self, "", _("ใส่วันที่วันนี้"), self.write_today, "Ctrl+;", "Ctrl+ว")
        self._clipboard_actions = [
            make_key(view, _("ตัด"), self.pasting.cut, "Ctrl+X"),
            make_key(view, _("คัดลอก"), self.pasting.copy, "Ctrl+C"),
            make_key(view, _("วาง"), self.pasting.paste, "Ctrl+V"),
        ]
        self.fill_action = make_key(view, _("เติมลงล่าง"), self.fill_down, "Ctrl+D")

    @property
    def new_row_actions(self) -> tuple[QAction, ...]:
        """What brings rows in, for the menus."""
        return (self.add_action, self.paste_action)

    @property
    def row_actions(self) -> tuple[QAction, ...]:
        """What can be done with rows, for the menus."""
        rows = (self.remove_action, self.join_action, self.up_action, self.down_action)
        return (*self.new_row_actions, *rows)

    def refresh_actions(self) -> None:
        """Let those actions be done that have something to do."""
        model, plain = self.view.report, self.wish.is_plain
        places = [] if model.frozen else self.view.chosen_rows()
        has_table, moves = bool(model.columns) and not model.frozen, bool(places) and plain
        self.add_action.setEnabled(has_table)
        self.paste_action.setEnabled(has_table)
        self.remove_action.setEnabled(bool(places))
        self.join_action.setEnabled(moves and places[-1] > 0)
        self.up_action.setEnabled(moves and places[0] > 0)
        self.down_action.setEnabled(moves and places[-1] < len(model.rows) - 1)
        self.view.numbers.movable = not model.frozen and plain

    def tell(self, sentence: str) -> None:
        """Say at the current cell, or above the table when there is none, what cannot be done there."""
        if self.view.currentIndex().isValid():
            self.view.tell(sentence)
        else:
            self.notice.emit(sentence)

    def show_menu(self, place: QPoint) -> QMenu:
        """Open the menu of the cell at ``place`` (on the screen): clipboard, filling, then rows."""
        texts = (self.fill_action, self.today_action, *self.word_actions)
        groups = (self._clipboard_actions, texts, self.row_actions)

        def fill(menu: QMenu) -> None:
            for actions in groups:
                menu.addActions(list(actions))
                menu.addSeparator()

        return open_menu(self, place, fill)

    def show_column_menu(self, column: int | None = None, place: QPoint | None = None) -> QMenu:
        """Open the menu of the columns: below its button, for the column the cursor is in."""
        at = self.view.currentIndex().column() if column is None else column
        if place is None:
            place = self._columns_button.mapToGlobal(QPoint(0, self._columns_button.height()))
        return open_menu(
            self, place, lambda menu: fill_column_menu(menu, self.view, at, self.wish, self.set_wish)
        )

    def _heading_menu(self, at: QPoint) -> None:
        heads = self.view.horizontalHeader()
        column = self.view.pinned.column_at(at.x())
        column = heads.logicalIndexAt(at) if column is None else column
        self.show_column_menu(column, heads.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the toolbar."""
        super().resizeEvent(event)
        self.fit_words()

    def fit_words(self) -> None:
        """Leave out the words on the buttons where something would be cut; their tooltips say them too."""
        worded = [button for button in self._buttons if button.property("words") == "true"]
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in worded:
            button.setToolButtonStyle(beside)
        self._bar.invalidate()
        if self._bar.sizeHint().width() > self.width():
            for button in worded:
                button.setToolButtonStyle(alone)

    def _lay_out(self) -> None:
        bar = make_bar(
            (self.add_action, WITH_WORDS),
            (self.paste_action, WITH_WORDS),
            (self.remove_action, ICON_ALONE),
            (self.up_action, ICON_ALONE),
            (self.down_action, ICON_ALONE),
            (self.columns_action, ICON_ALONE),
        )
        self._bar, self._buttons = bar, [bar.itemAt(at).widget() for at in range(bar.count())]
        self._columns_button = self._buttons[-1]
        bar.addStretch(1)
        bar.addWidget(self.filter)
        bar.addWidget(self.count_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in (bar, self.arranged, self.view):
            column.addLayout(one) if isinstance(one, QHBoxLayout) else column.addWidget(one)
        column.setStretchFactor(self.view, 1)
