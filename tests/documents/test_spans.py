"""Bold, italic, underlined, coloured and raised text inside a paragraph: drawn so, and read as one text."""

import re
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import Align, Column, Document, Paragraph, Span, Table
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.fonts import SARABUN, face
from desktop_app.documents.typeset.lines import break_evenly, break_lines
from desktop_app.documents.typeset.looks import BLACK, RAISED_BY, RED, Look
from desktop_app.documents.typeset.page import Text
from desktop_app.documents.typeset.rich import Stretch, cut, paragraphs, plain
from desktop_app.documents.typeset.underline import Underliner
from desktop_app.thai.clusters import clusters

PROSE = (
    "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส น้ำใจ ป้ำ ฟื้นฟู ผู้ใหญ่ ต่าง ๆ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ "
    "https://www.tambon-example.go.th/ita (๙๘.๙๙ คะแนน) E-PlanNACC "
)
STYLES = ("bold", "italic", "underline", "raised")
SPANS = st.lists(
    st.builds(
        Span,
        st.integers(0, len(PROSE) - 1).flatmap(
            lambda start: st.integers(start, min(len(PROSE), start + 25)).map(lambda end: PROSE[start:end])
        ),
        *[st.booleans()] * 3,
        st.sampled_from([None, (0.6, 0.0, 0.0)]),
        st.booleans(),
    ),
    max_size=8,
).map(tuple)


def texts(document: Document) -> list[Text]:
    return [
        item._replace(x=item.x + group.x, y=item.y + group.y)
        for page in lay_out(document).pages
        for group in page.groups
        for item in group.items
        if type(item) is Text
    ]


def stretches(text: str, ends: list[int]) -> tuple[Stretch, ...]:
    """Divide a text at some ends; neighbours differ in face and look."""
    borders = sorted({0, len(text), *(end % (len(text) + 1) for end in ends)})
    return tuple(
        Stretch(text[start:end], face(bold=bool(at % 2)), Look(underline=at % 3 == 0, raised=at % 5 == 4))
        for at, (start, end) in enumerate(pairwise(borders))
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 200), max_size=10), st.floats(2.0, 30.0), st.booleans())
def test_however_a_text_is_divided_into_spans_its_lines_say_it_all_and_fit(ends, width, evenly):
    rich = stretches(PROSE, ends)
    breaker = break_evenly if evenly else break_lines
    lines = breaker(rich, face(), width, width / 2)
    assert "".join("".join(line.text for line in lines).split()) == "".join(PROSE.split())
    for at, line in enumerate(lines):
        room = width if at else width / 2
        assert line.width <= room + 1e-5 or len(line.atoms) == 1
    assert len(break_evenly(rich, face(), width)) == len(break_lines(rich, face(), width))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 200), min_size=1, max_size=12))
def test_no_cluster_is_cut_where_a_span_ends(ends):
    (line,) = break_lines(stretches(PROSE, ends), face(), 1000.0)
    runs = [run for atom in line.atoms for word in (atom.word, atom.space) if word for run in word.runs]
    said = ["".join(glyph.text for glyph in run.glyphs) for run in runs]
    assert "".join(said) == PROSE
    borders = {0}
    for cluster in clusters(PROSE):
        borders.add(max(borders) + len(cluster))
    at = 0
    for part in said:
        at += len(part)
        assert at in borders


def test_a_word_stays_a_word_across_the_border_of_two_spans():
    rich = stretches("ความโปร่งใส", [5])
    assert [line.text for line in break_lines(rich, face(), 4.0)] == [
        line.text for line in break_lines("ความโปร่งใส", face(), 4.0)
    ]
    (line,) = break_lines(rich, face(), 10.0)
    assert [atom.word.text for atom in line.atoms] == [
        atom.word.text for atom in break_lines("ความโปร่งใส", face(), 10.0)[0].atoms
    ]


def test_spans_of_one_plain_look_are_set_like_plain_text():
    pieces = ("การดำเนินการ ตามมาตร", "การ ส่งเสริม", "คุณธรรม ")
    rich = tuple(Stretch(piece, face()) for piece in pieces)
    for width in (5.0, 9.0, 14.0):
        ours = break_lines(rich, face(), width)
        theirs = break_lines("".join(pieces), face(), width)
        assert [(line.text, pytest.approx(line.width)) for line in ours] == [
            (line.text, line.width) for line in theirs
        ]


def test_raised_text_leaves_the_distance_of_lines_alone_and_is_smaller():
    plain_block = Paragraph("พื้นที่ตารางเมตร " * 30, align=Align.THAI)
    raised = plain_block._replace(
        text=(Span("พื้นที่ตารางเมตร"), Span("๒", raised=True), Span(" พื้นที่ตารางเมตร" * 29))
    )
    one = [item.y for item in texts(Document("ก", (plain_block,)))]
    other = [item.y for item in texts(Document("ก", (raised,)))]
    assert one[: len(other)] == other[: len(one)]
    width = break_lines((Stretch("๒", face(), Look(raised=True)),), face(), 9.0)[0].width
    assert width == pytest.approx(0.62 * break_lines("๒", face(), 9.0)[0].width)


@settings(max_examples=40, deadline=None)
@given(SPANS, st.sampled_from(Align), st.booleans())
def test_no_line_of_spans_is_wider_than_its_page_and_all_is_said(spans, align, listed):
    spans = (Span("๑. "), *spans) if listed else spans
    document = Document("กว้าง", (Paragraph(spans, align=align, indent=60.0),))
    items = texts(document)
    for item in items:
        assert item.line.width * item.size <= document.page.text_width + 0.01
    said = "".join(item.line.text for item in items)
    assert "".join(said.split()) == "".join("".join(span.text for span in spans).split())


@pytest.mark.parametrize("spans", [(), (Span(""),), (Span(""), Span("ก", bold=True), Span(""))])
def test_empty_spans_are_set_as_nothing(spans):
    found = texts(Document("ว่าง", (Paragraph(spans), Paragraph("จบ"))))
    assert "".join(item.line.text for item in found) == "".join(span.text for span in spans) + "จบ"


def test_twenty_thousand_characters_in_spans_are_set():
    spans = tuple(Span(PROSE[:40], bold=at % 2 == 0, underline=at % 3 == 0) for at in range(500))
    document = Document("ยาว", (Paragraph(spans, align=Align.THAI),))
    said = "".join(
        item.line.text
        for page in lay_out(document).pages
        for group in page.groups
        if group.x
        for item in group.items
        if type(item) is Text
    )
    assert "".join(said.split()) == "".join(PROSE[:40].split()) * 500


@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize("family", ["", SARABUN.name])
def test_text_in_spans_is_read_back_whole(align, family, poppler, pdfium, bare):
    spans = tuple(
        Span(
            PROSE[at : at + 17],
            bold=number % 2 == 0,
            italic=number % 3 == 0,
            underline=number % 2 == 1,
            colour=(0.0, 0.3, 0.0) if number % 4 == 0 else None,
        )
        for number, at in enumerate(range(0, len(PROSE), 17))
    )
    pdf = render(Document("อ่าน", (Paragraph(spans, align=align, indent=70.0),), family=family))
    assert bare(poppler(pdf, "-raw")) == bare(PROSE)
    assert bare(poppler(pdf)) == bare(PROSE)
    assert bare(pdfium(pdf)) == bare(PROSE)


def test_words_around_raised_text_are_read_in_their_order(poppler, bare):
    spans = (Span("พื้นที่ ๒๐ ตร.ม."), Span("๒", raised=True), Span(" และงบประมาณ"), Span("๑", raised=True))
    pdf = render(Document("ยก", (Paragraph((*spans, Span(" ตามระเบียบ"))),)))
    assert bare(poppler(pdf, "-raw")) == "พื้นที่๒๐ตร.ม.๒และงบประมาณ๑ตามระเบียบ"


def test_cells_and_list_items_take_spans(poppler, bare):
    cell = (Span("๑. "), Span("หัวข้อ", bold=True), Span(" ต่อ\n๒. ข้อ"), Span("สอง", underline=True))
    table = Table((Column("ที่", 1), Column("หัว", 3)), (("๑", cell), ("๒", "ธรรมดา")))
    bullet = Paragraph((Span("- "), Span("จุด", italic=True), Span("\nปกติ")), indent=70.0)
    pdf = render(Document("ตาราง", (table, bullet)))
    said = bare(poppler(pdf, "-raw"))
    assert "๑.หัวข้อต่อ๒.ข้อสอง" in said
    assert said.endswith("-จุดปกติ")


@pytest.fixture
def chars():
    """Return each character of page 1 with its size, its colour, whether its font is bold, its baseline."""

    def read(pdf: bytes) -> list[tuple[str, float, tuple[int, int, int], str, float]]:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _characters(document[0])
        finally:
            document.close()

    return read


def _characters(page):
    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        raw = text.raw
        name = pdfium_c.create_string_buffer(100)
        pdfium_c.FPDFText_GetFontInfo(raw, at, name, 100, None)
        parts = [pdfium_c.c_uint() for _ in range(4)]
        pdfium_c.FPDFText_GetFillColor(raw, at, *parts)
        x, y = pdfium_c.c_double(), pdfium_c.c_double()
        pdfium_c.FPDFText_GetCharOrigin(raw, at, x, y)
        colour = tuple(part.value for part in parts[:3])
        size = pdfium_c.FPDFText_GetFontSize(raw, at)
        character = chr(pdfium_c.FPDFText_GetUnicode(raw, at))
        found.append((character, size, colour, name.value.decode(), y.value))
    text.close()
    return found


def test_each_span_is_drawn_in_its_face_its_colour_and_its_height(chars):
    spans = (
        Span("ก"),
        Span("ข", bold=True),
        Span("ค", italic=True),
        Span("ง", bold=True, italic=True),
        Span("จ", colour=(0.6, 0.0, 0.0)),
        Span("ฉ", raised=True),
        Span("ช"),
    )
    found = {each[0]: each for each in chars(render(Document("แบบ", (Paragraph(spans),))))}
    styles = {character: each[3].split("-")[-1] for character, each in found.items()}
    assert [styles[each] for each in "กขคงจช"] == [
        "Regular",
        "Bold",
        "Italic",
        "BoldItalic",
        "Regular",
        "Regular",
    ]
    assert found["จ"][2] == (153, 0, 0)
    assert all(found[each][2] == (0, 0, 0) for each in "กขคงฉช")
    assert found["ฉ"][1] == pytest.approx(0.62 * 16, abs=0.01)
    assert found["ฉ"][4] - found["ก"][4] == pytest.approx(RAISED_BY * 16, abs=0.01)
    assert found["ฉ"][4] - found["ก"][4] > 4
    assert found["ช"][1] == pytest.approx(16)
    assert found["ช"][4] == pytest.approx(found["ก"][4])


def strokes(text: str, size: float = 16.0):
    """Return the strokes under a text that is underlined as a whole, and its width."""
    (line,) = break_lines((Stretch(text, face(), Look(underline=True)),), face(), 1000.0)
    liner = Underliner(face(), size)
    offset = 0.0
    for word in [word for atom in line.atoms for word in (atom.word, atom.space) if word]:
        for run in word.runs:
            liner.run(run, offset)
            for glyph in run.glyphs:
                liner.glyph(run, glyph, offset, size)
                offset += glyph.advance * size / 1000
    liner.end(offset)
    return liner.strokes, offset


def test_an_underline_runs_unbroken_under_letters_and_spaces():
    (stroke,), width = strokes("การเงิน การคลัง และพัสดุ"[:15])
    assert (stroke.x0, stroke.x1) == (0.0, pytest.approx(width))


@pytest.mark.parametrize("word", ["ดุ", "คู่", "ฐาน", "ผู้", "ญาติ", "กฎหมาย", "ปรากฏ", "gap"])
def test_an_underline_leaves_room_for_what_reaches_below_the_line(word):
    found, width = strokes("การ" + word + "การ")
    assert len(found) > 1
    assert found[0].x0 == 0.0
    assert found[-1].x1 == pytest.approx(width)
    assert all(stroke.x1 - stroke.x0 > 1.0 for stroke in found)


def test_underlines_are_drawn_below_the_text_in_its_colour_as_artifacts():
    spans = (Span("ก "), Span("การคลัง", underline=True, colour=(0.0, 0.0, 0.5)), Span(" ข"))
    document = pypdfium2.PdfDocument(render(Document("ขีด", (Paragraph(spans),))))
    try:
        (path,) = document[0].get_objects([pdfium_c.FPDF_PAGEOBJ_PATH])
        left, bottom, right, top = path.get_bounds()
        (line,) = texts(Document("ขีด", (Paragraph(spans),)))
        baseline = document[0].get_height() - line.y
        assert 0.0 < baseline - top < 2.0
        assert 0.2 < top - bottom < 1.0
        assert left > line.x
        assert right < line.x + line.line.width * line.size
    finally:
        document.close()


def test_text_in_spans_can_be_cut_and_parted_like_plain_text():
    rich = stretches("หนึ่ง\nสอง\n\nสาม", [3, 8, 11])
    assert [plain(part) for part in paragraphs(rich)] == ["หนึ่ง", "สอง", "", "สาม"]
    assert plain(cut(rich, 2, 9)) == plain(rich)[2:9]
    assert re.sub(r"\s", "", plain(rich)) == "หนึ่งสองสาม"


def test_what_the_program_prints_in_colour_is_dark_enough_in_grey():
    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    for colour in (BLACK, RED):
        red, green, blue = map(light, colour)
        luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        assert 1.05 / (luminance + 0.05) >= 4.5
