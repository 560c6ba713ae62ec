"""Fonts and pictures into the file."""

import io
import struct
import zlib
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.pdf_file import LEVEL, PdfFile, reference
from desktop_app.documents.typeset.cidfont import CidFont
from desktop_app.domain.office import picture_size
from desktop_app.domain.photo import Frame
from desktop_app.errors import KnownError
from desktop_app.language import _

_FINE = 450
"""Pixels left at least on the longer side of a larger emblem: 760 dots per inch on a memo, 380 on a cover."""
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


class _Pixels(NamedTuple):
    """A picture as a PDF has it: deflated rows in a colour space, DeviceGray or DeviceRGB."""

    width: int
    height: int
    space: str
    rows: bytes


@lru_cache(maxsize=8)
def _pixels(png: bytes) -> _Pixels:
    """Decode a PNG, lay it on white, scale it down to what an emblem can show; remembered.

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
        raise KnownError(_("เปิดภาพตราของหน่วยงานไม่ได้ กรุณาเลือกภาพตราใหม่ในหน้าตั้งค่า")) from error
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image)
    flat = flat.reduce(max(1, max(flat.size) // _FINE))
    grey = flat.convert("L")
    if grey.convert("RGB").tobytes() == flat.tobytes():
        return _Pixels(*flat.size, "DeviceGray", zlib.compress(grey.tobytes(), LEVEL))
    return _Pixels(*flat.size, "DeviceRGB", zlib.compress(flat.tobytes(), LEVEL))


def add_picture(file: PdfFile, png: bytes) -> int:
    """Put a picture into the file; return its number. Raises KnownError when it is none."""
    width, height, space, rows = _pixels(png)
    entries = (
        f"/Type/XObject/Subtype/Image/ColorSpace/{space}/BitsPerComponent 8/Width {width}/Height {height}"
    )
    return file.add_stream(rows, entries, deflated=True)


def add_photo(file: PdfFile, jpeg: bytes, frame: Frame) -> int:
    """Put a JPEG into the file as it is; return its number."""
    space = "DeviceGray" if frame.colours == 1 else "DeviceRGB"
    return file.add_plain_stream(
        jpeg,
        f"/Type/XObject/Subtype/Image/ColorSpace/{space}/BitsPerComponent 8"
        f"/Width {frame.width}/Height {frame.height}/Filter/DCTDecode",
    )


def add_font(file: PdfFile, font: CidFont) -> int:
    """Put a font into the file: Type0 over CIDFontType2 over the subset of its glyphs; return its number."""
    data, glyphs = font.subset()
    name = f"/{_subset_tag(data)}+{font.face.name}"
    program = file.add_stream(data, f"/Length1 {len(data)}")
    metrics = font.face.metrics()
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName {name}/Flags 4"
        f"/FontBBox[{' '.join(map(str, metrics.box))}]/ItalicAngle {metrics.slope}"
        f"/Ascent {metrics.ascent}/Descent {metrics.descent}/CapHeight {metrics.ascent}"
        f"/StemV {metrics.stem}/FontFile2 {reference(program)}>>"
    )
    glyph_map = file.add_stream(struct.pack(f">{len(glyphs)}H", *glyphs))
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont {name}/CIDSystemInfo {_SYSTEM}"
        f"/FontDescriptor {reference(descriptor)}/DW 0/W{font.widths()}"
        f"/CIDToGIDMap {reference(glyph_map)}>>"
    )
    to_unicode = file.add_stream(font.to_unicode())
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont {name}/Encoding/Identity-H"
        f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(to_unicode)}>>"
    )


def _subset_tag(data: bytes) -> str:
    """Return the six capitals that name a subset, drawn from what is in it."""
    number = zlib.crc32(data)
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))
