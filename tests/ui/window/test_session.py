"""The session saves each edit at once, keeps what could not be saved, and undoes in one order."""

from dataclasses import replace

import pytest

from desktop_app.actions import reports, searching
from desktop_app.actions.history import Steps
from desktop_app.domain.report import Round, Status
from desktop_app.store.search_index import has_noted
from ui.report.edits import HeadEdit, TextEdit
from ui.report.row_edits import AddRows, CellsEdit, RemoveRows, StatusEdit
from ui.report.signoff_edits import ActFor
from ui.window.session import Session


@pytest.fixture
def session(qapp, ws, report):
    made = Session(ws)
    made.told = []
    for name in ("saved", "unsaved", "refused"):
        getattr(made, name).connect(lambda what, name=name: made.told.append((name, what)))
    made.open_report(report.id)
    return made


@pytest.fixture
def disk(session, request):
    """The disk runs full after the report was opened."""
    return request.getfixturevalue("full_disk")


def subject(session, text):
    return HeadEdit(session.report, "subject", text, "แก้เรื่อง")


def stored(session):
    return reports.load_report(session.workspace, session.report.id)


def test_an_edit_is_stored_at_once_and_told(session):
    assert session.do(subject(session, "ใหม่"))
    assert stored(session).head.subject == session.report.head.subject == "ใหม่"
    assert session.told == [("saved", session.now())]


def is_all_taken_in(session):
    with session.workspace.store.reading() as view:
        return not has_noted(view)


def test_what_was_stored_is_taken_into_the_index_of_words_when_the_hands_rest(session, qtbot):
    session.do(subject(session, "ใหม่"))
    assert not is_all_taken_in(session)
    qtbot.waitUntil(lambda: is_all_taken_in(session))
    assert [hit.excerpt for hit in searching.search(session.workspace, "ใหม่")] == ["ใหม่"]
    session.close()


def test_edits_of_every_kind_are_undone_in_the_order_they_were_made(session):
    before = session.report
    session.do(subject(session, "ใหม่"))
    session.do(AddRows(session.report, 0, [{"measure": "ก"}, {"measure": "ข"}]))
    first = session.report.rows[0].id
    session.do(CellsEdit(session.report, {(first, "measure"): "ค"}))
    session.do(StatusEdit(session.report, [first], Status.DONE))
    session.do(RemoveRows(session.report, [first]))
    session.do(TextEdit(session.report, "closing", "จบ", "แก้ข้อความปิด"))
    after = session.report
    for _ in range(6):
        session.undo()
    assert session.report == before
    for _ in range(6):
        session.redo()
    assert session.report == after


def test_the_undo_menu_names_what_it_undoes(session):
    session.do(subject(session, "ใหม่"))
    assert session.steps == Steps(back="แก้เรื่อง")
    session.undo()
    assert session.steps == Steps(again="แก้เรื่อง")


def test_each_report_keeps_its_own_undo_steps(session, ws):
    other = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    first = session.report.id
    session.do(subject(session, "ใหม่"))
    session.open_report(other)
    assert session.steps == Steps()
    session.open_report(first)
    session.undo()
    assert session.report.head.subject != "ใหม่"


def test_what_was_done_before_a_restart_can_still_be_undone_and_redone(session, ws):
    first = session.report.head.subject
    session.do(subject(session, "หนึ่ง"))
    session.do(TextEdit(session.report, "closing", "จบ", "แก้ข้อความปิด"))
    session.undo()
    later = Session(ws)
    later.open_report(session.report.id)
    assert later.steps == Steps("แก้เรื่อง", "แก้ข้อความปิด")
    later.redo()
    assert later.report.texts["closing"] == "จบ"
    later.undo()
    later.undo()
    assert later.report.head.subject == first
    assert later.steps == Steps(again="แก้เรื่อง")


def test_a_step_tells_which_parts_of_the_form_it_concerns(session):
    session.do(TextEdit(session.report, "closing", "จบ", "แก้ข้อความปิด"))
    session.do(AddRows(session.report, 0, [{"measure": "ก"}]))
    told = []
    session.stepped.connect(told.append)
    session.undo()
    session.undo()
    session.redo()
    assert told == [{"rows"}, {"closing"}, {"closing"}]


def test_what_cannot_be_saved_stays_on_the_screen_and_is_told(session, disk):
    before = stored(session)
    assert not session.do(subject(session, "ใหม่"))
    assert session.report.head.subject == "ใหม่"
    assert stored(session) == before
    assert session.has_unsaved
    assert session.told == [("unsaved", disk.sentence)]


def test_every_waiting_value_is_saved_when_the_disk_has_room_again(session, disk):
    session.do(subject(session, "ใหม่"))
    session.do(TextEdit(session.report, "closing", "จบ", "แก้ข้อความปิด"))
    assert not session.retry()
    disk.free()
    assert session.retry()
    assert stored(session).head.subject == "ใหม่"
    assert stored(session).texts["closing"] == "จบ"
    assert not session.has_unsaved
    assert session.told[-1][0] == "saved"


def test_signing_for_another_waits_too_and_is_saved_with_the_position_acted_for(session, disk):
    signoff = session.report.signoffs[-1]
    assert not session.do(ActFor(session.report, signoff.id, "รักษาราชการแทน", "ปลัด", "แก้การลงนามแทน"))
    assert session.report.signoffs[-1].acting_word == "รักษาราชการแทน"
    assert session.has_unsaved
    disk.free()
    assert session.retry()
    assert (stored(session).signoffs[-1].acting_word, stored(session).signoffs[-1].acting_for) == (
        "รักษาราชการแทน",
        "ปลัด",
    )


def test_typing_on_replaces_the_waiting_value_and_undo_goes_back_to_what_was_stored(session, disk):
    first = session.report.head.subject
    session.do(subject(session, "หนึ่ง"))
    session.do(subject(session, "หนึ่งสอง"))
    disk.free()
    session.retry()
    assert stored(session).head.subject == "หนึ่งสอง"
    session.undo()
    assert stored(session).head.subject == first


def test_a_saved_edit_elsewhere_does_not_hide_a_waiting_one(session, disk):
    session.do(subject(session, "ใหม่"))
    disk.free()
    session.do(TextEdit(session.report, "closing", "จบ", "แก้ข้อความปิด"))
    assert session.report.head.subject == "ใหม่"
    assert session.told[-1][0] == "unsaved"
    assert session.retry()
    assert stored(session).head.subject == "ใหม่"


def test_a_failed_undo_leaves_the_step_to_be_undone_later(session, disk):
    disk.free()
    session.do(subject(session, "ใหม่"))
    disk.fill()
    session.undo()
    assert session.told[-1] == ("refused", disk.sentence)
    assert session.report.head.subject == "ใหม่"
    disk.free()
    session.undo()
    assert stored(session).head.subject != "ใหม่"


def test_a_row_that_could_not_be_added_is_told_and_nothing_waits(session, disk):
    session.do(AddRows(session.report, 0, [{}]))
    assert session.told == [("refused", disk.sentence)]
    assert not session.has_unsaved


def test_a_deleted_report_takes_its_waiting_values_along(session, disk):
    session.do(subject(session, "ใหม่"))
    disk.free()
    opened = []
    session.report_opened.connect(opened.append)
    assert session.delete_report(session.report.id)
    assert not session.has_unsaved
    assert opened == [None]
    assert session.report is None


def test_the_session_tells_who_has_to_look_again(session, ws):
    seen = []
    for name in ("reports_changed", "people_changed", "office_changed"):
        getattr(session, name).connect(lambda name=name: seen.append(name))
    session.do(subject(session, "ใหม่"))
    assert seen == ["reports_changed"]


def test_a_report_that_is_gone_is_refused_with_a_sentence(session):
    session.open_report(999)
    assert session.told[-1][0] == "refused"
    assert session.report.id != 999


def test_a_report_whose_form_is_gone_is_refused_with_a_sentence(session, ws, report):
    bare = Session(replace(ws, forms={"other": ws.form("memo")}))
    told = []
    bare.refused.connect(told.append)
    bare.open_report(report.id)
    assert len(told) == 1
    assert bare.report is None


def test_ids_of_added_rows_survive_undo_and_redo(session):
    edit = AddRows(session.report, 0, [{"measure": "ก"}])
    session.do(edit)
    session.do(CellsEdit(session.report, {(edit.row_ids[0], "method"): "ข"}))
    session.undo()
    session.undo()
    session.redo()
    session.redo()
    assert session.report.rows[0].cells == {"measure": "ก", "method": "ข"}
