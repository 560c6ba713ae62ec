"""The tagged structure: every word stands in the tree once, as what it is; the rest is artifact."""

import re
from dataclasses import replace

import pikepdf
import pytest

from desktop_app.documents.blocks import Align, Column, Document, Paragraph, Table
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.structure import Structure
from desktop_app.domain.office import Emblem, Office
from tests.documents.readers import tree_by_poppler
from tests.documents.tagged import Tagged


@pytest.fixture
def read(document):
    def read(**changes) -> Tagged:
        return Tagged(render(document(**changes)))

    return read


def test_the_file_says_that_it_is_tagged_thai_and_titled(read):
    file = read()
    root = file.pdf.Root
    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "th-TH"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.PageMode == "/UseNone"


def test_every_piece_of_content_has_one_element_and_the_parent_tree_leads_to_it(read):
    file = read()
    parents = file.parents()
    assert set(parents) == set(file.texts)
    for (page, mcid), element in parents.items():
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        owned = {
            (element.Pg.objgen, kid) if isinstance(kid, int) else (kid.Pg.objgen, int(kid.MCID))
            for kid in kids
            if isinstance(kid, int) or kid.get("/Type") == "/MCR"
        }
        assert (page, mcid) in owned


def test_pages_are_read_in_the_order_of_the_structure(read):
    for at, page in enumerate(read().pdf.pages):
        assert page.Tabs == "/S"
        assert int(page.StructParents) == at


def test_a_memo_is_a_title_a_head_paragraphs_a_table_and_opinions(read):
    tree = read().tree
    assert tree.role == "Document"
    roles = [kid.role for kid in tree.kids]
    assert roles == ["H1", *["P"] * 6, "Table", "P", "P", "Sect", "Sect", "Sect", "Sect"]
    assert tree.kids[0].text == "บันทึกข้อความ"
    assert [heading.text for heading in tree.all("H2")] == [
        "ความเห็นหัวหน้าสำนักปลัด",
        "ความเห็นปลัดเทศบาลตำบลตัวอย่าง",
        "ความเห็นนายกเทศมนตรีตำบลตัวอย่าง",
    ]


def test_the_tree_says_every_cell_in_its_row_once(read, document, bare):
    file = read()
    table = next(block for block in document().blocks if isinstance(block, Table))
    (node,) = file.tree.all("Table")
    head, body = node.kids
    assert (head.role, body.role) == ("THead", "TBody")
    (row,) = head.kids
    assert [bare(cell.everything()) for cell in row.kids] == [
        bare(column.heading) for column in table.columns
    ]
    for cell in row.kids:
        assert cell.role == "TH"
        assert cell.element.A.Scope == "/Column"
    assert len(body.kids) == len(table.rows)
    for row, texts in zip(body.kids, table.rows, strict=True):
        assert [cell.role for cell in row.kids] == ["TD"] * 7
        assert [bare(cell.everything()) for cell in row.kids] == [bare(text) for text in texts]


def test_a_repeated_header_and_page_numbers_are_artifacts(read):
    file = read()
    pages = len(file.pdf.pages)
    assert pages > 3
    assert file.tree.everything().count("ข้อเสนอแนะ") == 1
    assert file.artifacts.count("ข้อเสนอแนะ") >= 1
    for number in "๒๓๔":
        assert f"- {number} -" in file.artifacts


def test_a_cell_that_runs_over_pages_is_one_cell():
    steps = "\n".join(f"{at}. ขั้นตอนที่ {at}" for at in range(1, 100))
    long = " ".join(["ดำเนินการตามแผน"] * 300)
    table = Table((Column("ก", 1), Column("ข", 1)), ((steps, long),))
    file = Tagged(render(Document("ยาว", (table,))))
    first, second = file.tree.all("TD")
    assert second.contents >= 3
    assert [kid.role for kid in first.kids] == ["L"]
    assert [item.role for item in first.kids[0].kids] == ["LI"] * 99
    assert [body.text for body in first.all("LBody")][:2] == ["1. ขั้นตอนที่ 1", "2. ขั้นตอนที่ 2"]


def test_an_empty_cell_stands_in_the_tree_and_an_empty_paragraph_does_not():
    table = Table((Column("ก", 1), Column("ข", 1)), (("", "มี"),))
    tree = Tagged(render(Document("ว่าง", (Paragraph(""), table)))).tree
    assert [kid.role for kid in tree.kids] == ["Table"]
    assert [cell.text for cell in tree.all("TD")] == ["", "มี"]


def test_lists_in_the_text_are_lists_and_a_single_mark_is_none():
    text = "ตามที่ได้ดำเนินการ\n๑. ข้อแรก\n๒. ข้อสอง\nดังนั้น\n- ข้อเดียว"
    tree = Tagged(render(Document("รายการ", (Paragraph(text, align=Align.THAI),)))).tree
    assert [kid.role for kid in tree.kids] == ["P", "L", "P", "P"]
    assert [item.role for item in tree.kids[1].kids] == ["LI", "LI"]
    assert [body.text for body in tree.all("LBody")] == ["๑. ข้อแรก", "๒. ข้อสอง"]


def test_the_emblem_is_a_figure_with_words_for_it_and_a_place(read, emblem):
    file = read(office=Office(emblem=Emblem(emblem)))
    (figure,) = file.tree.all("Figure")
    assert str(figure.element.Alt) == "ตราของหน่วยงาน"
    left, bottom, right, top = (float(edge) for edge in figure.element.A.BBox)
    assert (left, top - bottom) == (pytest.approx(85.04, abs=0.1), pytest.approx(42.52, abs=0.1))
    assert right - left == pytest.approx(top - bottom)


def test_headings_are_bookmarks_that_lead_to_them(read):
    file = read()
    (title,) = file.pdf.open_outline().root
    assert title.title == "บันทึกข้อความ"
    assert [child.title for child in title.children] == [node.text for node in file.tree.all("H2")]
    for child, node in zip(title.children, file.tree.all("H2"), strict=True):
        assert child.destination[0].objgen == node.element.Pg.objgen
        assert 0 < float(child.destination[3]) < 842


def test_a_document_without_headings_has_no_bookmarks():
    assert "/Outlines" not in Tagged(render(Document("ไม่มีหัวเรื่อง", (Paragraph("ความ"),)))).pdf.Root


def test_without_a_title_headings_are_of_the_first_level():
    blocks = (Paragraph("หนึ่ง", bold=True), Paragraph("ความ"), Paragraph("สอง", bold=True))
    file = Tagged(render(Document("ไม่มีชื่อ", blocks)))
    assert [node.role for node in file.tree.kids] == ["H1", "P", "H1"]
    assert [item.title for item in file.pdf.open_outline().root] == ["หนึ่ง", "สอง"]


def test_an_endless_heading_with_odd_characters_is_still_a_bookmark():
    file = Tagged(render(Document("ยาว", (Paragraph("ก\ud800ข\x00 " + "ฆ" * 40_000, bold=True),))))
    (bookmark,) = file.pdf.open_outline().root
    assert bookmark.title.startswith("ก\ufffdข\ufffd ฆฆ")
    assert len(bookmark.title) == 1000


def test_urgency_and_secrecy_are_read_once(read, memo):
    head = replace(memo().head, urgency="ด่วนที่สุด", secrecy="ลับ")
    file = read(head=head)
    said = [kid.text for kid in file.tree.kids]
    assert said.count("ด่วนที่สุด") == said.count("ลับ") == 1
    assert file.artifacts.count("ลับ") == len(file.pdf.pages)


def test_paragraphs_of_a_text_become_elements_in_their_order():
    structure = Structure()
    tags = structure.paragraphs([False, True, True, False, True])
    roles = [structure.elements()[tag].role for tag in tags]
    assert roles == ["P", "LBody", "LBody", "P", "P"]
    assert tags == sorted(tags)


def test_a_reader_of_the_tree_finds_all_of_a_paragraph_whose_letters_stand_apart(bare):
    text = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบล ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ " * 6
    pdf = render(Document("ชื่อ", (Paragraph(text, align=Align.THAI, indent=70.0),)))
    assert Tagged(pdf).contents[0].spans
    told = re.findall('"(.*)"', tree_by_poppler(pdf))
    assert bare("".join(told)) == bare(text)
