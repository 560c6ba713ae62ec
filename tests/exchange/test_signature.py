"""A signature out of a scan, a photograph or a drawing: its ink on white, cut to it."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from desktop_app.domain.office import PNG
from desktop_app.errors import KnownError
from desktop_app.exchange.signature import HEIGHT, signature_picture

INK = (30, 40, 130)


def sheet(size=(1200, 500), paper=(255, 255, 255), light=0):
    """Return a sheet with a stroke of ink; ``light`` is how much darker its left side is than its right."""
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    for x in range(size[0]):
        shade = light * (size[0] - x) // size[0]
        draw.line((x, 0, x, size[1]), fill=tuple(part - shade for part in paper))
    left, top, right, foot = size[0] // 3, size[1] // 3, size[0] * 2 // 3, size[1] * 2 // 3
    draw.line((left, foot, (left + right) // 2, top, right, foot), fill=INK, width=12)
    return image


def saved(tmp_path, image, name="ลายมือชื่อ.png", **options):
    path = tmp_path / name
    image.save(path, **options)
    return path


def taken(path):
    png = signature_picture(path)
    assert png.startswith(PNG)
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize(("name", "light"), [("ก.png", 0), ("ก.jpg", 0), ("ก.jpg", 70), ("ก.png", 120)])
def test_the_sheet_is_white_whatever_its_light_was_and_the_ink_keeps_its_colour(tmp_path, name, light):
    image = taken(saved(tmp_path, sheet(paper=(230, 226, 215), light=light), name))
    corners = [(0, 0), (image.width - 1, 0)]
    assert [image.getpixel(corner) for corner in corners] == [(255, 255, 255)] * 2
    red, green, blue = min((colour for _, colour in image.getcolors(1_000_000)), key=sum)
    assert blue > red + 30
    assert blue > green + 30


def test_it_is_cut_to_its_ink_and_no_higher_than_a_printer_shows(tmp_path):
    image = taken(saved(tmp_path, sheet((6000, 4000))))
    assert image.height <= HEIGHT
    assert 0.9 < (image.width / image.height) / (2000 / 1333) < 1.1


def test_what_is_transparent_stands_on_white_without_transparency(tmp_path):
    image = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).line((50, 150, 350, 50), fill=(*INK, 255), width=9)
    found = taken(saved(tmp_path, image))
    assert found.mode == "RGB"
    assert found.getpixel((0, 0)) == (255, 255, 255)


def test_a_drawing_is_taken_too(tmp_path):
    path = tmp_path / "ก.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
        '<path d="M20 60 L100 20 L180 60" stroke="#1e2882" stroke-width="5" fill="none"/></svg>',
        encoding="utf-8",
    )
    assert taken(path).width > 100


def test_a_sheet_without_ink_is_told(tmp_path):
    with pytest.raises(KnownError, match="ไม่พบลายมือชื่อ"):
        signature_picture(saved(tmp_path, Image.new("RGB", (300, 200), (238, 238, 238))))


def bomb():
    """A PNG of a few bytes that claims 50,000 pixels each way."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return PNG + chunk


@pytest.mark.parametrize("data", [b"", b"no picture", bomb(), "half"])
def test_what_is_no_picture_is_told_in_one_sentence(tmp_path, data):
    if data == "half":
        out = io.BytesIO()
        sheet().save(out, "JPEG")
        data = out.getvalue()[: len(out.getvalue()) // 2]
    path = tmp_path / "ก.jpg"
    path.write_bytes(data)
    with pytest.raises(KnownError, match="กรุณา"):
        signature_picture(path)
