"""Headings between the rows of a table, over all columns; and how the cells of a column stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import Align, Column, Document, Paragraph, RowGroup, Table
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.columns import PADDING
from desktop_app.documents.typeset.page import Rule, Text
from desktop_app.documents.typeset.structure import ARTIFACT

COLUMNS = (Column("มาตรการ", 2), Column("ผล", 1))


def texts_on(page) -> list[Text]:
    """The texts of a page's blocks, each at its place on the page."""
    found = [
        item._replace(x=group.x + item.x, y=group.y + item.y)
        for group in page.groups
        for item in group.items
        if isinstance(item, Text)
    ]
    return sorted(found, key=lambda item: (item.y, item.x))


def lay(*rows, columns=COLUMNS, before=()):
    return lay_out(Document("ตาราง", (*before, Table(columns, rows))))


def steps(count: int) -> str:
    return "\n".join(f"ขั้น {at}" for at in range(count))


def test_a_group_heading_is_bold_and_stands_over_all_columns():
    heading = "ด้านที่ ๑ การปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพของเทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ"
    (page,) = lay(RowGroup(heading), ("ก", "ข")).pages
    (text,) = [item for item in texts_on(page) if item.line.text == heading]
    assert "Bold" in text.line.atoms[0].word.runs[0].face.name
    over, *areas = page.areas()
    assert {area.row for area in areas} == {0}
    assert (over.row, over.column, over.y + over.height) == (0, -1, pytest.approx(areas[0].y))
    assert text.y < min(area.y for area in areas)
    inner = areas[1].x - page.groups[0].x
    upright = [
        item for item in page.groups[0].items if isinstance(item, Rule) and item.x0 == item.x1 == inner
    ]
    row = min(area.y for area in areas) - page.groups[0].y
    assert len(upright) == 2
    assert upright[1].y0 == pytest.approx(row)
    assert upright[0].y1 < text.y - page.groups[0].y < row


def test_a_group_is_a_body_of_its_own_whose_heading_speaks_of_its_rows():
    elements = lay(("ก", "ข"), RowGroup("ด้านที่ ๑"), ("ค", "ง"), ("จ", "ฉ")).elements
    bodies = [at for at, element in enumerate(elements) if element.role == "TBody"]
    rows = {body: [at for at, each in enumerate(elements) if each.parent == body] for body in bodies}
    assert [len(found) for found in rows.values()] == [1, 3]
    (heading,) = [each for each in elements if each.parent == rows[bodies[1]][0]]
    assert (heading.role, heading.scope, heading.columns) == ("TH", "Row", 2)
    cells = [each.role for each in elements if each.parent == rows[bodies[1]][1]]
    assert cells == ["TD", "TD"]


@pytest.mark.parametrize("filler", range(24, 36))
def test_a_group_heading_stays_with_the_first_lines_of_its_rows(filler):
    before = Paragraph(steps(filler))
    pages = lay(("ก", "ข"), RowGroup("ด้านที่ ๑"), ("ค", steps(9)), before=(before,)).pages
    for page in pages:
        texts = [item.line.text for item in texts_on(page) if not item.line.text.startswith("- ")]
        assert texts[-1] != "ด้านที่ ๑"
        if "ด้านที่ ๑" in texts:
            below = texts[texts.index("ด้านที่ ๑") + 1 :]
            assert sum(text.startswith("ขั้น") for text in below) >= 2


def test_a_group_that_goes_on_shows_its_heading_again_but_says_it_once(pdfium, bare):
    rows = [("แถว", steps(6)) for _ in range(20)]
    document = Document(
        "ตาราง", (Table(COLUMNS, (RowGroup("ด้านที่ ๑"), *rows, RowGroup("ด้านที่ ๒"), *rows[:2])),)
    )
    sheets = lay_out(document)
    assert len(sheets.pages) > 3
    for page in sheets.pages[1:]:
        third = texts_on(page)[3]
        if page.number < len(sheets.pages):
            assert third.line.width > 0
            assert third.line.text == ""
            assert third.tag == ARTIFACT
    said = bare(pdfium(render(document)))
    assert (said.count("ด้านที่๑"), said.count("ด้านที่๒"), said.count("(ต่อ)")) == (1, 1, 0)


@pytest.mark.parametrize(("length", "shown"), [(1, ["", "แถว"]), (9, ["แถว", "ดี"])])
def test_a_group_heading_of_many_lines_is_not_shown_again(length, shown):
    heading = RowGroup("ด้านที่ ๑ ว่าด้วยการส่งเสริมคุณธรรม " * length)
    second = lay(heading, *[("แถว", "ดี")] * 60).pages[1]
    assert [item.line.text for item in texts_on(second)][3:5] == shown


def test_a_group_that_begins_a_page_is_not_announced_by_the_one_before_it():
    for filler in range(20, 40):
        before = Paragraph(steps(filler))
        pages = lay(RowGroup("หนึ่ง"), ("ก", "ข"), RowGroup("สอง"), ("ค", "ง"), before=(before,)).pages
        for page in pages[1:]:
            number, *texts = [item.line.text for item in texts_on(page)]
            assert number == "- ๒ -"
            if "สอง" in texts and "หนึ่ง" not in texts:
                assert texts[:3] == ["มาตรการ", "ผล", "สอง"]
                assert "" not in texts


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(st.integers(1, 50), st.just(0)), min_size=1, max_size=14))
def test_rows_and_groups_are_printed_once_in_their_order_whatever_their_heights(lines):
    rows = [
        (f"แถว {at}", "\n".join(f"ขั้น {at} {step}" for step in range(count)))
        if count
        else RowGroup(f"กลุ่ม {at}")
        for at, count in enumerate(lines)
    ]
    given_texts = []
    for row in rows:
        given_texts += [row.text] if isinstance(row, RowGroup) else row[1].split("\n")
    printed = [
        item.line.text
        for page in lay(*rows).pages
        for item in texts_on(page)
        if item.line.text.startswith(("กลุ่ม", "ขั้น"))
    ]
    assert printed == given_texts


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0.0), (Align.CENTRE, 0.5), (Align.RIGHT, 1.0)])
@pytest.mark.parametrize("text", ["๑,๒๐๐.๐๐", "☑", "ต.ค. ๖๕ - ก.ย. ๖๖\nทุกวัน", "☐"])
def test_the_cells_of_a_column_stand_as_it_says(align, share, text):
    columns = (Column("รายการ", 2), Column("จำนวน", 1, align))
    (page,) = lay(("ก", text), columns=columns).pages
    area = page.areas()[1]
    lines = [item for item in texts_on(page) if item.x > area.x and item.y > area.y]
    assert len(lines) == 1 + text.count("\n")
    for item in lines:
        left = item.x - area.x - PADDING
        slack = area.width - 2 * PADDING - item.line.width * item.size
        assert slack > 10
        assert left == pytest.approx(share * slack)
