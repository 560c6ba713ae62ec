"""The real reports as text, and how their letters are counted: nothing of them may be lost."""

from collections import Counter
from pathlib import Path

from desktop_app.exchange.imported import ImportedReport
from desktop_app.exchange.text_file import read_text

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def seed(number: str) -> str:
    """Return a seed's text; a missing seed is a failure, never a skip."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_text(path)


def letters(text: str) -> str:
    """Return the text without white space and markup."""
    for tag in ("<p>", "</p>", '<ul style="list-style-type: none">', "</ul>", "**"):
        text = text.replace(tag, "")
    return "".join(text.replace('<ul style="list-style-type: none;">', "").split())


def headers(text: str, first: str) -> list[str]:
    """Return the table's header at every page: the lines whose first cell begins with ``first``."""
    lines = text.split("\n")
    return [line for line in lines if "\t" in line and letters(line).startswith(letters(first))]


def kept(report: ImportedReport) -> list[str]:
    """Return everything that a report without the head of a memo holds of its text, each piece once."""
    pieces = [*report.texts.values(), *report.unplaced]
    pieces += [cell for row in report.rows for cell in row.values()]
    for one in report.signoffs:
        pieces += [one.role, one.opinion, f"({one.name})", one.position, one.acting_word, one.acting_for]
    return pieces


def count(*texts: str) -> Counter[str]:
    """Count the letters of texts."""
    return Counter(letters("".join(texts)))
