"""Printing the very bytes of the preview: pdfium draws them, Qt hands them to the printer.

Into a PDF file they go as they are: letters stay letters. A printer that makes PDF files ("Microsoft Print to
PDF") would take nothing but drawings, its file hold pictures: in its place the program asks for a file itself
and writes the very bytes there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSizeF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.printing import write_pdf
from desktop_app.errors import KnownError
from desktop_app.language import _
from ui.preview.pages import Pages
from ui.preview.sheets import chosen_paper, fitted, is_turned, lying_as, upright
from ui.preview.sides import wanted_sides
from ui.work_sign import WorkSign

MOST_DPI = 600
STRIP_PIXELS = 1_500_000
"""Pixels drawn in one go: a twentieth of a second, in which the window stands still."""
_SENT = _("ส่งไปเครื่องพิมพ์แล้ว")
_MAKES_PDF = "pdf"
"""In the name of every printer, or of its driver, that makes a PDF file instead of paper."""
Tell = Callable[[str], object]
Save = Callable[[bytes], object]


def print_pdf(data: bytes, name: str, parent: QWidget | None, tell: Tell, warn: Tell, save: Save) -> None:
    """Ask for printer, pages and copies, then print while the window lives on.

    ``name`` is the document's in the printer's queue. ``tell`` hears what was done, ``warn`` why it was
    not. ``save`` is given the chosen pages when the printer would make a PDF file of them: it asks where to.
    Raises KnownError when ``data`` is no PDF or the chosen file cannot be written.
    """
    pages = Pages(data)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    _take_paper(printer, pages.sizes[0])
    if not _ask(printer, len(pages), parent):
        pages.close()
        return
    paper = chosen_paper(printer, pages.sizes[0])
    path = pdf_file(printer)
    if path is not None:
        try:
            write_pdf(path, chosen_pages(pages, data, printer, paper))
        finally:
            pages.close()
        tell(_("บันทึก PDF แล้วที่ {path}").format(path=path))
        return
    if makes_pdf(printer):
        made = chosen_pages(pages, data, printer, paper)
        pages.close()
        save(made)
        return
    run = PrintRun(pages, printer, parent, paper)
    run.finished.connect(tell)
    run.failed.connect(warn)
    run.start()


def pdf_file(printer: QPrinter) -> Path | None:
    """Return the PDF file that was chosen instead of a printer."""
    is_pdf = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    return Path(printer.outputFileName()).absolute() if is_pdf and printer.outputFileName() else None


def makes_pdf(printer: QPrinter) -> bool:
    """Return whether what a printer gives is a PDF file, by its own name or that of its driver."""
    info = QPrinterInfo(printer)
    return any(_MAKES_PDF in name.casefold() for name in (printer.printerName(), info.makeAndModel()))


def chosen_pages(pages: Pages, data: bytes, printer: QPrinter, paper: QSizeF | None = None) -> bytes:
    """Return a PDF of the pages the printer was set to, on another ``paper`` if one was chosen.

    It is ``data`` itself when that is all of them on their own paper.
    """
    wanted = [at for at in wanted_sides(printer, len(pages)) if at is not None]
    if paper is None and wanted == list(range(len(pages))):
        return data
    return pages.only(wanted, paper)


def _ask(printer: QPrinter, count: int, parent: QWidget | None) -> bool:
    """Let the clerk choose printer, pages and copies; False when nothing is to be printed."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("พิมพ์"))
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

    def __init__(
        self, pages: Pages, printer: QPrinter, parent: QWidget | None = None, paper: QSizeF | None = None
    ) -> None:
        super().__init__(parent or QCoreApplication.instance())
        self._pages = pages
        self._where = printer.printerName()
        self._strips = draw_sheets(pages, printer, paper)
        self._sign = WorkSign(_("พิมพ์"), _("กำลังพิมพ์แผ่น"), _("หยุดพิมพ์"), parent)
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
        self._end(self.finished, _("ยกเลิกการพิมพ์แล้ว"))

    def _draw_one(self) -> None:
        try:
            done, count = next(self._strips)
        except StopIteration:
            self._end(self.finished, sent_words(self._where))
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


def sent_words(printer: str) -> str:
    """Say where the pages went."""
    return _("ส่งไปเครื่องพิมพ์ {printer} แล้ว").format(printer=printer) if printer else _SENT


def draw_sheets(pages: Pages, printer: QPrinter, paper: QSizeF | None = None) -> Iterator[tuple[int, int]]:
    """Draw the pages the printer was set to, ``MOST_DPI`` at most, at their real size.

    On another ``paper`` (its size in points, standing) they are made smaller where they have to be.

    Yields (sheets done, sheets in all) after each strip. Closed before its end it takes the printing back.
    Raises KnownError when the printer does not start.
    """
    sides = wanted_sides(printer, len(pages))
    if not sides:
        return
    _take_paper(printer, lying_as(pages.sizes[sides[0]], paper))
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError(_("เครื่องพิมพ์ไม่พร้อม กรุณาตรวจสายและกระดาษ หรือเลือกพิมพ์เป็นไฟล์ PDF"))
    whole = False
    try:
        for done, at in enumerate(sides):
            if done and at is not None:
                _take_paper(printer, lying_as(pages.sizes[at], paper))
            if done:
                printer.newPage()
            if at is not None:
                for _unused in _draw(pages, at, painter, printer, paper):
                    yield done, len(sides)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()


def _take_paper(printer: QPrinter, size: QSizeF) -> None:
    """Lay the printer's paper the way the page lies, at the page's own size, without margins of its own."""
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright(size), QPageSize.Unit.Point, "", match))
    direction = QPageLayout.Orientation.Landscape if is_turned(size) else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(direction)


def _draw(pages: Pages, at: int, painter: QPainter, printer: QPrinter, paper: QSizeF | None) -> Iterator[int]:
    """Draw one page, yielding after each strip."""
    dots = printer.resolution()
    scale = min(dots, MOST_DPI) / 72.0
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    fit = fitted(pages.sizes[at], paper)
    corner = QPointF(fit.left, fit.top) * (dots / 72.0)
    stretch = dots / 72.0 / scale * fit.by
    for top, strip in pages.bands(at, scale, grey, STRIP_PIXELS):
        place = corner + QPointF(0.0, top * stretch)
        painter.drawImage(QRectF(place, QSizeF(strip.size()) * stretch), strip)
        yield top
