"""A photo of any phone becomes one that can be printed; what is none is told in one sentence."""

import io
import struct
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from desktop_app.domain.photo import LONG_SIDE, photo_of
from desktop_app.exchange import photo as reading
from desktop_app.exchange.photo import PhotoError, photo_from, read_photo
from desktop_app.resources import resource
from tests.photo_files import corners_of, drawn, encoded

PHONE = resource("sample", "phone.heic")
UPRIGHT = ("red", "green", "blue", "white")
TURNED = {
    1: UPRIGHT,
    2: ("green", "red", "white", "blue"),
    3: ("white", "blue", "green", "red"),
    4: ("blue", "white", "red", "green"),
    5: ("red", "blue", "green", "white"),
    6: ("blue", "red", "white", "green"),
    7: ("white", "green", "blue", "red"),
    8: ("green", "white", "red", "blue"),
}
"""What each EXIF orientation makes of the four fields."""


def exif(**tags):
    found = Image.Exif()
    found[0x010F] = "Camera"
    found[0x8825] = {1: "N", 2: (16.0, 30.0, 0.0)}
    for number, value in tags.items():
        found[int(number.removeprefix("t"))] = value
    return found


@pytest.mark.parametrize("orientation", TURNED)
def test_a_photo_is_upright_however_the_phone_was_held(orientation):
    data = encoded(drawn(400, 300), quality=95, exif=exif(t274=orientation))
    made = photo_from(data, "ภาพ.jpg")
    assert corners_of(made.jpeg) == TURNED[orientation]
    size = (made.photo.width, made.photo.height)
    assert size == ((400, 300) if orientation < 5 else (300, 400))


def test_it_tells_nothing_of_camera_and_place():
    made = photo_from(encoded(drawn(400, 300), exif=exif(), comment=b"secret"), "ภาพ.jpg")
    with Image.open(io.BytesIO(made.jpeg)) as image:
        assert not image.getexif()
        assert {"exif", "comment", "icc_profile"}.isdisjoint(image.info)
    assert b"Camera" not in made.jpeg


@pytest.mark.parametrize(("size", "kept"), [((3200, 2400), (1600, 1200)), ((300, 4000), (120, 1600))])
def test_it_is_no_larger_than_paper_can_show(size, kept):
    made = photo_from(encoded(drawn(*size)), "ภาพ.jpg")
    assert (made.photo.width, made.photo.height) == kept
    assert max(kept) <= LONG_SIDE


def test_a_photo_that_is_ready_stays_as_it_is():
    made = photo_from(encoded(drawn(400, 300), exif=exif()), "ภาพ.jpg")
    assert photo_from(made.jpeg, "อีกครั้ง.jpg").jpeg == made.jpeg
    assert photo_of(made.jpeg) == made.photo


@pytest.mark.parametrize(
    ("image", "options"),
    [
        (drawn(400, 300).convert("RGBA"), {}),
        (drawn(400, 300).quantize(8), {}),
        (drawn(400, 300).quantize(8), {"transparency": 7}),
        (drawn(400, 300), {"icc_profile": b"no profile" * 20}),
    ],
)
def test_a_png_of_any_kind_has_its_colours(image, options):
    assert corners_of(photo_from(encoded(image, "PNG", **options), "ภาพ.png").jpeg) == UPRIGHT


def test_what_is_transparent_is_white_paper():
    image = drawn(400, 300).convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 200, 150))
    assert corners_of(photo_from(encoded(image, "PNG"), "ภาพ.png").jpeg)[0] == "white"


@pytest.mark.parametrize(
    ("image", "shade"),
    [
        (Image.new("I;16", (60, 40), 32768), 128),
        (Image.new("LA", (60, 40), (128, 255)), 128),
        (Image.new("1", (60, 40), 1), 255),
        (Image.new("L", (60, 40), 128), 128),
    ],
)
def test_grey_of_any_depth_keeps_its_shade(image, shade):
    made = photo_from(encoded(image, "PNG"), "ภาพ.png")
    grey = Image.open(io.BytesIO(made.jpeg)).convert("L").getpixel((20, 20))
    assert abs(grey - shade) <= 2


def test_colours_of_print_become_those_of_a_screen():
    made = photo_from(encoded(drawn(400, 300).convert("CMYK"), quality=95), "ภาพ.jpg")
    assert corners_of(made.jpeg) == UPRIGHT
    assert Image.open(io.BytesIO(made.jpeg)).mode == "RGB"


def test_a_colour_profile_is_followed():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ").replace(b"....", b"gXYZ")
    made = photo_from(encoded(drawn(400, 300), quality=95, icc_profile=swapped), "ภาพ.jpg")
    assert corners_of(made.jpeg) == ("green", "red", "blue", "white")


def test_the_heic_of_a_phone_is_read_upright():
    made = read_photo(PHONE)
    assert (made.photo.width, made.photo.height) == (64, 96)
    assert corners_of(made.jpeg)[1] == "red"


def test_the_original_is_kept_only_when_wanted(tmp_path):
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(encoded(drawn(400, 300), exif=exif()))
    assert read_photo(path).original is None
    kept = read_photo(path, keep_original=True)
    assert (kept.original, kept.name) == (path.read_bytes(), "IMG_1.jpg")


GOOD = encoded(drawn(800, 600), quality=95)


def claiming(width, height):
    """A JPEG whose head claims another size."""
    at = GOOD.find(b"\xff\xc0") + 5
    return GOOD[:at] + struct.pack(">HH", height, width) + GOOD[at + 4 :]


def png_claiming(width, height):
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0" * 9


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "ว่างเปล่า"),
        ("ข้อความ".encode(), "ไม่ใช่ภาพ"),
        (b"PK\x03\x04" + b"\0" * 200, "ไม่ใช่ภาพ"),
        (b"%PDF-1.7", "ไม่ใช่ภาพ"),
        (GOOD[: len(GOOD) // 2], "ไม่ครบ"),
        (GOOD[:30], "ไม่ครบ"),
        (b"\xff\xd8\xff" + b"\0" * 500, "ไม่ครบ"),
        (encoded(drawn(80, 60), "PNG")[:60], "ไม่ครบ"),
        (PHONE.read_bytes()[:300], "ไม่ครบ"),
        (claiming(65_000, 65_000), "พิกเซลมากเกินไป"),
        (png_claiming(65_000, 65_000), "พิกเซลมากเกินไป"),
    ],
)
def test_what_is_no_photo_is_told_in_one_sentence_with_what_to_do(data, told):
    with pytest.raises(PhotoError, match=told) as refused:
        photo_from(data, "ภาพ.jpg")
    sentence = refused.value.sentence
    assert "ภาพ.jpg" in sentence
    assert "กรุณา" in sentence


@pytest.mark.parametrize("data", [claiming(65_000, 65_000), png_claiming(65_000, 65_000)])
def test_a_bomb_is_refused_before_it_is_unfolded(data):
    tracemalloc.start()
    with pytest.raises(PhotoError):
        photo_from(data, "ภาพ.jpg")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


def test_a_huge_file_is_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "ภาพ.jpg"
    path.write_bytes(GOOD)
    monkeypatch.setattr(reading, "FILE_LIMIT", len(GOOD) - 1)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(PhotoError, match="ใหญ่เกิน"):
        read_photo(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(PhotoError, match=r"หาย\.jpg"):
        read_photo(tmp_path / "หาย.jpg")
