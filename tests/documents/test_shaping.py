"""Glyphs: HarfBuzz's own places, and each with the text it stands for."""

import pytest
import uharfbuzz as hb

from desktop_app.documents.typeset.fonts import SARABUN, TH_SARABUN_NEW, Cut, FontError, face, load_face
from desktop_app.documents.typeset.shaping import Kind, outline, shape

HARD = [
    "ที่",
    "ป้า",
    "ปี่",
    "ฟื้น",
    "น้ำ",
    "ป้ำ",
    "กำ",
    "ก่ำ",
    "ฝำ",
    "ผู้",
    "ญู",
    "ฐุ",
    "ฏู",
    "กี๊",
    "เปี๊ยะ",
    "ฬ้ำ",
    "โปร่ง",
    "กฎ",
    "ฤๅ",
]
FACES = [(family, bold) for family in (TH_SARABUN_NEW, SARABUN) for bold in (False, True)]


@pytest.mark.parametrize(("family", "bold"), FACES)
@pytest.mark.parametrize("text", HARD)
def test_the_glyphs_of_a_word_say_its_text(text, family, bold):
    word = shape(text, face(family, bold))
    assert "".join(glyph.text for run in word.runs for glyph in run.glyphs) == text


@pytest.mark.parametrize(("family", "bold"), FACES)
@pytest.mark.parametrize("text", HARD)
def test_ink_stands_where_harfbuzz_puts_it(text, family, bold):
    chosen = face(family, bold)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(chosen.font, buffer)
    expected = ink(
        chosen,
        [
            (info.codepoint, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ],
    )
    glyphs = [glyph for run in shape(text, chosen).runs for glyph in run.glyphs]
    assert ink(chosen, [(glyph.id, glyph.advance, glyph.dx, glyph.dy) for glyph in glyphs]) == expected


def ink(chosen, placed):
    """Return all contours of a run where they stand, in font units, in no particular order."""
    found, pen = [], 0.0
    for glyph, advance, dx, dy in placed:
        for contour in outline(chosen, glyph):
            found.append(
                tuple(
                    (operator, *(round(n + (dy if at % 2 else pen + dx), 2) for at, n in enumerate(numbers)))
                    for operator, *numbers in contour
                )
            )
        pen += advance
    return sorted(found)


def test_sara_am_is_one_glyph_of_text_in_th_sarabun_new():
    for text in ("กำ", "น้ำ", "ป้ำ", "ฝำ"):
        glyphs = shape(text, face()).runs[0].glyphs
        assert [glyph.text for glyph in glyphs][-1] == "ำ"
        assert all(glyph.kind is Kind.TEXT for glyph in glyphs)


def test_what_a_font_lacks_comes_from_the_other_family():
    word = shape("กḥ", face())
    assert [run.face.name for run in word.runs] == ["THSarabunNew-Regular", "Sarabun-Regular"]
    assert word.width > shape("ก", face()).width


def test_a_damaged_font_file_is_told_in_thai(tmp_path):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font at all")
    with pytest.raises(FontError, match=r"broken\.ttf"):
        load_face(Cut(broken))
    with pytest.raises(FontError, match=r"missing\.ttf"):
        load_face(Cut(tmp_path / "missing.ttf"))
