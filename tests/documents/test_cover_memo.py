"""A report under a memo on paper: the memo on its own pages, then the report as it is without one."""

import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from desktop_app.actions.printing import print_with_places, render_report
from desktop_app.domain.cover_memo import form_as_sent, under_memo
from desktop_app.domain.report import SignOff
from desktop_app.domain.where import Where
from desktop_app.forms.library import load_forms

from .conftest import make_memo, measure_row

FORMS = load_forms()
SIGNED = (
    SignOff(1, 1, "signatures", "ผู้รายงาน", "", "นางสาวตัวอย่าง ใจดี", "นิติกร"),
    SignOff(2, 2, "memo.signatures", "ผู้รายงาน", "", "นางสาวตัวอย่าง ใจดี", "นิติกร"),
    *(SignOff(at, at, "memo.opinions", f"หัวหน้า {at}", "เพื่อทราบ", "นายสมมุติ มีสุข", "ปลัด") for at in range(3, 8)),
)
TEXTS = {"cover": "รายงาน", "intro": "ตามที่", "memo.opening": "ด้วยได้จัดทำรายงาน", "memo.closing": "จึงเรียนมา"}


def report_of(form_id, **changes):
    rows = tuple(measure_row(at) for at in range(1, 8))
    return replace(make_memo(rows=rows), form_id=form_id, texts=TEXTS, signoffs=SIGNED, **changes)


def texts_of(report):
    pdf = render_report(report, form_as_sent(FORMS[report.form_id], report))
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    found = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


@pytest.mark.parametrize("form_id", ["measures", "follow-up", "measures-photos", "action-plan"])
def test_the_report_counts_its_pages_anew_after_the_memo(form_id):
    bare = texts_of(report_of(form_id))
    sent = texts_of(report_of(form_id, under_memo=True))
    memo = sent[: len(sent) - len(bare)]
    assert sent[len(memo) :] == bare
    assert "บันทึกข้อความ" in memo[0]
    assert len(memo) >= 2
    assert "-๒-" in memo[1]


def test_the_memo_has_its_own_day():
    report = report_of("action-plan", under_memo=True)
    head = replace(report.head, date=date(2023, 11, 6), sent_date=date(2023, 12, 1))
    first, *others = texts_of(replace(report, head=head))
    assert "๑ธันวาคม๒๕๖๖" in first
    assert "พฤศจิกายน" not in first
    assert any("พฤศจิกายน2566" in page for page in others)


def test_each_opinion_of_the_memo_has_its_place_on_one_page():
    report = report_of("measures", under_memo=True)
    places = print_with_places(report, form_as_sent(FORMS["measures"], report)).places
    for place in SIGNED[2:]:
        (spot,) = places[Where(place.part, signoff=place.id)]
        assert spot.height > 60


def test_a_form_is_put_under_a_memo_once():
    form = under_memo(FORMS["measures"])
    assert under_memo(form) == form
