"""Objects to the bytes of a file: ReportLab numbers them, writes them out, and adds their table of places.

Objects are given ready-made, as the text between ``obj`` and ``endobj``: a document has a structure
element for every cell of its tables, and a dictionary of dictionaries for each would cost more than
drawing the cell.
"""

import zlib

from reportlab.pdfbase import pdfdoc


class PdfFile:
    """The objects of one file, by number."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7))
        self.fonts: int = self._document.objectcounter
        """The number of the dictionary of all fonts."""

    def reserve(self, count: int = 1) -> int:
        """Set numbers aside for objects that follow each other; return the first."""
        first: int = self._document.objectcounter + 1
        for number in range(first, first + count):
            self._document.Reference(b"null", _name(number))
        return first

    def put(self, number: int, body: str | bytes) -> None:
        """Give the object with a reserved number its content."""
        body = body.encode("ascii") if isinstance(body, str) else body
        self._document.idToObject[self._document.numberToId[number]] = body

    def add(self, body: str | bytes) -> int:
        """Add an object; return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, entries: str = "", deflated: bool = False) -> int:
        """Add a stream, deflated here unless it is already; ``entries`` are those of its dictionary."""
        data = data if deflated else zlib.compress(data, 9)
        return self.add_plain_stream(data, f"{entries}/Filter/FlateDecode")

    def add_plain_stream(self, data: bytes, entries: str) -> int:
        """Add a stream as it is."""
        head = f"<<{entries}/Length {len(data)}>>\nstream\n"
        return self.add(b"".join((head.encode("ascii"), data, b"\nendstream")))

    def finish(self, catalog: int, info: int) -> bytes:
        """Return the whole file."""
        document = self._document
        document.Catalog, document.info = f"{catalog} 0 R", f"{info} 0 R"
        for name in document.numberToId.values():
            document.updateSignature(document.idToObject[name])
        data: bytes = document.format()
        return data


def _name(number: int) -> str:
    return f"object{number}"


def text_string(text: str) -> str:
    """Return a text as a PDF's string object."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def reference(number: int) -> str:
    """Return a reference to an object."""
    return f"{number} 0 R"


def references(numbers: list[int]) -> str:
    """Return an array of references to objects."""
    return f"[{' '.join(map(reference, numbers))}]"
