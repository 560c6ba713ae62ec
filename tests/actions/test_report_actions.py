"""Making, changing and removing reports."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.actions import office, reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError


def fill_office(ws):
    for field, value in {
        "name": "เทศบาลตำบลตัวอย่าง",
        "unit": "สำนักปลัด",
        "telephone": "๐ ๒๐๐๐ ๐๐๐๐",
        "number_prefix": "ตย ๕๒๐๐๑/",
        "head_title": "นายกเทศมนตรีตำบลตัวอย่าง",
    }.items():
        office.set_office(ws, field, value)


def test_a_new_report_has_the_offices_data_filled_in(ws):
    fill_office(ws)
    made = reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS)
    report = reports.load_report(ws, made.report_id)
    assert report.head.unit == "สำนักปลัด เทศบาลตำบลตัวอย่าง"
    assert report.head.number == "ตย ๕๒๐๐๑/"
    assert report.head.addressee == "นายกเทศมนตรีตำบลตัวอย่าง"
    assert "เทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖" in report.head.subject
    assert "เทศบาลตำบลตัวอย่าง" in report.texts["opening"]
    assert [place.role for place in report.signoffs] == [
        "ผู้รายงาน",
        "หัวหน้าสำนักปลัด",
        "ปลัดเทศบาลตำบลตัวอย่าง",
        "นายกเทศมนตรีตำบลตัวอย่าง",
    ]
    assert "{office" not in str(report)


def test_every_edit_is_there_after_the_program_is_opened_again(ws, report_id, tmp_path):
    reports.set_head(ws, report_id, "date", date(2024, 3, 18))
    reports.set_head(ws, report_id, "number", "ตย - /๒๕๖๗")
    reports.set_text(ws, report_id, "closing", "จึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ")
    rows.add_rows(ws, report_id, 0, [{"measure": "มาตรการ"}])
    before = reports.load_report(ws, report_id)
    again = open_workspace(tmp_path / "banthuek.db")
    assert reports.load_report(again, report_id) == before
    again.close()
    assert before.head.date == date(2024, 3, 18)
    assert before.texts["closing"].count("\n") == 1


def test_the_list_shows_the_newest_fiscal_year_first(ws):
    for year in (2565, 2567, 2566):
        reports.create_report(ws, "memo", year, Round.SIX_MONTHS)
    assert [report.fiscal_year for report in reports.list_reports(ws)] == [2567, 2566, 2565]


@pytest.mark.parametrize("year", [2024, 67, 3106, 0, -1])
def test_a_fiscal_year_that_is_no_buddhist_year_is_refused(ws, year):
    with pytest.raises(KnownError, match=r"พ\.ศ\."):
        reports.create_report(ws, "memo", year, Round.TWELVE_MONTHS)
    assert reports.list_reports(ws) == []


def test_an_unknown_form_is_refused_with_the_known_ones_named(ws):
    with pytest.raises(KnownError, match="memo"):
        reports.create_report(ws, "nothing", 2567, Round.TWELVE_MONTHS)


def test_a_deleted_report_is_gone_with_its_rows_and_the_others_stay(ws, report_id):
    rows.add_rows(ws, report_id, 0, [{"measure": "ก"}])
    other = reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS).report_id
    kept = rows.add_rows(ws, other, 0, [{"measure": "ข"}]).rows
    reports.delete_report(ws, report_id)
    assert [report.id for report in reports.list_reports(ws)] == [other]
    assert {row.id for row in reports.load_report(ws, other).rows} == kept
    with pytest.raises(KnownError, match="ไม่พบรายงาน"):
        reports.load_report(ws, report_id)


@pytest.mark.parametrize("number", [0, -1, 99, 10**30])
def test_a_number_that_no_report_has_is_told(ws, number):
    with pytest.raises(KnownError, match="ไม่พบรายงาน"):
        reports.load_report(ws, number)


def test_a_field_that_the_head_has_not_is_a_defect(ws, report_id):
    with pytest.raises(KeyError):
        reports.set_head(ws, report_id, "colour", "แดง")
    with pytest.raises(KeyError):
        reports.set_head(ws, report_id, "date", "18/3/2567")


def test_the_report_changed_last_comes_first_in_its_year(ws):
    for _ in range(2):
        reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    for hour, number in enumerate((1, 2, 1), start=1):
        later = ws.clock() + timedelta(hours=hour)
        reports.set_head(replace(ws, clock=lambda now=later: now), number, "number", "ตย ๑")
        newest = reports.list_reports(ws)[0]
        assert (newest.id, newest.changed_at) == (number, later)
