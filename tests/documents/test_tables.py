"""Tables: rows cut at a line over any number of pages, header repeated, nothing lost."""

from bisect import bisect_right
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import Column, Document, Paragraph, Table
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.columns import PADDING
from desktop_app.documents.typeset.flow import fill_pages
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.page import Page, Rule, Text
from desktop_app.documents.typeset.paragraphs import Style
from desktop_app.documents.typeset.structure import Structure
from desktop_app.documents.typeset.table_setting import Column as SetColumn
from desktop_app.documents.typeset.table_setting import Frame, table_flow

REGULAR, BOLD = Style(face(), 16.0), Style(face(bold=True), 16.0)


def said(page) -> list[str]:
    return [item.line.text for group in page.groups for item in group.items if isinstance(item, Text)]


PAGE = Document("", ()).page


def texts_of(group) -> list[Text]:
    return [item for item in group.items if isinstance(item, Text)]


def set_table(headings, shares, rows, width: float, height: float = 700.0):
    columns = [SetColumn(*each) for each in zip(headings, shares, strict=True)]
    return table_flow(columns, rows, Frame(REGULAR, BOLD, width, height), Structure())


def test_a_row_taller_than_a_page_runs_over_pages_and_loses_nothing(bare):
    steps = "\n".join(f"{at}. การจัดประชุมพนักงานเทศบาลเป็นประจำทุกเดือน ครั้งที่ {at}" for at in range(1, 150))
    table = Table((Column("ขั้นตอน", 1), Column("ผล", 1)), (("ก", steps), ("ข", "จบ")))
    pages = lay_out(Document("ยาว", (table,))).pages
    assert len(pages) >= 5
    second_column = [
        text for page in pages for text in said(page) if text not in ("ขั้นตอน", "ผล", "ก", "ข", "จบ")
    ]
    assert bare("".join(text for text in second_column if not text.startswith("- "))) == bare(steps)
    for page in pages:
        assert said(page)[:2] == ["ขั้นตอน", "ผล"]


def ink_in(pdf: bytes, page: int, area) -> int:
    """How many dark pixels stand inside a cell."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=2).to_pil().convert("L")
    document.close()
    box = (area.x + 2, area.y + 2, area.x + area.width - 2, area.y + area.height - 2)
    inside = picture.crop(tuple(round(2 * place) for place in box))
    return sum(inside.histogram()[:128])


@pytest.mark.parametrize("first", ["๕. มาตรการ", "มาตรการ"])
def test_a_row_that_goes_on_says_so_on_paper_but_not_twice_in_the_text(pdfium, bare, first):
    table = Table((Column("หัว", 1), Column("ขั้นตอน", 3)), ((first, "ขั้น\n" * 50),))
    document = Document("ยาว", (table,))
    (cell, _) = lay_out(document).pages[1].areas()
    pdf = render(document)
    assert "ต่อ" not in pdfium(pdf)
    assert bare(pdfium(pdf)).count("๕.") == first.count("๕.")
    assert ink_in(pdf, 1, cell) > 30


def test_pages_of_a_long_table_are_full(document):
    pages = lay_out(document()).pages
    setup = document().page
    with_table = [page for page in pages if page.areas()]
    for page in with_table[:-1]:
        end = max(area.y + area.height for area in page.areas())
        assert end > setup.height - setup.bottom - 4 * REGULAR.leading


def numbered(counts: list[tuple[int, ...]]) -> list[tuple[str, ...]]:
    """Rows whose lines tell their row, column and number."""
    return [
        tuple("\n".join(f"ก{row}ข{column}ค{at}" for at in range(count)) for column, count in enumerate(cells))
        for row, cells in enumerate(counts)
    ]


COUNTS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.tuples(*[st.one_of(st.integers(0, 4), st.integers(0, 60))] * columns), min_size=1, max_size=6
    )
)


@settings(max_examples=120, deadline=None)
@given(COUNTS, st.floats(60.0, 700.0), st.floats(90.0, 450.0), st.integers(1, 12))
def test_any_table_on_any_page_ends_and_keeps_every_line_in_its_order(counts, height, width, heading_lines):
    rows = numbered(counts)
    headings = ["หัว\n" * heading_lines for _ in rows[0]]
    flow = set_table(headings, [1.0] * len(headings), rows, width, height)
    filled = fill_pages([flow], 0.0, 0.0, height, 0.0)
    pages = [Page(number, tuple(groups), (width, height)) for number, groups in enumerate(filled, start=1)]
    columns = ["" for _ in headings]
    for page in pages:
        for item in sorted(texts_of(page.groups[0]), key=lambda item: item.y):
            columns[bisect_right(flow.layout.edges, item.x) - 1] += item.line.text
    bodies = [text.replace("หัว", "") for text in columns]
    assert bodies == ["".join(cells).replace("\n", "") for cells in zip(*rows, strict=True)]
    for page in pages:
        for area in page.areas():
            assert area.y + area.height <= height + 0.1


def test_column_headings_taller_than_a_page_are_printed_once_and_run_over_pages(bare):
    headings = ("หัวข้อ " * 900, "ผล")
    table = Table(tuple(Column(heading, 1) for heading in headings), (("ก", "ข"), ("ค", "ง")))
    sheets = lay_out(Document("หัวตาราง", (table,)))
    everything = bare("".join(text for page in sheets.pages for text in said(page)))
    assert everything.count("หัวข้อ") == 900
    assert len(sheets.pages) >= 4
    for page in sheets.pages:
        for group in page.groups:
            for item in group.items:
                assert not isinstance(item, Text) or group.y + item.y < PAGE.height - PAGE.bottom
    heads = [at for at, element in enumerate(sheets.elements) if element.role == "TH"]
    tags = {item.tag for page in sheets.pages for group in page.groups for item in texts_of(group)}
    assert set(heads) <= tags


def test_a_row_of_one_line_is_never_parted_from_its_header():
    for filler in range(20, 40):
        before = Paragraph("\n".join("ข้อความ" for _ in range(filler)))
        pages = lay_out(Document("ตาราง", (before, Table((Column("หัว", 1),), (("แถว",),))))).pages
        (page,) = [page for page in pages if "หัว" in said(page)]
        assert "แถว" in said(page)


def test_what_stands_over_several_columns_stands_in_their_middle_under_a_rule_of_its_own():
    columns = (
        Column("โครงการ", 2),
        Column("รอ", 1, over="สถานะ"),
        Column("เสร็จ", 1, over="สถานะ"),
        Column("หมายเหตุ", 1, over="อื่น"),
    )
    pages = lay_out(Document("ตาราง", (Table(columns, (("ก", "", "x", ""),) * 60),))).pages[:2]
    for page in pages:
        own = said(page)[1:] if said(page)[0].startswith("-") else said(page)
        assert own[:5] == ["โครงการ", "สถานะ", "รอ", "เสร็จ", "หมายเหตุ"]
        (items,) = (
            group.items for group in page.groups if "สถานะ" in [text.line.text for text in texts_of(group)]
        )
        at = {text.line.text: text for text in items if isinstance(text, Text)}
        left, middle, right = (area.x - page.groups[0].x for area in page.areas()[1:4])
        centre = at["สถานะ"].x + at["สถานะ"].line.width * at["สถานะ"].size / 2
        assert centre == pytest.approx((left + right) / 2)
        assert at["สถานะ"].y < at["โครงการ"].y < at["รอ"].y == at["เสร็จ"].y
        rules = [item for item in items if isinstance(item, Rule)]
        strips = [rule for rule in rules if rule.y0 == rule.y1 and rule.x0 == pytest.approx(left)]
        (strip,) = strips
        assert strip.x1 == pytest.approx(right)
        (inner,) = (rule for rule in rules if rule.x0 == rule.x1 == pytest.approx(middle))
        assert inner.y0 == pytest.approx(strip.y0)


def test_no_word_is_cut_in_a_column_that_can_be_wider():
    headings = [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "สรุปผล",
        "ผลสำเร็จ",
        "ข้อเสนอแนะ",
    ]
    rows = [("การปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",) * 7]
    flow = set_table(headings, [14, 20, 10, 10, 20, 15, 11], rows, 453.5)
    assert 12.0 <= flow.layout.style.size <= 14.0
    lines = {set_line.line.text for cell in flow.layout.header for set_line in cell.lines}
    assert {"ผู้รับผิดชอบ", "ข้อเสนอแนะ", "ระยะเวลา"} <= lines
    assert any("ประสิทธิภาพ" in set_line.line.text for set_line in flow.rows[0].cells[2].lines)


def test_no_line_of_a_cell_is_wider_than_its_column(document):
    for page in lay_out(document()).pages:
        for area in page.areas():
            inside = [
                (group.x + item.x, group.x + item.x + item.line.width * item.size)
                for group in page.groups
                for item in group.items
                if isinstance(item, Text)
                and area.y < group.y + item.y < area.y + area.height
                and area.x < group.x + item.x < area.x + area.width
            ]
            for left, right in inside:
                assert left >= area.x + PADDING - 0.01
                assert right <= area.x + area.width - PADDING + 0.01


def widths_of(rows):
    flow = set_table(("หัว",) * 3, (1, 1, 1), rows, 450.0)
    edges = flow.layout.edges
    return [right - left for left, right in pairwise(edges)]


def test_one_endless_word_does_not_starve_the_other_columns():
    plain, endless = ("มาตรการ", "วิธีการ", "กองคลัง"), ("มาตรการ", "ก" * 300, "กองคลัง")
    calm, stretched = (widths_of([plain, row]) for row in (plain, endless))
    assert stretched[1] <= 1.6 * calm[1] + 0.1
    assert stretched[0] >= 0.6 * calm[0]
    assert stretched[2] >= 0.6 * calm[2]


@pytest.mark.parametrize("count", [12, 20])
def test_columns_as_narrow_as_eight_millimetres_still_show_everything(count, pdfium, bare):
    text = "องค์กรปกครองส่วนท้องถิ่นwww.example.go.th"
    table = Table(tuple(Column("ก", 1) for _ in range(count)), (tuple([text] * count),))
    document = Document("แคบ", (Paragraph("ก่อน"), table))
    said_in_all = "".join(sorted(bare(pdfium(render(document)))))
    assert said_in_all == "".join(sorted(bare("ก่อน" + "ก" * count + text * count)))
