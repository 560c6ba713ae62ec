"""Pictures of the hard clusters as they come out of the file, held against those that were looked at.

`pytest --bless` draws them anew: look at every one before it is kept.
"""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from desktop_app.documents.blocks import Document, PageSetup, Paragraph
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.fonts import BUNDLED

HARD = "ที่ ป้า ปี่ ฟื้น น้ำ ป้ำ ผู้ ญู ฐุ ฏู กี๊ เปี๊ยะ"
GOLDEN = Path(__file__).parent / "golden"
_SCALE = 2.0
"""Pixels per point."""
_PIXEL, _SHARE = 40, 0.0005
"""A pixel differs when its grey does by more than this; so large a share of the picture may differ."""


def picture(family, bold):
    page = PageSetup(width=280.0, height=48.0, left=8.0, right=8.0, top=6.0, bottom=4.0)
    paragraph = Paragraph(HARD, bold=bold, size=24.0, above=0.0)
    pdf = pypdfium2.PdfDocument(render(Document("อักษรซ้อน", (paragraph,), page=page, family=family.name)))
    try:
        assert len(pdf) == 1
        return pdf[0].render(scale=_SCALE, grayscale=True).to_pil().convert("L")
    finally:
        pdf.close()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", BUNDLED, ids=lambda family: family.name)
def test_hard_clusters_look_as_they_did_when_they_were_looked_at(family, bold, blessed):
    path = GOLDEN / f"{family.name.replace(' ', '-').lower()}-{'bold' if bold else 'regular'}.png"
    drawn = picture(family, bold)
    if blessed:
        path.parent.mkdir(exist_ok=True)
        drawn.quantize(16).save(path, optimize=True)
    with Image.open(path) as kept:
        assert kept.size == drawn.size
        difference = ImageChops.difference(kept.convert("L"), drawn)
    different = sum(difference.histogram()[_PIXEL:])
    assert different <= _SHARE * drawn.width * drawn.height


def test_a_mark_that_moves_by_half_a_point_is_noticed():
    kept, drawn = picture(BUNDLED[0], False), picture(BUNDLED[0], False)
    mark = (20, 0, 40, 30)
    moved = drawn.crop(mark)
    drawn.paste(255, mark)
    drawn.paste(moved, (mark[0] + 1, mark[1]))
    assert moved.getextrema()[0] < 100
    different = sum(ImageChops.difference(kept, drawn).histogram()[_PIXEL:])
    assert different > _SHARE * drawn.width * drawn.height
