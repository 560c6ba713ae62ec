"""The photos of a document as they go into its file: as large as they are printed, no larger."""

import io
from collections.abc import Callable
from functools import lru_cache
from math import ceil

from desktop_app.domain.photo import Frame, frame_of
from desktop_app.errors import KnownError
from desktop_app.language import _

DPI = 220
"""Dots an inch that an office printer shows of a photo."""
_STEP = 100
"""Longer sides are rounded up to so many pixels: a photo that moves a little stays the same."""
_NEARLY = 1.25
"""A photo that has no more than so many times the pixels it needs goes into the file as it is."""
_QUALITY = 85
_REMEMBERED = 200
"""Photos that are kept ready, a tenth of a megabyte each."""
_DAMAGED = _("ภาพของกิจกรรมในไฟล์ข้อมูลเสียหาย กรุณาลบภาพนั้นแล้วเพิ่มใหม่")


def no_photos(_sha256: str) -> bytes:
    """Stand for the photos of a document that has none."""
    raise KnownError(_("ไม่มีภาพของกิจกรรมให้พิมพ์ กรุณาเปิดรายงานแล้วเพิ่มภาพใหม่"))


class PhotoShelf:
    """Gives photos by the SHA-256 of their JPEG, and remembers them at the size they were printed.

    ``load`` returns the JPEG of one, or raises KnownError. Safe in any thread when ``load`` is.
    """

    def __init__(self, load: Callable[[str], bytes] = no_photos) -> None:
        self._load = load
        self._printed = lru_cache(maxsize=_REMEMBERED)(self._at_size)

    def printed(self, sha256: str, longest: float) -> tuple[bytes, Frame]:
        """Return a JPEG and what its head tells, for a photo whose longer side is ``longest`` points.

        Raises KnownError when the photo is not there or cannot be drawn.
        """
        return self._printed(sha256, ceil(longest / 72 * DPI / _STEP) * _STEP)

    def _at_size(self, sha256: str, pixels: int) -> tuple[bytes, Frame]:
        jpeg = self._load(sha256)
        frame = frame_of(jpeg)
        if frame is None:
            raise KnownError(_DAMAGED)
        if max(frame.width, frame.height) <= pixels * _NEARLY:
            return jpeg, frame
        smaller = _smaller(jpeg, pixels)
        frame = frame_of(smaller)
        assert frame is not None
        return smaller, frame


def _smaller(jpeg: bytes, pixels: int) -> bytes:
    """Return a JPEG with ``pixels`` on its longer side."""
    from PIL import Image
    from PIL.JpegImagePlugin import JpegImageFile

    try:
        with JpegImageFile(io.BytesIO(jpeg)) as image:
            image.thumbnail((pixels, pixels), Image.Resampling.LANCZOS, reducing_gap=1.0)
            out = io.BytesIO()
            image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    except (OSError, SyntaxError, ValueError) as error:
        raise KnownError(_DAMAGED) from error
    return out.getvalue()
