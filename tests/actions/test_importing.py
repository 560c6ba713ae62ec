"""What an import stores, and what it never asks again."""

from pathlib import Path

import pytest

from desktop_app.actions import importing, office, people, reports
from desktop_app.domain.report import Round
from desktop_app.resources import resource

SEED = next((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("004_*.txt"))


def test_the_signers_of_an_import_are_in_the_directory_once(ws):
    for _ in range(2):
        importing.import_file(ws, SEED, "memo")
    names = [person.name for person in people.list_people(ws)]
    assert len(names) == len(set(names)) == 4
    report = reports.load_report(ws, 2)
    assert [place.name for place in report.signoffs] == names
    assert all(place.person_id for place in report.signoffs)


def test_the_year_reported_is_read_from_the_text_not_from_the_date_of_writing(ws):
    importing.import_file(ws, SEED, "memo")
    report = reports.load_report(ws, 1)
    assert (report.fiscal_year, report.round) == (2566, Round.TWELVE_MONTHS)
    assert report.head.date.isoformat() == "2024-03-18"


def test_the_first_import_tells_who_the_office_is_and_a_later_one_does_not(ws):
    outcome = importing.import_file(ws, SEED, "memo")
    own = office.load_office(ws)
    assert outcome.changes.office
    assert own.name
    assert own.name in own.unit
    assert own.head_title == reports.load_report(ws, 1).head.addressee
    assert not importing.import_file(ws, resource("sample", "memo.json")).changes.office
    assert office.load_office(ws) == own


def test_a_report_made_after_an_import_repeats_the_offices_name_only_once(ws):
    importing.import_file(ws, SEED, "memo")
    name = office.load_office(ws).name
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    assert reports.load_report(ws, made.report_id).head.unit.count(name) == 1


def test_an_import_that_fails_half_way_stores_nothing(ws, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(importing.reports, "add_unplaced", fail)
    with pytest.raises(ZeroDivisionError):
        importing.import_file(ws, SEED, "memo")
    assert reports.list_reports(ws) == []
    assert people.list_people(ws) == []
    assert office.load_office(ws).name == ""


def test_statuses_of_an_exported_report_come_back(ws):
    importing.import_file(ws, resource("sample", "memo.json"))
    statuses = [row.status for row in reports.load_report(ws, 1).rows]
    assert statuses == ["done", "done", "in_progress", "done", "done", "in_progress", "cannot"]
