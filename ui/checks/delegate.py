"""How a finding is drawn: its sign, its place and sentence, and at the right what mends it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.finding import Finding, Severity
from desktop_app.language import _
from ui.theme import icon, tokens

FINDING_ROLE = Qt.ItemDataRole.UserRole
TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The sentence with the places where its line may break."""
MEND = _("แก้ให้")
SIGN = 16
PAD_X, PAD_Y = 8, 5
_MOST_HEIGHTS = 2000
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws lines as high as their words.

    ``mend_pressed`` tells of a click on the words at the right, ``place_pressed`` of one elsewhere in a line.
    """

    mend_pressed = Signal(object)
    place_pressed = Signal()

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the view, and the height that the words take in it."""
        width = self._view.viewport().width()
        room = self._words(QRect(0, 0, width, 10_000), index)
        return QSize(width, max(self._height(index.data(TEXT_ROLE), room.width()), SIGN) + 2 * PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one finding."""
        colours, finding = tokens(), index.data(FINDING_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_background))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        self._paint_sign(painter, option.rect, finding)
        painter.setFont(self._view.font())
        painter.setPen(QColor(colours.text))
        painter.drawText(self._words(option.rect, index), _FLAGS, index.data(TEXT_ROLE))
        if finding.mend:
            painter.setPen(QColor(colours.accent))
            painter.drawText(self.mend_room(option.rect), _FLAGS, MEND)
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell of a click on "แก้ให้" or on the sentence."""
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        finding = index.data(FINDING_ROLE)
        room = self.mend_room(option.rect).adjusted(-PAD_X, -PAD_Y, PAD_X, PAD_Y)
        if finding.mend and room.contains(event.position().toPoint()):
            self.mend_pressed.emit(finding)
        else:
            self.place_pressed.emit()
        return True

    def mend_room(self, line: QRect) -> QRect:
        """Return where "แก้ให้" stands in a line."""
        width = QFontMetrics(self._view.font()).horizontalAdvance(MEND)
        left = line.right() - PAD_X - width
        return QRect(left, line.top() + PAD_Y, width + 1, line.height() - 2 * PAD_Y)

    def _height(self, words: str, width: int) -> int:
        """Return the height of words in this width; measured once, for most lines stay when one changes."""
        if len(self._heights) > _MOST_HEIGHTS:
            self._heights.clear()
        if (words, width) not in self._heights:
            room = QRect(0, 0, width, 10_000)
            box = QFontMetrics(self._view.font()).boundingRect(room, _FLAGS, words)
            self._heights[words, width] = box.height()
        return self._heights[words, width]

    def _words(self, line: QRect, index: Index) -> QRect:
        room = line.adjusted(PAD_X + SIGN + PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        if index.data(FINDING_ROLE).mend:
            room.setRight(self.mend_room(line).left() - 2 * PAD_X)
        return room

    def _paint_sign(self, painter: QPainter, line: QRect, finding: Finding) -> None:
        """Draw the sign; its shape tells as much as its colour."""
        colours, font = tokens(), QFont(self._view.font())
        drop = (QFontMetrics(font).height() - SIGN) // 2
        place = QRect(line.left() + PAD_X, line.top() + PAD_Y + max(0, drop), SIGN, SIGN)
        if finding.severity is Severity.WRONG:
            icon("circle-alert", colours.error).paint(painter, place)
        else:
            icon("triangle-alert", colours.waiting).paint(painter, place)
