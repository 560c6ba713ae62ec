"""How the window looks, as the user wants it: light or dark, and how large the type is."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.window.main_window import MainWindow


class LookTasks:
    """Changes the look at once and remembers it.

    ``show_anew`` makes anew what keeps a font of its own, ``repaint`` draws what paints itself.
    """

    def __init__(
        self, window: MainWindow, show_anew: Callable[[], object], repaint: Callable[[], object]
    ) -> None:
        self._window, self._show_anew, self._repaint = window, show_anew, repaint

    def toggle_dark(self) -> None:
        """Change between light and dark."""
        dark = not theme.tokens().dark
        theme.apply(QApplication.instance(), dark, theme.text_percent())
        self._window.state.dark = dark
        self._window.menus.actions["dark"].setChecked(dark)
        self._repaint()

    def resize_text(self, steps: int) -> None:
        """Make all type larger (1) or smaller (-1), or as it came (0)."""
        sizes = theme.PERCENTS
        at = sizes.index(theme.text_percent()) + steps
        percent = sizes[min(max(at, 0), len(sizes) - 1)] if steps else theme.NORMAL
        theme.apply(QApplication.instance(), theme.tokens().dark, percent)
        self._window.state.text_percent = percent
        self._window.menus.show_text_percent(percent)
        self._show_anew()
