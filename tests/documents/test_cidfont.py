"""Codes: one for each pair of a glyph and its text, the same in all documents where that can be."""

from types import SimpleNamespace

import pytest

from desktop_app.documents.typeset.cidfont import CidFont, Codes, common_code
from desktop_app.documents.typeset.fonts import SARABUN, TH_SARABUN_NEW, face
from desktop_app.documents.typeset.shaping import shape

TEXT = "ที่ ป้า ปี่ ฟื้น น้ำ ป้ำ ผู้ ญู ฐุ ฏู กี๊ เปี๊ยะ ค์ ก็ abc fi (๑) ๒๕๖๗ A-Z"


def pairs_of(text, chosen):
    return [(glyph.id, glyph.text) for run in shape(text, chosen).runs for glyph in run.glyphs]


def test_what_glyphs_usually_say_has_the_same_code_whatever_was_said_before():
    chosen = face()
    pairs = pairs_of(TEXT, chosen)
    first, second = Codes(chosen), Codes(chosen)
    for odd in ((5, "x"), (6, "y"), (pairs[0][0], "อื่น")):
        second.of(odd)
    shared = [pair for pair in pairs if common_code(chosen, pair) is not None]
    assert len(shared) > 0.9 * len(pairs)
    assert [first.of(pair) for pair in shared] == [second.of(pair) for pair in shared]


@pytest.mark.parametrize("family", [TH_SARABUN_NEW, SARABUN])
def test_two_pairs_never_share_a_code(family):
    chosen = face(family)
    codes = Codes(chosen)
    pairs = {*pairs_of(TEXT, chosen), *((glyph, "ซ้ำ") for glyph in range(1, 40)), (9, "ก"), (9, "ข")}
    assert len({codes.of(pair) for pair in pairs}) == len(pairs)


def test_a_font_of_very_many_glyphs_gives_every_document_codes_of_its_own():
    huge = SimpleNamespace(source=SimpleNamespace(glyph_count=0xFFFF))
    codes = Codes(huge)
    assert [codes.of((60_000 + at, "ก")) for at in range(3)] == [1, 2, 3]


def test_a_font_tells_the_widths_of_its_codes_only():
    chosen = face()
    codes = Codes(chosen)
    pairs = [(chosen.font.get_nominal_glyph(ord(letter)), letter) for letter in "กขA"]
    gor, khor, latin = (codes.of(pair) for pair in pairs)
    assert (khor, latin < gor) == (gor + 1, True)
    widths = [round(chosen.advance(glyph)) for glyph, _ in pairs]
    expected = f"[{latin}[{widths[2]}]{gor}[{widths[0]} {widths[1]}]]"
    assert CidFont(chosen, codes, pairs).widths() == expected
    assert CidFont(chosen, codes, []).widths() == "[]"
