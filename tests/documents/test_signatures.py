"""A rank stands before the signature, a printed signature over the name; both are told to a screen reader."""

import io
from dataclasses import replace

import pypdf
import pytest
from PIL import Image, ImageDraw

from desktop_app.documents.blocks import CM, Document, Opinion, Signature
from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.page import Picture, Text
from desktop_app.forms.library import load_forms

from .conftest import make_memo

FORM = load_forms()["memo"]


def stroke(width=600, height=200):
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).line((0, height - 1, width - 1, 0), fill="#203080", width=9)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def signed(**changes):
    """Return a memo whose reporter signs so."""
    memo = make_memo()
    return replace(memo, signoffs=(replace(memo.signoffs[0], **changes), *memo.signoffs[1:]))


def placed(block):
    """Return every text and picture of a page with this block alone, with its place on it."""
    (page,) = lay_out(Document("", (block,))).pages
    return [
        (group.x + item.x, group.y + item.y, item)
        for group in page.groups
        for item in group.items
        if isinstance(item, Text | Picture)
    ]


def test_the_report_gives_rank_and_signature_to_the_page():
    document = compose(signed(rank="ว่าที่ร้อยตรี", signature=stroke()), FORM)
    (first,) = [block for block in document.blocks if isinstance(block, Signature)]
    assert (first.rank, first.picture, first.says) == ("ว่าที่ร้อยตรี", stroke(), "ลายมือชื่อ นางสาวตัวอย่าง ใจดี")
    opinions = [block for block in document.blocks if isinstance(block, Opinion)]
    assert {block.signature.picture for block in opinions} == {None}


def test_the_rank_stands_left_of_the_pen_and_above_the_name():
    (x, y, _), (name_x, name_y, name) = placed(Signature(("(ตัวอย่าง ใจดี)",), rank="ว่าที่ร้อยตรี"))
    centre = name_x + name.line.width * name.size / 2
    assert x < centre - 1.5 * CM
    assert name_y - 34 < y < name_y - 10


@pytest.mark.parametrize(("width", "height"), [(600, 200), (200, 200), (3000, 200)])
def test_a_signature_fills_the_room_for_the_pen_and_no_more(width, height):
    found = placed(Signature(("(ตัวอย่าง ใจดี)",), picture=stroke(width, height), says="ลายมือชื่อ"))
    bare = placed(Signature(("(ตัวอย่าง ใจดี)",)))
    ((x, y, picture),) = [each for each in found if isinstance(each[2], Picture)]
    ((name_x, name_y, name),) = [each for each in found if isinstance(each[2], Text)]
    assert (name_x, name_y) == bare[0][:2]
    assert picture.height <= 1.21 * CM
    assert picture.width <= 5 * CM + 0.01
    assert picture.width / picture.height == pytest.approx(width / height)
    assert y + picture.height < name_y
    assert x + picture.width / 2 == pytest.approx(name_x + name.line.width * name.size / 2)


def test_a_printed_signature_is_told_and_has_no_transparency():
    pdf = render(compose(signed(signature=stroke()), FORM))
    bare = render(compose(signed(), FORM))
    assert b"SMask" not in pdf
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert sum(len(page.images) for page in pages) == 1
    assert pdf != bare
    assert alternatives(pdf) == ["ลายมือชื่อ นางสาวตัวอย่าง ใจดี"]


def alternatives(pdf):
    """Return what the pictures of a file say."""
    found, waiting = [], [pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, dict):
            continue
        if "/Alt" in element:
            found.append(str(element["/Alt"]))
        kids = element.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
    return found
