"""Where a line is stretched: between letters, never between a letter and what belongs to it."""

import pytest

from desktop_app.documents.typeset.fonts import BUNDLED, face
from desktop_app.documents.typeset.shaping import shape
from desktop_app.documents.typeset.stretching import Gap, gap
from desktop_app.thai.clusters import LEADING
from tests.documents.every_cluster import CONSONANTS, every_cluster

BEGINNINGS = frozenset(f"{CONSONANTS}{LEADING}ฤฦ๏๚๛฿ๆฯ0123456789๐๑๒๓๔๕๖๗๘๙,.")


def gaps(text: str, chosen) -> list[tuple[Gap, str, str]]:
    """Return each gap of a text with what stands before and behind it."""
    found, before = [], ""
    for run in shape(text, chosen).runs:
        for glyph in run.glyphs:
            found.append((gap(before, glyph), before, glyph.text))
            before = glyph.text or before
    return found


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", BUNDLED, ids=lambda family: family.name)
def test_no_vowel_and_no_mark_is_parted_from_its_consonant(family, bold):
    chosen = face(family, bold)
    for cluster in every_cluster():
        for kind, before, behind in gaps(cluster, chosen):
            if kind is not Gap.NONE:
                assert behind[0] in BEGINNINGS, cluster
                assert before not in LEADING, cluster


def test_letters_and_words_side_by_side_may_be_parted():
    kinds = [kind for kind, _, _ in gaps("กข ค", face())]
    assert kinds == [Gap.NONE, Gap.LETTER, Gap.NONE, Gap.SPACE]
