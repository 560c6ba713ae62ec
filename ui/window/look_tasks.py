"""How the window looks and speaks, as the user wants it: light or dark, size of type, language."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from desktop_app.language import LANGUAGES
from ui import theme
from ui.settings.language_choice import NEXT_START, WORDS
from ui.window.main_window import MainWindow
from ui.window.messages import ask, nothing


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

    def choose_language(self) -> None:
        """Ask for the language, in both; the window speaks it from its next start."""
        answers = [(words, partial(self._keep_language, one)) for one, words in LANGUAGES.items()]
        ask(self._window, WORDS, NEXT_START, [*answers, ("ไม่เปลี่ยน / No change", nothing)])

    def _keep_language(self, language: str) -> None:
        self._window.state.language = language
