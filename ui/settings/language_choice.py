"""The language of the window, in words that a reader of either language understands."""

from desktop_app.language import LANGUAGES
from ui.report.fields import ChoiceBox

WORDS = "ภาษา / Language"
NEXT_START = "มีผลเมื่อเปิดโปรแกรมครั้งต่อไป / Takes effect the next time the program is opened"


class LanguageChoice(ChoiceBox):
    """A list of the languages, each in its own words."""

    def __init__(self, language: str) -> None:
        super().__init__(list(LANGUAGES.items()))
        self.set_stored(language)
        self._before = language

    @property
    def changed(self) -> str:
        """The language when another one was chosen, "" otherwise."""
        chosen = str(self.currentData())
        return "" if chosen == self._before else chosen
