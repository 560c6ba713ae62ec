"""Where things are in the grid: columns, rows as high as their text, pinned columns, what is in sight."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.language import _
from ui import theme
from ui.grid.cells import CellTexts
from ui.grid.column_view import ColumnView
from ui.grid.delegate import CellDelegate
from ui.grid.group_bands import GroupBands
from ui.grid.headings import Headings, label_corner
from ui.grid.hint import paint_hint
from ui.grid.model import ReportModel
from ui.grid.painting import CellPainting
from ui.grid.pinned import Pinned
from ui.grid.row_heights import RowHeights
from ui.grid.row_numbers import RowNumbers

Selection = QItemSelectionModel.SelectionFlag
ScrollHint = QAbstractItemView.ScrollHint
_SETTLING = 6
"""Most times a cell is scrolled to again because rows that came into sight grew."""


class GridFrame(QTableView):
    """Shows a ReportModel, and finds the cells of it."""

    def __init__(self, model: ReportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._texts = CellTexts(theme.grid_font())
        self.bands = GroupBands(self, self._texts.line_height)
        self.heights = RowHeights(self, self._texts, self.bands)
        self.columns = ColumnView(self)
        self.pinned = Pinned(self, self.columns)
        self.numbers = RowNumbers(self, self.bands)
        self.painting = CellPainting(self, self._texts, self.bands, self.pinned)
        self.cells = CellDelegate(self._texts, self)
        self.setItemDelegate(self.cells)
        self._set_behaviour()
        self._set_headers()
        model.modelReset.connect(self._show_anew)
        model.dataChanged.connect(lambda first, last: self.heights.forget_rows(first.row(), last.row()))
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            changed.connect(self.heights.follow_order)
        model.rowsInserted.connect(self._fit_numbers)
        self.columns.changed.connect(lambda _state: self.heights.forget())
        self.verticalScrollBar().valueChanged.connect(self.heights.fit_visible)
        self.selectionModel().selectionChanged.connect(self.viewport().update)

    def _set_behaviour(self) -> None:
        self.setObjectName("grid")
        self.setAccessibleName(_("ตาราง"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)

    def _set_headers(self) -> None:
        headings = Headings(self.pinned, self)
        self.setHorizontalHeader(headings)
        headings.sectionResized.connect(self._column_resized)
        self.setVerticalHeader(self.numbers)
        self.numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.numbers.setDefaultSectionSize(3 * self._texts.line_height)
        self.numbers.setMinimumSectionSize(self.heights.smallest)
        label_corner(self.findChild(QAbstractButton))

    @property
    def report(self) -> ReportModel:
        """The model; the grid has no other kind."""
        model = self.model()
        assert isinstance(model, ReportModel)  # set in __init__
        return model

    def set_terms(self, terms: tuple[str, ...]) -> None:
        """Keep these words whole on a line (names of the office)."""
        if terms != self._texts.terms:
            self._texts.set_terms(terms)
            self.heights.forget()

    # Sizes

    def _show_anew(self) -> None:
        self.columns.lay_out()
        self._fit_numbers()
        self.heights.forget()

    def _fit_numbers(self) -> None:
        self.numbers.fit_width(len(self.report.rows))

    def _column_resized(self, column: int, _old: int, new: int) -> None:
        self.columns.was_drawn(column, new)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.columns.lay_out():
            self.heights.forget()
        else:
            self.heights.fit_visible()

    # Going about

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, in sight; a hidden column gives way to the next that is shown."""
        shown = self.columns.shown
        if shown and column not in shown:
            column = next((at for at in shown if at > column), shown[-1])
        index = self.report.index(row, column)
        if index.isValid():
            self.setAutoScroll(False)  # Qt would scroll before the row has its height, and again below
            self.selectionModel().setCurrentIndex(index, Selection.ClearAndSelect)
            self.setAutoScroll(True)
            self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the current cell; what is selected stays selected."""
        index = self.currentIndex()
        if not index.isValid():
            return
        self.heights.fit(index.row())
        bar = self.verticalScrollBar()
        for _unused in range(_SETTLING):
            before = bar.value()
            if self.heights.changed:  # the scroll bar does not know yet of rows that just grew
                self.heights.changed = False
                self._tell_scroll_bar()
            self.scrollTo(index)
            self.heights.fit_visible()
            if bar.value() == before or not self.heights.changed:
                return

    def _tell_scroll_bar(self) -> None:
        """Let the scroll bar know how high all rows are; the rest is laid out only when it comes or goes."""
        bar, most = self.verticalScrollBar(), self.numbers.length() - self.viewport().height()
        if most > 0 and bar.maximum() > 0:
            bar.setMaximum(most)
        else:
            self.updateGeometries()

    def chosen_cells(self) -> list[QModelIndex]:
        """Return the cells that are selected and shown, or else the current one."""
        current, shown = self.currentIndex(), set(self.columns.shown)
        chosen = [index for index in self.selectedIndexes() if index.column() in shown]
        return chosen or ([current] if current.isValid() else [])

    def chosen_rows(self) -> list[int]:
        """Return the places of the rows that are selected, or else of the current one."""
        return sorted({index.row() for index in self.chosen_cells()})

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            self.painting.draw(painter, event.rect())
            self.bands.draw(painter)
        if self.report.columns and not self.report.rows:
            paint_hint(self.viewport(), self._texts.line_height)
        self.numbers.draw_target(self.viewport())

    # Pinned columns: where a cell is, for the mouse and for Qt

    def indexAt(self, point: QPoint) -> QModelIndex:
        column, row = self.pinned.column_at(point.x()), self.rowAt(point.y())
        if column is None or row < 0:
            return super().indexAt(point)
        return self.report.index(row, column)

    def visualRect(self, index: QModelIndex) -> QRect:
        pinned = self.pinned.cell(index.row(), index.column()) if index.isValid() else None
        rect = super().visualRect(index) if pinned is None else pinned
        return self.bands.below(index.row(), rect) if index.isValid() else rect

    def scrollTo(self, index: QModelIndex, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """Bring a cell in sight: not beneath the pinned columns, and not sideways for a pinned one."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.isValid() and self.pinned.cell(index.row(), index.column()) is not None:
            bar.setValue(before)
            return
        rect, (first, last) = self.visualRect(index), self.pinned.between()
        if rect.right() >= last:
            bar.setValue(bar.value() + min(rect.right() + 1 - last, rect.left() - first))
        elif rect.left() < first:
            bar.setValue(bar.value() - (first - rect.left()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and (self.pinned.columns or self.pinned.leading):
            self._update_pinned()

    def _update_pinned(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def menu_corner(self) -> QPoint:
        """Return where the menu of the current cell opens, on the screen."""
        self.keep_in_sight()
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
