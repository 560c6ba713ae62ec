"""How other programs read the pages of a file, in the order of the file: one function for each of five."""

import io
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
from pdfminer.converter import TextConverter
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage


def poppler(pdf: bytes) -> list[str]:
    """Read with pdftotext; fails when it is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.pdf"
        path.write_bytes(pdf)
        command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
        run = subprocess.run(command, capture_output=True, check=True)
    assert not run.stderr, run.stderr
    return run.stdout.decode("utf-8").split("\f")[:-1]


def tree_by_poppler(pdf: bytes) -> str:
    """Read what poppler's pdfinfo finds of each element of the tree."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.pdf"
        path.write_bytes(pdf)
        command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", str(path)]
        run = subprocess.run(command, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def pdfium(pdf: bytes) -> list[str]:
    """Read with pdfium, as Chrome does."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def mupdf(pdf: bytes) -> list[str]:
    """Read with MuPDF."""
    with pymupdf.open(stream=pdf) as document:
        return [page.get_text() for page in document]


def pdfminer(pdf: bytes) -> list[str]:
    """Read with pdfminer.six."""
    pages = []
    manager = PDFResourceManager()
    for page in PDFPage.get_pages(io.BytesIO(pdf)):
        target = io.StringIO()
        PDFPageInterpreter(manager, TextConverter(manager, target, laparams=None)).process_page(page)
        pages.append(target.getvalue())
    return pages


def by_pypdf(pdf: bytes) -> list[str]:
    """Read with pypdf."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "poppler": poppler,
    "pdfium": pdfium,
    "MuPDF": mupdf,
    "pdfminer": pdfminer,
    "pypdf": by_pypdf,
}
