"""The language the program speaks: Thai, as it stands in the source, or English out of a catalogue.

The Thai text is the key of its translation, so Thai needs no catalogue, and what has no translation is said
in Thai. ``choose`` is called once, at the start, before a room with words is imported: the constants of a
module are worded when it is imported. See docs/adr/0020-thai-is-the-key.md.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.resources import resource

THAI, ENGLISH = "th", "en"
LANGUAGES: Mapping[str, str] = {THAI: "ไทย", ENGLISH: "English"}
"""Each language in its own words, for those who read no other."""
VARIABLE = "BANTHUEK_LANGUAGE"
"""A language in the environment goes before the one that was chosen in the window."""

_CHOSEN = re.compile(r"^language=(\w+)\s*$", re.MULTILINE)
_spoken: list[str] = [THAI]
_catalogue: dict[str | tuple[str, str], str] = {}


def _(words: str) -> str:
    """Return the words in the language spoken."""
    return _catalogue.get(words, words)


def pgettext(context: str, words: str) -> str:
    """Return words that mean different things in different places; ``context`` says which."""
    return _catalogue.get((context, words), words)


def N_(words: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark words for the catalogue that are kept in Thai and translated where they are shown."""
    return words


def spoken() -> str:
    """Return the language spoken now."""
    return _spoken[0]


def choose(language: str) -> None:
    """Speak a language of LANGUAGES from now on."""
    speak(language, {} if language == THAI else read_catalogue(catalogue_file(language)))


def speak(language: str, catalogue: Mapping[str | tuple[str, str], str]) -> None:
    """Speak with these translations by Thai text, or by (context, Thai text)."""
    _spoken[0] = language
    _catalogue.clear()
    _catalogue.update(catalogue)


def wanted(view_file: Path) -> str:
    """Return the language to speak: the environment's, else the one kept in ``view_file``, else Thai."""
    told = os.environ.get(VARIABLE, "")
    if told not in LANGUAGES:
        with suppress(OSError):
            found = _CHOSEN.search(view_file.read_text(encoding="utf-8", errors="replace"))
            told = found[1] if found else ""
    return told if told in LANGUAGES else THAI


def catalogue_file(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return resource("languages", language, "LC_MESSAGES", "banthuek.po")


def read_catalogue(path: Path) -> dict[str | tuple[str, str], str]:
    """Return the translations of a catalogue by Thai text, or by (context, Thai text)."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        messages = [one for one in read_po(file) if one.id and one.string and not one.fuzzy]
    return {(one.context, str(one.id)) if one.context else str(one.id): str(one.string) for one in messages}
