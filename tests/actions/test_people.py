"""The directory: no report misses who leaves it; a correction goes where nothing was issued yet."""

from dataclasses import replace

import pytest

from desktop_app.actions import history, issuing, people, reports, signoffs
from desktop_app.actions.carrying import carry_report
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.importing import import_file
from desktop_app.actions.office import emblem_candidates
from desktop_app.actions.printing import render_report
from desktop_app.domain.office import Person
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from desktop_app.resources import resource


@pytest.fixture
def signature():
    """Any PNG."""
    return emblem_candidates(resource("sample", "seal.svg"))[0].image


@pytest.fixture
def person(ws, report_id, signature):
    """Somebody who reports in the memo, with a rank and a signature."""
    added = Person(0, "นางสาวตัวอย่าง ใจดี", "นิติกร", rank="ว่าที่ร้อยตรี", title="นางสาว", signature=signature)
    _, person_id = people.put_person(ws, added)
    signoffs.choose_signer(ws, report_id, place(ws, report_id).id, person_id)
    return replace(added, id=person_id)


def place(ws, report_id):
    return reports.load_report(ws, report_id).signoffs[0]


def test_a_name_typed_whole_tells_rank_and_title(ws):
    people.add_person(ws, "ว่าที่ร้อยตรี ตัวอย่าง  ใจดี", "นิติกร")
    people.add_person(ws, "นาย สมมุติ มีสุข")
    assert [(one.rank, one.title, one.name) for one in people.list_people(ws)] == [
        ("ว่าที่ร้อยตรี", "", "ตัวอย่าง ใจดี"),
        ("", "นาย", "นาย สมมุติ มีสุข"),
    ]


def test_a_title_alone_is_no_name(ws):
    with pytest.raises(KnownError, match="กรุณาพิมพ์"):
        people.put_person(ws, Person(0, "นาย", title="นาย"))
    assert people.list_people(ws) == []


def test_who_has_signed_leaves_the_directory_and_the_reports_keep_every_word(ws, report_id, person):
    signoffs.print_signature(ws, report_id, place(ws, report_id).id, True)
    before = reports.load_report(ws, report_id)
    page = render_report(before, ws.form_of(before))
    assert people.reports_signed_by(ws, person.id) == (report_id,)
    people.remove_person(ws, person.id)
    after = reports.load_report(ws, report_id)
    assert people.list_people(ws, with_inactive=True) == []
    assert after == before
    assert render_report(after, ws.form_of(after)) == page


def test_a_step_that_named_somebody_who_left_is_taken_back_and_again(ws, report_id, person):
    signed = reports.load_report(ws, report_id)
    history.undo(ws, report_id)
    people.remove_person(ws, person.id)
    history.redo(ws, report_id)
    assert reports.load_report(ws, report_id) == signed
    with pytest.raises(KnownError, match="ไม่พบบุคคลนี้"):
        signoffs.choose_signer(ws, report_id, place(ws, report_id).id, person.id)


def test_who_is_not_there_is_told(ws):
    with pytest.raises(KnownError, match="ไม่พบบุคคลนี้"):
        people.remove_person(ws, 77)


def test_a_corrected_position_goes_into_the_reports_that_can_be_changed(ws, report_id, person):
    issued = reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS).report_id
    by_hand = reports.create_report(ws, "memo", 2565, Round.TWELVE_MONTHS).report_id
    assert place(ws, issued).person_id == person.id
    issuing.issue(ws, issued)
    signoffs.set_signoff(ws, by_hand, place(ws, by_hand).id, "position", "ผู้ช่วยนิติกร")
    people.change_person(ws, replace(person, position="นิติกรชำนาญการ"))
    assert place(ws, report_id).position == "นิติกร"
    assert people.reports_of_before(ws, person) == (report_id,)
    people.renew_snapshots(ws, person)
    positions = [place(ws, each).position for each in (report_id, issued, by_hand)]
    assert positions == ["นิติกรชำนาญการ", "นิติกร", "ผู้ช่วยนิติกร"]
    history.undo(ws, report_id)
    assert place(ws, report_id).position == "นิติกร"
    history.redo(ws, report_id)
    assert people.reports_of_before(ws, person) == ()


def test_a_signature_is_printed_only_where_it_is_said(ws, report_id, person, signature):
    assert place(ws, report_id).signature is None
    signoffs.print_signature(ws, report_id, place(ws, report_id).id, True)
    assert place(ws, report_id).signature == signature
    again = reports.create_report(ws, "memo", 2568, Round.TWELVE_MONTHS).report_id
    carried = carry_report(ws, report_id, 2568, Round.TWELVE_MONTHS).changes.report_id
    for new in (again, carried):
        assert (place(ws, new).name, place(ws, new).rank) == (person.name, "ว่าที่ร้อยตรี")
        assert place(ws, new).signature is None


def test_a_signature_never_stands_over_another_name(ws, report_id, person):
    here = place(ws, report_id).id
    signoffs.print_signature(ws, report_id, here, True)
    _, other = people.add_person(ws, "นายสมมุติ มีสุข", "ปลัด")
    signoffs.choose_signer(ws, report_id, here, other)
    assert (place(ws, report_id).signature, place(ws, report_id).rank) == (None, "")
    with pytest.raises(KnownError, match="ทำเนียบบุคคลยังไม่มีลายมือชื่อ"):
        signoffs.print_signature(ws, report_id, here, True)


def test_an_issued_copy_keeps_the_signature_it_was_printed_with(ws, report_id, person):
    signoffs.print_signature(ws, report_id, place(ws, report_id).id, True)
    first = issuing.issue(ws, report_id)
    people.change_person(ws, replace(person, signature=None))
    issuing.reopen(ws, report_id)
    signoffs.print_signature(ws, report_id, place(ws, report_id).id, False)
    assert issuing.changes_since(ws, report_id) == ("ลงนาม ผู้รายงาน ไม่พิมพ์ลายมือชื่อ",)
    assert issuing.reprint(ws, first.copy.id) == first.pdf


def test_an_exported_report_carries_a_signature_only_when_it_is_printed(ws, report_id, person, tmp_path):
    assert '"signature"' not in report_as_json(ws, report_id)
    signoffs.print_signature(ws, report_id, place(ws, report_id).id, True)
    file = tmp_path / "report.json"
    file.write_text(report_as_json(ws, report_id), encoding="utf-8")
    back = reports.load_report(ws, import_file(ws, file).report_id)
    before = reports.load_report(ws, report_id)
    assert back.signoffs[0].signature == person.signature
    assert render_report(back, ws.form_of(back)) == render_report(before, ws.form_of(before))


def test_the_office_s_own_opinions_come_with_the_one_written_most_often_first(ws, report_id):
    chain = reports.load_report(ws, report_id).signoffs[1:]
    for signoff in chain[:2]:
        signoffs.set_signoff(ws, report_id, signoff.id, "opinion", "ให้เผยแพร่")
    signoffs.set_signoff(ws, report_id, chain[2].id, "opinion", "เก็บไว้")
    assert signoffs.usual_opinions(ws) == ("ให้เผยแพร่", "เก็บไว้")
