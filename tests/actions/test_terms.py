"""A report made for the wrong year becomes one of the right year, in one step that can be taken back."""

from dataclasses import replace

import pytest

from desktop_app.actions import history, issuing, office, reports
from desktop_app.actions.terms import set_term
from desktop_app.domain.differences import differences
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError


@pytest.fixture
def report_id(ws):
    office.set_office(ws, "name", "เทศบาลตำบลตัวอย่าง")
    return reports.create_report(ws, "measures", 2569, Round.TWELVE_MONTHS).report_id


def load(ws, report_id):
    return reports.load_report(ws, report_id)


def test_what_the_form_wrote_goes_along_and_what_the_clerk_wrote_stays(ws, report_id):
    reports.set_text(ws, report_id, "intro", "ตามที่ได้รับมอบหมายในปี ๒๕๖๙")
    changes = set_term(ws, report_id, 2566, Round.SIX_MONTHS)
    found = load(ws, report_id)
    assert (found.fiscal_year, found.round) == (2566, Round.SIX_MONTHS)
    assert "๒๕๖๖" in found.texts["cover"]
    assert "๒๕๖๖" in found.head.subject
    assert found.texts["intro"] == "ตามที่ได้รับมอบหมายในปี ๒๕๖๙"
    assert (changes.reports, changes.head, changes.texts) == (True, True, True)
    assert found.rules.year == 2566
    made = reports.create_report(ws, "measures", 2566, Round.SIX_MONTHS).report_id
    assert found.texts["cover"] == load(ws, made).texts["cover"]


def test_it_is_one_step_that_can_be_taken_back(ws, report_id):
    before = load(ws, report_id)
    set_term(ws, report_id, 2566, Round.TWELVE_MONTHS)
    history.undo(ws, report_id)
    assert replace(load(ws, report_id), changed_at=None) == replace(before, changed_at=None)


def test_an_impossible_year_and_an_issued_report_are_refused(ws, report_id):
    with pytest.raises(KnownError, match=r"ปี พ\.ศ\."):
        set_term(ws, report_id, 2024, Round.TWELVE_MONTHS)
    issuing.issue(ws, report_id)
    with pytest.raises(KnownError, match="ออกฉบับจริง"):
        set_term(ws, report_id, 2566, Round.TWELVE_MONTHS)
    assert load(ws, report_id).fiscal_year == 2569


def test_the_year_is_told_among_what_changed_since_the_issued_copy(ws, report_id):
    before = load(ws, report_id)
    after = replace(before, fiscal_year=2566, round=Round.SIX_MONTHS)
    told = differences(before, after, ws.form("measures"))
    assert [one.split()[0] for one in told] == ["ปีงบประมาณ", "รอบ"]
