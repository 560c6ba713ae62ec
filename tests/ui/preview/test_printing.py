"""Printing the bytes of the preview, at their real size."""

import io

import pypdfium2
import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import KnownError
from ui.preview import print_pdf, printing
from ui.preview.pages import Pages
from ui.preview.printing import PrintRun, chosen_pages, draw_sheets, sent_words
from ui.preview.sheets import chosen_paper, fitted
from ui.preview.sides import wanted_sides
from ui.work_sign import WorkSign

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


def print_pages(pages: Pages, printer: QPrinter) -> list[tuple[int, int]]:
    """Print in one go; return what was said after each strip."""
    return list(draw_sheets(pages, printer))


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
    print_pages(pages, printer)
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
    assert wanted_sides(printer, 4) == [3, 2, 1, 0]


def test_copies_the_printer_cannot_make_are_made_here(printer):
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    printer.setCollateCopies(True)
    assert wanted_sides(printer, 3) == [0, 1, 2, 0, 1, 2]
    printer.setCollateCopies(False)
    assert wanted_sides(printer, 3) == [0, 0, 1, 1, 2, 2]


@pytest.fixture
def both_sides(monkeypatch):
    """A printer that prints on both sides; one that makes a file forgets what it was told of that."""
    monkeypatch.setattr(QPrinter, "duplex", lambda _printer: QPrinter.DuplexMode.DuplexLongSide)


@pytest.mark.usefixtures("both_sides")
def test_on_both_sides_a_copy_begins_on_a_sheet_of_its_own(printer):
    printer.setCopyCount(2)
    assert wanted_sides(printer, 3) == [0, 1, 2, None, 0, 1, 2]
    assert wanted_sides(printer, 2) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert wanted_sides(printer, 3) == [0, 1, 0, 1, 2, None, 2]


@pytest.mark.usefixtures("both_sides")
def test_on_both_sides_and_last_sheet_first_no_page_changes_its_side(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_sides(printer, 5) == [4, None, 2, 3, 0, 1]


@pytest.mark.usefixtures("both_sides")
def test_a_side_that_stays_blank_is_a_page_without_anything(pages, printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    printer.setCopyCount(2)
    print_pages(pages, printer)
    document = pypdfium2.PdfDocument(printer.outputFileName())
    inked = [page.render(scale=1, grayscale=True).to_pil().getextrema()[0] < 128 for page in document]
    document.close()
    assert inked == [True, False, True]


A5 = QPageSize(QPageSize.PageSizeId.A5)


@pytest.mark.parametrize("pages", [[A4, LYING]], indirect=True)
def test_pages_are_made_smaller_for_a5_and_stand_in_its_middle(pages, printer):
    printer.setPageSize(A5)
    paper = chosen_paper(printer, pages.sizes[0])
    list(draw_sheets(pages, printer, paper))
    (standing, first), (lying, second) = printed(printer)
    assert (standing, lying) == ((148, 210), (210, 148))
    by = fitted(pages.sizes[0], paper).by
    assert by == pytest.approx(0.7047, abs=0.002)
    assert first == pytest.approx((20 * by, 20 * by, 50 * by, 50 * by), abs=0.6)
    assert second == pytest.approx((20 * by, 30 * by, 50 * by, 60 * by), abs=0.6)


@pytest.mark.parametrize("pages", [[A4, LYING]], indirect=True)
def test_a_pdf_file_on_a5_is_made_smaller_and_keeps_its_letters(printer, tmp_path, pages):
    printer.setPageSize(A5)
    paper = chosen_paper(printer, pages.sizes[0])
    (tmp_path / "printed.pdf").write_bytes(chosen_pages(pages, b"", printer, paper))
    (standing, first), (lying, second) = printed(printer)
    assert (standing, lying) == ((148, 210), (210, 148))
    assert first == pytest.approx((14.1, 14.1, 35.2, 35.2), abs=0.6)
    assert second == pytest.approx((14.1, 21.1, 35.2, 42.3), abs=0.6)


def test_the_paper_of_the_pages_is_no_other_and_a_larger_one_makes_nothing_larger(pages, printer):
    printing._take_paper(printer, pages.sizes[0])
    assert chosen_paper(printer, pages.sizes[0]) is None
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert fitted(pages.sizes[0], chosen_paper(printer, pages.sizes[0])).by == 1.0


def test_a_printer_is_named_when_the_pages_went_there():
    assert sent_words("HP LaserJet") == "ส่งไปเครื่องพิมพ์ HP LaserJet แล้ว"


@pytest.mark.parametrize(
    ("name", "driver", "makes"),
    [
        ("Microsoft Print to PDF", "Microsoft Print To PDF", True),
        ("งานเอกสาร", "Generic CUPS-PDF Printer", True),
        ("HP LaserJet", "HP LaserJet PCL 6", False),
        ("", "", False),
    ],
)
def test_a_printer_that_makes_pdf_files_is_known_by_its_name_or_driver(monkeypatch, name, driver, makes):
    class Printer:
        def printerName(self):
            return name

    class Info:
        def __init__(self, _printer):
            self.makeAndModel = lambda: driver

    monkeypatch.setattr(printing, "QPrinterInfo", Info)
    assert printing.makes_pdf(Printer()) is makes


def test_for_a_printer_that_makes_pdf_files_the_program_asks_for_a_file_itself(paper, window, monkeypatch):
    monkeypatch.setattr(printing, "makes_pdf", lambda _printer: True)
    data = lettered("one", "two", "three")
    assert ask_and_print(data, window) == [("saved", data)]
    paper["pages"] = (2, 2)
    ((kind, part),) = ask_and_print(data, window)
    paper["file"].write_bytes(part)
    assert (kind, letters(paper["file"])) == ("saved", ["two"])


@pytest.mark.parametrize("pages", [[A4, LYING, A4]], indirect=True)
def test_a_lying_page_turns_the_paper(pages, printer):
    print_pages(pages, printer)
    assert [size for size, _ in printed(printer)] == [(210, 297), (297, 210), (210, 297)]
    assert printed(printer)[1][1] == pytest.approx((20, 30, 50, 60), abs=0.4)


def test_the_drawing_tells_how_many_sheets_are_done(pages, printer):
    told = print_pages(pages, printer)
    assert sorted(set(told)) == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert told == sorted(told)


def test_a_drawing_that_is_given_up_takes_the_printing_back(pages, printer, monkeypatch):
    states = []
    monkeypatch.setattr(QPrinter, "abort", lambda taken_back: states.append(taken_back.printerState()))
    strips = draw_sheets(pages, printer)
    next(strips)
    strips.close()
    assert states == [QPrinter.PrinterState.Active]
    print_pages(pages, printer)
    assert len(states) == 1


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
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answers the print window: a PDF file, and the pages asked for; None cancels."""
    kept = {"pages": (1, 3), "file": tmp_path / "printed.pdf", "dots": 100, "titles": [], "names": []}

    def choose(dialog):
        kept["titles"].append(dialog.windowTitle())
        if kept["pages"] is None:
            return QDialog.DialogCode.Rejected
        printer = dialog.printer()
        kept["names"].append(printer.docName())
        printer.setResolution(kept["dots"])
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(kept["file"]))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*kept["pages"])
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(printing.QPrintDialog, "exec", choose)
    return kept


@pytest.fixture
def paper(answer, monkeypatch):
    """The same, but what was chosen counts as a printer of paper."""
    monkeypatch.setattr(printing, "pdf_file", lambda _printer: None)
    return answer


def ask_and_print(data: bytes, window: QWidget | None) -> list[tuple[str, str]]:
    """Print with the window's own event loop running; return what was told and warned."""
    said: list[tuple[str, str]] = []
    loop = QEventLoop()

    def hear(kind):
        return lambda sentence: (said.append((kind, sentence)), loop.quit())

    print_pdf(data, "บันทึก ๑", window, hear("told"), hear("warned"), hear("saved"))
    if not said:
        QTimer.singleShot(20_000, loop.quit)
        loop.exec()
    return said


def lettered(*texts: str) -> bytes:
    """A page for each text."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=A4, invariant=1)
    for text in texts:
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def letters(path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [page.get_textpage().get_text_bounded().strip() for page in document]
    document.close()
    return found


def test_a_pdf_file_gets_the_very_bytes_and_is_told_with_its_place(answer, window):
    data = lettered("one", "two", "three")
    assert ask_and_print(data, window) == [("told", f"บันทึก PDF แล้วที่ {answer['file']}")]
    assert answer["file"].read_bytes() == data
    assert answer["titles"] == ["พิมพ์"]
    assert answer["names"] == ["บันทึก ๑"]


def test_a_pdf_file_of_some_pages_keeps_their_letters(answer, window):
    answer["pages"] = (2, 3)
    ask_and_print(lettered("one", "two", "three"), window)
    assert letters(answer["file"]) == ["two", "three"]
    assert answer["file"].stat().st_size < 20_000


def test_a_pdf_file_that_cannot_be_written_is_told_in_one_sentence(answer, window, tmp_path):
    answer["file"] = tmp_path
    with pytest.raises(KnownError, match="เป็นโฟลเดอร์"):
        ask_and_print(lettered("one"), window)


def test_the_whole_way_from_bytes_to_paper(paper, window):
    paper["pages"] = (1, 2)
    ((kind, sentence),) = ask_and_print(squares(A4, A4, A4), window)
    assert (kind, sentence.split()[0]) == ("told", "ส่งไปเครื่องพิมพ์แล้ว")
    document = pypdfium2.PdfDocument(paper["file"].read_bytes())
    assert len(document) == 2
    document.close()
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_the_window_lives_while_it_prints_and_the_sign_is_painted(paper, window):
    seen = []

    def look():
        if signs := window.findChildren(WorkSign):
            shot = signs[0].grab().toImage()
            seen.append((signs[0].isVisible(), signs[0].words.text(), shot.pixelColor(2, 2).alpha()))

    beat = QTimer()
    beat.timeout.connect(look)
    beat.start(0)
    paper["dots"] = 300
    ask_and_print(squares(A4, A4, A4), window)
    beat.stop()
    assert len(seen) >= 3
    assert all(visible and opaque == 255 for visible, _, opaque in seen)
    assert {words for _, words, _ in seen} & {f"กำลังพิมพ์แผ่นที่ {at} จาก ๓" for at in "๑๒๓"}


def test_escape_stops_the_printing(paper, window):
    def escape():
        QTest.keyClick(window.findChildren(WorkSign)[0], Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert ask_and_print(squares(*[A4] * 12), window) == [("told", "ยกเลิกการพิมพ์แล้ว")]
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_fails_at_its_start_is_a_warning(paper, window, tmp_path):
    paper["file"] = tmp_path / "no-such-folder" / "printed.pdf"
    ((kind, sentence),) = ask_and_print(squares(A4), window)
    assert kind == "warned"
    assert sentence.startswith("เครื่องพิมพ์ไม่พร้อม")
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_a_printing_is_stopped_once(pages, printer, window):
    run = PrintRun(pages, printer, window)
    said = []
    run.finished.connect(said.append)
    run.start()
    run.stop()
    run.stop()
    assert said == ["ยกเลิกการพิมพ์แล้ว"]


def test_a_cancelled_print_window_prints_nothing(answer, qtbot):
    answer["pages"] = None
    print_pdf(squares(A4), "บันทึก ๑", None, pytest.fail, pytest.fail, pytest.fail)
    assert not answer["file"].exists()


def test_what_is_no_pdf_is_refused_in_one_sentence():
    with pytest.raises(KnownError, match="เปิดหน้าตัวอย่างไม่ได้"):
        Pages(b"%PDF-1.7 broken")
