"""The first real report, read and printed: every cell comes back, and the pages look like pages."""

import re

import pypdfium2
import pytest

from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.page import Text
from desktop_app.domain.office import Office
from desktop_app.domain.report import Report, Round, Row, SignOff
from desktop_app.exchange.report_text import read_report
from desktop_app.exchange.text_file import read_text

SIGNED = ("part", "role", "opinion", "name", "position", "acting_word", "acting_for")


@pytest.fixture
def real_memo(seeds, memo_form):
    found = read_report(read_text(next(seeds.glob("004_*"))), memo_form)
    signoffs = [
        SignOff(at, at, **{field: getattr(signoff, field) for field in SIGNED})
        for at, signoff in enumerate(found.signoffs, start=1)
    ]
    return Report(
        id=1,
        form_id="memo",
        fiscal_year=2566,
        round=Round.TWELVE_MONTHS,
        office=Office(name=found.head.office),
        head=found.head,
        texts=found.texts,
        rows=tuple(Row(at, at, cells) for at, cells in enumerate(found.rows, start=1)),
        signoffs=tuple(signoffs),
    )


def test_every_stored_text_of_the_real_memo_is_read_back(real_memo, memo_form, poppler, bare):
    document = compose(real_memo, memo_form)
    pdf = render(document)
    keys = [column.key for column in memo_form.table.columns if column.printed]
    by_poppler = dict.fromkeys(((row, key) for row in range(len(real_memo.rows)) for key in keys), "")
    by_pdfium = dict(by_poppler)
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in lay_out(document).pages:
            text = opened[page.number - 1].get_textpage()
            for area in page.areas():
                cell = area.row, keys[area.column]
                box = [
                    f"{value:.0f}" for value in (area.x + 0.5, area.y + 0.5, area.width - 1, area.height - 1)
                ]
                crop = [part for pair in zip(("-x", "-y", "-W", "-H"), box, strict=True) for part in pair]
                only = ["-f", str(page.number), "-l", str(page.number)]
                by_poppler[cell] += bare(poppler(pdf, "-r", "72", *only, *crop))
                bottom = document.page.height - area.y - area.height
                bounds = (area.x + 1, bottom, area.x + area.width - 1, bottom + area.height)
                by_pdfium[cell] += bare(text.get_text_bounded(*bounds))
            text.close()
    for row, key in by_poppler:
        stored = bare(real_memo.rows[row].cells.get(key, ""))
        assert by_poppler[row, key] == by_pdfium[row, key] == stored


def test_head_texts_and_signatures_of_the_real_memo_are_read_back(
    real_memo, memo_form, poppler, pdfium, bare
):
    pdf = render(compose(real_memo, memo_form))
    signed = [
        getattr(signoff, field) for signoff in real_memo.signoffs for field in ("opinion", "name", "position")
    ]
    head = real_memo.head
    stored = [head.unit, head.number, head.subject, head.addressee, *real_memo.texts.values(), *signed]
    for pages in (poppler(pdf, "-raw"), pdfium(pdf)):
        read = bare(re.sub("- [๐-๙]+ -", "", pages))
        for text in filter(None, stored):
            for line in text.split("\n"):
                assert bare(line) in read


def test_the_real_memo_fills_its_pages_and_cuts_no_word(real_memo, memo_form):
    document = compose(real_memo, memo_form)
    pages = lay_out(document).pages
    assert len(pages) <= 8
    lowest = [
        max(group.y + item.y for group in page.groups for item in group.items if isinstance(item, Text))
        for page in pages
    ]
    assert min(lowest[:-2]) > document.page.height * 0.8
    assert lowest[-2] > document.page.height * 0.6, "an opinion may keep the last one company"
    starts = [
        item.line.text[0]
        for page in pages
        for group in page.groups
        for item in group.items
        if isinstance(item, Text) and item.line.text
    ]
    assert not set(starts) & set("ะาำิีึืุูั็่้๊๋์ๆฯ)”/,")
