"""Brings the catalogue of English words up to date with the sources.

    .venv/bin/python -m build_spec.catalogue

Every text marked with _(), N_() or pgettext() in the program gets an entry in
resources/languages/en/LC_MESSAGES/banthuek.po; entries that no source asks for any more go. What has no
English yet is named, and exits with 1: write it into the file by hand. Entries are sorted and carry neither
line numbers nor dates, so that two changes seldom meet in one place.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("desktop_app", "ui")
FILE = ROOT / "resources" / "languages" / "en" / "LC_MESSAGES" / "banthuek.po"
KEYWORDS = {"_": None, "N_": None, "pgettext": ((1, "c"), 2)}

Key = tuple[str | None, str]
"""Context, or None, and Thai text."""


def sources() -> Iterator[Key]:
    """Yield what the sources say, in no order, some of it more than once."""
    for folder in PROGRAM:
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, words, _comments, context in found:
            yield context, words if isinstance(words, str) else words[-1]


def translated(path: Path) -> dict[Key, str]:
    """Return the translations of a catalogue."""
    with path.open("rb") as file:
        return {key_of(message): str(message.string) for message in read_po(file) if message.id}


def key_of(message: Message) -> Key:
    """Return context and Thai text of an entry."""
    return message.context, str(message.id)


def header(path: Path) -> str:
    """Return what stands before the first entry: the glossary and the kind of text."""
    return path.read_text(encoding="utf-8").split("\n\n", 1)[0]


def written(entries: dict[Key, str], head: str) -> str:
    """Return the file that holds these entries."""
    catalogue = Catalog(locale="en")
    for context, words in sorted(entries, key=lambda key: (key[1], key[0] or "")):
        catalogue.add(words, entries[context, words], context=context)
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True)
    return f"{head}\n\n{body.getvalue().decode('utf-8').strip()}\n"


def main() -> int:
    """Bring the file up to date; 1 when English words are missing."""
    sys.stdout.reconfigure(encoding="utf-8")
    known = translated(FILE)
    entries = {key: known.get(key, "") for key in sources()}
    FILE.write_text(written(entries, header(FILE)), encoding="utf-8", newline="\n")
    missing = [words for (_context, words), english in entries.items() if not english]
    for words in missing:
        print(f"no English yet: {words}")
    print(f"{len(entries)} texts, {len(missing)} without English")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
