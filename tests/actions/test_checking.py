"""Checking a stored report, and mending it in one step that can be taken back."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desktop_app.actions import (
    activities,
    checking,
    history,
    importing,
    office,
    people,
    reports,
    rows,
    signoffs,
)
from desktop_app.domain.finding import Change, Where
from desktop_app.domain.report import Activity, Round
from desktop_app.errors import KnownError

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
WRONG, RIGHT = "เทศบาลตำบลตัวอยางงาม", "เทศบาลตำบลตัวอย่างงาม"


@pytest.fixture
def spoilt(ws, report_id):
    """A report that spells its office wrongly in a text, the head, a cell and a position."""
    office.set_office(ws, "name", RIGHT)
    (row,) = rows.add_rows(ws, report_id, 0, [{"measure": f"งานของ{WRONG}"}]).rows
    reports.set_text(ws, report_id, "opening", f"ตามที่{WRONG}แจ้ง")
    reports.set_head(ws, report_id, "subject", f"รายงานของ{WRONG}")
    signoff = reports.load_report(ws, report_id).signoffs[0]
    signoffs.set_signoff(ws, report_id, signoff.id, "position", f"ปลัด{WRONG}")
    return row


def office_name(ws, report_id):
    _, findings = checking.check_report(ws, report_id)
    return [finding for finding in findings if finding.code == "office-name"]


def test_one_mend_reaches_every_place_and_can_be_taken_back(ws, report_id, spoilt):
    before = reports.load_report(ws, report_id)
    (finding,) = office_name(ws, report_id)
    changes = checking.mend(ws, report_id, finding.mend)
    assert (changes.head, changes.texts, changes.rows, changes.signoffs) == (True, True, {spoilt}, True)
    assert office_name(ws, report_id) == []
    after = reports.load_report(ws, report_id)
    assert after.head.subject == f"รายงานของ{RIGHT}"
    assert after.rows[0].cells["measure"] == f"งานของ{RIGHT}"
    assert after.signoffs[0].position == f"ปลัด{RIGHT}"
    history.undo(ws, report_id)
    assert reports.load_report(ws, report_id) == before


def test_a_mend_of_a_text_that_changed_meanwhile_changes_nothing(ws, report_id, spoilt):
    (finding,) = office_name(ws, report_id)
    reports.set_text(ws, report_id, "opening", "พิมพ์ใหม่แล้ว")
    before = reports.load_report(ws, report_id)
    with pytest.raises(KnownError, match="เพิ่งเปลี่ยน"):
        checking.mend(ws, report_id, finding.mend)
    assert reports.load_report(ws, report_id) == before


def test_a_mend_of_a_row_that_is_gone_changes_nothing(ws, report_id, spoilt):
    rows.remove_rows(ws, report_id, [spoilt])
    gone = Change(Where("rows", spoilt, "measure"), "งาน", "งานใหม่")
    with pytest.raises(KnownError):
        checking.mend(ws, report_id, [gone])


def test_the_directory_counts_among_what_is_checked(ws, report_id):
    people.add_person(ws, "นางสาวสมมุติ ใจดียิ่ง", "นิติกร")
    reports.set_text(ws, report_id, "opening", "โดยนางสาวสมมุต ใจดียิ่ง")
    _, findings = checking.check_report(ws, report_id)
    assert "person-name" in [finding.code for finding in findings]


def test_an_activity_is_checked_mended_and_taken_back(ws):
    office.set_office(ws, "name", RIGHT)
    report_id = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    told = [Activity(caption="อื่น"), Activity(date(2024, 1, 9), "ห้องประชุม", f"{WRONG}จัดประชุม")]
    activities.set_activities(ws, report_id, told)
    (finding,) = office_name(ws, report_id)
    assert (finding.where.activity, finding.where.column) == (2, "caption")
    assert checking.mend(ws, report_id, finding.mend).activities
    mended = reports.load_report(ws, report_id).activities
    assert mended == (told[0], Activity(date(2024, 1, 9), "ห้องประชุม", f"{RIGHT}จัดประชุม"))
    history.undo(ws, report_id)
    assert reports.load_report(ws, report_id).activities == tuple(told)
    activities.set_activities(ws, report_id, told[:1])
    with pytest.raises(KnownError):
        checking.mend(ws, report_id, finding.mend)


def test_a_finding_as_data_names_rows_and_signers_by_their_number(ws, report_id, spoilt):
    report, findings = checking.check_report(ws, report_id)
    data = [checking.finding_data(report, finding) for finding in findings]
    (name,) = [each for each in data if each["code"] == "office-name"]
    places = [{**name["where"]}, *name["also"]]
    assert [(place["part"], place["row"], place["signoff"]) for place in places] == [
        ("head", None, None),
        ("opening", None, None),
        ("rows", 1, None),
        ("signatures", None, 1),
    ]
    assert name["where"]["words"] == "เรื่อง"
    assert name["mendable"]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        ("000", "measures", {"score-negative": 1, "office-name": 4, "word-twice": 1}),
        ("001", "follow-up", {"slipped-cell": 1, "list-first": 1, "signer-missing": 1, "deadline": 2}),
        ("004", "memo", {"office-name": 1, "word-twice": 3, "unplaced": 1}),
    ],
)
def test_a_real_report_just_imported_shows_what_is_wrong_in_it_and_mends_it(ws, number, form, expected):
    (seed,) = SEEDS.glob(f"{number}_*.txt")
    report_id = importing.import_file(ws, seed, form).report_id
    _, findings = checking.check_report(ws, report_id)
    assert Counter(finding.code for finding in findings) == expected
    while mendable := [finding for finding in checking.check_report(ws, report_id).findings if finding.mend]:
        checking.mend(ws, report_id, mendable[0].mend)
    left = {finding.code for finding in checking.check_report(ws, report_id).findings}
    assert left <= {"signer-missing", "unplaced", "deadline"}, "only what a person alone can decide"


@pytest.mark.parametrize("order", ["text first", "cell first"])
def test_a_text_and_a_cell_mended_in_one_step_are_both_kept(ws, report_id, spoilt, order):
    changes = [
        Change(Where("opening"), f"ตามที่{WRONG}แจ้ง", f"ตามที่{RIGHT}แจ้ง"),
        Change(Where("rows", spoilt, "measure"), f"งานของ{WRONG}", f"งานของ{RIGHT}"),
    ]
    checking.mend(ws, report_id, changes if order == "text first" else changes[::-1])
    found = reports.load_report(ws, report_id)
    assert found.texts["opening"] == f"ตามที่{RIGHT}แจ้ง"
    assert found.rows[0].cells["measure"] == f"งานของ{RIGHT}"
