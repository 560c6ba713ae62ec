"""A document as the bytes of a PDF file. Pure: the same document gives the same bytes, always."""

from desktop_app.documents.blocks import Document
from desktop_app.documents.embedding import add_font, add_photo, add_picture
from desktop_app.documents.layout import lay_out
from desktop_app.documents.metadata import LANGUAGE, add_colours, add_info, add_packet, one_line
from desktop_app.documents.pdf_file import PdfFile, reference, references
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.tagging import MarkedPage, add_outline, add_structure
from desktop_app.documents.typeset.page import Picture, Sheets
from desktop_app.documents.typeset.pen import Pen
from desktop_app.documents.typeset.turns import Turn, go_on


def render(document: Document, photos: PhotoShelf | None = None) -> bytes:
    """Lay a document out and return its PDF file; its photos are taken from ``photos``.

    Raises KnownError when its emblem is no picture, or a photo is not there.
    """
    return draw(document, lay_out(document), photos)


def draw(document: Document, sheets: Sheets, photos: PhotoShelf | None = None, turn: Turn = go_on) -> bytes:
    """Return the PDF file of a document that is laid out. Raises KnownError like render."""
    file = PdfFile()
    pages, tree = _add_pages(file, sheets, _Pictures(file, photos or PhotoShelf()), turn)
    title, author = one_line(document.title), one_line(document.author)
    outline = add_outline(file, sheets.elements, pages)
    catalog = file.add(
        f"<</Type/Catalog/Pages {reference(tree)}/Lang({LANGUAGE})/PageMode/UseNone"
        "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        f"/StructTreeRoot {reference(add_structure(file, sheets.elements, pages))}"
        f"/Metadata {reference(add_packet(file, title, author))}"
        f"/OutputIntents[{reference(add_colours(file))}]"
        + (f"/Outlines {reference(outline)}>>" if outline else ">>")
    )
    return file.finish(catalog, add_info(file, title, author))


def _add_pages(
    file: PdfFile, sheets: Sheets, pictures: "_Pictures", turn: Turn
) -> tuple[list[MarkedPage], int]:
    """Draw all pages into the file; return them and the number of their tree."""
    pen = Pen(sheets.elements, pictures.name)
    tree, fonts = file.reserve(), file.reserve()
    first = file.reserve(len(sheets.pages))
    pages: list[MarkedPage] = []
    bodies: list[str] = []
    for number, page in enumerate(sheets.pages, start=first):
        turn()
        width, height = page.paper
        drawn = pen.draw(page.groups, height)
        content = file.add_stream(drawn.operators.encode("latin-1"))
        bodies.append(
            f"<</Type/Page/Parent {reference(tree)}/MediaBox[0 0 {width:.4f} {height:.4f}]"
            f"/Resources<</Font {reference(fonts)}{pictures.used()}>>"
            f"/Contents {reference(content)}/StructParents {number - first}/Tabs/S>>"
        )
        pages.append(MarkedPage(number, drawn.marked))
    file.put_all(first, bodies)
    kids = references(range(first, first + len(pages)))
    file.put(tree, f"<</Type/Pages/Count {len(pages)}/Kids{kids}>>")
    used = "".join(f"/{name} {reference(add_font(file, font))}" for name, font in pen.fonts().items())
    file.put(fonts, f"<<{used}>>")
    return pages, tree


class _Pictures:
    """The pictures of one document, each put into the file once."""

    def __init__(self, file: PdfFile, photos: PhotoShelf) -> None:
        self._file, self._photos = file, photos
        self._numbers: dict[bytes, int] = {}
        self._used: set[int] = set()

    def name(self, picture: Picture) -> str:
        """Return the resource name of a picture on the page being drawn."""
        number = self._emblem(picture.image) if isinstance(picture.image, bytes) else self._photo(picture)
        self._used.add(number)
        return f"P{number}"

    def used(self) -> str:
        """Return the entry for the resources of the page that has just been drawn, and begin the next."""
        named = "".join(f"/P{number} {reference(number)}" for number in sorted(self._used))
        self._used.clear()
        return f"/XObject<<{named}>>" if named else ""

    def _emblem(self, png: bytes) -> int:
        if png not in self._numbers:
            self._numbers[png] = add_picture(self._file, png)
        return self._numbers[png]

    def _photo(self, picture: Picture) -> int:
        jpeg, frame = self._photos.printed(str(picture.image), max(picture.width, picture.height))
        if jpeg not in self._numbers:
            self._numbers[jpeg] = add_photo(self._file, jpeg, frame)
        return self._numbers[jpeg]
