"""Small pictures of photos, made when one is first looked at, and remembered."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap, QPixmapCache

from desktop_app.domain.photo import Photo
from desktop_app.errors import KnownError


class Thumbnails:
    """Gives a photo as large as a box; ``load`` gives its JPEG by SHA-256 or raises KnownError."""

    def __init__(self, load: Callable[[str], bytes]) -> None:
        self._load = load

    def picture(self, photo: Photo, box: QSize, scale: float) -> QPixmap:
        """Return the photo fitted into ``box``, with ``scale`` pixels of the screen to each of its own.

        A photo that cannot be read is an empty picture.
        """
        size = QSize(photo.width, photo.height).scaled(box * scale, Qt.AspectRatioMode.KeepAspectRatio)
        key = f"{photo.sha256} {size.width()} {size.height()}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = self._made(photo, size)
            QPixmapCache.insert(key, picture)
        picture.setDevicePixelRatio(scale)
        return picture

    def _made(self, photo: Photo, size: QSize) -> QPixmap:
        try:
            buffer = QBuffer()
            buffer.setData(QByteArray(self._load(photo.sha256)))
        except KnownError:
            return QPixmap()
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, b"jpeg")
        reader.setScaledSize(size)
        return QPixmap.fromImage(reader.read())
