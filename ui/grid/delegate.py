"""Opens the editor of a cell; the boxes of the ticks."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QMenuBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Status
from ui import theme
from ui.grid.cell_editor import CellEditor
from ui.grid.cells import PADDING_Y, CellTexts
from ui.grid.model import Index, ReportModel

BOX = 17
"""Side of a tick box in pixels."""


class CellDelegate(QStyledItemDelegate):
    """``edited`` tells (row id, column key, text) when an editor is committed with a changed text."""

    edited = Signal(int, str, str)
    refused = Signal()
    """The editor is to be left and cannot be: its text has no place in the column."""
    grown = Signal()
    """The open editor takes more or fewer lines than before."""

    def __init__(self, texts: CellTexts, parent: QObject) -> None:
        super().__init__(parent)
        self.texts = texts
        self.check: Callable[[str, str], str] = lambda _key, _text: ""
        """Returns why a text cannot stand in the column of this key, "" when it can."""
        self._editor: CellEditor | None = None

    @property
    def editor(self) -> CellEditor | None:
        """The open editor. Qt may have deleted it without a word, when the report changed under it."""
        return self._editor if self._editor is not None and isValid(self._editor) else None

    def refusal(self) -> str:
        """Return why what is typed in the open editor cannot be taken over, "" when it can."""
        editor = self.editor
        return self.check(editor.key, editor.text()) if editor is not None and editor.is_changed else ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, ReportModel)
        column = model.columns[index.column()].column
        editor = CellEditor(parent, self.texts.terms, column.kind is ColumnKind.LIST)
        editor.key = column.key
        editor.setFont(self.texts.breaker.font)
        editor.document().setDefaultFont(self.texts.breaker.font)
        editor.setAccessibleName(column.heading)
        editor.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())
        self._editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor) and isinstance(model, ReportModel):
            text = editor.text()
            if text != model.text(index.row(), index.column()):
                key = model.columns[index.column()].key
                self.edited.emit(model.rows[index.row()].id, key, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep the editor open while a menu has the keyboard, and while its text cannot be taken over."""
        is_left = event.type() == QEvent.Type.FocusOut
        if is_left and isinstance(QApplication.focusWidget(), QMenu | QMenuBar):
            return False
        if (is_left or _is_tab(event)) and editor is self.editor and self.refusal():
            self.refused.emit()
            return True
        return super().eventFilter(editor, event)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Leave clicks on ticks to the view: the model changes nothing by itself."""
        return False


def _is_tab(event: QEvent) -> bool:
    tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in tabs


def tick_box(cell: QRect, line_height: int) -> QRectF:
    """Return where the box of a tick lies: in the middle across, on the first line of text."""
    left = cell.left() + (cell.width() - BOX) / 2
    return QRectF(left, cell.top() + PADDING_Y + (line_height - BOX) / 2, BOX, BOX)


def draw_tick(
    painter: QPainter, box: QRectF, status: Status | None, ticked: bool, colours: theme.Tokens
) -> None:
    """Draw a box, with a tick (or a cross, for what cannot be done) in it when ``ticked``."""
    inks = {Status.DONE: colours.done, Status.CANNOT: colours.error, Status.IN_PROGRESS: colours.waiting}
    ink = QColor(inks.get(status, colours.muted) if ticked else colours.muted)
    if not ticked:
        ink.setAlphaF(0.55)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.6 if ticked else 1.2))
    painter.setBrush(QColor(colours.panel))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(ink, 2.0, *round_ends))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_mark(box, crossed=status is Status.CANNOT))


def _mark(box: QRectF, crossed: bool) -> QPainterPath:
    points = (
        ((0.3, 0.3), (0.7, 0.7), (0.7, 0.3), (0.3, 0.7))
        if crossed
        else ((0.26, 0.52), (0.43, 0.69), (0.75, 0.33))
    )
    spots = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    path = QPainterPath(spots[0])
    path.lineTo(spots[1])
    if crossed:
        path.moveTo(spots[2])
    path.lineTo(spots[-1])
    return path
