"""Activities are stored in their order, go to JSON and back, and are never dropped."""

from datetime import date

import pytest

from desktop_app.actions import activities, exporting, importing, reports
from desktop_app.actions.fitting import fitted
from desktop_app.domain.report import Activity, Round
from desktop_app.errors import KnownError

TOLD = (Activity(date(2024, 3, 7), "ห้องประชุม", "ประชุม\nชี้แจง"), Activity(caption="รณรงค์"))


@pytest.fixture
def report_id(ws):
    return reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id


def test_they_are_stored_in_their_order_and_replaced_as_a_whole(ws, report_id):
    changes = activities.set_activities(ws, report_id, TOLD)
    assert (changes.report_id, changes.activities) == (report_id, True)
    assert reports.load_report(ws, report_id).activities == TOLD
    activities.set_activities(ws, report_id, TOLD[::-1])
    assert reports.load_report(ws, report_id).activities == TOLD[::-1]
    activities.set_activities(ws, report_id, ())
    assert reports.load_report(ws, report_id).activities == ()


def test_signs_nobody_can_see_are_not_stored(ws, report_id):
    activities.set_activities(ws, report_id, [Activity(None, "ห้อง\u200bประชุม", "ก\r\nข")])
    assert reports.load_report(ws, report_id).activities == (Activity(None, "ห้องประชุม", "ก\nข"),)


def test_an_unknown_report_is_refused(ws):
    with pytest.raises(KnownError, match="99"):
        activities.set_activities(ws, 99, TOLD)


def test_they_go_with_their_report(ws, report_id):
    activities.set_activities(ws, report_id, TOLD)
    reports.delete_report(ws, report_id)
    again = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    assert reports.load_report(ws, again).activities == ()


def test_they_go_to_json_and_back(ws, report_id, tmp_path):
    activities.set_activities(ws, report_id, TOLD)
    path = tmp_path / "report.json"
    path.write_text(exporting.report_as_json(ws, report_id), encoding="utf-8")
    again = importing.import_file(ws, path).report_id
    assert reports.load_report(ws, again).activities == TOLD


def test_a_wrong_day_in_json_is_named(ws, report_id, tmp_path):
    activities.set_activities(ws, report_id, TOLD)
    path = tmp_path / "report.json"
    text = exporting.report_as_json(ws, report_id).replace("2024-03-07", "2567-02-30")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match="date ใน activities ที่ 1"):
        importing.import_file(ws, path)


def test_in_a_form_that_has_none_they_are_kept_as_unplaced(ws, report_id):
    activities.set_activities(ws, report_id, TOLD)
    report = fitted(reports.load_report(ws, report_id), ws.form("measures"))
    assert report.activities == ()
    assert report.unplaced[-2:] == ("๗ มีนาคม ๒๕๖๗\nห้องประชุม\nประชุม\nชี้แจง", "รณรงค์")
