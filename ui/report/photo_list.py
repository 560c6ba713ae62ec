"""The photos of one activity, side by side: chosen, dropped or pasted, moved and removed by hand or keys."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.photo import Photo
from desktop_app.language import N_, _
from desktop_app.thai.shown import numerals
from ui.grid.clipboard import carried_files, contents
from ui.report.thumbnails import Thumbnails
from ui.theme import tokens

BOX = QSize(132, 99)
"""The room of a photo (px), of the shape that most cameras give."""
AROUND = 6
EMPTY = _("ลากภาพมาวางที่นี่ หรือกด Ctrl+V เพื่อวางภาพที่คัดลอกไว้")
HINT = _("ลูกศรเลือกภาพ Alt+ซ้าย ขวา เลื่อนลำดับ Del ลบ Ctrl+V วาง")
PHOTO_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Given = Path | QImage
"""What comes from outside as a photo: a file, or a picture from the clipboard."""


class PhotoList(QListWidget):
    """Shows photos in their order, as high as they need. It changes nothing itself: it tells."""

    arranged = Signal(object, str)
    """The photos as they are to be, and what was done."""
    given = Signal(object)
    """Files and pictures that were dropped or pasted: a list of Given."""
    marked = Signal()
    """Another photo, or none, is the current one."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self._next = 0
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("flat", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PhotoDelegate(thumbnails, self))
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("ภาพของกิจกรรม"))
        self.setToolTip(HINT)
        self.currentRowChanged.connect(lambda _row: self.marked.emit())
        self._fit()

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos that are shown."""
        return self._photos

    @property
    def photo(self) -> Photo | None:
        """The current photo."""
        row = self.currentRow()
        return self._photos[row] if 0 <= row < len(self._photos) else None

    def set_stored(self, photos: tuple[Photo, ...]) -> None:
        """Show these photos."""
        if photos == self._photos:
            return
        row = self._next if self._next >= 0 else self.currentRow()
        self._photos, self._next = photos, -1
        self.clear()
        for number, photo in enumerate(photos, start=1):
            item = QListWidgetItem()
            words = numerals(_("ภาพที่ {number} จาก {count}").format(number=number, count=len(photos)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setData(PHOTO_ROLE, photo)
            item.setToolTip(f"{words}\n{HINT}")
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), len(photos) - 1))
        self._fit()
        self.marked.emit()

    def move_current(self, by: int) -> None:
        """Let the current photo change places with its neighbour."""
        row, to = self.currentRow(), self.currentRow() + by
        if self.photo is not None and 0 <= to < len(self._photos):
            photos = list(self._photos)
            photos.insert(to, photos.pop(row))
            self._tell(photos, to, N_("เลื่อนภาพ"))

    def remove_current(self) -> None:
        """Take the current photo out."""
        row = self.currentRow()
        if self.photo is not None:
            self._tell([*self._photos[:row], *self._photos[row + 1 :]], row, N_("ลบภาพ"))

    def paste(self) -> None:
        """Take what was copied elsewhere: picture files, or a picture."""
        if found := given_by(contents()):
            self.given.emit(found)

    def _tell(self, photos: list[Photo], row: int, label: str) -> None:
        self._next = row
        self.arranged.emit(tuple(photos), label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the hint says; Left and Right go on over the end of a line."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_current()
        elif step and alt:
            self.move_current(step)
        elif step and not event.modifiers() and self._photos:
            self.setCurrentRow(min(max(self.currentRow() + step, 0), len(self._photos) - 1))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let picture files and pictures come in."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let them move over the photos."""
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        if found := given_by(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.given.emit(found)

    def _judge(self, event: QDragMoveEvent) -> None:
        if offers(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photos; where there are none, say how they come in."""
        super().paintEvent(event)
        if self._photos:
            return
        painter = QPainter(self.viewport())
        room = self.viewport().rect().adjusted(0, 0, -1, -1)
        pen = painter.pen()
        pen.setColor(QColor(tokens().accent if self.hasFocus() else tokens().line))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(room, 6, 6)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), EMPTY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as high as the photos need in this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        cell = BOX + QSize(2 * AROUND, 2 * AROUND)
        beside = max(1, self.viewport().width() // cell.width())
        lines = -(-len(self._photos) // beside)
        self.setFixedHeight(lines * cell.height() + 2 if lines else 52)


class _PhotoDelegate(QStyledItemDelegate):
    """Draws a photo in its room; the current one is framed, in a list that has the keyboard more strongly."""

    def __init__(self, thumbnails: Thumbnails, view: PhotoList) -> None:
        super().__init__(view)
        self._thumbnails, self._view = thumbnails, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a photo with its frame."""
        return BOX + QSize(2 * AROUND, 2 * AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one photo."""
        scale = self._view.devicePixelRatioF()
        picture = self._thumbnails.picture(index.data(PHOTO_ROLE), BOX, scale)
        size = picture.deviceIndependentSize().toSize()
        place = QRect(QPoint(), size if not picture.isNull() else BOX)
        place.moveCenter(option.rect.center())
        painter.save()
        if picture.isNull():
            painter.fillRect(place, QColor(tokens().line))
        else:
            painter.drawPixmap(place.topLeft(), picture)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            pen = painter.pen()
            pen.setColor(QColor(tokens().accent if focused else tokens().muted))
            pen.setWidth(3 if focused else 1)
            painter.setPen(pen)
            painter.drawRect(place.adjusted(-3, -3, 2, 2))
        painter.restore()


def offers(mime: QMimeData) -> bool:
    """Return whether something dragged may be photos, without reading them."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def given_by(mime: QMimeData) -> list[Given]:
    """Return the files that something dropped or copied names, else the picture that it is."""
    if files := carried_files(mime):
        return list(files)
    picture = mime.imageData() if mime.hasImage() else None
    return [picture] if isinstance(picture, QImage) and not picture.isNull() else []
