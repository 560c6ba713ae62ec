"""What stays together, with the end of the table and of the text at every possible place of a page."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import (
    Align,
    Column,
    Document,
    Opinion,
    Paragraph,
    RowGroup,
    Signature,
    Table,
)
from desktop_app.documents.layout import lay_out
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.page import Area, Page, Text

PAGE = Document("", ()).page
DEPTH = face().descent * 16
"""From a baseline of the text to the foot of its line."""
AROUND_OPINION = 12.0 + 6.0 + 34.0
"""Points above an opinion's heading and above its name, and those for the pen."""
BLANK_DATE = "วันที่ ..../..../...."


def lines_of(count: int, word: str) -> str:
    return "\n".join(f"{word} {number}" for number in range(count))


def lines_on(page: Page) -> list[tuple[float, str]]:
    """The lines of a page from the top with their baselines, without its number."""
    items = [
        (group.y + item.y, item.line.text)
        for group in page.groups
        for item in group.items
        if isinstance(item, Text)
    ]
    return sorted(one for one in items if not one[1].startswith("- "))


def said(page: Page) -> list[str]:
    return [text for _, text in lines_on(page)]


def foot(page: Page) -> float:
    """How far down a page is filled, the margin above it not counted."""
    feet = [area.y + area.height for area in page.areas()] + [y + DEPTH for y, _ in lines_on(page)]
    return max(feet, default=PAGE.top) - PAGE.top


def signature(name: str) -> Signature:
    return Signature((f"({name})", "ตำแหน่ง"))


def opinion(number: int, lines: int) -> Opinion:
    text = lines_of(lines, f"เห็นชอบ {number}")
    return Opinion(f"ความเห็น {number}", text, Signature((f"(ผู้ให้ความเห็น {number})", "ปลัด"), BLANK_DATE))


ROWS = st.lists(st.one_of(st.integers(1, 12), st.just(0)), min_size=1, max_size=40)
"""The lines of each row; 0 is a group heading."""


def table_of(rows: list[int]) -> Table:
    cells = [
        (f"{at}. มาตรการ", lines_of(lines, f"วิธี {at}"), "ดี") if lines else RowGroup(f"ด้านที่ {at}")
        for at, lines in enumerate([*rows, 2])
    ]
    return Table((Column("มาตรการ", 1.0), Column("วิธีการ", 2.0), Column("ผล", 1.0)), tuple(cells))


@st.composite
def reports(draw):
    """A memo: opening, table, closing, who reports, opinions of a few lines each."""
    opening, closing = draw(st.integers(0, 30)), draw(st.integers(0, 4))
    blocks = [Paragraph(lines_of(opening, "เปิด"))] if opening else []
    blocks.append(table_of(draw(ROWS)))
    if closing:
        blocks.append(Paragraph(lines_of(closing, "ปิด"), align=Align.THAI))
    blocks += [signature(f"ผู้รายงาน {at}") for at in range(draw(st.integers(1, 2)))]
    blocks += [opinion(at, lines) for at, lines in enumerate(draw(st.lists(st.integers(0, 5), max_size=4)))]
    return Document("บันทึก", tuple(blocks))


def check_signature(page: Page) -> None:
    """A place to sign has two lines of text or cells of a table above it on its page."""
    for at, text in enumerate(said(page)):
        if text == "(ผู้รายงาน 0)":
            assert at >= 2
        if text.startswith("(ผู้ให้ความเห็น"):
            assert said(page)[at - 1].startswith(("ความเห็น", "เห็นชอบ"))


def check_table(page: Page, areas: tuple[Area, ...]) -> None:
    """The header is never alone, nor is the heading of a group at the foot of the page."""
    texts = said(page)
    assert texts.count("วิธีการ") == (1 if areas else 0)
    body = [text for text in texts if text not in ("มาตรการ", "วิธีการ", "ผล")]
    last = max((area.y + area.height for area in areas if area.column >= 0), default=0.0)
    for y, text in lines_on(page):
        if text.startswith("ด้านที่") and areas:
            assert y < last
    assert body


@settings(max_examples=250, deadline=None)
@given(reports())
def test_every_page_of_any_report_keeps_together_what_belongs_together(report):
    pages = lay_out(report).pages
    for page in pages:
        check_signature(page)
        if page.areas():
            check_table(page, page.areas())
        assert foot(page) <= PAGE.text_height + 0.1
    for page in pages[:-1]:
        assert foot(page) > PAGE.text_height / 2
    for block in report.blocks:
        if isinstance(block, Opinion):
            (home,) = [page for page in pages if block.heading in said(page)]
            parts = [block.heading, *filter(None, block.text.split("\n")), *block.signature.lines, BLANK_DATE]
            assert set(parts) <= set(said(home))


@settings(max_examples=80, deadline=None)
@given(reports(), st.lists(st.integers(0, 28), min_size=1, max_size=4))
def test_only_an_opinion_that_does_not_fit_leaves_a_page_half_empty(report, lengths):
    long = tuple(opinion(10 + at, lines) for at, lines in enumerate(lengths))
    pages = lay_out(report._replace(blocks=(*report.blocks, *long))).pages
    for page, following in pairwise(pages):
        if foot(page) <= PAGE.text_height / 2:
            heading, *texts = said(following)
            assert heading.startswith("ความเห็น")
            size = texts.index(BLANK_DATE) + 2
            assert foot(page) + size * 16 * face().leading + AROUND_OPINION > PAGE.text_height


@settings(max_examples=100, deadline=None)
@given(reports())
def test_every_line_of_any_report_is_printed_once_and_in_its_order(report):
    printed = [text for page in lay_out(report).pages for text in said(page)]
    for word in ("เปิด", "ปิด", "เห็นชอบ"):
        given = [
            line
            for block in report.blocks
            if isinstance(block, Paragraph | Opinion)
            for line in block.text.split("\n")
            if line.startswith(word)
        ]
        assert [text for text in printed if text.startswith(word)] == given
    (table,) = [block for block in report.blocks if isinstance(block, Table)]
    cells = [row for row in table.rows if not isinstance(row, RowGroup)]
    steps = [line for row in cells for line in row[1].split("\n")]
    assert [text for text in printed if text.startswith("วิธี ")] == steps
    groups = [row.text for row in table.rows if isinstance(row, RowGroup)]
    assert [text for text in printed if text.startswith("ด้านที่") and "(ต่อ)" not in text] == groups


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(2, 4), st.integers(0, 1))
def test_the_last_page_is_never_one_short_opinion(before, count, lines):
    opinions = [opinion(at, lines) for at in range(count)]
    report = Document("ความเห็น", (Paragraph(lines_of(before, "เปิด")), signature("ผู้รายงาน 0"), *opinions))
    last = said(lay_out(report).pages[-1])
    assert sum(text.startswith("ความเห็น ") for text in last) != 1 or "(ผู้รายงาน 0)" in last


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 70), st.booleans())
def test_a_heading_is_never_the_last_line_of_a_page(before, table):
    below = table_of([3, 3]) if table else Paragraph(lines_of(3, "ปิด"))
    heading = Paragraph("หัวข้อ", bold=True)
    for page in lay_out(Document("หัวข้อ", (Paragraph(lines_of(before, "เปิด")), heading, below))).pages:
        assert said(page)[-1] != "หัวข้อ"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 36))
def test_one_line_between_two_headings_stays_with_the_first_alone_and_pages_are_filled(before):
    sections = [
        block
        for at in range(9)
        for block in (Paragraph(f"หัวข้อ {at}", bold=True, above=4.0), Paragraph(f"ผล {at}", above=0.0))
    ]
    pages = lay_out(Document("หัวข้อ", (Paragraph(lines_of(before, "เปิด"), above=0.0), *sections))).pages
    for page in pages:
        told = [text.split()[1] for text in said(page) if not text.startswith("เปิด")]
        assert told[::2] == told[1::2]
    for page in pages[:-1]:
        assert foot(page) + 4.0 + 2 * 16 * face().leading > PAGE.text_height


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 40), st.integers(1, 24))
def test_many_places_to_sign_fill_their_pages_and_none_is_alone(before, count):
    signers = tuple(signature(f"กรรมการ {at}") for at in range(count))
    pages = lay_out(Document("ลงนาม", (Paragraph(lines_of(before, "เปิด")), *signers))).pages
    for page in pages[:-1]:
        assert foot(page) > PAGE.text_height / 2
    for page in pages:
        signed = sum(text.startswith("(กรรมการ") for text in said(page))
        assert said(page).count("ตำแหน่ง") == signed
        assert signed != 1 or len(said(page)) >= 4


def test_a_long_opinion_before_the_last_one_does_not_leave_a_page_half_empty():
    report = Document("ความเห็น", (Paragraph(lines_of(4, "เปิด")), opinion(0, 18), opinion(1, 1)))
    first, second = lay_out(report).pages
    assert "ความเห็น 0" in said(first)
    assert said(second)[0] == "ความเห็น 1"
