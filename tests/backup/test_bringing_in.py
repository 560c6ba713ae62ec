"""Reports of a colleague come in whole, beside what is here, and tied to the people who are known."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from desktop_app.actions import issuing, people, photos, reports, rows
from desktop_app.actions.bringing_in import Answers, Namesake, bring_in
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.office import set_office
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.faults import DamagedBundleError
from desktop_app.backup.local import list_bundles
from desktop_app.backup.manifest import Reason
from desktop_app.backup.watch import CancelledError, Stage, Watch
from desktop_app.domain.office import Person
from desktop_app.domain.report import Round
from desktop_app.places import bundles_folder

from .conftest import NOW, tree


@pytest.fixture
def here(tmp_path):
    """The workspace of another PC of the office, with one report and nobody in its directory."""
    with closing(open_workspace(tmp_path / "here" / "banthuek.db", lambda: NOW)) as ws:
        set_office(ws, "name", "เทศบาลตำบลตัวอย่าง")
        reports.create_report(ws, "memo", 2560, Round.TWELVE_MONTHS)
        yield ws


@pytest.fixture
def theirs(made_office):
    with closing(open_workspace(made_office / "banthuek.db")) as ws:
        yield ws


@pytest.fixture
def signer(theirs):
    """A sign-off of the first report that has a name and a position."""
    return next(one for one in reports.load_report(theirs, 1).signoffs if one.name and one.position)


def never(questions):
    raise AssertionError(f"asked without need: {questions}")


def test_they_are_the_same_as_there_and_nothing_here_changes(here, theirs, good_bundle, numbers):
    (mine,) = reports.list_reports(here)
    before = reports.load_report(here, mine.id)
    made = bring_in(here, good_bundle, numbers, never)
    assert len(made) == len(numbers)
    assert reports.load_report(here, mine.id) == before
    for outcome, number in zip(made, numbers, strict=True):
        now, then = (
            json.loads(report_as_json(each, report))
            for each, report in ((here, outcome.report_id), (theirs, number))
        )
        assert {**now, "office": {}} == {**then, "office": {}}, "it is the office of here"
    (kept,) = list_bundles(bundles_folder(here.store.path))
    assert (kept.manifest.reason, len(kept.manifest.reports)) == (Reason.IMPORT, 1)
    assert list(here.store.path.parent.glob(".banthuek-*")) == []


def test_issued_copies_come_along_to_the_last_byte_and_the_report_stays_issued(here, theirs, good_bundle):
    (made,) = bring_in(here, good_bundle, [1], never)
    (copy,), (original,) = issuing.list_copies(here, made.report_id), issuing.list_copies(theirs, 1)
    assert replace(copy, id=original.id, report_id=1) == original
    assert issuing.reprint(here, copy.id) == issuing.reprint(theirs, original.id)
    changes = issuing.changes_since(here, made.report_id)
    assert changes == ("เปลี่ยนตราของหน่วยงาน",), "its rows and sign-offs are those of the copy"


def test_photos_come_along_with_the_files_they_were_made_from(here, theirs, good_bundle, numbers):
    made = bring_in(here, good_bundle, numbers, never)
    shas = {
        one.sha256
        for outcome in made
        for activity in reports.load_report(here, outcome.report_id).activities
        for one in activity.photos
    }
    assert shas
    for sha in shas:
        assert photos.load_photo(here, sha) == photos.load_photo(theirs, sha)


def test_a_person_who_is_known_is_not_made_twice(here, good_bundle, signer, numbers):
    name = signer.name.replace(" ", "  ")
    _, known = people.put_person(here, Person(0, name, signer.position))
    (made,) = bring_in(here, good_bundle, [1], never)
    tied = {one.person_id for one in reports.load_report(here, made.report_id).signoffs}
    assert known in tied
    names = [one.name for one in people.list_people(here)]
    assert len(names) == len(set(names))
    bring_in(here, good_bundle, numbers, lambda _: Answers())
    assert {one.name for one in people.list_people(here)} >= set(names)


@pytest.mark.parametrize("is_other", [False, True])
def test_one_of_that_name_with_another_position_is_asked_about(here, good_bundle, signer, is_other):
    _, known = people.put_person(here, Person(0, signer.name, "ตำแหน่งอื่น"))
    asked = []

    def decide(questions):
        asked.append(questions)
        return Answers(others=frozenset(questions.namesakes) if is_other else frozenset())

    (made,) = bring_in(here, good_bundle, [1], decide)
    (questions,) = asked
    assert questions.namesakes == (Namesake(signer.name, signer.position, "ตำแหน่งอื่น"),)
    place = next(one for one in reports.load_report(here, made.report_id).signoffs if one.name == signer.name)
    assert (place.name, place.position) == (signer.name, signer.position), "what was signed keeps its words"
    assert (place.person_id == known) is not is_other
    there = [one.position for one in people.list_people(here) if one.name == signer.name]
    assert there == ["ตำแหน่งอื่น", *([signer.position] if is_other else [])]


def test_a_report_that_is_like_one_here_comes_in_a_second_time_only_when_told_to(here, good_bundle):
    bring_in(here, good_bundle, [2], never)
    asked = []

    def leave_out(questions):
        asked.append(questions.twins)
        return Answers(left_out=frozenset(one.report_id for one in questions.twins))

    before = reports.list_reports(here)
    assert bring_in(here, good_bundle, [2], leave_out) == []
    assert [one.report_id for one in asked[0]] == [2]
    assert reports.list_reports(here) == before
    (again,) = bring_in(here, good_bundle, [2], lambda _: Answers())
    assert again.report_id == max(one.id for one in reports.list_reports(here))


def test_whether_the_one_here_is_the_same_in_everything_is_told(here, good_bundle):
    asked = []

    def leave_out(questions):
        asked.extend(questions.twins)
        return Answers(left_out=frozenset(one.report_id for one in questions.twins))

    (made,) = bring_in(here, good_bundle, [2], never)
    bring_in(here, good_bundle, [2], leave_out)
    row = reports.load_report(here, made.report_id).rows[0]
    rows.set_cell(here, made.report_id, row.id, "measure", "แก้ที่นี่")
    bring_in(here, good_bundle, [2], leave_out)
    assert [one.is_same for one in asked] == [True, False]


def test_stopped_at_any_moment_none_of_them_is_in(here, good_bundle, numbers):
    before = reports.list_reports(here)
    for stage in (Stage.OPEN, Stage.SNAPSHOT, Stage.BRING_IN):
        seen = []
        watch = Watch(lambda now, _part, seen=seen: seen.append(now), lambda s=stage, seen=seen: s in seen)
        with pytest.raises(CancelledError):
            bring_in(here, good_bundle, numbers, never, watch)
        assert reports.list_reports(here) == before
        assert list(here.store.path.parent.glob(".banthuek-*")) == []


def test_a_question_that_is_put_away_brings_nothing_in(here, good_bundle):
    bring_in(here, good_bundle, [2], never)
    before = reports.list_reports(here)

    def put_away(_questions):
        raise CancelledError

    with pytest.raises(CancelledError):
        bring_in(here, good_bundle, [1, 2], put_away)
    assert reports.list_reports(here) == before


def test_of_a_damaged_bundle_nothing_comes_in(here, good_bundle, tmp_path):
    damaged = tmp_path / good_bundle.name
    data = bytearray(good_bundle.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    before = tree(here.store.path.parent)
    with pytest.raises(DamagedBundleError):
        bring_in(here, damaged, [1], never)
    assert tree(here.store.path.parent) == before


def test_a_form_of_their_own_comes_along(here, made_office, tmp_path):
    from desktop_app.actions import backups

    with closing(open_workspace(made_office / "banthuek.db")) as ws:
        number = reports.create_report(ws, "register", 2567, Round.TWELVE_MONTHS).report_id
        bundle = backups.back_up(ws.store.path, tmp_path / "stick").path
        reports.delete_report(ws, number)
    (made,) = bring_in(here, bundle, [number], never)
    assert made.changes.forms
    assert here.with_forms_of_now().form("register").title == "ทะเบียน"
