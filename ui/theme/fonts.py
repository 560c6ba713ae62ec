"""The bundled fonts: Sarabun for the interface, TH Sarabun New where the page's own look is wanted.

Only the interface's regular and bold face are loaded before the first paint; the rest when asked for.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.resources import resource

INTERFACE_POINTS = 10.5
"""Size of the interface type: 14 px at 100 %."""
GRID_POINTS = 10.125
"""Size of the type in grid cells: 13.5 px at 100 %."""

TITLE_POINTS = 13.0
"""Size of the title of a card or a page."""
PERCENTS = (90, 100, 115, 130, 150, 175, 200)
"""The sizes of type one may choose, in percent of the program's own."""
NORMAL = 100
_CHOSEN = "textPercent"


def text_percent() -> int:
    """Return the size of type in use, one of PERCENTS."""
    app = QApplication.instance()
    chosen = app.property(_CHOSEN) if app is not None else None
    return chosen if chosen in PERCENTS else NORMAL


def choose_percent(app: QApplication, percent: int) -> None:
    """Use this size of type from now on; one that is not in PERCENTS is taken as the normal one."""
    app.setProperty(_CHOSEN, percent)


def scaled(points: float) -> float:
    """Return a size of type as the user wants it."""
    return points * text_percent() / NORMAL


@cache
def _family(folder: str, *files: str) -> str:
    """Load font files once and return the name of their family; raises KnownError when one is missing."""
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", folder, file)))
        families += QFontDatabase.applicationFontFamilies(number)
    if len(families) != len(files):
        raise KnownError(_("ไม่พบไฟล์แบบอักษรของโปรแกรม กรุณาติดตั้งโปรแกรมใหม่อีกครั้ง"))
    return families[0]


def interface_font() -> QFont:
    """Return the interface font (Sarabun)."""
    font = QFont(_family("sarabun", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf"))
    font.setPointSizeF(scaled(INTERFACE_POINTS))
    return font


def grid_font() -> QFont:
    """Return the font of grid cells (Sarabun, a little smaller)."""
    font = interface_font()
    font.setPointSizeF(scaled(GRID_POINTS))
    return font


def document_font(points: float = 16.0) -> QFont:
    """Return TH Sarabun New, the font of the printed page; ``points`` as on paper."""
    faces = ("Regular", "Bold", "Italic", "BoldItalic")
    font = QFont(_family("th-sarabun-new", *(f"THSarabunNew-{face}.ttf" for face in faces)))
    font.setPointSizeF(points)
    return font
