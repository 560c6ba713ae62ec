"""How the window looks: colours, fonts, icons, Qt's own words.

``choose_style`` before the QApplication is made, ``apply`` before the first widget.
"""

import os

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.language import THAI, spoken
from ui.qt_thai import ThaiTranslator
from ui.theme.colours import DARK, LIGHT, Tokens
from ui.theme.fonts import (
    NORMAL,
    PERCENTS,
    choose_percent,
    document_font,
    grid_font,
    interface_font,
    text_percent,
)
from ui.theme.sheet import style_sheet

__all__ = [
    "NORMAL",
    "PERCENTS",
    "Tokens",
    "apply",
    "choose_style",
    "document_font",
    "grid_font",
    "icon",
    "interface_font",
    "text_percent",
    "tokens",
]

_TRANSLATOR = "ThaiTranslator"
_STYLE_VARIABLE = "QT_STYLE_OVERRIDE"


def choose_style() -> None:
    """Choose Fusion before the QApplication is made; changing it afterwards costs 5 ms of the first paint."""
    os.environ[_STYLE_VARIABLE] = "Fusion"


def apply(app: QApplication, dark: bool = False, percent: int = NORMAL) -> None:
    """Give the program its look. May be called again to change light to dark or the size of type.

    ``percent`` is one of PERCENTS. Widgets that keep a font of their own (the grid) are made anew by
    whoever changes the size.
    """
    choose_percent(app, percent)
    colours = DARK if dark else LIGHT
    sheet = style_sheet(colours)
    if app.styleSheet() == sheet:
        return
    if os.environ.get(_STYLE_VARIABLE) != "Fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(colours))
    app.setFont(interface_font())
    app.setStyleSheet(sheet)
    if spoken() == THAI and app.findChild(ThaiTranslator, _TRANSLATOR) is None:
        translator = ThaiTranslator(app)
        translator.setObjectName(_TRANSLATOR)
        app.installTranslator(translator)


def icon(name: str, colour: str | None = None) -> QIcon:
    """Return the icon of this name (a file in resources/icons) in the palette's button text colour.

    ``colour`` ("#rrggbb") fixes the colour instead, for an icon on an accent button. Raises
    FileNotFoundError for a name that does not ship.
    """
    from ui.theme.icons import tinted

    return tinted(name, colour)


def tokens() -> Tokens:
    """Return the colours in use now."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def palette(colours: Tokens) -> QPalette:
    """Return the Qt palette of these colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for one, colour in {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.background,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.Light: colours.panel,
        role.Midlight: colours.background,
        role.Mid: colours.line,
        role.Dark: colours.muted,
        role.Shadow: colours.shadow,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.text,
        role.Accent: colours.accent,
    }.items():
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.muted))
    return made
