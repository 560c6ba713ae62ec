"""Objects to the bytes of a file, over ReportLab's: its header, its table of places, its trailer.

Objects are given ready-made, as the text between ``obj`` and ``endobj``: a document has a structure
element for every cell of its tables, and a dictionary of dictionaries for each would cost more than
drawing the cell.
"""

import hashlib
import zlib
from collections.abc import Iterable
from functools import lru_cache
from types import SimpleNamespace

from desktop_app.documents.pdf_objects import pdfdoc

LEVEL = 6
"""How hard to deflate: 9 takes a tenth more time and saves less than a hundredth (measured)."""


@lru_cache(maxsize=48)
def _deflated(data: bytes) -> bytes:
    """Deflate; remembered, since most pages and fonts are the same when a report is printed again."""
    return zlib.compress(data, LEVEL)


class PdfFile:
    """The objects of one file, by number from 1."""

    def __init__(self) -> None:
        self._file = pdfdoc.PDFFile((1, 7))
        self._places: dict[int, int] = {}
        self._last = 0

    def reserve(self, count: int = 1) -> int:
        """Set numbers aside for objects that follow each other; return the first."""
        first = self._last + 1
        self._last += count
        return first

    def put(self, number: int, body: str | bytes) -> None:
        """Give the object with a reserved number its content, once."""
        body = body.encode("ascii") if isinstance(body, str) else body
        self._places[number] = self._file.add(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def put_all(self, first: int, bodies: Iterable[str]) -> None:
        """Give objects with reserved numbers, from ``first`` on, their content."""
        for number, body in enumerate(bodies, start=first):
            self.put(number, body)

    def add(self, body: str | bytes) -> int:
        """Add an object; return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, entries: str = "", deflated: bool = False) -> int:
        """Add a stream, deflated here unless it is already; ``entries`` are those of its dictionary."""
        return self.add_plain_stream(data if deflated else _deflated(data), f"{entries}/Filter/FlateDecode")

    def add_plain_stream(self, data: bytes, entries: str) -> int:
        """Add a stream as it is."""
        head = f"<<{entries}/Length {len(data)}>>\nstream\n"
        return self.add(b"".join((head.encode("ascii"), data, b"\nendstream")))

    def finish(self, catalog: int, info: int) -> bytes:
        """Return the whole file. Its identifier is drawn from all that is in it."""
        digest = hashlib.md5(usedforsecurity=False)
        for written in self._file.strings:
            digest.update(written)
        name = f"<{digest.hexdigest()}>"
        numbers = range(1, self._last + 1)
        known = SimpleNamespace(
            idToObjectNumberAndVersion={number: (number, 0) for number in numbers}, idToOffset=self._places
        )
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, numbers)
        trailer = pdfdoc.PDFTrailer(
            startxref=self._file.add(table.format(known)),
            Size=self._last + 1,
            Root=reference(catalog),
            Info=reference(info),
            ID=f"[{name}{name}]",
        )
        self._file.add(trailer.format(known))
        data: bytes = self._file.format(known)
        return data


def text_string(text: str) -> str:
    """Return a text as a PDF's string object."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def reference(number: int) -> str:
    """Return a reference to an object."""
    return f"{number} 0 R"


def references(numbers: Iterable[int]) -> str:
    """Return an array of references to objects."""
    return f"[{' '.join([f'{number} 0 R' for number in numbers])}]"
