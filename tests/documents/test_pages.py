"""What may stand alone on a page, and what may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import Align, Column, Document, Opinion, Paragraph, Signature, Table
from desktop_app.documents.layout import lay_out
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


def test_an_empty_document_is_one_empty_page():
    assert len(lay_out(Document("ว่าง", ())).pages) == 1


def test_stretched_lines_end_at_the_right_margin_and_the_last_one_does_not():
    document = Document("กระจาย", (Paragraph("ดำเนินการ ตามแผน " * 30, align=Align.THAI),))
    items = [item for group in lay_out(document).pages[0].groups for item in group.items]
    width = document.page.text_width
    for item in items[:-1]:
        assert item.x + item.line.width * item.size + item.stretch == pytest.approx(width, abs=0.01)
    assert items[-1].stretch == 0
