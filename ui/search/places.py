"""A list of places in reports: where each is, and a line of its text with the words in question marked."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.report import Status
from ui.grid.delegate import BOX, draw_tick, tick_box
from ui.theme import tokens

PLACE_ROLE = Qt.ItemDataRole.UserRole
PAD_X, PAD_Y = 12, 7
Index = QModelIndex | QPersistentModelIndex


class PlaceLine(NamedTuple):
    """What a line shows. ``spans`` tell which characters of ``excerpt`` are marked."""

    heading: str
    excerpt: str
    spans: tuple[tuple[int, int], ...]


class PlaceList(QListWidget):
    """Places, each of which can be ticked when the list is ``ticked``. Space ticks, Enter goes there."""

    went = Signal(int)
    """The 0-based number of a line that was chosen with Enter or a double click."""
    ticks_changed = Signal()

    def __init__(self, ticked: bool) -> None:
        super().__init__()
        self._ticked = ticked
        self.setItemDelegate(_PlaceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(lambda item: self.went.emit(self.row(item)))
        self.itemChanged.connect(lambda _item: self.ticks_changed.emit())

    def show_places(self, lines: Sequence[PlaceLine]) -> None:
        """Show these, the first one current, all of them ticked."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.heading}\n{line.excerpt}")
            item.setData(PLACE_ROLE, line)
            item.setToolTip(line.heading)
            if self._ticked:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        self.setCurrentRow(0 if lines else -1)
        self.blockSignals(False)
        self.ticks_changed.emit()

    def ticked_lines(self) -> list[int]:
        """Return the 0-based numbers of the ticked lines."""
        checked = Qt.CheckState.Checked
        return [at for at in range(self.count()) if self.item(at).checkState() == checked]


class _PlaceDelegate(QStyledItemDelegate):
    """Draws two lines: the place small and quiet, under it the excerpt."""

    def __init__(self, view: PlaceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for two lines of text."""
        return QSize(200, 2 * self._line_height() + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one place."""
        colours, line = tokens(), index.data(PLACE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_background))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        room = option.rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            box = tick_box(QRect(room.left(), room.top() - PAD_Y, BOX, room.height()), self._line_height())
            is_ticked = Qt.CheckState(state) == Qt.CheckState.Checked
            draw_tick(painter, box.translated(0, PAD_Y - 4), Status.DONE, is_ticked, colours)
            room.setLeft(room.left() + BOX + PAD_X)
        self._paint_words(painter, room, line)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, line: PlaceLine) -> None:
        colours, font = tokens(), QFont(self._view.font())
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        heading = metrics.elidedText(line.heading, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), heading)
        painter.setPen(QColor(colours.text))
        excerpt = metrics.elidedText(line.excerpt, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(excerpt, font)
        layout.setFormats([_marked(start, end) for start, end in line.spans])
        layout.beginLayout()
        layout.createLine().setLineWidth(100_000)
        layout.endLayout()
        layout.draw(painter, QPointF(room.left(), room.top() + self._line_height()))

    def _line_height(self) -> int:
        return QFontMetrics(self._view.font()).height() + 2


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    colours, look = tokens(), QTextCharFormat()
    look.setBackground(QColor(colours.editing))
    look.setForeground(QColor(colours.accent))
    look.setFontUnderline(True)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, end - start, look
    return part
