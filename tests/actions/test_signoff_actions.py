"""Who signs, in which order, and with which words."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.actions import history, people, reports, signoffs
from desktop_app.domain.report import ACTING_WORDS
from desktop_app.errors import KnownError


def places(ws, report_id):
    return reports.load_report(ws, report_id).signoffs


def test_the_signature_keeps_its_words_when_the_directory_changes(ws, report_id):
    _, person_id = people.add_person(ws, "  นาย  ตัวอย่าง   ซื่อตรง ", "ปลัดเทศบาล")
    place = places(ws, report_id)[0]
    signoffs.choose_signer(ws, report_id, place.id, person_id)
    (person,) = people.list_people(ws)
    people.change_person(ws, replace(person, name="นายตัวอย่าง ชื่อใหม่", position="ตำแหน่งใหม่"))
    signed = places(ws, report_id)[0]
    assert (signed.name, signed.position, signed.person_id) == ("นาย ตัวอย่าง ซื่อตรง", "ปลัดเทศบาล", person_id)


def test_a_place_can_be_emptied_again(ws, report_id):
    _, person_id = people.add_person(ws, "นายตัวอย่าง ซื่อตรง", "ปลัดเทศบาล")
    place = places(ws, report_id)[1]
    signoffs.choose_signer(ws, report_id, place.id, person_id)
    signoffs.choose_signer(ws, report_id, place.id, None)
    assert places(ws, report_id)[1] == place


def test_a_person_without_a_name_is_refused(ws):
    with pytest.raises(KnownError, match="ชื่อ"):
        people.add_person(ws, " \n ", "นิติกร")
    assert people.list_people(ws) == []


def test_a_person_who_left_is_not_offered_any_more_but_known(ws):
    _, person_id = people.add_person(ws, "นางสมมุติ รอบคอบ", "ปลัด")
    (person,) = people.list_people(ws)
    people.change_person(ws, replace(person, active=False))
    assert people.list_people(ws) == []
    assert [p.id for p in people.list_people(ws, with_inactive=True)] == [person_id]


@pytest.mark.parametrize("word", [*ACTING_WORDS, ""])
def test_the_acting_words_of_the_rule_are_taken(ws, report_id, word):
    place = places(ws, report_id)[1]
    signoffs.set_signoff(ws, report_id, place.id, "acting_word", word)
    signoffs.set_signoff(ws, report_id, place.id, "acting_for", "หัวหน้าสำนักปลัด")
    signoffs.set_signoff(ws, report_id, place.id, "signed_date", date(2024, 3, 20))
    assert places(ws, report_id)[1] == replace(
        place, acting_word=word, acting_for="หัวหน้าสำนักปลัด", signed_date=date(2024, 3, 20)
    )


def test_another_acting_word_is_refused(ws, report_id):
    place = places(ws, report_id)[1]
    with pytest.raises(KnownError, match="ลงนามแทน"):
        signoffs.set_signoff(ws, report_id, place.id, "acting_word", "ช่วยงาน")
    assert places(ws, report_id)[1] == place


def test_superiors_are_added_moved_removed_and_put_back(ws, report_id):
    signoffs.add_signoff(ws, report_id, "opinions")
    before = places(ws, report_id)
    assert [(place.order, place.part) for place in before] == [
        (1, "signatures"),
        *[(order, "opinions") for order in (2, 3, 4, 5)],
    ]
    signoffs.move_signoff(ws, report_id, before[4].id, 2)
    assert [place.id for place in places(ws, report_id)] == [before[i].id for i in (0, 4, 1, 2, 3)]
    signoffs.move_signoff(ws, report_id, before[4].id, 5)
    signoffs.remove_signoff(ws, report_id, before[2].id)
    assert [place.order for place in places(ws, report_id)] == [1, 2, 3, 4]
    history.undo(ws, report_id)
    assert places(ws, report_id) == before


def test_a_signer_named_by_hand_is_tied_to_nobody(ws, report_id):
    _, person_id = people.add_person(ws, "นางสาวตัวอย่าง ใจดี", "นิติกร")
    place = places(ws, report_id)[0]
    signoffs.choose_signer(ws, report_id, place.id, person_id)
    signoffs.name_signer(ws, report_id, place.id, "นายใหม่\u200b มาแล้ว")
    named = places(ws, report_id)[0]
    assert (named.name, named.position, named.person_id) == ("นายใหม่ มาแล้ว", "นิติกร", None)


def test_a_place_for_a_reporter_goes_behind_the_other_reporters(ws, report_id):
    signoffs.add_signoff(ws, report_id, "signatures")
    assert [place.part for place in places(ws, report_id)] == ["signatures"] * 2 + ["opinions"] * 3
