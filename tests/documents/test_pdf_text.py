"""What is copied out of a printed page is what was stored."""

import re

import pypdfium2
import pytest

from desktop_app.documents.blocks import Align, Column, Document, PageSetup, Paragraph, Table
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.atoms import natural_width
from desktop_app.documents.typeset.fonts import face
from tests.documents.readers import READERS
from tests.documents.tagged import Tagged


def without_page_numbers(text: str) -> str:
    return re.sub("- [๐-๙]+ -", "", text)


@pytest.mark.parametrize("mode", [["-raw"], [], ["-layout"]])
def test_every_cell_of_a_memo_comes_back_from_poppler(mode, document, poppler, bare):
    memo = document()
    pdf = render(memo)
    cells = {(row, column): "" for row in range(7) for column in range(7)}
    for page in lay_out(memo).pages:
        for area in page.areas():
            box = (area.x + 0.5, area.y + 0.5, area.width - 1, area.height - 1)
            crop = [
                part for name, value in zip("xyWH", box, strict=True) for part in (f"-{name}", f"{value:.0f}")
            ]
            page_only = ["-f", str(page.number), "-l", str(page.number)]
            cells[area.row, area.column] += bare(poppler(pdf, *mode, "-r", "72", *page_only, *crop))
    table = next(block for block in memo.blocks if hasattr(block, "rows"))
    for (row, column), text in cells.items():
        assert text == bare(table.rows[row][column])


def test_every_cell_of_a_memo_comes_back_from_pdfium(document, bare):
    memo = document()
    pdf = pypdfium2.PdfDocument(render(memo))
    cells = {(row, column): "" for row in range(7) for column in range(7)}
    for number, page in enumerate(lay_out(memo).pages):
        text = pdf[number].get_textpage()
        for area in page.areas():
            left, right = area.x + 1, area.x + area.width - 1
            top = memo.page.height - area.y
            cells[area.row, area.column] += bare(text.get_text_bounded(left, top - area.height, right, top))
    pdf.close()
    table = next(block for block in memo.blocks if hasattr(block, "rows"))
    for (row, column), text in cells.items():
        assert text == bare(table.rows[row][column])


def test_the_text_of_a_memo_comes_back_in_reading_order(memo, document, poppler, pdfium, bare):
    report = memo()
    pdf = render(document())
    for read in (poppler(pdf, "-raw"), pdfium(pdf)):
        whole = bare(without_page_numbers(read))
        places = [whole.index(bare(text)) for text in spoken(report)]
        assert places == sorted(places)


def spoken(report):
    head = report.head
    yield "บันทึกข้อความ"
    yield f"ส่วนราชการ{head.unit}โทร.{head.telephone}"
    yield f"ที่{head.number}"
    yield "วันที่๑๘มีนาคม๒๕๖๗"
    yield f"เรื่อง{head.subject}"
    yield f"เรียน{head.addressee}"
    yield report.texts["opening"]
    yield report.texts["closing"]
    yield "(นางสาวตัวอย่าง ใจดี)นิติกรปฏิบัติการ"
    yield "ความเห็นหัวหน้าสำนักปลัดเพื่อโปรดทราบ(นายสมมุติ งามดี)"
    yield "นักวิเคราะห์นโยบายและแผนชำนาญการ รักษาการแทนหัวหน้าสำนักปลัดวันที่"
    yield "ความเห็นปลัดเทศบาลตำบลตัวอย่างเพื่อทราบ(นางสาวสมมุติ งามยิ่ง)ปลัดเทศบาลตำบลตัวอย่าง"
    yield "ความเห็นนายกเทศมนตรีตำบลตัวอย่างทราบ(....."


@pytest.mark.parametrize(
    "text",
    [
        "ยิ้ม 😀 แล้ว",
        "ภาษาจีน 中文字 ปนไทย",
        "ลาว ສະບາຍດີ",
        "عربي ปน",
        "👨‍👩‍👧 ครอบครัว 👍🏽",
        "ก\u0301ข",
        "½ × ÷ ≥ €",
    ],
)
def test_what_no_font_has_is_shown_as_its_number_and_never_lost(text, pdfium, poppler, bare):
    pdf = render(Document("ตัวอักษรแปลก", (Paragraph(text),)))
    visible = bare(text)
    spoken = [c for c in bare(poppler(pdf, "-raw")) if c not in "\u202a\u202b\u202c"]
    assert sorted(spoken) == sorted(visible)
    assert all(character in bare(pdfium(pdf)) for character in visible if character != "\u200d")


def test_control_characters_and_broken_surrogates_become_replacement_characters(pdfium, bare):
    pdf = render(Document("ควบคุม", (Paragraph("ก\x00ข\x07ค\ud800ง\tจ"),)))
    assert bare(pdfium(pdf)).count("\ufffd") == 3
    assert [c for c in bare(pdfium(pdf)) if c != "\ufffd"] == list("กขคงจ")


@pytest.mark.parametrize("phrase", ["ดำเนินการวิเคราะห์ผลการประเมิน", "ส่งเสริมคุณธรรมและความโปร่งใสแห่งชาติ"])
def test_letters_of_a_stretched_line_are_not_read_as_words_apart(phrase, poppler, pdfium):
    endless = "ฆ" * 60
    document = Document("กระจาย", (Paragraph(f"{phrase}{endless}จบ", align=Align.THAI),))
    first = next(item for group in lay_out(document).pages[0].groups for item in group.items)
    assert first.stretch > 0.1 * first.size * len(phrase)
    pdf = render(document)
    for read in (poppler(pdf, "-raw"), poppler(pdf), poppler(pdf, "-layout"), pdfium(pdf)):
        assert phrase in read


def test_marks_that_a_font_moves_are_read_where_they_belong(poppler):
    words = ["ให้ดีขึ้น", "ที่ผ่านมา", "ช่องทาง", "มีส่วนร่วม", "ผู้ที่", "คู่มือ", "วิธีการ"]
    cells = "\n".join(f"๑. {word} ปรับปรุง {word}" for word in words)
    table = Table((Column("ก", 1), Column("ข", 1)), ((cells, cells),) * 3)
    pdf = render(Document("ยก", (table,), family="Sarabun"))
    for mode in ([], ["-layout"], ["-raw"]):
        text = poppler(pdf, *mode)
        assert [text.count(word) for word in words] == [12] * len(words)


def test_only_a_line_whose_letters_are_parted_is_told_a_second_time():
    phrase = "การป้องกันและปราบปรามการทุจริตขององค์กรปกครองส่วนท้องถิ่น"
    natural = natural_width(phrase, face()) * 16
    column = PageSetup(left=60.0, right=0.0, width=60.0 + natural + 0.025 * 16 * len(phrase))
    calm = Paragraph(f"{phrase} องค์กรปกครองส่วนท้องถิ่น")
    loose = calm._replace(align=Align.THAI)
    pdf = render(Document("ห่าง", (loose, calm), column))
    (content,) = Tagged(pdf).contents
    assert content.spans == [f"{phrase} "]
    for name, read in READERS.items():
        assert "".join(read(pdf)).count(phrase) == 2, name
