"""What an archive asks of a file (ISO 19005-2, PDF/A-2u) and a screen reader of its tags (ISO 14289-1).

Each rule that we rely on is held here by itself, and a validator that others wrote finds no fault besides.
That the whole of either standard is met is not claimed, here or in the files.
"""

import io
import re
import struct
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
import uharfbuzz as hb
from page import ValidationProfile, validate_pdf_bytes
from PIL import Image, ImageCms

from desktop_app.documents.blocks import Align, Column, Document, Paragraph, RowGroup, Span, Table
from desktop_app.documents.pdf import render
from desktop_app.domain.office import Emblem, Office
from tests.documents.seed_pages import seed_document
from tests.documents.tagged import Tagged

ODD = "น้ำใจ ป้ำ ปี่ ☐ ☑ ✓ 😀 中文 ½ x² www.tambon-example.go.th/ก-ข (ก)\\ข\tท้าย\ufeff \ufffe\uffff"
PAINTING = {"S", "f", "TJ", "Do"}
STATE = {"w", "d", "J", "cm", "q", "Q", "g", "G", "rg", "RG", "BT", "ET", "Tf", "Td", "Ts", "Tr", "Tz"}
PATHS = {"m", "l", "c", "h", "re"}
MARKS = {"BDC", "BMC", "EMC"}
STANDARD = {"Document", "Sect", "H1", "H2", "P", "L", "LI", "LBody", "Figure"}
STANDARD |= {"Table", "THead", "TBody", "TR", "TH", "TD"}
INSIDE = {
    "L": {"LI"},
    "LI": {"LBody"},
    "Table": {"THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}

PROFILES = (ValidationProfile.PDF_A_2U, ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1)
CLAIMS = {"PDFA2U-ID-SCHEMA-001", "PDFA2A-ID-SCHEMA-001", "PDFUA1-ID-SCHEMA-001", "PDFUA1-ID-PART-001"}
"""What the validator says of a file that claims no standard."""


def odd_document() -> Document:
    spans = (
        Span("หนา ", bold=True),
        Span("เอียง ", italic=True),
        Span("แดง", colour=(1.0, 0.0, 0.0)),
        Span("๑", raised=True),
    )
    table = Table((Column("หัว"), Column("ผล")), ((ODD, "๑. ก\n๒. ข"), RowGroup("ด้าน"), ("", "ข้อความ " * 900)))
    blocks = (Paragraph(ODD * 9, align=Align.THAI, indent=70.0), Paragraph(spans), table)
    return Document("แปลก & <แปลก>\ufeff\ufffe\uffff\x01", blocks, author="เทศบาล <ตัวอย่าง>")


@pytest.fixture(params=["memo", "emblem", "odd", "Sarabun"])
def file(request, document, memo, emblem) -> Tagged:
    made = {
        "memo": document,
        "emblem": lambda: document(office=Office(name="เทศบาลตำบลตัวอย่าง", emblem=Emblem(emblem))),
        "odd": odd_document,
        "Sarabun": lambda: odd_document()._replace(family="Sarabun"),
    }
    return Tagged(render(made[request.param]()))


def fonts(file: Tagged) -> list:
    """All fonts of a file with the codes that are shown of each."""
    shown: dict[str, set[str]] = {}
    for content in file.contents:
        for name, codes in content.shown.items():
            shown.setdefault(name, set()).update(codes)
    resources = file.pdf.pages[0].Resources.Font
    return [(resources[name], {int(code, 16) for code in codes}) for name, codes in shown.items()]


def faults(data: bytes) -> set[str]:
    """The rules of both standards that a file breaks, as the validator calls them."""
    reports = [validate_pdf_bytes(data, profile=profile) for profile in PROFILES]
    return {failure.rule_id for report in reports for failure in report.failures}


def test_a_validator_misses_nothing_but_the_claim(file):
    assert faults(file.data) == CLAIMS


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("/OutputIntents", "PDFA2U-DEVICE-GRAY-001"),
        ("/MarkInfo", "PDFUA1-TAGGED-DOCUMENT-001"),
        ("/Lang", "PDFUA1-TEXT-LANGUAGE-001"),
    ],
)
def test_the_validator_would_see_what_is_missing(key, rule):
    file = Tagged(render(odd_document()))
    del file.pdf.Root[key]
    data = io.BytesIO()
    file.pdf.save(data)
    assert rule in faults(data.getvalue())


def test_head_and_end_of_the_file_are_as_archives_want_them(file):
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", file.data)
    assert file.data.endswith(b"\n%%EOF\n")
    first, second = file.pdf.trailer.ID
    assert len(bytes(first)) == 16
    assert bytes(first) == bytes(second)
    assert not file.pdf.is_encrypted


def test_nothing_runs_and_nothing_is_attached(file):
    for key in ("/OpenAction", "/AA", "/Names", "/AcroForm", "/OCProperties"):
        assert key not in file.pdf.Root
    for page in file.pdf.pages:
        assert "/Annots" not in page
        assert "/AA" not in page


def test_all_pages_draw_with_a_few_plain_operators_in_grey_and_rgb(file):
    for content in file.contents:
        assert content.operators <= PAINTING | STATE | PATHS | MARKS
    for page in file.pdf.pages:
        assert set(page.Resources.keys()) <= {"/Font", "/XObject"}
        assert "/Group" not in page


def test_pictures_are_opaque_in_rgb_or_grey(file):
    for page in file.pdf.pages:
        for picture in page.Resources.get("/XObject", {}).values():
            assert picture.Subtype == "/Image"
            assert picture.ColorSpace in ("/DeviceRGB", "/DeviceGray")
            assert picture.BitsPerComponent == 8
            assert not {"/SMask", "/Mask", "/Alternates", "/OPI", "/Interpolate"} & set(picture.keys())


def test_red_green_and_blue_are_those_of_srgb(file):
    (intent,) = file.pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    profile = intent.DestOutputProfile
    data = profile.read_bytes()
    assert profile.N == 3
    assert data[12:20] == b"mntrRGB "
    assert data[36:40] == b"acsp"
    assert struct.unpack(">I", data[:4]) == (len(data),)
    assert data[8] == 2
    ours = ImageCms.ImageCmsProfile(io.BytesIO(data))
    convert = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    colours = Image.new("RGB", (256, 3))
    colours.putdata([(at, at * 7 % 256, 255 - at) for at in range(256)] * 3)
    same = ImageCms.applyTransform(colours, convert)
    assert max(abs(a - b) for a, b in zip(colours.tobytes(), same.tobytes(), strict=True)) <= 1


def test_the_packet_says_the_same_as_the_information_dictionary_and_claims_nothing(file):
    stream = file.pdf.Root.Metadata
    assert (stream.Type, stream.Subtype) == ("/Metadata", "/XML")
    assert "/Filter" not in stream
    info = file.pdf.trailer.Info
    assert set(info.keys()) == {"/Title", "/Author", "/Creator", "/Producer"}
    with file.pdf.open_metadata() as packet:
        assert packet["dc:title"] == str(info.Title)
        assert packet["dc:creator"] == [str(info.Author)]
        assert packet["xmp:CreatorTool"] == str(info.Creator)
        assert packet["pdf:Producer"] == str(info.Producer)
        assert packet["dc:format"] == "application/pdf"
        assert packet["dc:language"] == {"th-TH"}
        assert packet.pdfa_status == ""
    assert b"pdfuaid" not in stream.read_bytes()


def test_every_font_is_embedded_as_a_subset_of_its_own(file):
    found = fonts(file)
    assert found
    for font, _ in found:
        (descendant,) = font.DescendantFonts
        descriptor = descendant.FontDescriptor
        assert (font.Subtype, descendant.Subtype, font.Encoding) == ("/Type0", "/CIDFontType2", "/Identity-H")
        assert re.fullmatch("/[A-Z]{6}\\+[A-Za-z0-9-]+", str(font.BaseFont))
        assert font.BaseFont == descendant.BaseFont == descriptor.FontName
        assert int(descriptor.FontFile2.Length1) == len(descriptor.FontFile2.read_bytes())
    assert b"Helvetica" not in file.data


def widths_of(descendant) -> dict[int, float]:
    """The widths of a font by code."""
    found, entries = {}, list(descendant.W)
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        found |= {int(first) + at: float(width) for at, width in enumerate(widths)}
    return found


def test_every_code_that_is_shown_has_its_glyph_its_width_and_its_text(file):
    for font, shown in fonts(file):
        (descendant,) = font.DescendantFonts
        program = hb.Face(descendant.FontDescriptor.FontFile2.read_bytes())
        glyphs = descendant.CIDToGIDMap.read_bytes()
        widths = widths_of(descendant)
        said = {
            int(code, 16): bytes.fromhex(text).decode("utf-16-be")
            for code, text in re.findall(
                "<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes().decode()
            )
        }
        measured = hb.Font(program)
        for code in shown:
            (glyph,) = struct.unpack_from(">H", glyphs, 2 * code)
            assert 0 < glyph < program.glyph_count
            width = measured.get_glyph_h_advance(glyph) * 1000 / program.upem
            assert widths[code] == pytest.approx(width, abs=1)
            assert said[code]
            assert not set(said[code]) & {"\0", "\ufeff", "\ufffe", "\uffff"}


def test_strings_and_names_are_within_the_limits_of_the_format(document, memo):
    head = replace(memo().head, subject="ก" * 20_000)
    pdf = Tagged(render(document(head=head))).pdf
    for thing in pdf.objects:
        values = thing.values() if isinstance(thing, pikepdf.Dictionary) else []
        strings = [value for value in values if isinstance(value, pikepdf.String)]
        assert all(len(bytes(string)) <= 32_767 for string in strings)
    for page in pdf.pages:
        for operands, _ in pikepdf.parse_content_stream(page):
            parts = [part for operand in operands if isinstance(operand, pikepdf.Array) for part in operand]
            assert all(len(bytes(part)) <= 32_767 for part in parts if isinstance(part, pikepdf.String))


def test_elements_are_of_standard_types_and_stand_where_they_may(file):
    for node in file.tree.walk():
        assert node.role in STANDARD
        if node.role in INSIDE:
            assert {kid.role for kid in node.kids} <= INSIDE[node.role]
            assert not node.contents
    assert "/RoleMap" not in file.pdf.Root.StructTreeRoot


def test_headings_leave_out_no_level(file):
    levels = [int(node.role[1]) for node in file.tree.walk() if node.role in ("H1", "H2")]
    assert levels[:1] in ([], [1])
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_all_rows_of_a_table_have_the_same_number_of_cells_and_headings_say_whose_they_are(file):
    tables = file.tree.all("Table")
    assert tables
    for table in tables:
        widths = {
            sum(int(cell.element.get("/A", {}).get("/ColSpan", 1)) for cell in row.kids)
            for row in table.all("TR")
        }
        assert len(widths) == 1
        assert all(str(cell.element.A.Scope) in ("/Column", "/Row") for cell in table.all("TH"))


def test_what_is_no_text_has_words_for_it(file):
    for figure in file.tree.all("Figure"):
        assert str(figure.element.Alt).strip()


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_tree_of_a_real_report_is_sound(number, seeds):
    file = Tagged(render(seed_document(next(seeds.glob(f"{number}_*")))))
    assert faults(file.data) == CLAIMS
    assert set(file.parents()) == set(file.texts)
    for node in file.tree.walk():
        assert node.role in STANDARD
        assert {kid.role for kid in node.kids} <= INSIDE.get(node.role, STANDARD)
        assert node.kids or node.contents or node.role == "TD"
    for table in file.tree.all("Table"):
        assert len({len(row.kids) for row in table.all("TR")}) == 1
    bookmarks = [node.text.strip() for node in file.tree.all("H1")]
    assert [item.title for item in file.pdf.open_outline().root] == bookmarks
