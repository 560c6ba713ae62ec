"""Invented pictures for tests: coloured fields, so that it can be told which side is up."""

import io

from PIL import Image

from desktop_app.domain.photo import PhotoFile
from desktop_app.exchange.photo import photo_from

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = (RED, GREEN, BLUE, WHITE)
"""Upper left, upper right, lower left, lower right."""


def drawn(width: int, height: int, corners=CORNERS) -> Image.Image:
    """A picture of four fields."""
    image = Image.new("RGB", (width, height))
    for at, colour in enumerate(corners):
        left, top = at % 2 * (width // 2), at // 2 * (height // 2)
        image.paste(colour, (left, top, left + width - width // 2, top + height - height // 2))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(width: int, height: int, shade: int = 0) -> PhotoFile:
    """A photo ready to be printed; another ``shade`` is another photo."""
    corners = ((255 - shade, shade, 0), GREEN, BLUE, WHITE)
    return photo_from(encoded(drawn(width, height, corners), quality=80), f"ภาพ{shade}.jpg")


def corners_of(jpeg: bytes) -> tuple[str, ...]:
    """The colours of the four corners, by name, as a reader sees the picture."""
    image = Image.open(io.BytesIO(jpeg)).convert("RGB")
    right, low = image.width - 5, image.height - 5
    return tuple(_name(image.getpixel(at)) for at in ((4, 4), (right, 4), (4, low), (right, low)))


def _name(colour) -> str:
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE, "black": (0, 0, 0)}
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(names[name], colour, strict=True)))
