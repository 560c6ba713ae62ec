"""Where things stand on page 1, measured in the file itself, held against the regulation (1 mm)."""

import io
import re
from collections import defaultdict

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image, ImageDraw

from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.paths import draw_dots
from desktop_app.domain.office import Emblem, Office
from desktop_app.domain.report import Head

MM = 72 / 25.4
PAGE_HEIGHT = 297.0


def seal() -> bytes:
    picture = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((4, 4, 296, 296), outline=(0, 0, 0, 255), width=8)
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


class Measured:
    """Lines of a page: text with the place of their first letter, in mm from the top left corner."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        text = page.get_textpage()
        lines = defaultdict(list)
        for at in range(text.count_chars()):
            x, y = pdfium_c.c_double(), pdfium_c.c_double()
            pdfium_c.FPDFText_GetCharOrigin(text.raw, at, x, y)
            character = chr(pdfium_c.FPDFText_GetUnicode(text.raw, at))
            size = pdfium_c.FPDFText_GetFontSize(text.raw, at)
            if character.strip():
                lines[round(PAGE_HEIGHT - y.value / MM, 2)].append((x.value / MM, character, size))
        self.lines = {
            baseline: ("".join(c for _, c, _ in sorted(found, key=lambda each: each[0])), found)
            for baseline, found in lines.items()
        }

    def find(self, text: str) -> tuple[float, float, float]:
        """Return left edge, baseline and size of the line in which ``text`` begins, in mm and points."""
        wanted = "".join(text.split())
        for baseline, (_, found) in sorted(self.lines.items()):
            said = "".join(character for _, character, _ in found)
            at = said.find(wanted)
            if at >= 0:
                return found[at][0], baseline, found[at][2]
        raise AssertionError(f"{text!r} is not on the page")

    def objects(self, kind: int) -> list[tuple[float, float, float, float]]:
        """Return left, top, right, bottom of the page's objects of one kind, in mm."""
        found = []
        for thing in self.page.get_objects([kind]):
            left, bottom, right, top = thing.get_bounds()
            found.append((left / MM, PAGE_HEIGHT - top / MM, right / MM, PAGE_HEIGHT - bottom / MM))
        return found


@pytest.fixture
def measured(document):
    """Measure a page of a memo with the given changes."""
    opened = []

    def measure(number: int = 0, **changes) -> Measured:
        opened.append(pypdfium2.PdfDocument(render(document(**changes))))
        return Measured(opened[-1][number])

    yield measure
    for pdf in opened:
        pdf.close()


@pytest.fixture
def first_page(measured):
    return measured(office=Office(name="เทศบาลตำบลตัวอย่าง", emblem=Emblem(seal())))


def near(value: float) -> object:
    return pytest.approx(value, abs=1.0)


def test_the_emblem_is_15_mm_high_at_the_left_margin_with_its_foot_on_the_titles_baseline(first_page):
    (left, top, right, bottom) = first_page.objects(pdfium_c.FPDF_PAGEOBJ_IMAGE)[0]
    _, baseline, _ = first_page.find("บันทึกข้อความ")
    assert (left, top, bottom) == (near(30), near(15), near(30))
    assert right - left == near(15)
    assert baseline == pytest.approx(bottom, abs=0.3)


def test_a_wide_emblem_keeps_its_shape_and_leaves_room_for_the_urgency(measured):
    wide = io.BytesIO()
    Image.new("RGB", (900, 300), "black").save(wide, "PNG")
    page = measured(office=Office(emblem=Emblem(wide.getvalue())), head=Head(urgency="ด่วนที่สุด"))
    (left, top, right, bottom) = page.objects(pdfium_c.FPDF_PAGEOBJ_IMAGE)[0]
    assert (right - left) / (bottom - top) == pytest.approx(3, abs=0.02)
    _, line = page.lines[page.find("บันทึกข้อความ")[1]]
    urgency = [x for x, _, size in line if round(size) == 32]
    title = [x for x, _, size in line if round(size) == 29]
    letter = 5.0
    assert right < min(urgency)
    assert max(urgency) + letter < min(title)


def test_the_title_is_29_points_and_centred_on_the_text(first_page):
    left, _, size = first_page.find("บันทึกข้อความ")
    baseline = first_page.find("บันทึกข้อความ")[1]
    right = max(x for x, _, _ in first_page.lines[baseline][1])
    last_letter = 29 * 0.31 / MM
    assert size == pytest.approx(29)
    assert (left + right + last_letter) / 2 == near(110)


def test_labels_stand_at_the_left_margin_in_20_points_and_values_in_16(first_page):
    for label, value in (("ส่วนราชการ", "งานนิติการ"), ("ที่", "ตย."), ("เรื่อง", "รายงานผล")):
        left, baseline, size = first_page.find(f"{label}{value}")
        assert (left, size) == (near(30), pytest.approx(20))
        sizes = {round(each) for x, _, each in first_page.lines[baseline][1] if x < 100}
        assert sizes == {20, 16}


def test_the_date_begins_in_the_middle_of_the_page(first_page):
    left, baseline, _ = first_page.find("วันที่๑๘")
    assert left == near(105)
    assert baseline == first_page.find("ที่ตย.")[1]


def test_leaders_run_under_the_values_to_the_right_margin(first_page):
    strokes = [box for box in first_page.objects(pdfium_c.FPDF_PAGEOBJ_PATH) if box[3] < 75]
    for text, right in (("ส่วนราชการ", 190), ("วันที่๑๘", 190), ("เรื่อง", 190), ("ที่ตย.", 104)):
        _, baseline, _ = first_page.find(text)
        ends = [box[2] for box in strokes if 0 < box[3] - baseline < 2.5]
        assert any(end == near(right) for end in ends), (text, ends)
    assert all(bottom - top < 1 for _, top, _, bottom in strokes)


def test_the_dots_of_leaders_are_close_and_stand_below_each_other():
    found = [re.search(r"\[0 (\S+)\] 0 d (\S+)", draw_dots(left, 300.0, 0.0)) for left in (10.0, 57.3, 99.9)]
    ((step, first), *others) = [tuple(map(float, each.groups())) for each in found if each]
    assert len(others) == 2
    assert 2 <= step <= 3
    for _, start in others:
        assert (start - first) / step == pytest.approx(round((start - first) / step), abs=0.01)


def test_no_solid_rule_parts_head_and_body(first_page):
    body = first_page.find("ตามที่")[1]
    paths = [box for box in first_page.objects(pdfium_c.FPDF_PAGEOBJ_PATH) if box[1] < body]
    dotted = [
        thing
        for thing in first_page.page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH])
        if pdfium_c.FPDFPageObj_GetDashCount(thing.raw) > 0
    ]
    assert len(dotted) >= len(paths) >= 4


def test_body_paragraphs_are_indented_25_mm_in_16_points_and_single_spaced(first_page):
    left, baseline, size = first_page.find("ตามที่ได้")
    assert (left, size) == (near(55), pytest.approx(16))
    following = min(line for line in first_page.lines if line > baseline + 1)
    assert first_page.lines[following][1][0][0] == near(30)
    assert (following - baseline) * MM == pytest.approx(21.3, abs=0.1)


def test_nothing_but_the_margins_surrounds_the_text(measured, document):
    for number in range(len(lay_out(document()).pages)):
        page = measured(number)
        for baseline, (_, found) in page.lines.items():
            if baseline < 20:
                continue
            assert min(x for x, _, _ in found) > 29
            assert max(x for x, _, _ in found) < 190
            assert baseline < 297 - 20 + 0.1
        for left, _, right, bottom in page.objects(pdfium_c.FPDF_PAGEOBJ_PATH):
            assert left > 29
            assert right < 191
            assert bottom < 297 - 20 + 0.5


def test_pages_are_numbered_in_thai_from_the_second_at_the_top_centre(measured, first_page):
    page = measured(1)
    left, baseline, size = page.find("-๒-")
    assert baseline == pytest.approx(17.5, abs=1)
    assert left == near(110 - 3)
    assert size == pytest.approx(16)
    with pytest.raises(AssertionError):
        first_page.find("-๑-")


def test_urgency_and_secrecy_are_red_and_at_least_32_points(measured):
    page = measured(head=Head(subject="เรื่องด่วน", urgency="ด่วนที่สุด", secrecy="ลับ"))
    left, baseline, size = page.find("ด่วนที่สุด")
    title_left, title_baseline, _ = page.find("บันทึกข้อความ")
    assert size >= 32
    assert 45 < left < title_left
    assert baseline == near(title_baseline)
    secret = [line for line, (text, _) in page.lines.items() if text == "ลับ"]
    assert min(secret) < title_baseline - 8
    assert max(secret) > 280
    colours = set()
    for thing in page.page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT]):
        rgba = [pdfium_c.c_uint() for _ in range(4)]
        pdfium_c.FPDFPageObj_GetFillColor(thing.raw, *rgba)
        colours.add(tuple(part.value for part in rgba[:3]))
    assert any(red > 180 and green == blue == 0 for red, green, blue in colours)


def test_signatures_stand_right_of_the_centre(measured, document):
    pages = [measured(number) for number in range(len(lay_out(document()).pages))]
    page = next(page for page in pages if any(text == "นิติกรปฏิบัติการ" for text, _ in page.lines.values()))
    for text in ("(นางสาวตัวอย่างใจดี)", "นิติกรปฏิบัติการ"):
        found = next(found for said, found in page.lines.values() if said == text)
        middle = (min(x for x, _, _ in found) + max(x for x, _, _ in found)) / 2
        assert middle == pytest.approx(140, abs=3)


def test_there_is_room_for_the_pen_above_a_name(measured, document):
    last = len(lay_out(document()).pages) - 1
    page = measured(last)
    names = [
        baseline
        for baseline, (text, _) in page.lines.items()
        if text.startswith(("(นาย", "(นางสาว", "(...."))
    ]
    assert names
    for name in names:
        above = max(baseline for baseline in page.lines if baseline < name)
        assert name - above >= 15
