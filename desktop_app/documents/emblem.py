"""Pictures as they stand on a page: the emblem of the office, a signature."""

from desktop_app.documents.typeset.page import Picture
from desktop_app.documents.typeset.structure import Structure
from desktop_app.domain.office import picture_size

_SAYS = "ตราของหน่วยงาน"
"""What is read out to who cannot see the emblem."""


def emblem_picture(png: bytes, height: float, widest: float, structure: Structure) -> Picture:
    """Return an emblem in its own shape at (0, 0), ``height`` points high unless it were too wide then."""
    return fitted_picture(png, height, widest, structure.add("Figure", alt=_SAYS))


def fitted_picture(png: bytes, height: float, widest: float, tag: int) -> Picture:
    """Return a picture in its own shape at (0, 0), ``height`` points high unless it were too wide then."""
    across, down = picture_size(png) or (1, 1)
    height = min(height, widest * down / across)
    return Picture(0.0, 0.0, height * across / down, height, png, tag)
