"""The colours of the window, light and dark, by what they mean (the table of the look).

A widget that paints itself asks for ``tokens()``; everything else gets its colours from the palette and
the style sheet that are made out of these.
"""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as "#rrggbb". ``accent`` is for the selected and the one main action of the moment."""

    background: str
    panel: str
    line: str
    text: str
    muted: str
    accent: str
    accent_background: str
    accent_text: str
    """Text that stands on ``accent``."""
    done: str
    waiting: str
    """What still waits for the clerk."""
    error: str
    editing: str
    """The background of the cell that is being edited."""
    shadow: str
    """The shadow under a printed page; drawn with an alpha of its own."""
    dark: bool


LIGHT = Tokens(
    background="#f4f5f7",
    panel="#ffffff",
    line="#dfe3e8",
    text="#1d2733",
    muted="#66727f",
    accent="#1f5f8b",
    accent_background="#e6f0f7",
    accent_text="#ffffff",
    done="#2e7d4f",
    waiting="#b26a00",
    error="#b3372f",
    editing="#fff7df",
    shadow="#1d2733",
    dark=False,
)

DARK = Tokens(
    background="#1b1f24",
    panel="#242a31",
    line="#38414b",
    text="#e6eaee",
    muted="#9aa6b2",
    accent="#6fb3df",
    accent_background="#22384a",
    accent_text="#14202b",
    done="#6cc391",
    waiting="#e5a84b",
    error="#ef8b83",
    editing="#3a3524",
    shadow="#000000",
    dark=True,
)
