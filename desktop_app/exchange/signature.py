"""A person's signature out of a picture: a scan or a photograph of a sheet, or a drawing.

What is printed stands on white paper, so the sheet behind the ink is made white whatever its light was; the
ink keeps its colour. There is no transparency in it (PDF/A).
"""

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from desktop_app.exchange.emblem import EmblemError, read_picture
from desktop_app.language import _

HEIGHT = 400
"""Pixels: 1.2 cm at more than 800 dots an inch."""
LONGEST = 2000
"""Pixels of the longer side while it is read: a telephone gives far more than a printer can show."""
_SHEET = 24
"""The light of the sheet is told on a picture this many times smaller."""
_PALE = 215
"""What is lighter than this, once the sheet is white, is sheet."""


def signature_picture(path: Path) -> bytes:
    """Return the PNG of a signature: cut to its ink, on white, at most HEIGHT pixels high.

    Raises KnownError for a file that is no picture, and for one without any ink.
    """
    image = read_picture(path)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", image.size, "white")
    clean = _on_white(Image.alpha_composite(paper, image).convert("RGB"))
    ink = ImageChops.invert(clean.convert("L")).getbbox()
    if ink is None:
        raise EmblemError(_("ไม่พบลายมือชื่อในภาพนี้ กรุณาเลือกภาพที่เซ็นด้วยปากกาสีเข้มบนกระดาษขาว"))
    clean = clean.crop(ink)
    if clean.height > HEIGHT:
        width = max(1, round(clean.width * HEIGHT / clean.height))
        clean = clean.resize((width, HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """Return the picture with the light of its sheet taken out, and what is left of the sheet made white."""
    small = (max(1, image.width // _SHEET), max(1, image.height // _SHEET))
    light = image.resize(small, Image.Resampling.BOX)
    light = light.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    sheet = light.resize(image.size, Image.Resampling.BICUBIC)
    evened = ImageChops.add(image, ImageChops.invert(sheet))
    is_sheet = evened.convert("L").point([0] * _PALE + [255] * (256 - _PALE))
    evened.paste("white", mask=is_sheet)
    return evened
