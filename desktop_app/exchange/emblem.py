"""Taking an office's emblem from a file it has: a picture, an SVG, or one of its Word memos.

We ship no state emblem; the office gives its own (พ.ร.บ.เครื่องหมายครุฑพ่าห์ พ.ศ. 2534).
"""

import io
import posixpath
import threading
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from desktop_app.domain.office import Emblem
from desktop_app.errors import KnownError
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.language import _

HEIGHT = 1200
"""Pixels: 1.5 cm at 2,000 dots an inch, more than any office printer draws."""
FILE_LIMIT = 50_000_000
PART_LIMIT = 30_000_000
MOST_PIXELS = 40_000_000
MOST_PICTURES = 12
"""Of a Word file; the emblem of a memo is the first."""
WIDEST = 4
"""Times its height: a wider drawing is no emblem and only fills the memory."""
STACK = 64 << 20
"""Bytes of stack for drawing an SVG, which goes down as deep as its groups are nested (1,024 at most)."""
WHITE = 250
VECTOR_ENDINGS = (".emf", ".wmf")
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ElementTree.ParseError,
    KeyError,
    RuntimeError,  # encrypted, or another way of packing (NotImplementedError)
)
PICTURE_KINDS = _("PNG, JPEG หรือ SVG")
KINDS = _("PNG, JPEG, SVG หรือไฟล์ Word (.docx)")
TOO_LARGE = _("รูปนี้มีขนาดใหญ่เกินไป กรุณาย่อรูปแล้วเลือกใหม่")


class EmblemError(KnownError):
    """The file holds no picture that can be the emblem."""


def candidates(path: Path) -> list[Emblem]:
    """Return the pictures of a file that may be the emblem, in the order in which the file shows them.

    Each is a PNG without its empty border, at most 1,200 pixels high. Raises EmblemError.
    """
    data = _read(path)
    ending = path.suffix.lower()
    if ending == ".svg":
        return [Emblem(_png(_picture(_drawn(data), KINDS)))]
    if zipfile.is_zipfile(io.BytesIO(data)):
        return _from_word(data)
    if ending == ".doc":
        raise EmblemError(_("ไฟล์ Word แบบเก่า (.doc) อ่านไม่ได้ กรุณาเปิดใน Word แล้วบันทึกเป็น .docx ก่อน"))
    return [Emblem(_png(_picture(data, KINDS)))]


def _read(path: Path) -> bytes:
    try:
        refuse_live_database(path)
        if path.stat().st_size > FILE_LIMIT:
            raise EmblemError(_("ไฟล์ใหญ่เกิน ๕๐ ล้านไบต์ กรุณาเลือกรูปที่เล็กกว่านี้"))
        return path.read_bytes()
    except OSError as error:
        raise EmblemError(
            _("เปิดไฟล์ {name} ไม่ได้ กรุณาตรวจว่าไฟล์ยังอยู่และมีสิทธิ์อ่าน").format(name=path.name)
        ) from error


def _drawn(data: bytes) -> bytes:
    """Return a PNG of an SVG. On a stack of its own: a small one is overrun by 100 nested groups."""
    drawn: list[bytes] = []
    thread = threading.Thread(target=lambda: drawn.extend(_drawings(data)))
    usual = threading.stack_size(STACK)
    try:
        thread.start()
    finally:
        threading.stack_size(usual)
    thread.join()
    if not drawn:
        raise EmblemError(_("อ่านไฟล์ SVG นี้ไม่ได้ กรุณาบันทึกเป็น PNG แล้วเลือกใหม่"))
    return drawn[0]


def _drawings(data: bytes) -> list[bytes]:
    """Return the PNG of an SVG, or nothing when it cannot be drawn."""
    import resvg_py

    try:
        text = data.decode("utf-8-sig")
        return [bytes(resvg_py.svg_to_bytes(svg_string=text, width=WIDEST * HEIGHT, height=HEIGHT))]
    except (ValueError, OSError, RuntimeError):
        return []


def read_picture(path: Path) -> Image.Image:
    """Return the picture of an image or SVG file, upright, with its transparency. Raises EmblemError."""
    data = _read(path)
    return _picture(_drawn(data) if path.suffix.lower() == ".svg" else data, PICTURE_KINDS)


def _picture(data: bytes, kinds: str) -> Image.Image:
    """Return a decoded picture, upright. Raises EmblemError for what is no picture or a bomb."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise EmblemError(TOO_LARGE)
                return ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise EmblemError(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise EmblemError(_("ไฟล์นี้ไม่ใช่รูปที่อ่านได้ กรุณาเลือกรูป {kinds}").format(kinds=kinds)) from error


def _png(image: Image.Image) -> bytes:
    """Return the PNG of a picture without its empty border, scaled down to at most HEIGHT."""
    box = _ink(image)
    if box is None:
        raise EmblemError(_("รูปนี้ว่างเปล่า กรุณาเลือกรูปอื่น"))
    image = image.crop(box)
    if image.height > HEIGHT:
        image.thumbnail((image.width, HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box of what is neither white nor transparent."""
    paper = Image.new("RGBA", image.size, "white")
    shown = Image.alpha_composite(paper, image).convert("L")
    return ImageChops.invert(shown).point([0] * (256 - WHITE) + [255] * WHITE).getbbox()


def _from_word(data: bytes) -> list[Emblem]:
    """Return the pictures of a Word file: the headers' first, then the text's."""
    found: list[Emblem] = []
    unreadable = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as word:
            if "word/document.xml" not in word.namelist():
                raise EmblemError(_("ไฟล์นี้ไม่ใช่ไฟล์ Word กรุณาเลือกรูป PNG, JPEG, SVG หรือไฟล์ Word (.docx)"))
            for name in islice(_pictures_in_order(word), MOST_PICTURES):
                try:
                    emblem = Emblem(_png(_picture(_part(word, name), KINDS)))
                except EmblemError:
                    unreadable += name.lower().endswith(VECTOR_ENDINGS)
                    continue
                if emblem not in found:
                    found.append(emblem)
    except DAMAGED as error:
        raise EmblemError(_("ไฟล์ Word นี้เสียหาย กรุณาเลือกไฟล์อื่น")) from error
    if not found and unreadable:
        raise EmblemError(
            _("ตราในไฟล์ Word นี้เป็นภาพชนิด EMF/WMF ซึ่งอ่านไม่ได้ กรุณาคลิกขวาที่ตรา เลือกบันทึกเป็นรูปภาพ PNG แล้วเลือกไฟล์นั้น")
        )
    if not found:
        raise EmblemError(_("ไม่พบรูปในไฟล์ Word นี้ กรุณาเลือกบันทึกข้อความที่มีตราอยู่"))
    return found


def _pictures_in_order(word: zipfile.ZipFile) -> Iterator[str]:
    names = set(word.namelist())
    headers = sorted(name for name in names if name.startswith("word/header") and name.endswith(".xml"))
    seen: set[str] = set()
    for part in (*headers, "word/document.xml"):
        for name in _pictures_of(word, part, names):
            if name not in seen:
                seen.add(name)
                yield name


def _pictures_of(word: zipfile.ZipFile, part: str, names: set[str]) -> Iterator[str]:
    folder, file = posixpath.split(part)
    links = f"{folder}/_rels/{file}.rels"
    if links not in names:
        return
    targets = {link.get("Id"): link.get("Target", "") for link in _xml(_part(word, links))}
    for element in _xml(_part(word, part)).iter():
        for attribute, value in element.attrib.items():
            if attribute.endswith(("}embed", "}id", "}link")) and value in targets:
                name = posixpath.normpath(posixpath.join(folder, targets[value])).lstrip("/")
                if name in names and "/media/" in f"/{name}":
                    yield name


def _xml(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise EmblemError(_("ไฟล์ Word นี้มีส่วนที่ไม่ปลอดภัย กรุณาเลือกไฟล์อื่น"))
    return ElementTree.fromstring(data)  # noqa: S314


def _part(word: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the zip, but never more than PART_LIMIT bytes."""
    with word.open(name) as file:
        data = file.read(PART_LIMIT + 1)
    if len(data) > PART_LIMIT:
        raise EmblemError(_("ไฟล์ Word นี้ใหญ่ผิดปกติ กรุณาเลือกไฟล์อื่น"))
    return data
