"""Printing the very bytes of the preview: pdfium draws them, Qt hands them to the printer."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from desktop_app.errors import KnownError
from desktop_app.thai.digits import to_thai
from ui.preview.pages import Pages

MOST_DPI = 600
_PATIENCE_MS = 500
Progress = Callable[[int, int], bool]
"""Called before each sheet with (sheets done, sheets in all); False stops the printing."""


def print_pdf(data: bytes, parent: QWidget | None = None) -> bool:
    """Ask for printer, pages and copies, then print. Returns whether all was printed.

    Raises KnownError when ``data`` is no PDF or the printer does not start.
    """
    pages = Pages(data)
    try:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _take_paper(printer, pages.sizes[0])
        if not _ask(printer, len(pages), parent):
            return False
        with _Window(parent) as progress:
            return print_pages(pages, printer, progress)
    finally:
        pages.close()


def _ask(printer: QPrinter, count: int, parent: QWidget | None) -> bool:
    """Let the clerk choose printer, pages and copies; False when nothing is to be printed."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("พิมพ์")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.setParent(None)  # it must not outlive the printer it points to
    return accepted


def print_pages(pages: Pages, printer: QPrinter, progress: Progress = lambda _done, _all: True) -> bool:
    """Draw the pages the printer was set to, at their real size, ``MOST_DPI`` at most.

    Returns False when ``progress`` stopped it. Raises KnownError when the printer does not start.
    """
    sheets = wanted_sheets(printer, len(pages))
    if not sheets:
        return True
    _take_paper(printer, pages.sizes[sheets[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("เครื่องพิมพ์ไม่พร้อม กรุณาตรวจสายและกระดาษ หรือเลือกพิมพ์เป็นไฟล์ PDF")
    try:
        for done, at in enumerate(sheets):
            if not progress(done, len(sheets)):
                printer.abort()
                return False
            if done:
                _take_paper(printer, pages.sizes[at])
                printer.newPage()
            _draw(pages, at, painter, printer)
    finally:
        painter.end()
    return True


def wanted_sheets(printer: QPrinter, count: int) -> list[int]:
    """Return the 0-based pages in printing order: ranges, reverse order, and copies Qt leaves to us."""
    ranges = printer.pageRanges()
    wanted = [at for at in range(count) if ranges.isEmpty() or ranges.contains(at + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return wanted * copies
    return [at for at in wanted for _ in range(copies)]


def _take_paper(printer: QPrinter, size: QSizeF) -> None:
    """Lay the printer's paper the way the page lies, at the page's own size, without margins of its own."""
    turned = size.width() > size.height()
    upright = QSizeF(size.height(), size.width()) if turned else size
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    direction = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(direction)


def _draw(pages: Pages, at: int, painter: QPainter, printer: QPrinter) -> None:
    dots = printer.resolution()
    scale = min(dots, MOST_DPI) / 72.0
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    stretch = dots / 72.0 / scale
    for top, strip in pages.bands(at, scale, grey):
        place = QPointF(0.0, top * stretch)
        painter.drawImage(QRectF(place, QSizeF(strip.size()) * stretch), strip)


class _Window:
    """A progress window that comes up when the printing takes longer than half a second."""

    def __init__(self, parent: QWidget | None) -> None:
        self._dialog = QProgressDialog("กำลังส่งหน้าไปเครื่องพิมพ์", "ยกเลิก", 0, 0, parent)
        self._dialog.setWindowTitle("พิมพ์")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE_MS)

    def __enter__(self) -> Progress:
        return self._step

    def __exit__(self, *_fault: object) -> None:
        self._dialog.close()
        self._dialog.deleteLater()

    def _step(self, done: int, count: int) -> bool:
        self._dialog.setMaximum(count)
        self._dialog.setLabelText(to_thai(f"กำลังพิมพ์หน้า {done + 1} จาก {count}"))
        self._dialog.setValue(done)
        return not self._dialog.wasCanceled()
