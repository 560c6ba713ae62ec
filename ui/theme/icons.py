"""Icons: one-colour drawings, tinted by the palette when painted and drawn at the screen's own resolution.

This package runs before the first paint, so it leaves the name ``Qt`` alone: importing it makes all of
Qt's enumerations at once, which takes as long as a sixth of an empty window (20 ms).
"""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from desktop_app.resources import resource


@cache
def _drawing(name: str) -> str:
    """Return the SVG text of an icon; raises FileNotFoundError for a name that does not ship."""
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _colour(mode: QIcon.Mode) -> QColor:
    palette = QGuiApplication.palette()
    group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Normal
    return palette.color(group, QPalette.ColorRole.ButtonText)


class _TintedEngine(QIconEngine):
    """Draws one icon in the colour of button text, so that light, dark and disabled need no files.

    Never call ``QIcon.addPixmap`` or ``addFile`` on such an icon: Qt would clone the engine, and PySide
    frees a clone made in Python too early.
    """

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._fixed = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        from PySide6.QtSvg import QSvgRenderer

        fixed = self._fixed if mode != QIcon.Mode.Disabled else None
        colour = fixed or _colour(mode).name()
        svg = _drawing(self._name).replace("currentColor", colour)
        QSvgRenderer(svg.encode()).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Draw at ``size``, in pixels of a 100 % screen, with ``scale`` pixels of the screen to each."""
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._fixed)


def tinted(name: str, colour: str | None = None) -> QIcon:
    """Return the icon of this name, as ``ui.theme.icon`` promises."""
    _drawing(name)
    return QIcon(_TintedEngine(name, colour))
