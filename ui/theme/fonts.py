"""The bundled fonts: Sarabun for the interface, TH Sarabun New where the page's own look is wanted.

Only the interface's regular and bold face are loaded before the first paint; the rest when asked for.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.errors import KnownError
from desktop_app.resources import resource

INTERFACE_POINTS = 10.5
"""Size of the interface type: 14 px at 100 %."""
GRID_POINTS = 10.125
"""Size of the type in grid cells: 13.5 px at 100 %."""


@cache
def _family(folder: str, *files: str) -> str:
    """Load font files once and return the name of their family; raises KnownError when one is missing."""
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", folder, file)))
        families += QFontDatabase.applicationFontFamilies(number)
    if len(families) != len(files):
        raise KnownError("ไม่พบไฟล์แบบอักษรของโปรแกรม กรุณาติดตั้งโปรแกรมใหม่อีกครั้ง")
    return families[0]


def interface_font() -> QFont:
    """Return the interface font (Sarabun)."""
    font = QFont(_family("sarabun", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf"))
    font.setPointSizeF(INTERFACE_POINTS)
    return font


def grid_font() -> QFont:
    """Return the font of grid cells (Sarabun, a little smaller)."""
    font = interface_font()
    font.setPointSizeF(GRID_POINTS)
    return font


def document_font(points: float = 16.0) -> QFont:
    """Return TH Sarabun New, the font of the printed page; ``points`` as on paper."""
    faces = ("Regular", "Bold", "Italic", "BoldItalic")
    font = QFont(_family("th-sarabun-new", *(f"THSarabunNew-{face}.ttf" for face in faces)))
    font.setPointSizeF(points)
    return font
