"""Printing the very bytes of the preview: pdfium draws them, Qt hands them to the printer.

Into a PDF file they go as they are: letters stay letters.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSizeF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.printing import write_pdf
from desktop_app.errors import KnownError
from ui.preview.pages import Pages
from ui.work_sign import WorkSign

MOST_DPI = 600
STRIP_PIXELS = 1_500_000
"""Pixels drawn in one go: a twentieth of a second, in which the window stands still."""
_SENT = "ส่งไปเครื่องพิมพ์แล้ว"
Tell = Callable[[str], object]


def print_pdf(data: bytes, name: str, parent: QWidget | None, tell: Tell, warn: Tell) -> None:
    """Ask for printer, pages and copies, then print while the window lives on.

    ``name`` is the document's in the printer's queue. ``tell`` hears what was done, ``warn`` why it was
    not. Raises KnownError when ``data`` is no PDF or the chosen file cannot be written.
    """
    pages = Pages(data)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    _take_paper(printer, pages.sizes[0])
    if not _ask(printer, len(pages), parent):
        pages.close()
        return
    path = pdf_file(printer)
    if path is not None:
        try:
            write_pdf(path, chosen_pages(pages, data, printer))
        finally:
            pages.close()
        tell(f"บันทึก PDF แล้วที่ {path}")
        return
    run = PrintRun(pages, printer, parent)
    run.finished.connect(tell)
    run.failed.connect(warn)
    run.start()


def pdf_file(printer: QPrinter) -> Path | None:
    """Return the PDF file that was chosen instead of a printer."""
    is_pdf = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    return Path(printer.outputFileName()).absolute() if is_pdf and printer.outputFileName() else None


def chosen_pages(pages: Pages, data: bytes, printer: QPrinter) -> bytes:
    """Return a PDF of the pages the printer was set to; ``data`` itself when that is all of them."""
    wanted = wanted_sheets(printer, len(pages))
    return data if wanted == list(range(len(pages))) else pages.only(wanted)


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


class PrintRun(QObject):
    """Draws the sheets strip by strip, in turns with the window's own work, behind a sign that can stop it.

    The printer and the opened PDF are its own from now on.
    """

    finished = Signal(str)
    """Printed or stopped: the sentence says which."""
    failed = Signal(str)

    def __init__(self, pages: Pages, printer: QPrinter, parent: QWidget | None = None) -> None:
        super().__init__(parent or QCoreApplication.instance())
        self._pages = pages
        self._where = printer.printerName()
        self._strips = draw_sheets(pages, printer)
        self._sign = WorkSign("พิมพ์", "กำลังพิมพ์แผ่น", "หยุดพิมพ์", parent)
        self._sign.rejected.connect(self.stop)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._draw_one)
        QCoreApplication.instance().aboutToQuit.connect(self.stop)

    def start(self) -> None:
        """Show the sign and begin; what is printed follows when the window is idle."""
        self._sign.open()
        self._turn.start(0)

    def stop(self) -> None:
        """Print no more."""
        self._end(self.finished, "ยกเลิกการพิมพ์แล้ว")

    def _draw_one(self) -> None:
        try:
            done, count = next(self._strips)
        except StopIteration:
            self._end(self.finished, f"ส่งไปเครื่องพิมพ์ {self._where} แล้ว" if self._where else _SENT)
        except KnownError as fault:
            self._end(self.failed, fault.sentence)
        else:
            self._sign.show_done(done, count)

    def _end(self, how: SignalInstance, sentence: str) -> None:
        if not self._turn.isActive():
            return
        self._turn.stop()
        self._strips.close()
        self._pages.close()
        self._sign.rejected.disconnect(self.stop)
        self._sign.close()
        self._sign.deleteLater()
        how.emit(sentence)
        self.deleteLater()


def draw_sheets(pages: Pages, printer: QPrinter) -> Iterator[tuple[int, int]]:
    """Draw the pages the printer was set to, at their real size, ``MOST_DPI`` at most.

    Yields (sheets done, sheets in all) after each strip. Closed before its end it takes the printing back.
    Raises KnownError when the printer does not start.
    """
    sheets = wanted_sheets(printer, len(pages))
    if not sheets:
        return
    _take_paper(printer, pages.sizes[sheets[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("เครื่องพิมพ์ไม่พร้อม กรุณาตรวจสายและกระดาษ หรือเลือกพิมพ์เป็นไฟล์ PDF")
    whole = False
    try:
        for done, at in enumerate(sheets):
            if done:
                _take_paper(printer, pages.sizes[at])
                printer.newPage()
            for _ in _draw(pages, at, painter, printer):
                yield done, len(sheets)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()


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


def _draw(pages: Pages, at: int, painter: QPainter, printer: QPrinter) -> Iterator[int]:
    """Draw one page, yielding after each strip."""
    dots = printer.resolution()
    scale = min(dots, MOST_DPI) / 72.0
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    stretch = dots / 72.0 / scale
    for top, strip in pages.bands(at, scale, grey, STRIP_PIXELS):
        place = QPointF(0.0, top * stretch)
        painter.drawImage(QRectF(place, QSizeF(strip.size()) * stretch), strip)
        yield top
