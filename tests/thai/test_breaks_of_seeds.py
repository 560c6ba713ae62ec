"""The judged line breaks of the five real reports, held against what the program does."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

import pytest

from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.lines import Line, break_lines
from desktop_app.thai.words import pieces
from tests.thai.breaks_of_seeds import Phrase, phrases, seed_texts

_TAG = re.compile(r"</?(?:p|ul|li)\b[^>]*>")
_OFFICE = re.compile(r"(?:เทศบาลตำบล|องค์การบริหารส่วนตำบล)[ก-๎]+(?=\s)")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return seed_texts()


@pytest.fixture(scope="module")
def labelled(texts) -> list[Phrase]:
    return phrases(texts)


def office_of(text: str) -> frozenset[str]:
    """The office's own name as its report spells it most often: what the program is told of it."""
    return frozenset(name for name, _ in Counter(_OFFICE.findall(text)).most_common(1))


def cells_of(text: str) -> Iterator[tuple[int, str]]:
    """Every paragraph and cell of a report with its offset; what is left of the tags is blanked out."""
    blanked = _TAG.sub(lambda tag: "\n" * len(tag.group()), text)
    for cell in re.finditer(r"[^\r\n\t]+", blanked):
        yield cell.start(), cell.group()


def offered(text: str) -> set[int]:
    """Where the program lets a line end."""
    terms = office_of(text)
    return {at + end for at, cell in cells_of(text) for end in accumulate(map(len, pieces(cell, terms)))}


def ended(text: str, width: float) -> set[int]:
    """Where lines do end in columns of ``width`` ems."""
    terms = office_of(text)
    found = set()
    for at, cell in cells_of(text):
        lines = break_lines(cell, face(), width, terms=terms)
        found |= {at + end for end in accumulate(map(letters, lines))}
    return found


def letters(line: Line) -> int:
    return sum(len(atom.word.text) + (len(atom.space.text) if atom.space else 0) for atom in line.atoms)


def judged(texts: list[str], labelled: list[Phrase], ends) -> Counter[tuple[str, bool]]:
    """How many places of each judgement are among the ends of lines, and how many not."""
    found = [ends(text) for text in texts]
    return Counter((label, at in found[phrase.seed]) for phrase in labelled for at, label in phrase.places())


def test_the_labels_are_many_and_spread_over_all_five_reports(labelled):
    per_seed = Counter(phrase.seed for phrase in labelled for _, label in phrase.places() if label != "wrong")
    assert set(per_seed) == {0, 1, 2, 3, 4}
    assert min(per_seed.values()) >= 400


def test_no_break_is_wrong_at_most_one_in_a_hundred_poor_and_few_good_ones_are_missed(texts, labelled):
    found = judged(texts, labelled, offered)
    all_offered = sum(count for (_, is_offered), count in found.items() if is_offered)
    good = found["good", True] + found["good", False]
    assert found["wrong", True] == 0
    assert found["poor", True] <= 0.01 * all_offered
    assert found["good", False] <= 0.05 * good, f"missed {found['good', False]} of {good} good breaks"


@pytest.mark.parametrize("width", [8, 10, 13, 17, 24, 32, 40])
def test_in_columns_of_real_widths_no_line_ends_wrongly_and_few_poorly(texts, labelled, width):
    found = judged(texts, labelled, lambda text: ended(text, width))
    assert found["good", True] > 40
    assert found["wrong", True] == 0
    assert found["poor", True] <= (0.05 if width < 10 else 0.02) * found["good", True]
