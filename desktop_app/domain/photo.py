"""A photo of an activity (ภาพกิจกรรม): a JPEG that is ready to be printed, known by its content."""

import struct
from dataclasses import dataclass
from hashlib import sha256

LONG_SIDE = 1600
"""Pixels of a photo's longer side at most: 200 dots an inch over 20 cm, the longest that is printed."""
MOST_BYTES = 8_000_000
"""Of a photo that is ready to be printed; one of ours has a tenth of that."""
_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended, progressive: the kinds of frame that every reader of PDF draws."""
_PICTURE_DATA = range(0xE1, 0xF0)
_COMMENT = 0xFE
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo by the SHA-256 of its JPEG (hexadecimal), and its size in pixels, upright."""

    sha256: str
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo with its bytes: the ``jpeg`` that is printed, and the file it was made from, if that is kept.

    ``jpeg`` has no more than LONG_SIDE pixels a side, sRGB or grey, and says nothing of camera and place.
    """

    photo: Photo
    jpeg: bytes
    original: bytes | None = None
    name: str = ""
    """How the original file was called."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the head of a JPEG tells: its size in pixels, and how many colours it has (1 or 3)."""

    width: int
    height: int
    colours: int


def photo_of(jpeg: bytes) -> Photo | None:
    """Return the photo that a JPEG is; None when it is not ready to be printed.

    It is ready when it is whole, no larger than a photo may be, grey or of three colours, and carries
    nothing but the picture: no camera, place, profile or comment.
    """
    frame = frame_of(jpeg, plain=True)
    if frame is None or len(jpeg) > MOST_BYTES or not jpeg.endswith(b"\xff\xd9"):
        return None
    if max(frame.width, frame.height) > LONG_SIDE or frame.colours not in (1, 3):
        return None
    return Photo(sha256(jpeg).hexdigest(), frame.width, frame.height)


def frame_of(jpeg: bytes, plain: bool = False) -> Frame | None:
    """Return what the head of a JPEG tells; None for what is no JPEG of eight bits with a size.

    ``plain``: None as well when it tells more than the picture (ITU-T T.81, B.1 and B.2).
    """
    if not jpeg.startswith(b"\xff\xd8"):
        return None
    at, found = 2, None
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        marker = jpeg[at + 1]
        if plain and (marker in _PICTURE_DATA or marker == _COMMENT):
            return None
        if marker in _FRAMES:
            found = _frame(jpeg[at + 4 : at + 10])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def _frame(head: bytes) -> Frame | None:
    if len(head) < 6:
        return None
    bits, height, width, colours = struct.unpack(">BHHB", head)
    return Frame(width, height, colours) if bits == 8 and width and height else None
