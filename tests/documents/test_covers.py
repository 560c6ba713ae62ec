"""Covers, and pages that lie on their long side among those that stand."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from desktop_app.actions.printing import print_with_places, render_report
from desktop_app.documents.blocks import CM, LANDSCAPE, Cover, Document, NewPage, PageSetup, Paragraph
from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.domain.office import Emblem
from desktop_app.domain.report import SignOff
from desktop_app.domain.where import Where
from desktop_app.forms.library import load_forms

from .conftest import make_memo, measure_row

FORM = load_forms()["measures"]
TEXTS = {
    "cover": "รายงาน\nประจำปี\n\nเทศบาลตำบลตัวอย่าง\n\nอำเภอตัวอย่าง",
    "heading": "รายงาน",
    "intro": "ตามที่ได้รายงาน",
}
SIGNED = (SignOff(7, 1, "signatures", "ผู้รายงาน", "", "นางสาวตัวอย่าง ใจดี", "นิติกร"),)


def make_report(**changes):
    given = {"form_id": "measures", "texts": TEXTS, "signoffs": SIGNED, **changes}
    return replace(make_memo(rows=tuple(measure_row(at) for at in range(1, 8))), **given)


def pages_of(pdf: bytes) -> list[tuple[tuple[int, int], str]]:
    """Return width and height in millimetres and the text of each page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    found = []
    for page in document:
        size = tuple(round(side / CM * 10) for side in page.get_size())
        found.append((size, "".join(page.get_textpage().get_text_range().split())))
    document.close()
    return found


def lines_of(page) -> list[tuple[float, str]]:
    """Return height and text of the lines of a page, from the top."""
    items = [
        (group.y + item.y, item) for group in page.groups for item in group.items if hasattr(item, "line")
    ]
    return sorted((y, item.line.text) for y, item in items)


def test_the_cover_stands_alone_and_the_table_lies_on_its_side():
    pages = pages_of(render_report(make_report(), FORM))
    assert len(pages) > 2
    assert pages[0] == ((210, 297), "".join(TEXTS["cover"].split()))
    assert [size for size, _ in pages[1:]] == [(297, 210)] * (len(pages) - 1)
    assert pages[1][1].startswith("รายงานตามที่ได้รายงาน")
    assert pages[1][1].endswith("-๒-")


def test_a_cover_is_bold_and_its_first_group_larger():
    cover = lay_out(compose(make_report(), FORM)).pages[0]
    items = [item for group in cover.groups for item in group.items if hasattr(item, "line")]
    assert [item.size for item in items] == [26.0, 26.0, 22.0, 22.0]
    assert all(run.face.bold for item in items for atom in item.line.atoms for run in atom.word.runs)


def test_parts_on_the_same_paper_follow_each_other_on_one_page():
    blocks = compose(make_report(), FORM).blocks
    assert [type(block) for block in blocks].count(NewPage) == 1
    turned = tuple(replace(part, landscape=part.key == "rows") for part in FORM.parts)
    papers = [
        block.page
        for block in compose(make_report(), replace(FORM, parts=turned)).blocks
        if isinstance(block, NewPage)
    ]
    assert papers == [PageSetup(), LANDSCAPE, PageSetup()]


def test_a_report_without_a_cover_text_begins_with_what_follows():
    document = compose(make_report(texts={**TEXTS, "cover": " \n"}), FORM)
    assert document.page == LANDSCAPE
    assert not any(isinstance(block, Cover | NewPage) for block in document.blocks)


def test_margins_are_those_of_official_letters_on_either_paper():
    for number, page in enumerate(lay_out(compose(make_report(), FORM)).pages):
        width, _ = page.paper
        areas = page.areas()
        assert all(area.x >= 3.0 * CM - 0.01 for area in areas)
        assert all(area.x + area.width <= width - 2.0 * CM + 0.01 for area in areas)
        assert bool(areas) == (number > 0)
    assert LANDSCAPE.text_width == pytest.approx(24.7 * CM)


@pytest.mark.parametrize("has_emblem", [False, True])
def test_the_groups_of_a_cover_are_spread_from_its_head_to_its_foot(has_emblem, emblem):
    office = replace(make_report().office, emblem=Emblem(emblem) if has_emblem else None)
    page = lay_out(compose(make_report(office=office), FORM)).pages[0]
    lines = lines_of(page)
    assert [text.strip() for _, text in lines] == ["รายงาน", "ประจำปี", "เทศบาลตำบลตัวอย่าง", "อำเภอตัวอย่าง"]
    heights = [y for y, _ in lines]
    assert heights[-1] > 26.0 * CM
    assert heights[0] < (13 if has_emblem else 4) * CM
    assert heights[2] - heights[1] > 4 * CM < heights[3] - heights[2]


@pytest.mark.parametrize(("groups", "pages"), [(("ชื่อ",), 1), (tuple(f"กลุ่ม {at}" for at in range(60)), 4)])
def test_a_cover_of_any_length_is_set_and_loses_nothing(groups, pages):
    sheets = lay_out(Document("", (Cover(groups),)))
    said = [text.strip() for page in sheets.pages for _, text in lines_of(page) if not text.startswith("- ")]
    assert said == list(groups)
    assert len(sheets.pages) == pages
    if pages == 1:
        ((height, _),) = lines_of(sheets.pages[0])
        assert 10 * CM < height < 18 * CM


def test_a_document_may_turn_as_often_as_it_likes():
    blocks = (Paragraph("หนึ่ง"), NewPage(LANDSCAPE), Paragraph("สอง"), NewPage(PageSetup()), Paragraph("สาม"))
    pages = pages_of(render(Document("", blocks)))
    assert pages == [((210, 297), "หนึ่ง"), ((297, 210), "สอง-๒-"), ((210, 297), "สาม-๓-")]


def test_the_role_stands_above_the_place_for_the_pen():
    last = pages_of(render_report(make_report(), FORM))[-1][1]
    assert "ผู้รายงาน(นางสาวตัวอย่างใจดี)นิติกร" in last
    without = replace(FORM, parts=tuple(replace(part, roles=False) for part in FORM.parts))
    assert "ผู้รายงาน(" not in pages_of(render_report(make_report(), without))[-1][1]


def test_places_are_found_on_pages_that_lie():
    report = make_report(rows=tuple(replace(measure_row(at), id=100 + at) for at in range(1, 8)))
    printed = print_with_places(report, FORM)
    (signed,) = printed.places[Where("signatures", signoff=7)]
    assert signed.x + signed.width == pytest.approx(27.7 * CM + 4.0)
    document = pypdfium2.PdfDocument(io.BytesIO(printed.pdf))
    for key in ("measure", "outcome"):
        for row in report.rows:
            texts = []
            for spot in printed.places[Where("rows", row.id, key)]:
                page = document[spot.page]
                assert page.get_width() > page.get_height()
                foot = page.get_height() - spot.y - spot.height
                box = (spot.x, foot, spot.x + spot.width, foot + spot.height)
                texts.append(page.get_textpage().get_text_bounded(*box))
            assert "".join(row.cells[key].split()) in "".join("".join(texts).split())
    document.close()
