"""The numbers at the left of the rows: a press chooses a row, a drag carries the chosen rows elsewhere."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui import theme
from ui.grid.group_bands import GroupBands

Selection = QItemSelectionModel.SelectionFlag
_WIDTH, _AROUND = 38, 16
_EDGE = 28
"""Pixels from the edge of the table in which a drag scrolls it."""
_THICK = 3


class RowNumbers(QHeaderView):
    """Vertical header of the grid. ``dropped`` tells before which row (0-based; the count: at the end)."""

    dropped = Signal(int)

    def __init__(self, view: QTableView, bands: GroupBands) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._bands = bands
        self._view = view
        self._pressed: QPoint | None = None
        self._target: int | None = None
        self.movable = True
        """Rows may be dragged: the table is neither issued nor shown in another order."""
        self.fit_width(0)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("เลขที่ของแถว"))
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMouseTracking(True)

    def fit_width(self, largest: int) -> None:
        """Be as wide as the largest number needs, in Thai digits."""
        digits = self.fontMetrics().horizontalAdvance(numerals(largest))
        self.setFixedWidth(max(_WIDTH, digits + _AROUND))

    def sizeHint(self) -> QSize:
        """Return the width that fits; Qt would ask for the words of two hundred rows at each new height."""
        return QSize(self.minimumWidth(), 0)

    @property
    def target(self) -> int | None:
        """Before which row the dragged ones would be put now; None while nothing is dragged."""
        return self._target

    def draw_target(self, port: QWidget) -> None:
        """Draw the line where dragged rows would go."""
        if self._target is None:
            return
        painter = QPainter(port)
        top = max(self._top(self._target) - _THICK // 2 - 1, 0)
        painter.fillRect(0, top, port.width(), _THICK, QColor(theme.tokens().accent))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Let the number stand beside its row, not beside the band above it."""
        painter.save()
        super().paintSection(painter, self._bands.below(section, rect), section)
        painter.restore()
        high = self._bands.height(section)
        painter.fillRect(rect.left(), rect.top(), rect.width(), high, QColor(theme.tokens().background))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or row < 0 or not plain:
            super().mousePressEvent(event)
            return
        if not self._view.selectionModel().isRowSelected(row):
            self._view.setFocus()
            self._choose(row)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            self.setCursor(self._hover_cursor(at))
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.movable and (self._target is not None or far):
            self._drag_to(at.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        dragged = self._target is not None
        target = self._end()
        if dragged:
            self.dropped.emit(target)
        else:
            row = self.logicalIndexAt(event.position().toPoint())
            if row >= 0:
                self._choose(row)

    def give_up(self, event: QKeyEvent) -> bool:
        """Stop dragging without moving anything; returns whether Esc meant that."""
        dragging = event.key() == Qt.Key.Key_Escape and self._target is not None
        if dragging:
            self._end()
        return dragging

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.unsetCursor()

    def _choose(self, row: int) -> None:
        """Choose one whole row, whatever is chosen now and whichever keys are held."""
        first = self._view.model().index(row, max(self._view.currentIndex().column(), 0))
        self._view.selectionModel().setCurrentIndex(first, Selection.ClearAndSelect | Selection.Rows)

    def _hover_cursor(self, at: QPoint) -> Qt.CursorShape:
        can = self.movable and self.logicalIndexAt(at) >= 0
        return Qt.CursorShape.OpenHandCursor if can else Qt.CursorShape.ArrowCursor

    def _drag_to(self, y: int) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        bar, height = self._view.verticalScrollBar(), self.viewport().height()
        if y < _EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > height - _EDGE:
            bar.setValue(bar.value() + bar.singleStep())
        row = self.logicalIndexAt(QPoint(0, max(0, min(y, height - 1))))
        if row < 0:
            target = self.count()
        else:
            middle = self._top(row) + self.sectionSize(row) // 2
            target = row if y < middle else row + 1
        if target != self._target:
            self._target = target
            self._view.viewport().update()

    def _top(self, row: int) -> int:
        """Return where a row begins in the viewport; the end of the last one for the count of rows."""
        if row < self.count():
            return self.sectionViewportPosition(row)
        return self.length() - self.offset()

    def _end(self) -> int:
        target, self._target, self._pressed = self._target or 0, None, None
        self.unsetCursor()
        self._view.viewport().update()
        return target
