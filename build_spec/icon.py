"""Draws the program's icon anew from its SVG: a PNG for Linux, an ICO with the sizes Windows shows.

Run: QT_QPA_PLATFORM=offscreen .venv/bin/python -m build_spec.icon
"""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons" / "program"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels; what Windows uses at 100 to 250 %."""


def picture(size: int) -> Image.Image:
    """Draw the icon in a square of this many pixels."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "banthuek.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def main() -> None:
    """Write banthuek.png and banthuek.ico beside the SVG."""
    pictures = [picture(size) for size in SIZES]
    largest = pictures[-1]
    largest.save(FOLDER / "banthuek.png", optimize=True)
    largest.save(FOLDER / "banthuek.ico", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])


if __name__ == "__main__":
    main()
