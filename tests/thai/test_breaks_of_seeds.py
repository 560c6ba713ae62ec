"""The judged line breaks of the five real reports, held against what the program does."""

import re
from collections import Counter

import pytest

from desktop_app.thai.words import inner, pieces
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


def breaks(text: str, level) -> set[int]:
    """Where ``level`` (`pieces`, or pieces and their inner parts) lets a line end; cells stand alone."""
    terms = office_of(text)
    cells = _TAG.sub(lambda tag: "\n" * len(tag.group()), text)
    found = set()
    for cell in re.finditer(r"[^\r\n\t]+", cells):
        at = cell.start()
        for part in level(cell.group(), terms):
            at += len(part)
            found.add(at)
    return found


def with_inner(text: str, terms: frozenset[str]) -> list[str]:
    return [part for piece in pieces(text, terms) for part in inner(piece, terms)]


def judged(texts, labelled, level) -> Counter[tuple[str, bool]]:
    """How many places of each judgement are offered as breaks, and how many not."""
    offered = [breaks(text, level) for text in texts]
    return Counter((label, at in offered[phrase.seed]) for phrase in labelled for at, label in phrase.places())


def test_the_labels_are_many_and_spread_over_all_five_reports(labelled):
    per_seed = Counter(phrase.seed for phrase in labelled for _, label in phrase.places() if label != "wrong")
    assert set(per_seed) == {0, 1, 2, 3, 4}
    assert min(per_seed.values()) >= 400


def test_no_offered_break_is_wrong_at_most_one_in_a_hundred_poor_and_few_good_ones_are_missed(texts, labelled):
    found = judged(texts, labelled, pieces)
    offered = sum(count for (_, is_offered), count in found.items() if is_offered)
    good = found["good", True] + found["good", False]
    assert found["wrong", True] == 0
    assert found["poor", True] <= 0.01 * offered
    assert found["good", False] <= 0.05 * good, f"missed {found['good', False]} of {good} good breaks"


def test_of_the_breaks_that_are_made_only_in_need_few_cut_a_word(texts, labelled):
    found = judged(texts, labelled, with_inner)
    offered = sum(count for (_, is_offered), count in found.items() if is_offered)
    assert found["wrong", True] <= 0.03 * offered
