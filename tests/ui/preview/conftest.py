"""Small PDFs to look at: each page has one black square whose place tells page and scale."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from ui import theme

A4 = (595.28, 841.89)
LYING = (841.89, 595.28)
SQUARE_MM = 30.0


def make_pdf(*sizes: tuple[float, float]) -> bytes:
    """One page per size, with a black square 30 mm wide, 20 mm from the left and the top, lower by page."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=A4, invariant=1)
    mm = 72 / 25.4
    for at, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.rect(20 * mm, size[1] - (20 + SQUARE_MM + 10 * at) * mm, SQUARE_MM * mm, SQUARE_MM * mm, 0, 1)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp)


@pytest.fixture
def five_pages() -> bytes:
    return make_pdf(*[A4] * 5)
