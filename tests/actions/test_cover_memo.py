"""Any report can be sent under a memo, with the office's data and who signs; put away it loses nothing."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.actions import issuing, office, people, reports, signoffs
from desktop_app.actions.carrying import carry_report
from desktop_app.actions.checking import check_report
from desktop_app.actions.cover_memo import send_under_memo
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.importing import import_file
from desktop_app.actions.print_file import print_file
from desktop_app.actions.printing import render_report
from desktop_app.domain.cover_memo import HEAD, OWN_KEYS, under_memo
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from desktop_app.exchange.report_json import JsonError, report_from_json

FORMS = ("measures", "follow-up", "measures-photos", "action-plan")
"""The forms that come with the program and are no memo themselves."""


@pytest.fixture
def plan(ws):
    """An action plan of an invented office, whose reporter is known."""
    for field, value in (
        ("name", "เทศบาลตำบลตัวอย่าง"),
        ("unit", "สำนักปลัด"),
        ("number_prefix", "ตย ๕๒๐๐๑/"),
        ("head_title", "นายกเทศมนตรีตำบลตัวอย่าง"),
    ):
        office.set_office(ws, field, value)
    report_id = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    _, person_id = people.add_person(ws, "นางสาวตัวอย่าง ใจดี", "นิติกร")
    signoffs.choose_signer(ws, report_id, reports.load_report(ws, report_id).signoffs[0].id, person_id)
    return report_id


def of_memo(report):
    return [place for place in report.signoffs if place.part.startswith(OWN_KEYS)]


@pytest.mark.parametrize("form_id", FORMS)
def test_every_report_that_is_no_memo_can_be_sent_under_one(ws, plan, form_id):
    report_id = reports.create_report(ws, form_id, 2567, Round.TWELVE_MONTHS).report_id
    bare = render_report(reports.load_report(ws, report_id), ws.form(form_id))
    send_under_memo(ws, report_id, True)
    report = reports.load_report(ws, report_id)
    form = ws.form_of(report)
    assert [part.kind for part in form.parts[:5]] == ["memo_head", "text", "text", "signatures", "opinions"]
    assert form.parts[5:] == ws.form(form_id).parts
    assert report.texts["memo.opening"].startswith("ด้วยสำนักปลัดได้จัดทำรายงาน")
    assert "เทศบาลตำบลตัวอย่าง" in report.texts["memo.opening"]
    assert [place.role for place in of_memo(report)][-2:] == [
        "ปลัดเทศบาลตำบลตัวอย่าง",
        "นายกเทศมนตรีตำบลตัวอย่าง",
    ]
    assert render_report(report, form) != bare


def test_a_memo_is_not_sent_under_a_memo(ws, report_id):
    with pytest.raises(KnownError, match="เป็นบันทึกข้อความอยู่แล้ว"):
        send_under_memo(ws, report_id, True)
    assert under_memo(ws.form("memo")) == ws.form("memo")
    assert reports.load_report(ws, report_id).under_memo is False


def test_the_reporter_of_the_report_reports_in_the_memo_too(ws, plan):
    send_under_memo(ws, plan, True)
    assert of_memo(reports.load_report(ws, plan))[0].name == "นางสาวตัวอย่าง ใจดี"


def test_what_is_written_in_the_memo_stays_while_it_is_put_away(ws, plan):
    before = reports.load_report(ws, plan)
    bare = render_report(before, ws.form_of(before))
    send_under_memo(ws, plan, True)
    reports.set_text(ws, plan, "memo.opening", "ข้อความที่แก้เอง")
    signoffs.remove_signoff(ws, plan, of_memo(reports.load_report(ws, plan))[1].id)
    written = reports.load_report(ws, plan)
    send_under_memo(ws, plan, False)
    away = reports.load_report(ws, plan)
    assert render_report(away, ws.form_of(away)) == bare
    found = check_report(ws, plan).findings
    assert not any(finding.where.part.startswith(OWN_KEYS) for finding in found)
    send_under_memo(ws, plan, True)
    assert reports.load_report(ws, plan) == written


def test_the_day_of_the_memo_is_not_the_day_of_the_numbers(ws, plan):
    send_under_memo(ws, plan, True)
    reports.set_head(ws, plan, "date", date(2024, 9, 30))
    reports.set_head(ws, plan, "sent_date", date(2024, 10, 7))
    reports.set_head(ws, plan, "number", "ตย ๕๒๐๐๑/๑๒")
    report = reports.load_report(ws, plan)
    assert (report.head.date, report.letter_date) == (date(2024, 9, 30), date(2024, 10, 7))
    assert issuing.issue(ws, plan).copy.file_name == "2567_ตย52001_12.pdf"


def test_a_far_day_of_the_memo_is_found_in_its_head(ws, plan):
    send_under_memo(ws, plan, True)
    reports.set_head(ws, plan, "sent_date", date(2014, 10, 7))
    found = [one for one in check_report(ws, plan).findings if one.code == "date-far"]
    assert [(one.where.part, one.where.column) for one in found] == [(HEAD, "sent_date")]


@pytest.mark.parametrize("wanted", [True, False])
def test_an_exported_report_brings_its_memo_along(ws, plan, tmp_path, wanted):
    send_under_memo(ws, plan, True)
    reports.set_head(ws, plan, "sent_date", date(2024, 10, 7))
    send_under_memo(ws, plan, wanted)
    report = reports.load_report(ws, plan)
    file = tmp_path / "report.json"
    file.write_text(report_as_json(ws, plan), encoding="utf-8")
    back = reports.load_report(ws, import_file(ws, file).report_id)
    assert (back.texts, back.head, back.under_memo) == (report.texts, report.head, wanted)
    assert [place.part for place in back.signoffs] == [place.part for place in report.signoffs]
    assert back.unplaced == ()
    print_file(file, tmp_path / "report.pdf", tmp_path)
    assert (tmp_path / "report.pdf").read_bytes() == render_report(report, ws.form_of(report))


def test_what_is_no_truth_value_is_named():
    with pytest.raises(JsonError, match="under_memo"):
        report_from_json('{"form": "measures", "fiscal_year": 2567, "under_memo": "yes"}')


def test_next_years_report_is_sent_under_a_memo_of_that_year(ws, plan):
    send_under_memo(ws, plan, True)
    reports.set_text(ws, plan, "memo.closing", "จึงเรียนมาเพื่อโปรดทราบผลของปีงบประมาณ พ.ศ. ๒๕๖๗")
    reports.set_head(ws, plan, "sent_date", date(2024, 10, 7))
    new = reports.load_report(ws, carry_report(ws, plan, 2568, Round.TWELVE_MONTHS).changes.report_id)
    assert new.under_memo is True
    assert new.head.sent_date is None
    assert "๒๕๖๘" in new.texts["memo.opening"]
    assert new.texts["memo.closing"].endswith("พ.ศ. ๒๕๖๘")
    assert [place.name for place in of_memo(new)][:1] == ["นางสาวตัวอย่าง ใจดี"]


def test_an_issued_copy_tells_when_the_memo_was_put_away_since(ws, plan):
    send_under_memo(ws, plan, True)
    first = issuing.issue(ws, plan)
    issuing.reopen(ws, plan)
    send_under_memo(ws, plan, False)
    assert issuing.changes_since(ws, plan) == ("ไม่ส่งพร้อมบันทึกข้อความแล้ว",)
    assert issuing.issue(ws, plan).copy.revision == 2
    assert issuing.reprint(ws, first.copy.id) == first.pdf


def test_who_signed_a_role_last_is_there_in_a_new_report(ws, plan):
    new = reports.load_report(ws, reports.create_report(ws, "measures", 2568, Round.TWELVE_MONTHS).report_id)
    assert [(place.role, place.name, place.position) for place in new.signoffs] == [
        ("ผู้รายงาน", "นางสาวตัวอย่าง ใจดี", "นิติกร")
    ]


def test_who_signs_for_another_does_so_in_the_next_report_too(ws, plan):
    send_under_memo(ws, plan, True)
    mayor = reports.load_report(ws, plan).signoffs[-1]
    _, person_id = people.add_person(ws, "นายสมมุติ มีสุข", "รองนายกเทศมนตรี")
    signoffs.choose_signer(ws, plan, mayor.id, person_id)
    signoffs.set_signoff(ws, plan, mayor.id, "acting_word", "รักษาราชการแทน")
    signoffs.set_signoff(ws, plan, mayor.id, "acting_for", "นายกเทศมนตรี")
    memo = reports.create_report(ws, "memo", 2568, Round.TWELVE_MONTHS).report_id
    last = reports.load_report(ws, memo).signoffs[-1]
    assert (last.name, last.acting_word, last.acting_for) == ("นายสมมุติ มีสุข", "รักษาราชการแทน", "นายกเทศมนตรี")


def test_who_is_no_longer_in_use_signs_no_new_report(ws, plan):
    (person,) = people.list_people(ws)
    people.change_person(ws, replace(person, active=False))
    new = reports.load_report(ws, reports.create_report(ws, "measures", 2568, Round.TWELVE_MONTHS).report_id)
    assert [(place.name, place.person_id) for place in new.signoffs] == [("", None)]
