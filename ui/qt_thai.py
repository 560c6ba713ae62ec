"""Qt's own words in Thai: buttons, menus of text fields, file and print dialogs, message boxes.

The Qt wheels carry no Thai translation. The catalogue is ``ui.qt_thai_words``; what it lacks stays as Qt
wrote it: the translator then returns None, because an empty string would blank the menu entry.
"""

from PySide6.QtCore import QLocale, QTranslator

from desktop_app.language import THAI, spoken

_DIRECTION = "QGuiApplication"
"""What Qt asks first, before the first paint: whether one writes from the left. The catalogue can wait."""


def locale() -> QLocale:
    """Return how Qt writes the names of days in the language spoken."""
    if spoken() == THAI:
        return QLocale(QLocale.Language.Thai, QLocale.Country.Thailand)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class ThaiTranslator(QTranslator):
    """Answers Qt's own texts in Thai."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the Thai for one of Qt's texts, or None when the catalogue has none."""
        if context == _DIRECTION:
            return None
        from ui.qt_thai_words import IN_CONTEXT, WORDS

        special = IN_CONTEXT.get((context, sourceText))
        return special if special is not None else WORDS.get(sourceText)
