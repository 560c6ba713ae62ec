"""What the chosen font lacks: drawn as a path, from another font, or as its number; never lost."""

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from desktop_app.documents.blocks import Document, Paragraph
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset import installed
from desktop_app.documents.typeset.coverage import Way, drawn_by, lacking
from desktop_app.documents.typeset.fonts import BUNDLED, SARABUN, face
from desktop_app.documents.typeset.leftward import in_visual_order
from desktop_app.documents.typeset.shaping import Kind, shape, unsaid
from desktop_app.documents.typeset.signs import SIGNS


def block_font(characters: str, path, advance: int = 600) -> None:
    """Make a font in which each character is a block, one unit higher than the one before."""
    names = [".notdef", "space", *(f"uni{ord(character):04X}" for character in characters)]
    glyphs = {}
    for at, name in enumerate(names):
        pen = TTGlyphPen(None)
        if name != "space":
            corners = ((50, 0), (550, 0), (550, 500 + at), (50, 500 + at))
            pen.moveTo(corners[0])
            for corner in corners[1:]:
                pen.lineTo(corner)
            pen.closePath()
        glyphs[name] = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space", **dict(zip(map(ord, characters), names[2:], strict=True))})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance, 50) for name in names})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Block", "styleName": "Regular"})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Let this machine have one well-known font, with an emoji, Hebrew and Chinese letters.

    No other test may set these: a word that was shaped once is remembered.
    """
    block_font("🦩תודה鳥語x", tmp_path / "DejaVuSans.ttf")
    monkeypatch.setattr(installed, "font_folders", lambda: (tmp_path,))
    monkeypatch.setattr(installed.sys, "platform", "linux")
    return tmp_path


def glyphs_of(word):
    return [glyph for run in word.runs for glyph in run.glyphs]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_stays_inside_its_advance_and_near_the_line(sign):
    advance, contours = SIGNS[sign]
    numbers = [segment[1:] for contour in contours for segment in contour]
    xs = [x for points in numbers for x in points[::2]]
    ys = [y for points in numbers for y in points[1::2]]
    assert 0 <= min(xs) < max(xs) <= advance
    assert -0.06 < min(ys) < max(ys) < 0.45


@pytest.mark.parametrize("family", BUNDLED)
def test_signs_are_paths_and_are_read_as_characters_wherever_they_stand(family, poppler, pdfium, bare):
    signs = "".join(sign for sign in SIGNS if not face(family).covers(sign))
    assert set("☐☑☒✓✔✗✘○●□") <= set(signs)
    assert [drawer for drawer, _ in drawn_by(signs, face(family))] == [Way.SIGN] * len(signs)
    text = " ".join(f"{sign}ข้อ{sign}" for sign in signs)
    pdf = render(Document("ชื่อ", (Paragraph(text), Paragraph(text, bold=True)), family=family.name))
    for read in (poppler(pdf), poppler(pdf, "-raw"), pdfium(pdf)):
        assert bare(read) == bare(text) * 2


@pytest.mark.parametrize("family", BUNDLED)
def test_signs_are_paths(family):
    signs = "".join(sign for sign in SIGNS if not face(family).covers(sign))
    drawn = shape(signs, face(family)).runs
    assert all(run.face is face(family) and run.glyphs[0].kind is Kind.SIGN for run in drawn)


@pytest.mark.parametrize("text", ["☑", "😀", "☐ ☑"])
def test_what_stands_alone_in_its_line_is_read_too(text, poppler, pdfium, bare):
    pdf = render(Document("ชื่อ", (Paragraph(text),)))
    assert bare(poppler(pdf)) == bare(pdfium(pdf)) == bare(text)


def test_a_sign_is_as_large_in_both_families():
    assert shape("☑", face(SARABUN)).width == pytest.approx(shape("☑", face()).width)


def test_a_sign_followed_by_a_wish_for_a_coloured_picture_is_drawn_all_the_same():
    assert drawn_by("☑\ufe0f", face()) == [(Way.SIGN, "☑"), (Way.BLANK, "\ufe0f")]


def test_what_is_not_to_be_said_twice_is_still_drawn():
    said, mute = shape("ก☑😀", face()), unsaid(shape("ก☑😀", face()))
    assert "".join(glyph.text for glyph in glyphs_of(mute)) == ""
    assert [glyph.kind for glyph in glyphs_of(mute)][1] is Kind.SIGN
    assert mute.width == said.width


def test_a_character_that_no_font_has_stands_as_its_number(poppler, pdfium, bare):
    word = shape("ก😀", face())
    assert drawn_by("ก😀", face())[1] == (Way.CODE, "😀")
    glyphs = glyphs_of(word)
    assert [glyph.text for glyph in glyphs if glyph.text] == ["ก", "😀"]
    assert sum(glyph.kind is Kind.OUTLINE for glyph in glyphs) == len("[U+1F600]")
    pdf = render(Document("ชื่อ", (Paragraph("ก😀ข"),)))
    assert bare(poppler(pdf)) == bare(pdfium(pdf)) == "ก😀ข"


def test_a_joined_picture_that_no_font_has_stands_as_one_number_and_is_read_back_whole(poppler, bare):
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert drawn_by(f"ก{family}", face())[1:] == [(Way.CODE, family)]
    assert shape(family, face()).width == shape(family[0], face()).width
    pdf = render(Document("ชื่อ", (Paragraph(f"ก{family}ข"),)))
    assert bare(poppler(pdf)) == f"ก{family}ข"


def test_the_number_lies_between_its_neighbours():
    run = shape("😀", face()).runs[0]
    said, *outlines = run.glyphs
    assert -said.advance < outlines[0].dx < outlines[-1].dx < 0
    assert said.advance == pytest.approx(-outlines[0].dx + 40)


def test_an_ideograph_is_no_higher_than_thai_letters_with_their_marks(machine):
    between = "".join(map(chr, range(0x5000, 0x5000 + 600)))
    block_font(f"xz{between}中", machine / "DejaVuSans.ttf")
    drawer = next(each for each in installed.stand_ins(face()) if each.covers("中"))
    assert drawer.height("中") > 1.0
    assert drawer.height("中") * drawer.scale == pytest.approx(0.56, abs=0.001)


def test_what_the_machine_has_is_drawn_from_its_font_and_embedded(machine, pdfium, bare):
    text = "ก🦩鳥語ข"
    assert [run.face.name for run in shape(text, face()).runs] == [
        "THSarabunNew-Regular",
        "DejaVuSans",
        "THSarabunNew-Regular",
    ]
    pdf = render(Document("ชื่อ", (Paragraph(text),)))
    assert b"+DejaVuSans" in pdf
    assert bare(pdfium(pdf)) == text


def test_the_same_page_is_made_of_the_same_bytes_with_fonts_of_the_machine(machine):
    document = Document("ชื่อ", (Paragraph("ก 🦩 鳥語 תודה ข"),))
    assert render(document) == render(document)


def test_text_from_right_to_left_runs_from_right_to_left(machine, poppler):
    letters = "תודה"
    run = shape(letters, face()).runs[0]
    assert [glyph.text for glyph in run.glyphs] == list(reversed(letters))
    pdf = render(Document("ชื่อ", (Paragraph(f"ก {letters} ข"),)))
    assert letters in poppler(pdf, "-raw")


def test_words_from_right_to_left_stand_from_right_to_left_and_are_read_in_their_order(machine, poppler):
    words = [shape(text, face()) for text in ("ก", " ", "תו", " ", "דה", " ", "ขค")]
    assert [word.text for word in in_visual_order(words)] == ["ก", " ", "דה", " ", "תו", " ", "ขค"]
    assert in_visual_order(words[:2]) == tuple(words[:2])
    pdf = render(Document("ชื่อ", (Paragraph("กก תו דה ขข คค งง จจ ฉฉ"),)))
    assert "תו דה" in poppler(pdf).replace("\u202b", "").replace("\u202c", "")


def test_a_number_among_words_from_right_to_left_stands_from_left_to_right(machine):
    def shown(text: str) -> str:
        return "".join(glyph.text for run in shape(text, face()).runs for glyph in run.glyphs)

    assert shown("١٢٣") == "١٢٣"
    assert shown("۱٫۵") == "۱٫۵"
    assert [
        word.text for word in in_visual_order([shape(t, face()) for t in ("תו", " ", "١٢", " ", "דה")])
    ] == [
        "דה",
        " ",
        "١٢",
        " ",
        "תו",
    ]


def test_a_mark_that_the_font_lacks_leaves_its_letter_in_the_font(machine):
    assert drawn_by("ก\u0336", face()) == [(face(), "ก"), (Way.CODE, "\u0336")]


def test_only_what_nobody_can_draw_is_lacking(machine):
    characters = frozenset("ก1☑ \u200b🦩鳥☃\x07")
    assert lacking(characters, face()) == frozenset("☃\x07")


def test_a_font_that_may_not_be_embedded_stands_in_for_nothing(machine):
    font = TTFont(machine / "DejaVuSans.ttf")
    font["OS/2"].fsType = 2
    (machine / "inner").mkdir()
    font.save(machine / "inner" / "DejaVuSans.ttf")
    (machine / "DejaVuSans.ttf").unlink()
    assert lacking(frozenset("🦩"), face()) == frozenset("🦩")
