"""The pages of a PDF as pictures. One place that speaks with pdfium, for the preview and the printer.

pdfium is not made for threads: use pages from the window's thread only.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.preview.sheets import fitted, lying_as


def load() -> None:
    """Load pdfium, which takes 80 ms: call it in a thread before the first page is shown."""
    import pypdfium2  # noqa: F401


class Pages:
    """An opened PDF; sizes are in points (1/72 inch)."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF; raises KnownError when ``data`` is none."""
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise KnownError(_("เปิดหน้าตัวอย่างไม่ได้ กรุณาจัดหน้าใหม่อีกครั้ง")) from fault
        self.sizes = tuple(QSizeF(*self._document.get_page_size(at)) for at in range(len(self._document)))

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, at: int, scale: float, grey: bool = False) -> QImage:
        """Return page ``at`` (0-based) at ``scale`` pixels per point, on white."""
        return self._picture(at, scale, (0.0, 0.0, 0.0, 0.0), grey)

    def bands(
        self, at: int, scale: float, grey: bool, pixels: int = 4_000_000
    ) -> Iterator[tuple[int, QImage]]:
        """Yield page ``at`` in strips from the top, as (top in pixels, picture), ``pixels`` at most each.

        A page at 600 dpi is 140 MB in one piece; a strip keeps the printing of long reports small.
        """
        width, height = self.sizes[at].width(), self.sizes[at].height()
        lines = max(64, int(pixels / (width * scale)))
        total = round(height * scale)
        for top in range(0, total, lines):
            foot = min(top + lines, total)
            crop = (0.0, height - foot / scale, 0.0, top / scale)
            yield top, self._picture(at, scale, crop, grey)

    def only(self, wanted: Sequence[int], paper: QSizeF | None = None) -> bytes:
        """Return a PDF of these pages (0-based) in this order, its letters and drawings as they are here.

        With a ``paper`` (standing, in points) the pages are fitted on it.
        """
        import pypdfium2

        kept, copy = io.BytesIO(), pypdfium2.PdfDocument.new()
        copy.import_pages(self._document, list(wanted))
        if paper is not None:
            for page in copy:
                _put_on(page, paper)
        copy.save(kept)
        copy.close()
        return kept.getvalue()

    def close(self) -> None:
        """Give the document's memory back."""
        self._document.close()

    def _picture(self, at: int, scale: float, crop: tuple[float, float, float, float], grey: bool) -> QImage:
        page = self._document[at]
        bitmap = page.render(scale=scale, crop=crop, grayscale=grey, prefer_bgrx=True)
        form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
        return picture


def _put_on(page: Any, paper: QSizeF) -> None:
    """Fit a page of pypdfium2 on another paper."""
    import pypdfium2

    raw, size = pypdfium2.raw, QSizeF(*page.get_size())
    room, fit = lying_as(size, paper), fitted(size, paper)
    foot = room.height() - fit.by * size.height() - fit.top
    matrix = raw.FS_MATRIX(fit.by, 0, 0, fit.by, fit.left, foot)
    clip = raw.FS_RECTF(0, room.height(), room.width(), 0)
    raw.FPDFPage_TransFormWithClip(page, matrix, clip)
    page.set_mediabox(0, 0, room.width(), room.height())
    page.set_cropbox(0, 0, room.width(), room.height())
    page.close()
