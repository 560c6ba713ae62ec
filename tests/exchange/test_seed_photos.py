"""The real report that ends with activities is read whole: seven rows of six columns, two dated captions."""

from datetime import date

import pytest

from desktop_app.domain.report import Round
from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms

from .seed_texts import count, headers, kept, letters, seed

FORM = load_forms()["measures-photos"]
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome")


@pytest.fixture(scope="module")
def report():
    return read_report(seed("003"), FORM)


def test_it_has_seven_full_rows_of_six_columns(report):
    assert [tuple(row) for row in report.rows] == [KEYS] * 7
    assert [row["measure"][:2] for row in report.rows] == ["๑.", "๒.", "๓.", "๔.", "๕.", "๖.", "๗."]
    assert all(text for row in report.rows for text in row.values())


def test_every_letter_of_the_table_is_in_its_column_in_order(report):
    lines = [line.split("\t") for line in seed("003").split("\n") if line.count("\t") == len(KEYS) - 1]
    lines = [cells for cells in lines if not cells[0].startswith("มาตรการ/")]
    assert len(lines) > 7, "rows that go on on the next page are there"
    source = {key: letters("".join(cells[at] for cells in lines)) for at, key in enumerate(KEYS)}
    assert {key: letters("".join(row[key] for row in report.rows)) for key in KEYS} == source


def test_a_period_in_words_is_kept(report):
    assert report.rows[2]["period"].startswith("เป็นประจำทุก")
    assert report.rows[0]["period"] == "ตุลาคม ๒๕๖๕ - เมษายน ๒๕๖๖"


def test_the_two_activities_have_their_days(report):
    first, second = report.activities
    assert [first.date, second.date] == [date(2023, 3, 7), date(2023, 4, 2)]
    assert first.place.startswith("ห้องประชุม")
    assert "เป็นประธาน" in first.caption
    assert second.place == ""
    assert second.caption.endswith("ณ สำนักงาน" + report.office.name)


def test_cover_year_round_and_the_list_of_activities_are_told(report):
    groups = report.texts["cover"].split("\n\n")
    assert [len(group.split("\n")) for group in groups] == [4, 2]
    assert (report.fiscal_year, report.round) == (2566, Round.TWELVE_MONTHS)
    assert groups[1].startswith(report.office.name)
    assert report.texts["activities_heading"] == "กิจกรรม"
    assert [line[:2] for line in report.texts["activities_list"].split("\n")] == ["๑.", "๒."]


def test_nothing_is_unplaced_and_nothing_of_the_file_is_lost(report):
    source = seed("003")
    repeated = headers(source, "มาตรการ/แนวทาง")
    assert len(repeated) == 1
    assert (report.unplaced, report.warnings) == ((), ())
    told = [text for one in report.activities for text in (one.place, one.caption)]
    days = ["เมื่อวันที่ 7 มีนาคม 2566 ณ", "วันที่ 2 เมษายน 2566"]
    assert count(source) == count(*kept(report), *told, *days, *repeated)
