"""The lines of a text file: cells where there are tabs, gaps where lines are empty, no markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.thai.clean import clean_text

_LONGEST_CELL = 200
"""How many lines a quoted cell may have before its quote is taken for a stray one."""
_STARS = re.compile(r"\*\*|^\s*#+\s")
_PAGE_NUMBER = re.compile(r"[-–(]?\s*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,3}\s*[-–)]?")
_LEADER = re.compile(r"(?:\.\s?){4,}|…[.…\s]*|_{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty. ``gap``: an empty line (or the start of the text) comes before it."""

    text: str
    cells: tuple[str, ...]
    """What stands between tabs, cleaned, line feeds inside kept; one cell without tabs."""
    gap: bool
    indented: bool

    @property
    def chunks(self) -> tuple[str, ...]:
        """What stands side by side in the line."""
        return tuple(cell for cell in self.cells if cell)


def read_lines(text: str) -> list[Line]:
    """Part a text into lines that are not empty."""
    lines: list[Line] = []
    gap = True
    for raw in _raw_lines(text):
        made = [] if not raw or raw.isspace() else _lines(raw, gap)
        lines += made
        gap = not made
    return lines


def without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Take out lines that are only a page number ("- ๒ -"); return the others, and those numbers."""
    others: list[Line] = []
    numbers: list[str] = []
    for line in lines:
        if len(line.cells) == 1 and _PAGE_NUMBER.fullmatch(line.text):
            numbers.append(line.text)
        else:
            others.append(line)
    return others, numbers


def without_leaders(text: str) -> str:
    """Return a text without the dotted lines that wait for the pen, white space made single."""
    return one_spaced(_LEADER.sub(" ", text))


def one_spaced(text: str) -> str:
    """Return the text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def cell_lines(cell: str) -> list[str]:
    """Return the lines of a cleaned cell that are not empty, white space made single."""
    return [line for line in map(one_spaced, cell.split("\n")) if line]


def _lines(raw: str, gap: bool) -> list[Line]:
    indented = raw[0] in " \t\u00a0\u3000"
    if "\t" in raw:
        cells = tuple(clean_text(_STARS.sub("", cell)) for cell in raw.split("\t"))
        text = one_spaced(" ".join(cells))
        return [Line(text, cells, gap, indented)] if text else []
    texts = cell_lines(clean_text(_STARS.sub("", raw)))
    return [Line(text, (text,), gap and not place, indented) for place, text in enumerate(texts)]


def _raw_lines(text: str) -> Iterator[str]:
    """Yield the lines; a cell that a spreadsheet quoted because of its line breaks stays in one."""
    lines = re.sub("\r\n|[\r\x0c]", "\n", text).split("\n")
    place = 0
    while place < len(lines):
        count = _quoted_lines(lines, place)
        if count > 1:
            yield _unquoted("\x0b".join(lines[place : place + count]))
        else:
            yield lines[place]
        place += count


def _quoted_lines(lines: list[str], place: int) -> int:
    """Return how many lines belong together from ``place`` on."""
    line = lines[place]
    if '"' not in line or "\t" not in line or line.count('"') % 2 == 0:
        return 1
    if not any(cell.startswith('"') for cell in line.split("\t")):
        return 1
    for count in range(2, _LONGEST_CELL):
        if place + count > len(lines):
            break
        if lines[place + count - 1].count('"') % 2:
            return count
    return 1


def _unquoted(line: str) -> str:
    cells = line.split("\t")
    return "\t".join(
        cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
        for cell in cells
    )
