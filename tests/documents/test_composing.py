"""Letters with displaced marks as glyphs of the embedded font: sound, and the same in every process."""

import io

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.blocks import Document, Paragraph
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.cidfont import CidFont, Codes
from desktop_app.documents.typeset.composing import Part, is_made, joined, made_of, parts_of, with_composites
from desktop_app.documents.typeset.fonts import SARABUN, face
from desktop_app.documents.typeset.shaping import Kind, shape

from .test_stand_ins import block_font

PLACES = st.integers(-0x8000, 0x7FFF)
NEAR = st.integers(-900, 900)
LIMITS = ("maxCompositePoints", "maxCompositeContours", "maxComponentElements", "maxComponentDepth")
PARTS = st.lists(st.builds(Part, st.integers(0, 0xFFFE), PLACES, PLACES), min_size=2, max_size=5)


@given(PARTS)
def test_the_number_of_a_made_glyph_tells_its_parts(parts):
    assert is_made(made_of(parts))
    assert list(parts_of(made_of(parts))) == parts


@given(st.lists(st.builds(Part, st.integers(0, 0xFFFE), NEAR, NEAR), min_size=2, max_size=3))
def test_a_made_glyph_is_joined_part_by_part(parts):
    moved = [Part(glyph, dx + 5, dy - 7) for glyph, dx, dy in parts]
    assert list(parts_of(joined(9, made_of(parts), 5, -7))) == [Part(9), *moved]


@given(st.integers(0, 0xFFFF))
def test_a_glyph_of_the_font_is_its_own_only_part(glyph):
    assert not is_made(glyph)
    assert parts_of(glyph) == (Part(glyph),)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["เกี่ยว", "กิ์", "น้ำ", "ฟื้น", "ปี่"])
def test_every_glyph_of_a_word_is_text_on_the_line(text, bold):
    glyphs = shape(text, face(SARABUN, bold)).runs[0].glyphs
    assert all(glyph.kind is Kind.TEXT and not glyph.dy and glyph.dx <= 0 and glyph.text for glyph in glyphs)
    assert "".join(glyph.text for glyph in glyphs) == text


def test_the_font_with_made_glyphs_is_sound():
    chosen = face(SARABUN, bold=True)
    pairs = {
        (glyph.id, glyph.text)
        for word in ("เกี่ยว", "กิ์", "น้ำ", "ที่")
        for run in shape(word, chosen).runs
        for glyph in run.glyphs
    }
    made = [glyph for glyph, _ in pairs if is_made(glyph)]
    assert made
    codes = Codes(chosen)
    data, led = CidFont(chosen, codes, pairs).subset()
    with TTFont(io.BytesIO(data), checkChecksums=2, lazy=False) as font:
        names = font.getGlyphOrder()
        assert font["maxp"].numGlyphs == len(names) == font["hhea"].numberOfHMetrics
        for glyph, text in pairs:
            name = names[led[codes.of((glyph, text))]]
            parts = parts_of(glyph)
            advance, _ = font["hmtx"][name]
            assert advance == chosen.advance(parts[0].glyph)
            entry = font["glyf"][name]
            if is_made(glyph):
                assert [(each.x, each.y) for each in entry.components] == [(dx, dy) for _, dx, dy in parts]
                before = (entry.xMin, entry.yMin, entry.xMax, entry.yMax)
                entry.recalcBounds(font["glyf"])
                assert (entry.xMin, entry.yMin, entry.xMax, entry.yMax) == before


def test_a_font_without_composites_tells_how_large_its_first_ones_are(tmp_path):
    block_font("กข", tmp_path / "plain.ttf")
    data = with_composites((tmp_path / "plain.ttf").read_bytes(), [[Part(2), Part(3, 10, 20), Part(3)]])
    with TTFont(io.BytesIO(data), checkChecksums=2, lazy=False) as font:
        told = [getattr(font["maxp"], limit) for limit in LIMITS]
        font["maxp"].recalc(font)
        assert told == [getattr(font["maxp"], limit) for limit in LIMITS]


def test_what_was_set_before_changes_no_byte():
    document = Document("ชื่อ", (Paragraph("เกี่ยวกับ กิ์ น้ำ ที่ ผู้ใหญ่", bold=True),), family="Sarabun")
    first = render(document)
    render(Document("อื่น", (Paragraph("ปี่ ฟื้น กี๊ เปี๊ยะ ฏู ญู ฐุ ซิ์", bold=True),), family="Sarabun"))
    assert render(document) == first
