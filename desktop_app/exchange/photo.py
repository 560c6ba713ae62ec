"""Making a photo ready to be printed: upright, sRGB, as large as paper can show, without camera and place.

Reads JPEG, PNG and the HEIC of phones. What a file claims is looked at before anything is unfolded; a large
JPEG is read at a part of its size. Safe in any thread.
"""

import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.photo import LONG_SIDE, PhotoFile, frame_of, photo_of
from desktop_app.errors import KnownError
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.language import _

if TYPE_CHECKING:
    from PIL import Image

FILE_LIMIT = 60_000_000
"""Bytes; a 40-megapixel JPEG has a quarter of that."""
MOST_JPEG_PIXELS, MOST_PIXELS = 110_000_000, 50_000_000
"""A JPEG is read at an eighth of its size; what cannot be takes four bytes a pixel."""
QUALITY = 85
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_PNG = b"\x89PNG\r\n\x1a\n"
_KINDS = _("JPEG, PNG หรือ HEIC")


class PhotoError(KnownError):
    """The file holds no photo that can be printed."""


def read_photo(path: Path, keep_original: bool = False) -> PhotoFile:
    """Return the photo of a file, ready to be printed; with the file itself when that is to be kept.

    Raises PhotoError, whose sentence names the file: missing, empty, too large, no photo, cut off.
    """
    try:
        refuse_live_database(path)
        if path.stat().st_size > FILE_LIMIT:
            raise PhotoError(_("ไฟล์ {name} ใหญ่เกิน ๖๐ ล้านไบต์ กรุณาย่อภาพแล้วเลือกใหม่").format(name=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise PhotoError(
            _("เปิดไฟล์ {name} ไม่ได้ กรุณาตรวจว่าไฟล์ยังอยู่และมีสิทธิ์อ่าน").format(name=path.name)
        ) from error
    return photo_from(data, path.name, keep_original)


def photo_from(data: bytes, name: str, keep_original: bool = False) -> PhotoFile:
    """Return the photo that these bytes are (see ``read_photo``); ``name`` is what sentences call it."""
    if not data:
        raise PhotoError(_("ไฟล์ {name} ว่างเปล่า (๐ ไบต์) กรุณาคัดลอกภาพจากต้นทางใหม่อีกครั้ง").format(name=name))
    open_image = _opener(data, name)
    try:
        jpeg = _printable(open_image(), data)
    except PhotoError:
        raise
    except MemoryError as error:
        raise PhotoError(_("หน่วยความจำไม่พอสำหรับภาพ {name} กรุณาย่อภาพแล้วเลือกใหม่").format(name=name)) from error
    except Exception as error:  # a decoder that stumbles over bytes made to harm may raise anything
        raise PhotoError(
            _("ภาพ {name} ไม่ครบหรือเสียหาย อาจคัดลอกไม่จบ กรุณาคัดลอกภาพจากต้นทางใหม่อีกครั้ง").format(name=name)
        ) from error
    photo = photo_of(jpeg)
    assert photo is not None
    return PhotoFile(photo, jpeg, data if keep_original else None, name)


def _opener(data: bytes, name: str) -> "Callable[[], Image.Image]":
    """Tell of which kind the picture is, and refuse it when it claims to be too large."""
    if data.startswith(b"\xff\xd8\xff"):
        frame = frame_of(data)
        if frame is not None and frame.width * frame.height > MOST_JPEG_PIXELS:
            raise _too_large(name)
        return lambda: _jpeg(data)
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        if width * height > MOST_PIXELS:
            raise _too_large(name)
        return lambda: _png(data)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return lambda: _heif(data, name)
    raise PhotoError(
        _("ไฟล์ {name} ไม่ใช่ภาพที่อ่านได้ กรุณาเลือกภาพ {kinds} หรือเปิดภาพแล้วบันทึกเป็น JPEG").format(
            name=name, kinds=_KINDS
        )
    )


def _too_large(name: str) -> PhotoError:
    return PhotoError(_("ภาพ {name} มีจำนวนพิกเซลมากเกินไป กรุณาย่อภาพแล้วเลือกใหม่").format(name=name))


def _jpeg(data: bytes) -> "Image.Image":
    """Open a JPEG by its own reader: what Pillow warns of was looked at already."""
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(io.BytesIO(data))


def _png(data: bytes) -> "Image.Image":
    from PIL.PngImagePlugin import PngImageFile

    return PngImageFile(io.BytesIO(data))


def _heif(data: bytes, name: str) -> "Image.Image":
    """Open the HEIC of a phone; it comes upright."""
    from pi_heif import HeifImageFile

    image: Image.Image = HeifImageFile(io.BytesIO(data))
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(name)
    return image


def _printable(image: "Image.Image", data: bytes) -> bytes:
    """Return the JPEG to be printed; ``data`` itself when it is one already and can be drawn whole."""
    from PIL import Image, ImageOps

    image = _with_shades(image)
    image.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    image.load()
    if photo_of(data) is not None:
        return data
    flat = _flattened(_in_srgb(ImageOps.exif_transpose(image)))
    flat.info = {}
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _with_shades(image: "Image.Image") -> "Image.Image":
    """Return a picture whose dots can be mixed when it is made smaller: no palette, eight bits a colour."""
    if image.mode.startswith(("I", "F")):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _in_srgb(image: "Image.Image") -> "Image.Image":
    """Return the picture in the colours of sRGB; a profile that cannot be read is passed over."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _flattened(image: "Image.Image") -> "Image.Image":
    """Return the picture on white paper, grey or RGB."""
    from PIL import Image

    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image)
        return paper
    return image if image.mode in ("L", "RGB") else image.convert("RGB")
