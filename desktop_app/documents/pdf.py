"""A document as the bytes of a PDF file. Pure: the same document gives the same bytes, always."""

import io
import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from types import SimpleNamespace
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents.blocks import Document
from desktop_app.documents.layout import layout
from desktop_app.documents.typeset.cidfont import CidFont, compressed
from desktop_app.documents.typeset.page import Page
from desktop_app.documents.typeset.pen import Pen
from desktop_app.documents.typeset.shaping import sayable
from desktop_app.domain.office import picture_size
from desktop_app.errors import KnownError

_NO_FONT = "banthuek-none"
_LARGEST_PICTURE = 600
"""Pixels on the longer side that a 1.5 cm emblem is scaled down to: 1000 dots per inch."""


class _NoFont:
    """What ReportLab takes for a page's initial font, so that it declares no Helvetica."""

    fontName = _NO_FONT  # noqa: N815
    _dynamicFont = True  # noqa: N815
    _multiByte = False  # noqa: N815
    face = SimpleNamespace(name=_NO_FONT)


def render(document: Document) -> bytes:
    """Lay a document out and return its PDF file. Raises KnownError when its emblem is no picture."""
    return draw(document, layout(document))


def draw(document: Document, pages: Sequence[Page]) -> bytes:
    """Return the PDF file of a document whose pages are laid out. Raises KnownError like render."""
    pdfmetrics.registerFont(_NoFont())
    rl_config.useA85 = 0
    setup = document.page
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(setup.width, setup.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=_NO_FONT,
        lang="th-TH",
    )
    canvas.setTitle(sayable(" ".join(document.title.split())))
    canvas.setAuthor(sayable(document.author))
    canvas.setCreator("Banthuek")
    canvas.setSubject("")
    pictures = _Pictures(canvas)
    pen = Pen(pictures.name)
    for page in pages:
        for operators in pen.draw(page.groups, setup.height):
            canvas._code.append(operators)
        canvas.showPage()
    for name, font in pen.fonts().items():
        _add_font(canvas._doc, name, font)
    canvas.save()
    return target.getvalue()


class _Pictures:
    """The pictures of one document, each put into the file once."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._names: dict[bytes, str] = {}

    def name(self, png: bytes) -> str:
        """Return the resource name of a picture on the page being drawn."""
        name = self._names.get(png)
        if name is None:
            name = self._names[png] = f"picture{len(self._names) + 1}"
            _add_picture(self._canvas._doc, pdfdoc.xObjectName(name), _pixels(png))
        self._canvas._formsinuse.append(name)
        return str(pdfdoc.xObjectName(name))


class _Pixels(NamedTuple):
    """A picture as a PDF has it: deflated RGB rows, and alpha when it is not opaque."""

    width: int
    height: int
    colours: bytes
    alpha: bytes | None


@lru_cache(maxsize=8)
def _pixels(png: bytes) -> _Pixels:
    """Decode a PNG, scaled down to what a 1.5 cm emblem can show; remembered.

    Only Pillow's PNG reader is loaded. Raises KnownError when it cannot read the picture.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngImageFile

    try:
        if picture_size(png) is None:
            raise ValueError("no picture, or too large a one")
        with PngImageFile(io.BytesIO(png)) as picture:
            image = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise KnownError("เปิดภาพตราของหน่วยงานไม่ได้ กรุณาเลือกภาพตราใหม่ในหน้าตั้งค่า") from error
    image.thumbnail((_LARGEST_PICTURE, _LARGEST_PICTURE), Image.Resampling.LANCZOS)
    alpha = image.getchannel("A")
    opaque = alpha.getextrema()[0] == 255
    colours = zlib.compress(image.convert("RGB").tobytes(), 9)
    return _Pixels(*image.size, colours, None if opaque else zlib.compress(alpha.tobytes(), 9))


def _add_picture(document: pdfdoc.PDFDocument, name: str, pixels: _Pixels) -> None:
    common = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "BitsPerComponent": 8,
    }
    colours = _stream(pixels.colours, {**common, "ColorSpace": pdfdoc.PDFName("DeviceRGB")}, deflated=True)
    if pixels.alpha is not None:
        alpha = _stream(pixels.alpha, {**common, "ColorSpace": pdfdoc.PDFName("DeviceGray")}, deflated=True)
        colours.dictionary["SMask"] = document.Reference(alpha)
    document.Reference(colours, name)


def _add_font(document: pdfdoc.PDFDocument, name: str, font: CidFont) -> None:
    """Put a font into the file: Type0 over CIDFontType2 over the subset of its glyphs."""
    data, places = font.subset()
    tag = _subset_tag(data)
    base = pdfdoc.PDFName(f"{tag}+{font.face.name}")
    metrics = font.face.metrics()
    file = _stream(compressed(data), {"Length1": len(data)}, deflated=True)
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(metrics.box),
            "ItalicAngle": metrics.slope,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.ascent,
            "StemV": metrics.stem,
            "FontFile2": document.Reference(file),
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": _SYSTEM,
            "FontDescriptor": document.Reference(descriptor),
            "DW": 0,
            "W": f"[1 [{' '.join(map(str, font.widths()))}]]",
            "CIDToGIDMap": document.Reference(_stream(_glyph_map(places))),
        }
    )
    whole = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": base,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(font.to_unicode())),
        }
    )
    document.idToObject[pdfdoc.BasicFonts].dict[name] = document.Reference(whole, f"font-{name}")


_SYSTEM = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"


def _glyph_map(places: tuple[int, ...]) -> bytes:
    return struct.pack(f">{len(places) + 1}H", 0, *places)


def _subset_tag(data: bytes) -> str:
    """Return the six capitals that name a subset, drawn from what is in it."""
    number = zlib.crc32(data)
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _stream(
    data: bytes, entries: dict[str, object] | None = None, deflated: bool = False
) -> pdfdoc.PDFStream:
    """Make a deflated stream object."""
    dictionary = pdfdoc.PDFDictionary({**(entries or {}), "Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(dictionary, data if deflated else zlib.compress(data, 9))
