"""Printing the bytes of the preview, at their real size."""

import io

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import KnownError
from ui.preview import print_pdf, printing
from ui.preview.pages import Pages
from ui.preview.printing import print_pages, wanted_sheets

A4, LYING = (595.28, 841.89), (841.89, 595.28)
MM = 72 / 25.4


def squares(*sizes: tuple[float, float]) -> bytes:
    """Pages with a black square of 30 mm, 20 mm from the left and 20 mm (and 10 more a page) from the top."""
    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    for at, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.rect(20 * MM, size[1] - (50 + 10 * at) * MM, 30 * MM, 30 * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def printer(tmp_path, qapp):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(150)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def pages(request):
    made = Pages(squares(*getattr(request, "param", [A4] * 4)))
    yield made
    made.close()


def printed(printer: QPrinter) -> list[tuple[tuple[int, int], tuple[float, ...]]]:
    """For each printed page its size in mm and the square's left, top, right, bottom in mm."""
    document = pypdfium2.PdfDocument(printer.outputFileName())
    found = []
    for page in document:
        image = page.render(scale=2, grayscale=True).to_pil().point(lambda grey: 255 if grey < 128 else 0)
        box = tuple(round(side / 2 / MM, 1) for side in image.getbbox())
        found.append((tuple(round(side / MM) for side in page.get_size()), box))
    document.close()
    return found


@pytest.mark.parametrize("most", [600, 100], ids=["within the printer's dots", "coarser than the printer"])
def test_a_page_is_printed_at_its_real_size_and_place(pages, printer, monkeypatch, most):
    monkeypatch.setattr(printing, "MOST_DPI", most)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    assert print_pages(pages, printer)
    size, box = printed(printer)[1]
    assert size == (210, 297)
    assert box == pytest.approx((20, 30, 50, 60), abs=0.4)


def test_all_pages_are_printed_in_order(pages, printer):
    print_pages(pages, printer)
    assert [round(box[1]) for _, box in printed(printer)] == [20, 30, 40, 50]


def test_only_the_chosen_pages_are_printed(pages, printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_pages(pages, printer)
    assert [round(box[1]) for _, box in printed(printer)] == [30, 40]


def test_reverse_order_begins_with_the_last_page(pages, printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_sheets(printer, 4) == [3, 2, 1, 0]


def test_copies_the_printer_cannot_make_are_made_here(printer):
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    printer.setCollateCopies(True)
    assert wanted_sheets(printer, 3) == [0, 1, 2, 0, 1, 2]
    printer.setCollateCopies(False)
    assert wanted_sheets(printer, 3) == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize("pages", [[A4, LYING, A4]], indirect=True)
def test_a_lying_page_turns_the_paper(pages, printer):
    print_pages(pages, printer)
    assert [size for size, _ in printed(printer)] == [(210, 297), (297, 210), (210, 297)]
    assert printed(printer)[1][1] == pytest.approx((20, 30, 50, 60), abs=0.4)


def test_printing_can_be_stopped_between_two_sheets(pages, printer):
    asked = []

    def stop_at_third(done: int, count: int) -> bool:
        asked.append((done, count))
        return done < 2

    assert print_pages(pages, printer, stop_at_third) is False
    assert asked == [(0, 4), (1, 4), (2, 4)]


def test_a_page_goes_to_the_printer_in_strips_of_bounded_size(pages):
    strips = list(pages.bands(0, 600 / 72, grey=True))
    assert len(strips) > 4
    assert max(strip.sizeInBytes() for _, strip in strips) < 5_000_000
    assert sum(strip.height() for _, strip in strips) == pytest.approx(841.89 * 600 / 72, abs=len(strips))
    assert [top for top, _ in strips][:2] == [0, strips[0][1].height()]


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_does_not_start_is_told_in_one_sentence(pages, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no-such-folder" / "printed.pdf"))
    with pytest.raises(KnownError, match="เครื่องพิมพ์ไม่พร้อม"):
        print_pages(pages, printer)


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answers the print window: a PDF file, and the pages asked for; None cancels."""
    kept = {"pages": (1, 2), "file": tmp_path / "printed.pdf", "titles": []}

    def choose(dialog):
        kept["titles"].append(dialog.windowTitle())
        if kept["pages"] is None:
            return QDialog.DialogCode.Rejected
        printer = dialog.printer()
        printer.setResolution(100)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(kept["file"]))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*kept["pages"])
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(printing.QPrintDialog, "exec", choose)
    return kept


def test_the_whole_way_from_bytes_to_paper(answer, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert print_pdf(squares(A4, A4, A4), window)
    assert answer["titles"] == ["พิมพ์"]
    document = pypdfium2.PdfDocument(answer["file"].read_bytes())
    assert len(document) == 2
    document.close()
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_a_cancelled_print_window_prints_nothing(answer, qtbot):
    answer["pages"] = None
    assert print_pdf(squares(A4)) is False
    assert not answer["file"].exists()


def test_what_is_no_pdf_is_refused_in_one_sentence():
    with pytest.raises(KnownError, match="เปิดหน้าตัวอย่างไม่ได้"):
        Pages(b"%PDF-1.7 broken")
