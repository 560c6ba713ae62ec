"""What may stand alone on a page, and what may not."""

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import (
    CM,
    Align,
    Column,
    Document,
    Opinion,
    PageSetup,
    Paragraph,
    Signature,
    Span,
    Table,
)
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.lines import break_lines
from desktop_app.documents.typeset.page import Text

SIGNATURE = Signature(("(นางสาวตัวอย่าง ใจดี)", "นิติกรปฏิบัติการ"))
CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"


def said(page) -> list[str]:
    """Return the lines of a page from the top, without its number."""
    items = [
        (group.y + item.y, item.line.text)
        for group in page.groups
        for item in group.items
        if type(item) is Text
    ]
    return [text for _, text in sorted(items, key=lambda each: each[0]) if not text.startswith("- ")]


def lines_of(count: int) -> str:
    return "\n".join(f"ข้อความบรรทัดที่ {number}" for number in range(count))


@pytest.mark.parametrize("count", range(22, 36))
def test_a_signature_is_never_alone_on_a_page(count):
    document = Document("ลงนาม", (Paragraph(lines_of(count)), Paragraph(CLOSING), SIGNATURE))
    page = next(page for page in lay_out(document).pages if SIGNATURE.lines[0] in said(page))
    before = said(page)[: said(page).index(SIGNATURE.lines[0])]
    assert len(before) >= 2
    assert before[-1] == CLOSING
    assert said(page)[-2:] == list(SIGNATURE.lines)


@pytest.mark.parametrize("count", range(24, 42))
def test_a_signature_right_after_a_table_takes_lines_of_the_table_with_it(count):
    table = Table((Column("หัว", 1),), ((lines_of(count),),))
    pages = lay_out(Document("ลงนาม", (table, SIGNATURE))).pages
    page = next(page for page in pages if SIGNATURE.lines[0] in said(page))
    assert len(said(page)) >= 5
    assert said(page)[0] == "หัว"
    everything = [text for page in pages for text in said(page) if text.startswith("ข้อความ")]
    assert len(everything) == count


@pytest.mark.parametrize("count", range(10, 34, 3))
def test_an_opinion_is_never_parted_over_two_pages(count):
    opinion = Opinion(
        "ความเห็นปลัด", "เพื่อทราบ", Signature(("(.....)", "ปลัดเทศบาลตำบลตัวอย่าง"), "วันที่ ..../..../....")
    )
    pages = lay_out(Document("ความเห็น", (Paragraph(lines_of(count)), SIGNATURE, opinion, opinion))).pages
    parts = ["ความเห็นปลัด", "เพื่อทราบ", "(.....)", "ปลัดเทศบาลตำบลตัวอย่าง", "วันที่ ..../..../...."]
    for page in pages:
        counts = {said(page).count(part) for part in parts}
        assert len(counts) == 1


@pytest.mark.parametrize("count", range(2, 40))
def test_the_last_opinion_never_stands_on_a_page_of_its_own(count):
    opinions = [
        Opinion(f"ความเห็น {at}", "ทราบ", Signature((f"({at})", "ปลัด"), "วันที่ ..../..../...."))
        for at in range(3)
    ]
    pages = lay_out(Document("ความเห็น", (Paragraph(lines_of(count)), SIGNATURE, *opinions))).pages
    assert {"ความเห็น 1", "ความเห็น 2"} <= set(said(pages[-1]))


def test_an_opinion_longer_than_a_page_is_printed_nevertheless():
    opinion = Opinion("ความเห็นปลัด", lines_of(80), Signature(("(.....)",)))
    pages = lay_out(Document("ความเห็น", (opinion,))).pages
    everything = [text for page in pages for text in said(page)]
    assert sum(text.startswith("ข้อความ") for text in everything) == 80
    assert said(pages[-1])[-1] == "(.....)"
    assert said(pages[0])[:2] == ["ความเห็นปลัด", "ข้อความบรรทัดที่ 0"]


@pytest.mark.parametrize("count", range(24, 40))
def test_the_signature_of_an_opinion_longer_than_a_page_takes_two_lines_with_it(count):
    signature = Signature(("(.....)", "ปลัดเทศบาลตำบลตัวอย่าง"), "วันที่ ..../..../....")
    pages = lay_out(Document("ความเห็น", (Opinion("ความเห็นปลัด", lines_of(count), signature),))).pages
    last = said(pages[-1])
    assert {"(.....)", "ปลัดเทศบาลตำบลตัวอย่าง", "วันที่ ..../..../...."} < set(last)
    assert sum(text.startswith("ข้อความ") for text in last) >= 2


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 90), st.integers(1, 12))
def test_a_paragraph_leaves_no_single_line_on_either_side_of_a_page_end(before, words):
    long = "ดำเนินการ" * words * 12
    pages = lay_out(Document("ย่อหน้า", (Paragraph(lines_of(before)), Paragraph(long, align=Align.THAI)))).pages
    counts = [sum("ดำเนิน" in text for text in said(page)) for page in pages]
    total = sum(counts)
    if total > 1:
        assert all(count != 1 for count in counts)


NUMBERS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "๑. ", "- ", "๑.๑ "]), st.integers(1, 14)), min_size=1, max_size=8
    ),
    st.floats(3.0, 12.0),
    st.sampled_from([Align.LEFT, Align.THAI, Align.JUSTIFY]),
)
def test_two_lines_of_every_paragraph_stay_together_at_either_end_of_a_page(paragraphs, height, align):
    texts = [
        mark + f"{word}และ{word} " * (4 * length)
        for (mark, length), word in zip(paragraphs, NUMBERS, strict=False)
    ]
    page = PageSetup(height=(4.5 + height) * CM)
    block = Paragraph("\n".join(texts), align=align, indent=2.5 * CM)
    pages = lay_out(Document("ย่อหน้า", (block,), page=page)).pages
    lines = int((page.height - page.top - page.bottom) / 21.4)
    for word, _ in zip(NUMBERS, texts, strict=False):
        counts = [sum(word in text for text in said(each)) for each in pages]
        if sum(counts) > 1 and lines >= 7:
            assert 1 not in counts


LONG_TEXT = "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส " * 8


@pytest.mark.parametrize("count", range(24, 36))
@pytest.mark.parametrize(
    "heading",
    [
        Paragraph("หัวข้อใหญ่", bold=True),
        Paragraph("หัวข้อใหญ่", keep=True),
        Paragraph("หัวข้อใหญ่", bold=True, align=Align.CENTRE),
        Paragraph((Span("หัวข้อ"), Span("ใหญ่", italic=True)), keep=True),
    ],
)
def test_a_heading_has_two_lines_of_what_follows_on_its_page(heading, count):
    document = Document("หัวข้อ", (Paragraph(lines_of(count)), heading, Paragraph(LONG_TEXT, align=Align.THAI)))
    page = next(page for page in lay_out(document).pages if "หัวข้อใหญ่" in said(page))
    assert len(said(page)) - said(page).index("หัวข้อใหญ่") >= 3


@pytest.mark.parametrize("count", range(24, 36))
def test_a_heading_before_a_short_paragraph_keeps_what_follows_that_as_well(count):
    blocks = (Paragraph(lines_of(count)), Paragraph("หัวข้อใหญ่", bold=True), Paragraph("ดังนี้\n" + LONG_TEXT))
    page = next(page for page in lay_out(Document("หัวข้อ", blocks)).pages if "หัวข้อใหญ่" in said(page))
    assert len(said(page)) - said(page).index("หัวข้อใหญ่") >= 4


@pytest.mark.parametrize("count", range(24, 36))
def test_a_heading_before_a_table_keeps_the_header_and_two_lines_of_the_first_row(count):
    rows = tuple((f"แถว {number}", LONG_TEXT) for number in range(3))
    table = Table((Column("ที่", 1), Column("รายการ", 4)), rows)
    blocks = (Paragraph(lines_of(count)), Paragraph("หัวข้อใหญ่", bold=True), table)
    page = next(page for page in lay_out(Document("ตาราง", blocks)).pages if "หัวข้อใหญ่" in said(page))
    below = said(page)[said(page).index("หัวข้อใหญ่") + 1 :]
    assert {"ที่", "รายการ", "แถว 0"} <= set(below)
    assert sum("มาตรการ" in text for text in below) >= 2


def test_an_empty_document_is_one_empty_page():
    assert len(lay_out(Document("ว่าง", ())).pages) == 1


def test_stretched_lines_end_at_the_right_margin_and_the_last_one_does_not():
    document = Document("กระจาย", (Paragraph("ดำเนินการ ตามแผน " * 30, align=Align.THAI),))
    items = [item for group in lay_out(document).pages[0].groups for item in group.items]
    width = document.page.text_width
    for item in items[:-1]:
        assert item.x + item.line.width * item.size + item.stretch == pytest.approx(width, abs=0.01)
    assert items[-1].stretch == 0


def texts_of(document: Document) -> list[Text]:
    return [item for group in lay_out(document).pages[0].groups for item in group.items if type(item) is Text]


def test_justified_lines_reach_the_margin_by_their_spaces_alone():
    document = Document("จัดชิด", (Paragraph("ดำเนินการ ตามแผน " * 30, align=Align.JUSTIFY),))
    *full, last = texts_of(document)
    assert len(full) > 3
    for item in full:
        assert not item.spread
        reach = item.x + item.line.width * item.size + item.stretch
        assert reach == pytest.approx(document.page.text_width, abs=0.01)
    assert last.stretch == 0


@pytest.mark.parametrize(
    ("align", "count"), [(Align.JUSTIFY, 20), (Align.JUSTIFY, 65), (Align.THAI, 20), (Align.THAI, 50)]
)
def test_a_line_with_one_space_ends_before_the_margin_rather_than_with_a_hole(align, count):
    words = ("ฆ" * 20, "ง" * count, "จ" * 40)
    document = Document("ช่อง", (Paragraph(" ".join(words), align=align),))
    first = texts_of(document)[0]
    assert first.line.text == " ".join(words[:2])
    assert first.stretch > 0.8 * first.size
    starts = first_letters(document)
    word = break_lines(words[0], face(), 1000.0)[0].width * first.size
    gap = starts["ง"] - starts["ฆ"] - word
    letters = 0.02 * first.size * 20 if align is Align.THAI else 0.0
    space = face().advance(face().space) / 1000 * first.size
    assert gap == pytest.approx(space + letters, abs=0.5)


def first_letters(document: Document) -> dict[str, float]:
    """Return where each letter first stands on page 1, in points from the left edge of the paper."""
    file = pypdfium2.PdfDocument(render(document))
    try:
        text = file[0].get_textpage()
        found: dict[str, float] = {}
        for at in range(text.count_chars()):
            x, y = pdfium_c.c_double(), pdfium_c.c_double()
            pdfium_c.FPDFText_GetCharOrigin(text.raw, at, x, y)
            found.setdefault(chr(pdfium_c.FPDFText_GetUnicode(text.raw, at)), x.value)
        text.close()
        return found
    finally:
        file.close()
