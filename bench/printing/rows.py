"""Rows for long reports: the real reports' rows, shuffled, and changed so that no two are alike.

The real reports lie beside the repository and are read at run time only. Their tables stand as
tab-separated lines; each row is put into the columns of the memo. Cells are then cut, joined with parts of
others and given other digits, so that nobody is helped by a text that was set before.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.thai.clean import clean_text

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
COLUMNS = ("measure", "method", "responsible", "period", "summary", "outcome", "suggestion")
_PLACES = {
    "000": {"measure": 0, "method": 1, "responsible": 2, "period": 3, "summary": 4, "outcome": 5},
    "001": {"measure": 0, "method": 2, "responsible": 1, "summary": 4, "outcome": 3},
    "002": {"measure": 1, "suggestion": 9},
    "003": {"measure": 0, "method": 1, "responsible": 2, "period": 3, "summary": 4, "outcome": 5},
    "004": dict(zip(COLUMNS, range(7), strict=True)),
}
"""Report -> column of the memo -> place in its lines."""
_DIGIT = re.compile("[0-9๐-๙]")
_PHRASE = re.compile(r"\S+\s*")

Cells = dict[str, str]


def real_rows(folder: Path = SEEDS) -> list[Cells]:
    """Return the rows of all reports, without headings; a cell that a report has not is left out.

    Raises FileNotFoundError when a report is not there.
    """
    found: list[Cells] = []
    for number, places in _PLACES.items():
        path = next(folder.glob(f"{number}_*.txt"), None)
        if path is None:
            raise FileNotFoundError(f"no report {number}_*.txt in {folder}")
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        heading = [cell.strip() for cell in lines[0]]
        for line in lines:
            if [cell.strip() for cell in line] != heading:
                cells = {key: clean_text(line[at]) for key, at in places.items()}
                found.append({key: text for key, text in cells.items() if text})
    return found


def many_rows(count: int, chance: random.Random, real: Sequence[Cells]) -> Iterator[Cells]:
    """Yield ``count`` unequal rows with all columns; the same ``chance`` gives the same rows."""
    pools = {key: [cells[key] for cells in real if key in cells] for key in COLUMNS}
    for _ in range(count):
        row = chance.choice(real)
        yield {key: changed(row.get(key) or chance.choice(pools[key]), pools[key], chance) for key in COLUMNS}


def changed(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Return a text with its end cut off, a part of another one behind it (or neither), other digits."""
    if chance.random() < 0.8:
        text = _part(text, chance)
    if chance.random() < 0.2:
        text = f"{text} {_part(chance.choice(others), chance)}"
    digits = {"0": "0123456789", "๐": "๐๑๒๓๔๕๖๗๘๙"}
    return _DIGIT.sub(lambda found: chance.choice(digits["0" if found[0].isascii() else "๐"]), text)


def _part(text: str, chance: random.Random) -> str:
    """Return some phrases of a text, as they stand in it."""
    phrases = _PHRASE.findall(text)
    first = chance.randrange(len(phrases))
    last = chance.randint(first + 1, len(phrases))
    return "".join(phrases[first:last]).strip()
