"""The scrolling column of pages: draws what is visible, renders it when the window is idle."""

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.documents.places import Spot
from desktop_app.language import _
from ui import theme
from ui.preview.pages import Pages

MARGIN = 16
"""Pixels round a page, and between two."""
SMALLEST, LARGEST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT_BYTES = 32_000_000
_MOST_PIXELS = 24_000_000
_MARK, _MARK_EDGE = QColor("#fff0c2"), QColor("#d9a520")
"""What is being edited, on paper that is white in the dark too."""
_ENOUGH = 48
"""Pixels of a mark that are enough to find it: then the pages stay where they are."""


class Fit(Enum):
    """How the size of a page follows the pane."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


def _close_all(opened: list[Pages]) -> None:
    while opened:
        opened.pop().close()


class PageView(QAbstractScrollArea):
    """Pages under each other. ``zoom`` 1.0 shows the paper at its real size."""

    pressed = Signal(int, float, float)
    """A page (0-based) was clicked: how far from its left and its top, in points."""
    page_changed = Signal(int)
    pages_changed = Signal(object)
    """Another version is shown (its Pages), or none (None); the one before is closed."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._images: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._fresh: set[int] = set()
        self._zoom = 1.0
        self._page = 0
        self._marked: tuple[Spot, ...] = ()
        self.fit = Fit.PAGE
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._render_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("หน้าที่จะพิมพ์"))
        self.verticalScrollBar().valueChanged.connect(self._notice_page)
        self._open: list[Pages] = []
        opened = self._open
        self.destroyed.connect(lambda: _close_all(opened))
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.clear)

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def page(self) -> int:
        """0-based number of the page that fills most of the pane."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._pages) if self._pages else 0

    def set_pages(self, pages: Pages) -> None:
        """Show another version of the document at the same place; the old one is closed."""
        place = self._place()
        _close_all(self._open)
        self._open.append(pages)
        self._pages = pages
        self._fresh.clear()
        for at in [at for at in self._images if at >= len(pages)]:
            del self._images[at]
        self.pages_changed.emit(pages)
        self._lay_out(place)

    def clear(self) -> None:
        """Show no page, and give the document's memory back."""
        _close_all(self._open)
        self._pages = None
        self._marked = ()
        self._images.clear()
        self._fresh.clear()
        self.pages_changed.emit(None)
        self._lay_out((0, -1.0))

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the pane (or stop following it, with FREE)."""
        self.fit = fit
        self._lay_out(self._place())

    def set_zoom(self, zoom: float) -> None:
        """Show pages at this size; it stays when the pane is resized."""
        place = self._place()
        self.fit = Fit.FREE
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self._lay_out(place)

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in STEPS if step > self._zoom + 0.005), LARGEST))

    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(STEPS) if step < self._zoom - 0.005), SMALLEST))

    def go_to(self, page: int) -> None:
        """Bring the top of a page (0-based, held within the document) to the top of the pane."""
        if self.page_count:
            page = min(max(page, 0), self.page_count - 1)
            self.verticalScrollBar().setValue(self._rect(page).top() - MARGIN)
            self._set_page(page)

    def mark(self, spots: tuple[Spot, ...]) -> None:
        """Mark these places on the pages, and scroll to the first unless one of them is in sight."""
        if spots == self._marked:
            return
        self._marked = spots
        if spots and not any(self._is_in_sight(spot) for spot in spots):
            self._bring(spots[0])
        self.viewport().update()

    def _is_in_sight(self, spot: Spot) -> bool:
        rect = self._spot_rect(spot)
        return self.viewport().rect().intersected(rect).height() >= min(rect.height(), _ENOUGH)

    def _bring(self, spot: Spot) -> None:
        rect, port = self._spot_rect(spot), self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if rect.left() < 0 or rect.right() > port.right():
            across.setValue(across.value() + rect.left() - MARGIN)
        if spot.page < self.page_count and self._rect(spot.page).height() <= port.height():
            self.go_to(spot.page)
        else:
            down.setValue(down.value() + rect.top() - port.height() // 4)

    def _spot_rect(self, spot: Spot) -> QRect:
        """Return where a spot is in the pane, nothing when its page is gone."""
        if spot.page >= self.page_count:
            return QRect()
        page, scale = self._rect(spot.page), self._scale()
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        place = QRectF(spot.x * scale, spot.y * scale, spot.width * scale, spot.height * scale)
        return place.toRect().translated(page.topLeft() - shift)

    @property
    def is_drawn(self) -> bool:
        """Whether all that is in sight is drawn as the document is now."""
        return all(self._is_fresh(at) for at, _unused in self._visible())

    def render_visible(self) -> None:
        """Render at once what is in sight and not rendered yet."""
        while self._render_next():
            pass

    # Where pages lie, in pixels of the whole column

    def _scale(self) -> float:
        """Pixels per point at the present zoom."""
        return self._zoom * self.logicalDpiX() / 72.0

    def _rects(self) -> list[QRect]:
        scale, top, rects = self._scale(), MARGIN, []
        sizes = self._pages.sizes if self._pages else ()
        widest = max((round(size.width() * scale) for size in sizes), default=0) + 2 * MARGIN
        room = max(widest, self.viewport().width())
        for size in sizes:
            width, height = round(size.width() * scale), round(size.height() * scale)
            rects.append(QRect((room - width) // 2, top, width, height))
            top += height + MARGIN
        return rects

    def _rect(self, page: int) -> QRect:
        return self._rects()[page]

    def _place(self) -> tuple[int, float]:
        """Return what is at the top of the pane: a page and how much of it has gone by."""
        top = self.verticalScrollBar().value()
        for at, rect in enumerate(self._rects()):
            if rect.bottom() + MARGIN > top:
                return at, (top - rect.top()) / max(rect.height(), 1)
        return 0, -1.0

    def _lay_out(self, place: tuple[int, float]) -> None:
        self._follow_fit()
        rects = self._rects()
        height = rects[-1].bottom() + 1 + MARGIN if rects else 0
        width = max((rect.width() for rect in rects), default=0) + 2 * MARGIN
        bar, across, port = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport()
        bar.setPageStep(port.height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, height - port.height()))
        across.setPageStep(port.width())
        centred = across.value() / across.maximum() if across.maximum() else 0.5
        across.setRange(0, max(0, width - port.width()))
        across.setValue(round(centred * across.maximum()))
        page, gone = place
        if page < len(rects) and gone >= 0:
            bar.setValue(round(rects[page].top() + gone * rects[page].height()))
        elif page < len(rects):
            bar.setValue(rects[page].top() - MARGIN)
        self._notice_page()
        self.zoom_changed.emit()
        self.viewport().update()

    def _follow_fit(self) -> None:
        """Set the zoom so that every page fits, lying ones too: it must not jump from page to page."""
        if not self.page_count or self.fit is Fit.FREE or self._pages is None:
            return
        dots = self.logicalDpiX() / 72.0
        room = self.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
        widest = max(size.width() for size in self._pages.sizes) * dots
        highest = max(size.height() for size in self._pages.sizes) * dots
        beside_bar = room.width() - self.verticalScrollBar().sizeHint().width()
        across = beside_bar if self.fit is Fit.WIDTH or self.page_count > 1 else room.width()
        zoom = across / widest
        if self.fit is Fit.PAGE:
            zoom = min(zoom, room.height() / highest)
        self._zoom = min(max(zoom, SMALLEST / 2), LARGEST)

    def _notice_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self._set_page(
            next((at for at, rect in enumerate(self._rects()) if rect.bottom() + MARGIN > middle), 0)
        )

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # Rendering and painting

    def _visible(self) -> list[tuple[int, QRect]]:
        shift = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        port = self.viewport().rect()
        moved = ((at, rect.translated(shift)) for at, rect in enumerate(self._rects()))
        return [(at, rect) for at, rect in moved if rect.intersects(port)]

    def _render_next(self) -> bool:
        """Render one page in sight that has no picture of this size; False when none is left."""
        if self._pages is None:
            return False
        for at, rect in self._visible():
            if not self._is_fresh(at):
                scale = self._picture_scale(at)
                self._images[at] = (scale, self._pages.picture(at, scale))
                self._fresh.add(at)
                self._forget_distant()
                self.viewport().update(rect.adjusted(-4, -4, 4, 4))
                self._idle.start(0)
                return True
        return False

    def _picture_scale(self, at: int) -> float:
        """Pixels of the screen per point, less for a page so large that its picture would fill the memory."""
        size = self._pages.sizes[at] if self._pages else None
        scale = self._scale() * self.devicePixelRatioF()
        if size is None:
            return scale
        return min(scale, (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)

    def _is_fresh(self, at: int) -> bool:
        return at in self._fresh and abs(self._images[at][0] - self._picture_scale(at)) < 1e-6

    def _forget_distant(self) -> None:
        seen = {at for at, _unused in self._visible()}
        for at in list(self._images):
            if sum(image.sizeInBytes() for _unused, image in self._images.values()) <= _KEPT_BYTES:
                return
            if at not in seen:
                del self._images[at]
                self._fresh.discard(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = theme.tokens()
        painter.fillRect(event.rect(), QColor(colours.background))
        for at, rect in self._visible():
            self._paint_shadow(painter, rect, colours)
            if at in self._images:
                painter.drawImage(rect, self._images[at][1])
            else:
                painter.fillRect(rect, Qt.GlobalColor.white)
            self._paint_marks(painter, at)
            if not self._is_fresh(at) and not self._idle.isActive():
                self._idle.start(0)

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        """Tint what is being edited the way a marker does: the letters stay black."""
        for spot in self._marked:
            if spot.page == page:
                rect = self._spot_rect(spot)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(rect, _MARK)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                painter.setPen(_MARK_EDGE)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect)

    def _paint_shadow(self, painter: QPainter, rect: QRect, colours: theme.Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, alpha in ((4, 10), (3, 14), (2, 20), (1, 36)):
            shade = QColor(colours.shadow)
            shade.setAlpha(alpha)
            painter.setBrush(shade)
            painter.drawRoundedRect(
                QRectF(rect).adjusted(-spread, 1 - spread, spread, 1 + spread), spread, spread
            )

    # Keys, wheel, size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._place())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self._zoom * 1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where on a page it was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at, scale = event.position().toPoint(), self._scale()
        for page, rect in self._visible():
            if rect.contains(at):
                inside = at - rect.topLeft()
                self.pressed.emit(page, inside.x() / scale, inside.y() / scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self._page_by(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.page_count - 1)
        else:
            super().keyPressEvent(event)

    def _page_by(self, step: int) -> None:
        """One page on when a page fits the pane, else one pane."""
        if self.page_count and self._rect(self._page).height() <= self.viewport().height():
            self.go_to(self._page + step)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * max(bar.pageStep() - 40, 40))
