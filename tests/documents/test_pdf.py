"""The file itself: always the same bytes, its own fonts alone, sound."""

import io
import re
import struct
import subprocess
import sys

import pypdfium2
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from desktop_app.documents.blocks import Document, Paragraph
from desktop_app.documents.pdf import render
from desktop_app.domain.office import Emblem, Office
from desktop_app.domain.report import Head
from desktop_app.errors import KnownError

PROGRAM = """
import sys, hashlib
from desktop_app.documents.blocks import Column, Document, Paragraph, Table
from desktop_app.documents.pdf import render
if sys.argv[1:] == ["after others"]:
    others = (Paragraph("น้ำ ๑๒ 😀 ป้ำ ABC fi ½ é" * 9, bold=True), Paragraph("อื่น ๆ 中文" * 40))
    for family in ("Sarabun", ""):
        render(Document("อื่น", others, family=family))
table = Table((Column("หัว", 1),), (("น้ำ ป้ำ 😀",),))
document = Document("ชื่อ", (Paragraph("ตามที่ได้ดำเนินการ " * 30, bold=True), table))
print(hashlib.sha256(render(document)).hexdigest())
print(",".join(name for name in sys.modules if name.split(".")[0] in ("PySide6", "sqlalchemy", "sqlmodel")))
print(",".join(name for name in sys.modules if "platypus" in name))
print("PIL._imaging" in sys.modules, "reportlab.pdfbase._fontdata" in sys.modules)
"""


def run(*before: str) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, *before], capture_output=True, check=True, encoding="utf-8"
    )
    return finished.stdout.split("\n")


def test_two_processes_make_identical_bytes_without_platypus_qt_or_the_store():
    first, second = run(), run()
    assert first == second
    assert len(first[0]) == 64
    assert first[1:3] == ["", ""]


def test_a_report_without_pictures_is_printed_without_loading_pillow_or_fonts_of_others():
    assert run()[3] == "False False"


def test_what_a_process_has_printed_before_changes_no_byte():
    assert run("after others")[0] == run()[0]


def test_rendering_other_things_before_changes_no_byte(document):
    before = render(document())
    render(Document("อื่น", (Paragraph("ๆฯ ฆฌฏ 😀 abc" * 20),)))
    assert render(document()) == before


def test_the_file_embeds_subsets_of_its_own_fonts_and_declares_no_other(document):
    pdf = render(document())
    names = set(re.findall(rb"/BaseFont /([^ \n/>]+)", pdf))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+THSarabunNew-(Regular|Bold)", name) for name in names)
    assert b"Helvetica" not in pdf
    assert len(pdf) < 100_000


def test_language_and_title_are_told(document):
    with pypdfium2.PdfDocument(render(document())) as pdf:
        assert pdf.get_metadata_dict()["Title"].startswith("รายงานผลการดำเนินการ")
    assert b"/Lang(th-TH)" in render(document())


def test_qpdf_finds_nothing_wrong(document, tmp_path):
    path = tmp_path / "memo.pdf"
    path.write_bytes(render(document()))
    finished = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_poppler_has_nothing_to_complain_about(document, poppler):
    assert "บันทึกข้อความ" in poppler(render(document()))


@pytest.mark.parametrize(
    "head",
    [
        Head(),
        Head(subject="ก" * 20_000, addressee="ข" * 3000, number="1" * 500, unit="ค" * 900),
        Head(subject="น้ำ\nใหม่", urgency="ด่วนที่สุด", secrecy="ลับที่สุด"),
    ],
)
def test_any_head_makes_pages(head, document, pdfium, bare):
    text = bare(pdfium(render(document(head=head, rows=(), signoffs=(), texts={}))))
    assert text.count("ก" * 20) >= head.subject.count("ก" * 20) * 0.9
    assert "บันทึกข้อความ" in text
    assert text.count("ข") >= len(head.addressee)


@pytest.mark.parametrize("image", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_an_emblem_that_is_no_picture_is_told_in_thai(image, document):
    with pytest.raises(KnownError, match="ภาพตรา"):
        render(document(office=Office(emblem=Emblem(image or b"x"))))


def test_a_small_file_that_claims_a_huge_picture_is_refused_before_it_is_unfolded(document, monkeypatch):
    target = io.BytesIO()
    Image.new("1", (10, 10)).save(target, "PNG")
    data = target.getvalue()
    bomb = data[:16] + struct.pack(">II", 30_000, 30_000) + data[24:]
    monkeypatch.setattr(PngImageFile, "load", lambda _: pytest.fail("it was unfolded"))
    with pytest.raises(KnownError, match="ภาพตรา"):
        render(document(office=Office(emblem=Emblem(bomb))))


def test_an_emblem_of_any_kind_is_embedded_once_and_without_transparency(document):
    for mode in ("RGBA", "RGB", "L", "P", "LA", "1"):
        target = io.BytesIO()
        Image.new(mode, (900, 600)).save(target, "PNG")
        pdf = render(document(office=Office(emblem=Emblem(target.getvalue()))))
        assert pdf.count(b"/ColorSpace/DeviceGray") == 1
        assert b"/SMask" not in pdf
        assert b"/Width 450/Height 300" in pdf


def test_a_coloured_emblem_keeps_its_colours(document):
    target = io.BytesIO()
    Image.new("RGBA", (300, 300), (200, 30, 40, 255)).save(target, "PNG")
    pdf = render(document(office=Office(emblem=Emblem(target.getvalue()))))
    assert pdf.count(b"/ColorSpace/DeviceRGB") == 1
    with pypdfium2.PdfDocument(pdf) as opened:
        assert opened[0].render(scale=1).to_pil().getpixel((100, 60)) == (200, 30, 40)


def test_a_transparent_emblem_stands_on_white_paper(document):
    target = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(target, "PNG")
    with pypdfium2.PdfDocument(render(document(office=Office(emblem=Emblem(target.getvalue()))))) as pdf:
        picture = pdf[0].render(scale=1).to_pil()
    assert picture.getpixel((100, 60)) == (255, 255, 255)


def test_a_title_with_odd_characters_still_makes_a_file(document, pdfium):
    assert "บันทึกข้อความ" in pdfium(render(document(head=Head(subject="ก\ud800ข\x00\n ค"))))


def test_an_empty_report_makes_a_page_with_an_empty_table(document, pdfium, bare):
    text = bare(pdfium(render(document(head=Head(), rows=(), signoffs=(), texts={}))))
    for word in ("บันทึกข้อความ", "ส่วนราชการ", "วันที่", "เรื่อง", "เรียน", "มาตรการ/แนวทาง", "ข้อเสนอแนะ"):
        assert word in text


AT_ONCE = """
import hashlib
from threading import Barrier, Thread
from desktop_app.documents.blocks import Document, Paragraph
from desktop_app.documents.pdf import render

together, seen = Barrier(6), []
texts = ("น้ำ ๑๒ ป้ำ ABC" * 9, "ตามที่ได้ดำเนินการ " * 30)
document = Document("ชื่อ", tuple(Paragraph(text, bold=bold) for text in texts for bold in (True, False)))

def print_at_once():
    together.wait()
    seen.append(hashlib.sha256(render(document)).hexdigest())

threads = [Thread(target=print_at_once) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
seen.append(hashlib.sha256(render(document)).hexdigest())
print(len(seen), len(set(seen)))
"""


def test_printing_in_many_threads_at_once_from_the_start_changes_no_byte():
    command = [sys.executable, "-c", AT_ONCE]
    finished = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert finished.stdout.split() == ["7", "1"]
