"""All pages small, one under the other, beside the large ones: to see where one is and to go elsewhere."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.preview.pages import Pages

BOX = QSize(64, 90)
"""Pixels a small page has at most."""
_WIDTH = 92
_IDLE_MS = 30
"""The large pages are drawn first."""
_EDGE = QColor("#b8b8b8")


class PageStrip(QListView):
    """The small pages; one is drawn when it is in sight and the window has nothing else to do."""

    page_wanted = Signal(int)
    """A page (0-based) was chosen, by key or mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._model = PageModel(self)
        self._follows = False
        self.setModel(self._model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(BOX)
        self.setSpacing(4)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("ภาพย่อของหน้า"))
        self.setToolTip(_("คลิกหรือกดลูกศรขึ้นลงเพื่อไปหน้าอื่น"))
        self.setProperty("flat", "true")
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._draw_next)
        self._model.wanted.connect(self._idle.start)
        self.selectionModel().currentChanged.connect(self._chosen)

    def set_pages(self, pages: Pages | None) -> None:
        """Show the pages of another version; small pages stay as they were until they are drawn anew."""
        self._pages = pages
        self._model.set_count(len(pages) if pages else 0)
        self.viewport().update()

    def follow(self, page: int) -> None:
        """Mark the page (0-based) that is in sight."""
        self._follows = True
        self.setCurrentIndex(self._model.index(page))
        self._follows = False

    def _chosen(self, now: QModelIndex) -> None:
        if now.isValid() and not self._follows:
            self.page_wanted.emit(now.row())

    def _draw_next(self) -> None:
        """Draw one of the pages that were asked for."""
        at = self._model.next_wanted()
        if at is not None and self._pages is not None and at < len(self._pages):
            self._model.put(at, small_page(self._pages, at, self.devicePixelRatioF()))
            self._idle.start()


class PageModel(QAbstractListModel):
    """A row for each page: its number and, once drawn, its small picture."""

    wanted = Signal()
    """A picture was asked for that is not there, or not the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._pictures: dict[int, QPixmap] = {}
        self._fresh: set[int] = set()
        self._asked: list[int] = []
        self._blank = QPixmap(BOX)
        self._blank.fill(Qt.GlobalColor.white)

    def set_count(self, count: int) -> None:
        """Be of so many pages, all of which are to be drawn anew."""
        self._fresh.clear()
        self._asked.clear()
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self._pictures = {at: one for at, one in self._pictures.items() if at < count}
            self.endRemoveRows()

    def next_wanted(self) -> int | None:
        """Return the page that was asked for last and is not drawn yet."""
        while self._asked:
            at = self._asked.pop()
            if at not in self._fresh and at < self._count:
                return at
        return None

    def put(self, at: int, picture: QPixmap) -> None:
        """Take the picture of a page."""
        self._pictures[at] = picture
        self._fresh.add(at)
        self.dataChanged.emit(self.index(at), self.index(at), [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many pages there are."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return number, picture and accessible name of a page."""
        at = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return numerals(at + 1)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return numerals(_("หน้า {at}").format(at=at + 1))
        if role == Qt.ItemDataRole.DecorationRole:
            if at not in self._fresh:
                self._asked.append(at)
                self.wanted.emit()
            return self._pictures.get(at, self._blank)
        return None


def small_page(pages: Pages, at: int, dots: float) -> QPixmap:
    """Return a page as large as fits the box, with an edge; ``dots``: pixels of the screen per pixel."""
    size: QSizeF = pages.sizes[at]
    scale = min(BOX.width() / size.width(), BOX.height() / size.height())
    picture = pages.picture(at, scale * dots)
    painter = QPainter(picture)
    painter.setPen(_EDGE)
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    picture.setDevicePixelRatio(dots)
    return QPixmap.fromImage(picture)
